import type { FieldModel, RecordModel } from './field-model.ts';
import { id, reference } from './field-model.ts';
import type { RawRow } from './raw-county.ts';

const about = (row: RawRow) => ({ rowId: id(row, 'id') });

const terms = (kind: string, type = 'AgreementTerm'): FieldModel => ({
  kind: 'ROWS',
  type,
  of: (row, county) =>
    county
      .rowsBy('access.agreement_term', 'agreementId', row['id'])
      .filter((term) => term['kind'] === kind),
});

/** The types by which agreements are published, apart from the register of those who signed them. */
export const AGREEMENT_RECORDS: Readonly<Record<string, RecordModel>> = {
  Agreement: {
    table: 'access.agreement',
    about,
    fields: {
      versions: terms('VERSION'),
      parties: terms('PARTY'),
      purposes: terms('PURPOSE'),
      bases: terms('BASIS'),
      items: terms('ITEM'),
      roles: terms('ROLE'),
      timers: terms('TIMER', 'AgreementTimer'),
      reviewQuestions: terms('REVIEW_QUESTION'),
      controllers: terms('CONTROLLER'),
      contacts: terms('CONTACT'),
      terms: terms('TERM'),
    },
  },
  AgreementTerm: {
    table: 'access.agreement_term',
    about,
    of: ({ kind }) => kind !== 'TIMER',
    fields: {},
  },
  AgreementTimer: {
    table: 'access.agreement_term',
    about,
    of: ({ kind }) => kind === 'TIMER',
    fields: {},
  },
  Resolution: { table: 'access.resolution', about, fields: {} },
  Signature: {
    table: 'access.agency_signature',
    about,
    fields: { agency: reference('Agency', 'agencyId') },
  },
};
