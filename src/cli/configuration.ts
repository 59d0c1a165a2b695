import { existsSync, readFileSync } from 'node:fs';
import type { Options } from 'yargs';
import { UsageError } from './exit-code.js';

/** Where options are looked for when no file is named, the first that exists. */
const DEFAULT_FILES = ['bouncelens.config.json', '/etc/bouncelens/bouncelens.config.json'];
const ENVIRONMENT_PREFIX = 'BOUNCELENS_';

/** Options by their names. */
type KnownOptions = ReadonlyMap<string, Options>;

/** An option that stands outside of the command line, and where. */
interface Setting {
  readonly value: unknown;
  readonly origin: string;
}

export type Settings = ReadonlyMap<string, Setting>;

/** Options of which one asks for the opposite of the other. */
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['quiet', 'verbose'],
  ['verbose', 'quiet'],
]);

/**
 * Options from the configuration file, overridden by those of the environment (`BOUNCELENS_TIMEZONE=UTC`). Names are
 * those of the command line without dashes.
 * @param file what `--config` names. @param known every option of every command.
 * @throws UsageError when the file cannot be read, is no JSON object, or an option does not exist or can have no such value.
 */
export function readConfiguration(file: string | undefined, environment: NodeJS.ProcessEnv, known: KnownOptions): Settings {
  const nearer = new Map(fromEnvironment(environment, known));
  return new Map([...withoutOpposites(new Map(fromFile(file, known)), (name) => isOn(nearer.get(name)?.value)), ...nearer]);
}

/** Settings without those of which the opposite is asked for nearer to the command line, which holds. */
export function withoutOpposites(settings: Settings, isAskedFor: (name: string) => boolean): Settings {
  return new Map([...settings].filter(([name]) => !isAskedFor(OPPOSITES.get(name) ?? '')));
}

const isOn = (value: unknown): boolean => value === true || value === 'true';

/** Says where an option stands that is wrong, where that is not the command line. @param args the command line. */
export function withOrigin(message: string, settings: Settings, args: readonly string[]): string {
  const [, name = ''] = /^--([a-z-]+)/.exec(message) ?? [];
  const setting = settings.get(name);
  const isOnLine = args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return setting === undefined || isOnLine ? message : `${message} (set in ${setting.origin})`;
}

function fromFile(named: string | undefined, known: KnownOptions): [string, Setting][] {
  const file = named ?? DEFAULT_FILES.find((candidate) => existsSync(candidate));
  if (file === undefined) return [];
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`--config ${file}: ${(error as Error).message}`);
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new UsageError(`--config ${file}: must hold one JSON object, option names to values`);
  }
  return Object.entries(settings).map(([name, value]) => {
    const option = known.get(name);
    if (option === undefined) throw unknown(`${file}: '${name}'`, known);
    if (!fits(value, option))
      throw new UsageError(`${file}: '${name}' must be ${FORMS[formOf(option)]}: ${JSON.stringify(value)} is none`);
    return [name, { value, origin: file }];
  });
}

const FORMS = {
  list: 'a text, or a list of texts',
  boolean: 'true or false',
  number: 'a number',
  string: 'a text',
} as const;

const formOf = ({ array, type }: Options): keyof typeof FORMS =>
  array === true ? 'list' : type === 'boolean' || type === 'number' ? type : 'string';

/** Whether a value of JSON is one that an option can have. A number may stand where a text that is one is meant. */
function fits(value: unknown, option: Options): boolean {
  const isText = (one: unknown) => typeof one === 'string' || typeof one === 'number';
  switch (formOf(option)) {
    case 'list':
      return isText(value) || (Array.isArray(value) && value.every(isText));
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    default:
      return isText(value);
  }
}

function fromEnvironment(environment: NodeJS.ProcessEnv, known: KnownOptions): [string, Setting][] {
  const settings: [string, Setting][] = [];
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(ENVIRONMENT_PREFIX) || value === undefined) continue;
    const name = variable.slice(ENVIRONMENT_PREFIX.length).toLowerCase().replaceAll('_', '-');
    if (!known.has(name)) throw unknown(`environment variable ${variable}`, known);
    settings.push([name, { value, origin: variable }]);
  }
  return settings;
}

const unknown = (what: string, known: KnownOptions) =>
  new UsageError(`${what} is no option. There are: ${[...known.keys()].sort().join(', ')}`);
