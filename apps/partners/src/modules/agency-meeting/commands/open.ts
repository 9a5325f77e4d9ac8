import { confidentialityStatement } from '@postern/agreements';
import { civilDay } from '@postern/policy';
import { id, requireStep, takingFor, title } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agencyMeetingMachine } from '../agency-meeting.machine.ts';
import { holdLed } from '../guards/coordinates.ts';
import { requireSignedFor, requireVisitors } from '../guards/represented.ts';
import { addAttendance, presentAt } from '../store/attendance.ts';
import { step, takeMeetingStep } from './steps.ts';

const MOST_PRESENT = 100;
const LONGEST_VERSION = 100;

const visitor = z.strictObject({
  name: title,
  agency: id.nullish(),
  organisation: title.nullish(),
  signedConfidentiality: z.boolean().nullish(),
});

const input = z.strictObject({
  ...step,
  statementVersion: z.string().max(LONGEST_VERSION),
  statementRead: z.boolean(),
  present: z.array(id).max(MOST_PRESENT, `at most ${MOST_PRESENT}`),
  visitors: z.array(visitor).max(MOST_PRESENT, `at most ${MOST_PRESENT}`),
});
type Attending = CommandCall<z.infer<typeof input>>;

/** Opens it: the statement was read to all who are there, and whoever stays agrees (SHR-3.7.7, STA-11a, STA-11b). */
export const openAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    if (call.input.present.length === 0)
      throw argumentInvalid('present', 'who is there, one person of a partner at least');
    return attended(call, 'OPEN');
  },
};

/** Lets somebody in who came later, once the same was read to them (STA-11b). */
export const admitToAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    if (call.input.present.length + call.input.visitors.length === 0)
      throw argumentInvalid('present', 'who came');
    return attended(call, 'ADMIT');
  },
};

async function attended(call: Attending, move: 'ADMIT' | 'OPEN'): Promise<Answer> {
  const { transaction, now, input: given } = call;
  const meeting = await holdLed(call);
  requireStep(agencyMeetingMachine, meeting, move);
  const version = requireRead(call);
  const workers = await requireSignedFor(call, 'present', given.present);
  const visitors = await requireVisitors(call, given.visitors);
  const there = await presentAt(transaction, meeting.id);
  if (given.present.some((account) => there.has(account)))
    throw argumentInvalid('present', 'those who were not noted yet');
  await addAttendance(
    transaction,
    meeting.id,
    [...workers.map((worker) => ({ account: worker.id, agency: worker.agency })), ...visitors],
    { statementVersion: version, toldAt: now },
  );
  return takeMeetingStep(
    meeting,
    {
      move,
      reason: 'The confidentiality statement was read; whoever stays agrees to it.',
      details: { version, present: workers.length, visitors: visitors.length },
      ...(move === 'OPEN' ? { change: { statement: { version, readAt: now } } } : {}),
    },
    takingFor(call),
  );
}

/** The version that was read, which is the one in force. @throws CommandRefused ARGUMENT_INVALID */
function requireRead({ input, now }: Attending): string {
  const { version } = confidentialityStatement(civilDay(now));
  if (!input.statementRead)
    throw argumentInvalid('statementRead', 'true: it was read out to everybody who is named');
  if (input.statementVersion !== version)
    throw argumentInvalid('statementVersion', `the version in force: ${version}`);
  return version;
}
