import type { Connection } from '@postern/database';
import type { Dimension, Member } from '../catalogue/dimension.ts';
import { FIXED_MEMBERS, NOT_KNOWN } from '../catalogue/dimension.ts';
import type { Members } from '../catalogue/place.ts';

interface Row {
  readonly level: 'LOCALITY' | 'WARD';
  readonly code: string;
  readonly label: string;
  readonly within: string | null;
  readonly official_code: string | null;
  readonly population: number | null;
}

/** The members of every dimension, with the localities and wards that this county has. */
export async function readMembers(connection: Pick<Connection, 'run'>): Promise<Members> {
  const rows = await connection.run<Row>({
    text: 'select level, code, label, within, official_code, population from reporting.area order by code',
    values: [],
  });
  const areas = (level: Row['level']): readonly Member[] =>
    rows.filter((row) => row.level === level).map(memberOf);
  return new Map<Dimension, readonly Member[]>([
    ...(Object.entries(FIXED_MEMBERS) as [Dimension, readonly Member[]][]),
    ['LOCALITY', [...areas('LOCALITY'), NOT_KNOWN]],
    ['WARD', [...areas('WARD'), { ...NOT_KNOWN, within: NOT_KNOWN.code }]],
  ]);
}

function memberOf({ code, label, within, official_code, population }: Row): Member {
  return {
    code,
    label,
    ...(within === null ? {} : { within }),
    ...(official_code === null ? {} : { officialCode: official_code }),
    ...(population === null ? {} : { population }),
  };
}
