import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Options } from 'yargs';
import { ARTICLE_KINDS } from '../catalogue/article.js';
import { DEFAULT_GROUPING, DIMENSIONS, type Dimension, isDimension } from '../model/dimension.js';
import { Zone } from '../model/zone.js';
import { REDACTIONS, Redactor } from '../report/redaction.js';
import { INPUT_FORMATS, type InputFormat } from '../scan/input-format.js';
import { PERIODS, type PeriodLength } from '../summary/calendar.js';
import { UsageError } from './exit-code.js';
import { localZone } from './local-zone.js';
import { parseTime } from './time-expression.js';

/** What the commands that scan have in common, as the command line gives it. */
export const SCAN_OPTIONS = {
  format: { alias: 'f', type: 'string', requiresArg: true, describe: 'format of the output' },
  output: {
    alias: 'o',
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'write to FILE (repeatable); its extension chooses the format',
  },
  since: { type: 'string', requiresArg: true, describe: 'leave out what is older: 2026-06-05, yesterday, -24h, -7d' },
  until: { type: 'string', requiresArg: true, describe: 'leave out what is that time or newer' },
  timezone: {
    type: 'string',
    requiresArg: true,
    describe: 'zone of the report, and of log times without one (default: the system’s)',
  },
  'input-format': {
    type: 'string',
    requiresArg: true,
    describe: `what the inputs hold, where it is not to be told by their content: ${INPUT_FORMATS.join(', ')}`,
  },
  // As a text: a number of yargs may be written in other ways than years are.
  year: { type: 'string', requiresArg: true, describe: 'year of the first line of logs without one (default: inferred)' },
  redact: {
    type: 'string',
    requiresArg: true,
    describe: `make addresses unreadable: ${REDACTIONS.join(', ')} (default: none)`,
  },
  'redact-key': {
    type: 'string',
    requiresArg: true,
    describe: 'key of --redact hash, so that runs agree (default: another in each run). Better in BOUNCELENS_REDACT_KEY',
  },
  rules: { type: 'string', requiresArg: true, describe: 'rules of your own (JSON), which come before ours' },
  progress: { type: 'boolean', default: true, describe: 'progress bar on a terminal' },
  quiet: { type: 'boolean', default: false, describe: 'no notes on standard error, only errors' },
  verbose: { type: 'boolean', default: false, describe: 'show lines that were not understood, and every input' },
  config: { type: 'string', requiresArg: true, describe: 'read options from a JSON file (default: bouncelens.config.json)' },
} as const satisfies Record<string, Options>;

export const REPORT_OPTIONS = {
  by: { type: 'string', requiresArg: true, describe: `group by DIM[,DIM]: ${Object.keys(DIMENSIONS).join(' ')}` },
  top: { type: 'number', requiresArg: true, describe: 'only the N rows with the most events' },
  compare: {
    type: 'string',
    requiresArg: true,
    describe: 'tell what changed, and what is new, since the period of a summary (report --format summary)',
  },
  'fail-on': {
    type: 'string',
    array: true,
    nargs: 1,
    describe: "exit with 3 when this holds (repeatable): 'bounceRate>5%', 'failed>100', 'reason:ip-blocklisted>0', 'new>0'",
  },
  'quiet-if-ok': {
    type: 'boolean',
    default: false,
    describe: 'print nothing when no --fail-on holds, or without one when nothing failed; files are written all the same',
  },
} as const satisfies Record<string, Options>;

export const THREADS_OPTION = {
  threads: {
    type: 'number',
    requiresArg: true,
    describe: 'read with N threads (default: one for two cores, fewer where there is little to read)',
  },
} as const satisfies Record<string, Options>;

export const EVENTS_OPTIONS = {
  all: { type: 'boolean', default: false, describe: 'deliveries too' },
  outcomes: { type: 'boolean', default: false, describe: 'one record per recipient instead, with its final state' },
} as const satisfies Record<string, Options>;

export const STATE_OPTION = {
  state: {
    type: 'string',
    requiresArg: true,
    describe: 'read only what is new since the last run with this FILE, which remembers what was read and what is open',
  },
} as const satisfies Record<string, Options>;

export const PERIOD_OPTION = {
  period: {
    type: 'string',
    requiresArg: true,
    describe: `with --state: report each ${PERIODS.join(', ')} when it is over; {period} in -o FILE is its name`,
  },
} as const satisfies Record<string, Options>;

