import { fileURLToPath } from 'node:url';
import type { DocumentScanner } from '@postern/document-scanner';
import { Fault } from '@postern/errors';
import type { ToolSettings } from '@postern/gateway';
import { z } from 'zod';
import type { MailSettings } from './mail-settings.ts';
import { readMailSettings } from './mail-settings.ts';
import { readScanner } from './scanner-setting.ts';
import { refuseSupergraphBesideOthers } from './supergraph-setting.ts';
import { readToolSettings } from './tool-settings.ts';

const DEFAULT_HOME = fileURLToPath(new URL('../../../../.postern', import.meta.url));

const unsetWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
  NODE_ENV: z.preprocess(unsetWhenEmpty, z.string().optional()),
  POSTERN_ENV: z.preprocess(unsetWhenEmpty, z.string().optional()),
  POSTERN_HOME: z.preprocess(unsetWhenEmpty, z.string().default(DEFAULT_HOME)),
  POSTERN_HOST: z.preprocess(unsetWhenEmpty, z.string().default('localhost')),
  PORT: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^\d{1,5}$/)
      .default('4000')
      .transform(Number)
      .pipe(z.number().max(65_535)),
  ),
  DATABASE_URL: z.preprocess(unsetWhenEmpty, z.string().optional()),
  POSTERN_PARTNERSHIP: z.preprocess(unsetWhenEmpty, z.string().optional()),
  SUPERGRAPH: z.preprocess(unsetWhenEmpty, z.string().optional()),
});

/** Variables of the environment by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The process's own, which nothing else of this package reads. */
export const ENVIRONMENT: Variables = process.env;

/** What the one-process shape takes from outside. */
export interface Settings {
  readonly production: boolean;
  /** Where the embedded database, keys and secrets are kept. */
  readonly home: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | null;
  /** The file that names the agreements in force; null: Shropshire's. */
  readonly partnershipFile: string | null;
  /** The file of a foreign supergraph, to be served without access control in place of everything else. */
  readonly supergraph: string | null;
  /** How notices leave; asked only by whoever sends them. @throws Fault SETTING_INVALID */
  mail(url: string): MailSettings;
  /** Who looks through what is uploaded; asked only by whoever takes it in. @throws Fault SETTING_INVALID */
  scanner(): DocumentScanner;
  /** What reporting tools are told; asked only by whoever answers them. @throws Fault SETTING_INVALID */
  tools(): ToolSettings;
}

/** Reads the settings. @throws Fault SETTING_INVALID or SUPERGRAPH_NOT_ALONE naming the setting */
export function readSettings(variables: Variables = ENVIRONMENT): Settings {
  const read = environment.safeParse(variables);
  if (!read.success)
    throw new Fault('SETTING_INVALID', {
      logged: { setting: String(read.error.issues[0]?.path[0]) },
    });
  const { NODE_ENV, POSTERN_ENV, POSTERN_HOME, POSTERN_HOST, PORT, DATABASE_URL, SUPERGRAPH } =
    read.data;
  const { POSTERN_PARTNERSHIP } = read.data;
  if (SUPERGRAPH !== undefined) refuseSupergraphBesideOthers(variables);
  const production = NODE_ENV === 'production' || POSTERN_ENV === 'production';
  return {
    production,
    home: POSTERN_HOME,
    host: POSTERN_HOST,
    port: PORT,
    databaseUrl: DATABASE_URL ?? null,
    partnershipFile: POSTERN_PARTNERSHIP ?? null,
    supergraph: SUPERGRAPH ?? null,
    mail: (url) => readMailSettings(variables, { production, home: POSTERN_HOME, url }),
    scanner: () => readScanner(variables, { production }),
    tools: () => readToolSettings(variables),
  };
}
