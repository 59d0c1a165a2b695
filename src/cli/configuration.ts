import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './exit-code.js';

/** Where options are looked for when no file is named, the first that exists. */
const DEFAULT_FILES = ['bouncelens.config.json', '/etc/bouncelens/bouncelens.config.json'];
const ENVIRONMENT_PREFIX = 'BOUNCELENS_';

type Settings = Record<string, unknown>;

/**
 * Options from the configuration file, overridden by those of the environment (`BOUNCELENS_TIMEZONE=UTC`). Names are
 * those of the command line without dashes.
 * @param file what `--config` names. @param known every option of every command.
 * @throws UsageError when the file cannot be read, is no JSON object, or an option does not exist.
 */
export function readConfiguration(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
  known: ReadonlySet<string>,
): Settings {
  return { ...fromFile(file, known), ...fromEnvironment(environment, known) };
}

function fromFile(named: string | undefined, known: ReadonlySet<string>): Settings {
  const file = named ?? DEFAULT_FILES.find((candidate) => existsSync(candidate));
  if (file === undefined) return {};
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--config ${file}: ${(error as Error).message}`);
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new UsageError(`--config ${file}: must hold one JSON object, option names to values`);
  }
  for (const name of Object.keys(settings)) if (!known.has(name)) throw unknown(`${file}: '${name}'`, known);
  return settings as Settings;
}

function fromEnvironment(environment: NodeJS.ProcessEnv, known: ReadonlySet<string>): Settings {
  const settings: Settings = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(ENVIRONMENT_PREFIX) || value === undefined) continue;
    const name = variable.slice(ENVIRONMENT_PREFIX.length).toLowerCase().replaceAll('_', '-');
    if (!known.has(name)) throw unknown(`environment variable ${variable}`, known);
    settings[name] = value;
  }
  return settings;
}

const unknown = (what: string, known: ReadonlySet<string>) =>
  new UsageError(`${what} is no option. There are: ${[...known].sort().join(', ')}`);