/** What `merge` has beside the options of a report. */
export const MERGE_OPTIONS = {
  format: SCAN_OPTIONS.format,
  output: SCAN_OPTIONS.output,
  redact: SCAN_OPTIONS.redact,
  'redact-key': SCAN_OPTIONS['redact-key'],
  quiet: SCAN_OPTIONS.quiet,
  config: SCAN_OPTIONS.config,
} as const satisfies Record<string, Options>;

export const MERGE_EXAMPLES = [
  ['$0 report /var/log/mail.log.1 -o monday.summary', 'what a day held, to be merged later'],
  ['$0 merge *.summary -o week.html', 'one report of many days or hosts'],
  ['$0 merge *.summary -o week.summary', 'one summary of many'],
  ['$0 merge week.summary --by recipientDomain --top 20', 'by one of the groupings that all have'],
] as const;

export const SUPPRESS_OPTIONS = {
  hard: { type: 'string', requiresArg: true, describe: 'so many permanent failures that blame the address (default: 1)' },
  soft: {
    type: 'string',
    requiresArg: true,
    describe: 'or so many failures that blame the address within days: N/DAYSd, or never (default: 3/14d)',
  },
  existing: {
    type: 'string',
    requiresArg: true,
    describe: 'the list so far, CSV or one address per line: the new one goes on from it',
  },
} as const satisfies Record<string, Options>;

export const SUPPRESS_EXAMPLES = [
  ['$0 suppress /var/log/mail.log* -o bounced.csv', 'addresses to mail no more, with the evidence'],
  ['$0 suppress mail.log --existing bounced.csv -o bounced.csv', 'go on from the list of last time'],
  ['$0 suppress mail.log --hard 2 --soft never -f text', 'one address per line, after two permanent failures'],
] as const;

/** What `trace` looks for. */
export const TRACE_ARGUMENT = {
  names: 'queueid|messageid|address',
  describe: 'what to tell the story of; angle brackets may be left away',
  missing: 'trace needs a queue id, a message-id or an address',
} as const;

export const TRACE_EXAMPLES = [
  ['$0 trace 4dj57447jnzJ9mD /var/log/mail.log*', 'one message, with its continuations and notifications'],
  ["$0 trace '<20260605.1@shop.example.com>' mail.log", 'by its message-id'],
  ['$0 trace user@example.net mail.log -f ndjson', 'everything from or to an address, for programs'],
] as const;

/** What the commands that print the catalogue have in common. */
export const REFERENCE_OPTIONS = {
  format: SCAN_OPTIONS.format,
  output: SCAN_OPTIONS.output,
  config: SCAN_OPTIONS.config,
} as const satisfies Record<string, Options>;

export const CODES_OPTIONS = {
  kind: { type: 'string', requiresArg: true, describe: `only one of ${ARTICLE_KINDS.join(', ')}` },
  class: { type: 'string', requiresArg: true, describe: 'only codes of the class 2, 3, 4 or 5' },
  status: { type: 'string', requiresArg: true, describe: 'only codes that are standard, registered or observed' },
  reason: { type: 'string', requiresArg: true, describe: 'only what stands, or may stand, for this reason' },
} as const satisfies Record<string, Options>;

export const CLASSIFY_EXAMPLES = [
  ["$0 classify '550 5.7.1 Blocked using zen.spamhaus.org'", 'what a reply means, whose fault it is, what to do'],
  ['grep status=bounced mail.log | $0 classify -f csv', 'one record for each line'],
  ['echo \'{"text": "no such user", "replyCode": 550}\' | $0 classify', 'with what is known beside the text'],
] as const;

/** What is done with a file of rules. */
export const RULES_ARGUMENT = {
  names: 'action',
  describe: 'test: whether each rule decides on its own examples',
  missing: 'rules needs an action and files: rules test FILE',
  values: ['test'],
} as const;

export const EXPLAIN_EXAMPLES = [
  ['$0 explain 550 5.1.1', 'both codes, and what 550 means beside 5.1.1'],
  ['$0 explain X.7.26 greylisted --lang de', 'an enhanced code of any class, and a reason, in German'],
  ['$0 explain TSS04 zen.spamhaus.org google', 'a token of a provider, a block list, a provider'],
  ['$0 explain 421 -o 421.html', 'a page of its own'],
] as const;

