import { fileURLToPath } from 'node:url';
import { Fault } from '@postern/errors';
import { z } from 'zod';

const HOME = fileURLToPath(new URL('../../../.postern', import.meta.url));

/** A variable that is set to nothing counts as not set. */
const setting = z.string().transform((text) => (text === '' ? undefined : text));

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));

const environmentSchema = z.object({
  NODE_ENV: setting.optional(),
  POSTERN_ENV: setting.optional(),
  POSTERN_HOME: setting.optional(),
  PORT: setting.pipe(port.optional()).optional(),
});

/** The settings this app takes from outside. */
export interface Environment {
  readonly production: boolean;
  /** The data directory. */
  readonly home: string;
  readonly port: number;
}

/** Reads the settings, the one place of this app that does; throws Fault SETTING_INVALID naming the setting. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    const setting = String(parsed.error.issues[0]?.path[0]);
    throw new Fault('SETTING_INVALID', { logged: { setting } });
  }
  const { NODE_ENV, POSTERN_ENV, POSTERN_HOME, PORT } = parsed.data;
  return {
    production: NODE_ENV === 'production' || POSTERN_ENV === 'production',
    home: POSTERN_HOME ?? HOME,
    port: PORT ?? 4000,
  };
}
