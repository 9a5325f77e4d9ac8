/** What a client can do about a failure that only the host team can mend. */
const LATER = 'Try again in a moment; if it persists, tell the host team the time and the code.';

/**
 * What can go wrong inside, by stable code. The remedy speaks to whoever runs the service, and to a client too
 * unless there is one for clients.
 */
export const FAULTS = {
  INTERNAL: {
    message: 'Something failed inside the service.',
    remedy: 'Try again; tell the host team the time and the code.',
  },
  DATABASE_UNREACHABLE: {
    message: 'The database cannot be reached.',
    remedy: 'Check that PostgreSQL runs and that DATABASE_URL is right, then start again.',
    clientRemedy: LATER,
  },
  DATABASE_URL_INVALID: {
    message: 'DATABASE_URL is not a PostgreSQL address.',
    remedy: 'Give it as postgres://user:password@host:port/database.',
  },
  DATABASE_MISSING: {
    message: 'The database that DATABASE_URL names does not exist.',
    remedy: 'Create it, empty, or correct the name; then start again.',
    clientRemedy: LATER,
  },
  DATABASE_REFUSED: {
    message: 'The database refused the sign-in or the privilege.',
    remedy:
      'Check the user and password in DATABASE_URL; the user must be able to create roles and schemas.',
    clientRemedy: LATER,
  },
  EMBEDDED_DATABASE_FAILED: {
    message: 'The embedded PostgreSQL could not start.',
    remedy:
      'See server.log in the data folder named, or set DATABASE_URL to use another PostgreSQL.',
  },
  DATABASE_STATEMENT_FAILED: {
    message: 'A database statement failed.',
    remedy: 'Try again; if it persists, see the log entry with the same code.',
    clientRemedy: LATER,
  },
  DATABASE_SECOND_SESSION: {
    message: 'A transaction asked for a second session of its own pool.',
    remedy:
      'In the code, ask the transaction itself: enough of these at once would stop the service.',
    clientRemedy: LATER,
  },
  DATABASE_UNPREPARED: {
    message: 'The database has not been prepared for this service.',
    remedy:
      'Run "npm run service -- migrate" once with the same role addresses, then start the service again.',
    clientRemedy: LATER,
  },
  COUNTY_UNFINISHED: {
    message: 'The loading of the sample county into this database has not ended.',
    remedy:
      'Wait if another process is loading it; otherwise start once in development mode, which loads it anew, or name an empty database in DATABASE_URL.',
  },
  COUNTY_AMONG_OTHERS: {
    message: 'This database holds accounts that are not of a sample county, so none was loaded.',
    remedy:
      'Name an empty database in DATABASE_URL; only production mode (POSTERN_ENV=production) starts without the sample county.',
  },
  MIGRATION_FAILED: {
    message: 'The database could not be brought to the current version.',
    remedy: 'See the log entry for the migration named, and restore or repair that schema.',
  },
  ALREADY_RUNNING: {
    message: 'Postern is already running from this folder.',
    remedy: 'Stop the other one first, or use it.',
  },
  PORT_IN_USE: {
    message: 'The port is already in use.',
    remedy: 'Stop what uses it, or choose another with PORT.',
  },
  SETTING_INVALID: {
    message: 'A setting is not valid.',
    remedy: 'Correct the setting named and start again.',
  },
  POLICY_CORRUPT: {
    message: 'A rule of the live policy is not valid.',
    remedy: 'Roll back to the last approved version, or correct the rule named.',
    clientRemedy: LATER,
  },
  POLICY_MISSING: {
    message: 'No policy version is live.',
    remedy: 'Activate an approved policy version.',
    clientRemedy: LATER,
  },
  CLASSIFICATION_INVALID: {
    message: 'A field of a subgraph is not classified as it must be.',
    remedy: 'Give the field named a @classified directive with its class.',
  },
  COMPOSITION_FAILED: {
    message: 'The subgraphs do not compose.',
    remedy: 'Correct the schema element named.',
  },
  PLAN_FAILED: {
    message: 'The query could not be planned.',
    remedy: 'Try a simpler query; tell the host team the code.',
  },
  SUPERGRAPH_INVALID: {
    message:
      'SUPERGRAPH is not the file of a Federation 2 supergraph with the address of each subgraph.',
    remedy: 'Compose the subgraphs with their http addresses and give the file of the result.',
  },
  SUPERGRAPH_NOT_ALONE: {
    message: 'SUPERGRAPH serves without sign-in, policy and ledger, so it is never combined.',
    remedy: 'Unset the setting named, or start without SUPERGRAPH.',
  },
  LEDGER_UNAVAILABLE: {
    message: 'The disclosure ledger could not record this release, so nothing was released.',
    remedy: 'Try again in a moment; if it persists, tell the host team.',
  },
  SCHEDULER_FAILED: {
    message: 'The scheduler met a failure of its own.',
    remedy:
      'It goes on by itself; if it persists, check that the database can be reached and is prepared.',
    clientRemedy: LATER,
  },
  TIMER_FAILED: {
    message: 'Something that was due could not be done.',
    remedy: 'It is tried again each minute; if it persists, see to the cause named.',
    clientRemedy: LATER,
  },
  SCANNER_UNAVAILABLE: {
    message: 'A document could not be looked through for malware.',
    remedy:
      'It is tried again within minutes, and nobody reads it until then; check that clamd listens at POSTERN_CLAMD.',
    clientRemedy: LATER,
  },
  NOTICE_INVALID: {
    message: 'A notice holds something that notices may not hold.',
    remedy: 'Correct the caller that posted it; nothing was sent.',
    clientRemedy: LATER,
  },
  NOTICE_NOT_SENT: {
    message: 'A notice could not be sent.',
    remedy:
      'It is tried again, later each time; if it persists, check POSTERN_SMTP_URL and what the mail server answers.',
    clientRemedy: LATER,
  },
  NOTICE_GIVEN_UP: {
    message: 'A notice was given up; whoever it is for does not know.',
    remedy:
      'Find it by its id in scheduler.notice, tell them another way, and correct what last_error_code names.',
    clientRemedy: LATER,
  },
  PROVIDER_UNREACHABLE: {
    message: 'The provider that issued this token cannot be asked for its keys.',
    remedy: 'Try again in a moment; if it persists, tell the host team.',
  },
  ISSUER_RECORD_INVALID: {
    message: 'The registry entry of this provider is not valid.',
    remedy: 'Correct the fields named in access.issuer.',
    clientRemedy: LATER,
  },
  IDENTITY_IN_PRODUCTION: {
    message: 'The development sign-in does not run in production.',
    remedy: 'Register your own OpenID provider and start without the development sign-in.',
  },
  IDENTITY_KEYS_INVALID: {
    message: 'The signing keys of the development sign-in cannot be read.',
    remedy: 'Delete the file named; the next start makes new keys.',
  },
  SUBGRAPH_FAILED: {
    message: 'A part of the service failed while answering.',
    remedy: 'Try again in a moment; tell the host team the time and the code.',
  },
  SUBGRAPH_ANSWER_INVALID: {
    message: 'A part of the service gave an answer that cannot be used.',
    remedy: 'Try again in a moment; tell the host team the time and the code.',
  },
  TOUR_UNANSWERED: {
    message: 'The tour was not answered as the sample county answers.',
    remedy:
      'Run it beside a development server with the sample county, or stop that server and the tour starts its own.',
  },
  TOUR_IN_PRODUCTION: {
    message: 'The tour shows the sample county, which production does not have.',
    remedy: 'Run it without production mode.',
  },
} as const satisfies Record<string, FaultText>;

/** What is said of a failure, and to whom. */
export interface FaultText {
  readonly message: string;
  readonly remedy: string;
  readonly clientRemedy?: string;
}

/** A stable code of an internal failure. */
export type FaultCode = keyof typeof FAULTS;