export const COMPARE_EXAMPLES = [
  ['$0 compare 450 550', 'what the two have in common and what not'],
  ['$0 compare 5.1.1 5.2.1 --lang ja', 'two enhanced codes, in Japanese'],
  ['$0 compare 550 5.7.1 -o 550-and-5.7.1.html', 'a page of its own'],
] as const;

export const CODES_EXAMPLES = [
  ['$0 codes mailbox full', 'what speaks of full mailboxes'],
  ['$0 codes --kind reply --class 4', 'the reply codes of temporary failures'],
  ['$0 codes --kind token yahoo', 'the tokens that Yahoo puts into its replies'],
  ['$0 codes -f csv -o codes.csv', 'everything, as a table for other programs'],
] as const;

/** The shell that is to complete command lines. */
export const COMPLETION_ARGUMENT = {
  names: 'shell',
  describe: 'bash, zsh or fish',
  missing: 'completion needs a shell: bash, zsh or fish',
  values: ['bash', 'zsh', 'fish'],
} as const;

export const COMPLETION_EXAMPLES = [
  ['source <($0 completion bash)', 'in this bash'],
  ['source <($0 completion zsh)', 'in this zsh, after compinit'],
  ['$0 completion fish > ~/.config/fish/completions/bouncelens.fish', 'for every fish from now on'],
] as const;

/** What `setup` prints. */
export const PRINTED = ['systemd', 'systemd-watch', 'cron', 'logrotate', 'man'] as const;

export const SETUP_OPTIONS = {
  print: { type: 'string', requiresArg: true, describe: `what to print: ${PRINTED.join(', ')}` },
} as const satisfies Record<string, Options>;

export const SETUP_EXAMPLES = [
  ['$0 setup --print systemd', 'a service and its timer, every night'],
  ['$0 setup --print systemd-watch', 'a service that follows the mail log'],
  ['$0 setup --print cron | sudo tee /etc/cron.d/bouncelens', 'the same for cron, with a lock'],
] as const;

/** Arguments as yargs parsed them, before they were checked. */
export type RawArguments = Readonly<Record<string, unknown>>;

/** More threads than this only wait for each other. */
const MOST_THREADS = 256;

/** Options of a scan, checked. */
export interface CheckedScanOptions {
  readonly paths: readonly string[];
  readonly zone: Zone;
  readonly year: number | undefined;
  readonly inputFormat: InputFormat | undefined;
  readonly since: number | null;
  readonly until: number | null;
  readonly format: string | null;
  readonly outputs: readonly string[];
  readonly progress: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Null where addresses stay as they are. */
  readonly redactor: Redactor | null;
  /** A file of own rules. */
  readonly rules: string | null;
}

/** `--period`; null without. @throws UsageError */
export function checkPeriod(raw: RawArguments): PeriodLength | null {
  const value = single(raw, 'period');
  if (value === undefined) return null;
  const known = PERIODS.find((length) => length === value);
  if (known === undefined) throw new UsageError(`--period: '${value}' is none of ${PERIODS.join(', ')}`);
  if (raw.state === undefined)
    throw new UsageError(
      '--period needs --state FILE, which keeps what was counted of each. For one report: --since and --until',
    );
  return known;
}

/** Options that choose among the inputs what the state would not read again. */
const NOT_WITH_STATE = ['since', 'until'] as const;

/** Files that stand beside a state, by what is put behind its name. */
const BESIDE_STATE = ['.lock', '.journal'];

/** `--state`; null without. @throws UsageError */
export function checkState(raw: RawArguments): string | null {
  const state = single(raw, 'state') ?? null;
  if (state === null) return null;
  for (const name of NOT_WITH_STATE) {
    if (raw[name] !== undefined)
      throw new UsageError(
        `--${name} and --state: what is left out now would be left out for good. --state reports what is new${name === 'since' ? ', --period whole days, weeks or months' : ''}`,
      );
  }
  if (raw.threads !== undefined && raw.threads !== 1)
    throw new UsageError('--threads and --state: what is new is read with one thread, in its order');
  const own = new Set(['', ...BESIDE_STATE].map((ending) => path.resolve(state + ending)));
  for (const output of list(raw.output).map(String)) {
    if (own.has(path.resolve(output)))
      throw new UsageError(`--output ${output}: is what --state ${state} keeps there. Give another file`);
  }
  return state;
}

