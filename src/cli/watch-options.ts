import { isIP } from 'node:net';
import type { Options } from 'yargs';
import { COLOR_OPTION } from './color.js';
import { UsageError } from './exit-code.js';
import { LANGUAGE_OPTION } from './language.js';
import { EVENTS_OPTIONS, flag, integer, list, type RawArguments, SCAN_OPTIONS, STATE_OPTION, single } from './options.js';

const DEFAULT_PORT = 9155;
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_DAYS = 2;
const MOST_DAYS = 31;
const NOWHERE = 'none';
const LONGEST_SPAN = 24 * 3_600_000;

const { format, timezone, year, redact, rules, quiet, verbose, config } = SCAN_OPTIONS;

/** What `watch` takes. */
export const WATCH_OPTIONS = {
  format,
  ...EVENTS_OPTIONS,
  events: { type: 'boolean', default: true, describe: 'events on standard output' },
  'from-start': { type: 'boolean', default: false, describe: 'print also what the inputs hold already, not only what comes' },
  'summary-every': {
    type: 'string',
    requiresArg: true,
    describe: 'in place of events a summary of the last days, anew every 10s, 60s, 5m; on a terminal in its place',
  },
  days: {
    type: 'number',
    requiresArg: true,
    describe: `days that the report and the summary cover (default: ${DEFAULT_DAYS}, with today)`,
  },
  journal: { type: 'boolean', default: false, describe: 'follow the journal of systemd (journalctl): what is logged as mail' },
  unit: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'follow this unit in the journal (repeatable): postfix@-, postfix',
  },
  listen: {
    type: 'string',
    requiresArg: true,
    describe: `where /metrics, /healthz and the report at / are served: ADDRESS:PORT, PORT, or none (default: ${DEFAULT_HOST}:${DEFAULT_PORT})`,
  },
  'allow-host': {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'a name by which the server may be asked for, beside addresses and localhost (repeatable)',
  },
  state: {
    ...STATE_OPTION.state,
    describe: 'go on where the last run with this FILE stopped, and remember there what was read and what is open',
  },
  timezone,
  'input-format': SCAN_OPTIONS['input-format'],
  year,
  redact,
  'redact-key': SCAN_OPTIONS['redact-key'],
  rules: { ...rules, describe: `${rules.describe}; read again on SIGHUP` },
  quiet,
  verbose,
  config,
  ...LANGUAGE_OPTION,
  ...COLOR_OPTION,
} as const satisfies Record<string, Options>;

export const WATCH_EXAMPLES = [
  ['$0 watch', 'the mail log of the system, or its journal: failures as they happen'],
  ['$0 watch /var/log/mail.log --summary-every 10s', 'what went wrong today and yesterday, kept fresh on the terminal'],
  ['$0 watch --unit postfix@- -f ndjson | jq -r .recipient', 'the journal of a unit, for programs'],
  ['$0 watch /var/log/mail.log /var/mail/bounces --no-events --state watch.state', 'metrics and report of a log and a Maildir'],
  ['ssh mx tail -F /var/log/mail.log | $0 watch -', 'the log of another host'],
] as const;

/** Where the server listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** Whether somebody asked for it. */
  readonly isAsked: boolean;
}

/** What `watch` has beside the options of a scan, checked. */
export interface CheckedWatchOptions {
  readonly all: boolean;
  readonly outcomes: boolean;
  readonly events: boolean;
  readonly fromStart: boolean;
  /** Milliseconds between two summaries; null for events. */
  readonly summaryEvery: number | null;
  readonly days: number;
  /** Units of the journal; all mail when empty, nothing when null. */
  readonly units: readonly string[] | null;
  /** Null where nothing is served. */
  readonly listen: ListenAddress | null;
  readonly allowedHosts: readonly string[];
  readonly state: string | null;
}

/** Checks what `watch` is asked. @throws UsageError */
export function checkWatchOptions(raw: RawArguments): CheckedWatchOptions {
  const units = list(raw.unit).map(String);
  for (const unit of units) if (!/^[\w@:.\\*?[\]-]+$/.test(unit)) throw new UsageError(`--unit: '${unit}' is no name of a unit`);
  const summaryEvery = spanOf('summary-every', single(raw, 'summary-every'));
  const [all, outcomes, events, fromStart] = [
    flag(raw, 'all'),
    flag(raw, 'outcomes'),
    flag(raw, 'events'),
    flag(raw, 'from-start'),
  ];
  const listen = listenOf(single(raw, 'listen'));
  if (summaryEvery !== null) {
    const other = [all && 'all', outcomes && 'outcomes', fromStart && 'from-start', raw.format !== undefined && 'format'].find(
      Boolean,
    );
    if (other) throw new UsageError(`--${other} is about events, and --summary-every prints summaries in their place`);
  } else if (!events && listen === null && raw.state === undefined)
    throw new UsageError('--no-events and --listen none: then nothing would be told to anybody');
  const allowedHosts = list(raw['allow-host']).map(String);
  for (const name of allowedHosts)
    if (!/^[\w.-]+$/.test(name)) throw new UsageError(`--allow-host: '${name}' is no name of a host`);
  return {
    ...{ all, outcomes, fromStart, summaryEvery, listen, allowedHosts },
    events: events && summaryEvery === null,
    days: integer(raw, 'days', 1, MOST_DAYS) ?? DEFAULT_DAYS,
    units: units.length > 0 || flag(raw, 'journal') ? units : null,
    state: single(raw, 'state') ?? null,
  };
}

/** `10s`, `5m`, `1h`. @throws UsageError */
function spanOf(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const [, number, unit] = /^(\d{1,5})([smh])$/.exec(value) ?? [];
  const span = Number(number) * ({ s: 1_000, m: 60_000, h: 3_600_000 }[unit ?? 's'] ?? 0);
  if (!(span >= 1_000 && span <= LONGEST_SPAN))
    throw new UsageError(`--${name}: '${value}' is no span from 1s to 24h. Use 10s, 5m, 1h`);
  return span;
}

/** @throws UsageError */
function listenOf(value: string | undefined): ListenAddress | null {
  if (value === undefined) return { host: DEFAULT_HOST, port: DEFAULT_PORT, isAsked: false };
  if (value === NOWHERE) return null;
  const [, bracketed, plain, only, number] = /^(?:(?:\[([^\]]+)\]|([^:[\]]+)):|(:?))(\d{1,5})$/.exec(value) ?? [];
  const host = bracketed ?? plain ?? (only === undefined ? undefined : DEFAULT_HOST);
  const port = Number(number);
  const isAddress = host !== undefined && (host === 'localhost' || isIP(host) === (bracketed === undefined ? 4 : 6));
  if (!isAddress || port > 65_535) {
    throw new UsageError(
      `--listen: '${value}' is no address and port. Use ${DEFAULT_HOST}:${DEFAULT_PORT}, [::1]:${DEFAULT_PORT}, a port for this machine alone, or ${NOWHERE}`,
    );
  }
  return { host, port, isAsked: true };
}