/** Checks the options of a scan. @param now milliseconds since 1970. @throws UsageError */
export function checkScanOptions(raw: RawArguments, now: number): CheckedScanOptions {
  const zone = zoneOf(single(raw, 'timezone'));
  const time = (name: 'since' | 'until') => {
    const value = single(raw, name);
    return value === undefined ? null : parseTime(name, value, now, zone);
  };
  const since = time('since');
  const until = time('until');
  if (since !== null && until !== null && since >= until)
    throw new UsageError('--since is not before --until: nothing lies between them');
  const [quiet, verbose] = [flag(raw, 'quiet'), flag(raw, 'verbose')];
  if (quiet && verbose) throw new UsageError('--quiet and --verbose: the one leaves out what the other shows. Give one of them');
  return {
    paths: list(raw.paths).map(String),
    zone,
    year: integer(raw, 'year', 1970, 9999),
    inputFormat: inputFormatOf(single(raw, 'input-format')),
    since,
    until,
    format: single(raw, 'format') ?? null,
    outputs: list(raw.output).map(String),
    progress: flag(raw, 'progress'),
    quiet,
    verbose,
    redactor: redactorOf(raw),
    rules: single(raw, 'rules') ?? null,
  };
}

/** `--by`. @throws UsageError */
export function checkGrouping(raw: RawArguments): readonly Dimension[] {
  const value = single(raw, 'by');
  if (value === undefined) return DEFAULT_GROUPING;
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isDimension(name));
  if (unknown !== undefined)
    throw new UsageError(`--by: '${unknown}' is no dimension. There are: ${Object.keys(DIMENSIONS).join(', ')}`);
  if (new Set(names).size < names.length) throw new UsageError('--by: a dimension is named twice');
  return names.filter(isDimension);
}

/** `--threads`. @throws UsageError */
export const checkThreads = (raw: RawArguments): number | undefined => integer(raw, 'threads', 1, MOST_THREADS);

/** `--top`. @throws UsageError */
export const checkTop = (raw: RawArguments): number | null => integer(raw, 'top', 1, Number.MAX_SAFE_INTEGER) ?? null;

/** `--redact`. @throws UsageError */
export function redactorOf(raw: RawArguments): Redactor | null {
  const asked = single(raw, 'redact') ?? 'none';
  const key = single(raw, 'redact-key');
  const found = REDACTIONS.find((one) => one === asked);
  if (found === undefined) throw new UsageError(`--redact: '${asked}' is none of ${REDACTIONS.join(', ')}`);
  // In the environment a key may stand for the runs that need it.
  if (found !== 'hash' && key !== undefined && key !== process.env.BOUNCELENS_REDACT_KEY)
    throw new UsageError('--redact-key is for --redact hash: without it no address is hashed');
  return found === 'none' ? null : new Redactor(found === 'hash' ? (key ?? randomBytes(32).toString('hex')) : null);
}

function inputFormatOf(value: string | undefined): InputFormat | undefined {
  const known = INPUT_FORMATS.find((format) => format === value);
  if (value !== undefined && known === undefined) {
    throw new UsageError(`--input-format: '${value}' is not known. There are: ${INPUT_FORMATS.join(', ')}`);
  }
  return known;
}

function zoneOf(name: string | undefined): Zone {
  if (name === undefined) return localZone();
  try {
    return new Zone(name);
  } catch {
    throw new UsageError(
      `--timezone: '${name}' is no time zone. Use a name such as Europe/Berlin, UTC, or an offset such as +02:00`,
    );
  }
}

/** An option that may be given several times. */
export const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** An option that may be given once. @throws UsageError */
export function single(raw: RawArguments, name: string): string | undefined {
  const value = raw[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given more than once`);
  if (value === '') throw new UsageError(`--${name} needs a value`);
  return String(value);
}

/** An option that is on or off. @throws UsageError */
export function flag(raw: RawArguments, name: string): boolean {
  const value = raw[name];
  if (Array.isArray(value)) throw new UsageError(`--${name} is given more than once`);
  if (value === undefined || value === false || value === 'false') return false;
  if (value === true || value === 'true') return true;
  throw new UsageError(`--${name} is on or off: '${String(value)}' is neither true nor false`);
}

export function integer(raw: RawArguments, name: string, least: number, most: number): number | undefined {
  const value = raw[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given more than once`);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
    throw new UsageError(
      `--${name} must be a whole number ${most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`}`,
    );
  }
  return number;
}
