import yargs, { type Argv, type Options } from 'yargs';
import { hideBin, Parser } from 'yargs/helpers';
import { StateError } from '../state/state-error.js';
import { COLOR_OPTION } from './color.js';
import { type CommandSheet, DEFAULT_COMMAND, PATHS } from './command-sheet.js';
import { readConfiguration, type Settings, withOrigin, withoutOpposites } from './configuration.js';
import { EXIT, OutputError, UsageError } from './exit-code.js';
import { LANGUAGE_OPTION } from './language.js';
import { Messages } from './messages.js';
import {
  CLASSIFY_EXAMPLES,
  CODES_EXAMPLES,
  CODES_OPTIONS,
  COMPARE_EXAMPLES,
  COMPLETION_ARGUMENT,
  COMPLETION_EXAMPLES,
  EVENTS_OPTIONS,
  EXPLAIN_EXAMPLES,
  MERGE_EXAMPLES,
  MERGE_OPTIONS,
  PERIOD_OPTION,
  type RawArguments,
  REFERENCE_OPTIONS,
  REPORT_OPTIONS,
  RULES_ARGUMENT,
  SCAN_OPTIONS,
  SETUP_EXAMPLES,
  SETUP_OPTIONS,
  STATE_OPTION,
  SUPPRESS_EXAMPLES,
  SUPPRESS_OPTIONS,
  THREADS_OPTION,
  TRACE_ARGUMENT,
  TRACE_EXAMPLES,
} from './options.js';
import { removeUnfinished } from './output.js';
import { endOnSignals, hangUp } from './signals.js';
import { version } from './version.js';
import { WATCH_EXAMPLES, WATCH_OPTIONS } from './watch-options.js';

interface Command extends CommandSheet {
  /** Loaded when the command runs, so that the others start fast. */
  readonly run: (raw: RawArguments) => Promise<number>;
}

const COMMANDS: readonly Command[] = [
  {
    name: 'report',
    describe: 'scan logs and report every code with its cause and fix (the default command)',
    options: {
      ...SCAN_OPTIONS,
      ...THREADS_OPTION,
      ...STATE_OPTION,
      ...PERIOD_OPTION,
      ...REPORT_OPTIONS,
      ...LANGUAGE_OPTION,
      ...COLOR_OPTION,
    },
    run: async (raw) => (await import('./report-command.js')).reportCommand(raw),
  },
  {
    name: 'events',
    describe: 'one record for every failure, read with one thread: text on a terminal, else a JSON object per line',
    options: { ...SCAN_OPTIONS, ...STATE_OPTION, ...EVENTS_OPTIONS, ...COLOR_OPTION },
    run: async (raw) => (await import('./events-command.js')).eventsCommand(raw),
  },
  {
    name: 'watch',
    describe: 'follow live logs, the journal and Maildirs: events as they come, or a summary; metrics and the report over HTTP',
    options: WATCH_OPTIONS,
    examples: WATCH_EXAMPLES,
    run: async (raw) => (await import('./watch-command.js')).watchCommand(raw),
  },
  {
    name: 'merge',
    describe: 'one report, or one summary, of several summaries (report --format summary)',
    options: { ...MERGE_OPTIONS, ...REPORT_OPTIONS, ...LANGUAGE_OPTION, ...COLOR_OPTION },
    rest: { name: 'paths', describe: 'files that report --format summary or merge wrote' },
    examples: MERGE_EXAMPLES,
    run: async (raw) => (await import('./merge-command.js')).mergeCommand(raw),
  },
  {
    name: 'trace',
    describe: 'the story of one message or address, line by line, with verdicts',
    options: { ...SCAN_OPTIONS, ...LANGUAGE_OPTION },
    argument: TRACE_ARGUMENT,
    examples: TRACE_EXAMPLES,
    run: async (raw) => (await import('./trace-command.js')).traceCommand(raw),
  },
  {
    name: 'suppress',
    describe: 'the addresses that should not be mailed again, with the evidence for each',
    options: { ...SCAN_OPTIONS, ...STATE_OPTION, ...SUPPRESS_OPTIONS },
    examples: SUPPRESS_EXAMPLES,
    run: async (raw) => (await import('./suppress-command.js')).suppressCommand(raw),
  },
  {
    name: 'classify',
    describe: 'what a reply or an error text means: type, reason, provider, and the rule that says so',
    options: { ...REFERENCE_OPTIONS, rules: SCAN_OPTIONS.rules, ...LANGUAGE_OPTION, ...COLOR_OPTION },
    rest: { name: 'text', describe: 'the text; one on each line of standard input when absent, also as JSON objects' },
    examples: CLASSIFY_EXAMPLES,
    run: async (raw) => (await import('./classify-command.js')).classifyCommand(raw),
  },
  {
    name: 'rules',
    describe: 'check a file of own rules',
    options: { config: SCAN_OPTIONS.config },
    argument: RULES_ARGUMENT,
    rest: { name: 'files', describe: 'files of rules' },
    run: async (raw) => (await import('./rules-command.js')).rulesCommand(raw),
  },
  {
    name: 'explain',
    describe: 'cause, situation and fix of codes, reasons, tokens of providers and block lists; who a provider is',
    options: { ...REFERENCE_OPTIONS, ...LANGUAGE_OPTION, ...COLOR_OPTION },
    rest: {
      name: 'codes',
      describe:
        'reply codes (550), enhanced status codes (5.1.1), reasons (user-unknown), tokens (TSS04), providers, block lists',
    },
    examples: EXPLAIN_EXAMPLES,
    run: async (raw) => (await import('./explain-command.js')).explainCommand(raw),
  },
  {
    name: 'compare',
    describe: 'two codes beside one another, and what differs',
    options: { ...REFERENCE_OPTIONS, ...LANGUAGE_OPTION, ...COLOR_OPTION },
    rest: { name: 'codes', describe: 'two reply codes or enhanced status codes' },
    examples: COMPARE_EXAMPLES,
    run: async (raw) => (await import('./compare-command.js')).compareCommand(raw),
  },
  {
    name: 'codes',
    describe: 'everything that is documented, or what is searched of it',
    options: { ...REFERENCE_OPTIONS, ...CODES_OPTIONS, ...LANGUAGE_OPTION, ...COLOR_OPTION },
    rest: { name: 'text', describe: 'words that must all stand in an entry' },
    examples: CODES_EXAMPLES,
    run: async (raw) => (await import('./codes-command.js')).codesCommand(raw),
  },
  {
    name: 'setup',
    describe: 'print what an installation needs: units of systemd, lines for cron and logrotate, the man page',
    options: SETUP_OPTIONS,
    rest: null,
    examples: SETUP_EXAMPLES,
    run: async (raw) => (await import('./setup-command.js')).setupCommand(raw, COMMANDS),
  },
  {
    name: 'completion',
    describe: 'print what a shell needs to complete command lines',
    options: {},
    argument: COMPLETION_ARGUMENT,
    rest: null,
    examples: COMPLETION_EXAMPLES,
    run: async (raw) => (await import('./completion-command.js')).completionCommand(raw, COMMANDS),
  },
];

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['$0 /var/log/mail.log*', 'which codes mail bounced with, why, and what to do'],
  ['zcat old.gz | $0 -', 'read standard input'],
  ['$0 --since yesterday --until today -o report.csv -o report.json', 'yesterday’s report in two formats'],
  ["$0 --state state --period day -o '{period}.csv'", 'a report of each day that is over, every line read once'],
  ['$0 --by recipientDomain --top 20', 'the 20 domains with the most failures, with their rate'],
  ['$0 events mail.log | jq -r .recipient', 'one JSON record per failure'],
  ['$0 events --outcomes mail.log -f csv', 'the final state of each recipient'],
  ['$0 watch /var/log/mail.log', 'failures as they happen, metrics and a page on 127.0.0.1:9155'],
  ['$0 trace user@example.net /var/log/mail.log*', 'what happened to mail from and to an address'],
  ['$0 suppress /var/log/mail.log* -o bounced.csv', 'the addresses to mail no more'],
  ['grep status=bounced mail.log | $0 classify', 'a verdict for each line'],
  ['$0 explain 550 5.1.1', 'what two codes mean, also together'],
];

/** What stands for standard input among the paths while yargs, which drops a lone `-`, reads them. */
const STANDARD_INPUT = '\u0000-';

/**
 * Arguments as yargs can read them: a lone `-` gets a name, and a span before now (`--since -24h`), which begins like an
 * option, is joined to its option.
 */
function prepared(args: readonly string[]): string[] {
  const ready: string[] = [];
  let options = true;
  for (const arg of args) {
    const before = ready.at(-1);
    if (options && (before === '--since' || before === '--until') && /^-\d/.test(arg))
      ready[ready.length - 1] = `${before}=${arg}`;
    else ready.push(arg === '-' ? STANDARD_INPUT : arg);
    if (arg === '--') options = false;
  }
  return ready;
}

/** Options that are on or off, of all commands. */
const SWITCHES = new Set(
  COMMANDS.flatMap(({ options }) => Object.entries(options)).flatMap(([name, { type }]) => (type === 'boolean' ? [name] : [])),
);

/** yargs takes any value of a switch for false: what is neither true nor false is an error. @throws UsageError */
function checkSwitches(args: readonly string[], settings: Settings): void {
  const end = args.indexOf('--');
  for (const arg of end < 0 ? args : args.slice(0, end)) {
    const [, name = '', value] = /^--(?:no-)?([a-z-]+)=(.*)$/s.exec(arg) ?? [];
    if (value !== undefined && SWITCHES.has(name)) checkSwitch(name, value);
  }
  for (const [name, { value }] of settings) if (SWITCHES.has(name)) checkSwitch(name, value);
}

function checkSwitch(name: string, value: unknown): void {
  if (value === true || value === false || value === 'true' || value === 'false') return;
  throw new UsageError(`--${name} is on or off: '${String(value)}' is neither true nor false`);
}

/** Arguments among which one may ask for help: `--help`, and `-h` alone or among other letters. */
const MAY_ASK_FOR_HELP = /^(?:--h|-[^-]*h)/;

/**
 * The options that may stand in front of a command. Each command names those that it has itself, so that one which it does not
 * have is refused.
 */
const BEFORE_COMMAND: Readonly<Record<string, Options>> = Object.fromEntries(
  Object.entries({ ...SCAN_OPTIONS, ...STATE_OPTION }).map(([name, option]) => [name, { ...option, global: false }]),
);

/** What was given, where a lone `-` may be the value of an option too. */
const withDash = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(withDash) : value === STANDARD_INPUT ? '-' : value;

const restOf = (value: unknown): string[] => withDash(value ?? []) as string[];

/** What stands in a configuration file and in the environment, once it was read. */
let settings: Settings = new Map();

/** Reads the command line and runs the command it names. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const known = new Map(COMMANDS.flatMap(({ options }) => Object.entries(options)).filter(([name]) => name !== 'config'));
  const named = Parser([...args], { string: ['config'], boolean: ['quiet', 'verbose'] });
  settings = withoutOpposites(
    readConfiguration(named.config as string | undefined, process.env, known),
    (name) => named[name] === true,
  );
  const values = [...settings].map(([name, { value }]) => [name, value] as const);
  checkSwitches(args, settings);
  let exitCode: number = EXIT.done;
  // As written: yargs would make numbers of what looks like one.
  const behind = args.includes('--') ? args.slice(args.indexOf('--') + 1) : [];
  const asksForHelp = args.some((arg) => MAY_ASK_FOR_HELP.test(arg));
  const parser = yargs([...args])
    .scriptName('bouncelens')
    .usage('$0 [command] [PATH…]\n\nReads mail logs and tells for every bounce code what caused it and how to fix it.')
    .parserConfiguration({ 'populate--': true, 'camel-case-expansion': false })
    .strict()
    // What yargs says stands among messages that are in English.
    .detectLocale(false)
    .version(version())
    .alias('help', 'h')
    .wrap(asksForHelp ? Math.min(110, process.stdout.columns ?? 110) : null)
    .epilogue(
      'Exit codes: 0 done, 1 an input or output failed or nothing was found, 2 wrong usage, 3 a --fail-on was crossed, 4 nothing recognised in the input.',
    )
    .exitProcess(false)
    .options(asksForHelp ? BEFORE_COMMAND : hidden(BEFORE_COMMAND))
    .fail((message, error) => {
      throw error instanceof UsageError || error instanceof OutputError ? error : new UsageError(message ?? error.message);
    });
  if (asksForHelp) for (const [example, what] of EXAMPLES) parser.example(example, what);
  for (const { name, describe, options, argument, rest = PATHS, examples, run } of COMMANDS) {
    parser.command(
      name === DEFAULT_COMMAND
        ? ['report [paths..]', '$0']
        : [name, ...(argument === undefined ? [] : [`<${argument.names}>`]), ...(rest === null ? [] : [`[${rest.name}..]`])].join(
            ' ',
          ),
      describe,
      (argv: Argv) =>
        withWords(argv, argument, rest)
          .example(asksForHelp ? (examples ?? []).map(([example, what]): [string, string] => [example, what]) : [])
          .options(asksForHelp ? withNewAliases(argv, options) : hidden(options))
          .config(Object.fromEntries(values.filter(([option]) => Object.hasOwn(options, option) && !isOfReports(option, name)))),
      async (raw) => {
        if (rest === null && behind.length > 0) throw new UsageError(`${name} takes no '${behind[0]}'`);
        exitCode = await run({
          ...Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, withDash(value)])),
          ...(rest === null ? {} : { [rest.name]: [...restOf(raw[rest.name]), ...restOf(behind)] }),
        });
      },
    );
  }
  await parser.parseAsync();
  return exitCode;
}

/** Whether a setting is meant for reports alone: who looks up a code does not want the files of the last night written over. */
const isOfReports = (option: string, command: string): boolean => option === 'output' && LOOK_UP.has(command);

const LOOK_UP: ReadonlySet<string> = new Set(['classify', 'explain', 'compare', 'codes']);

/** yargs lays out the help of the command on every run. Where nobody asks for it, it has nothing to lay out. */
const hidden = (options: Command['options']): Command['options'] =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...option, hidden: true }]));

/**
 * Where no command is named, yargs adds the options of the default one to those that may stand in front of a command. Of an alias
 * that both have it would show two.
 */
function withNewAliases({ parsed }: Argv, options: Command['options']): Command['options'] {
  if (parsed === false) return options;
  const has = (name: string, alias: Options['alias']) =>
    typeof alias === 'string' && parsed.aliases[name]?.includes(alias) === true;
  return Object.fromEntries(
    Object.entries(options).map(([name, { alias, ...rest }]) => [
      name,
      alias === undefined || has(name, alias) ? rest : { ...rest, alias },
    ]),
  );
}

/** The words that may follow a command. */
function withWords(argv: Argv, argument: Command['argument'], rest: NonNullable<Command['rest']> | null): Argv {
  const first = argument === undefined ? argv : withArgument(argv, argument);
  return rest === null ? first : first.positional(rest.name, { type: 'string', array: true, describe: rest.describe });
}

function withArgument(argv: Argv, { names, describe, missing }: NonNullable<Command['argument']>): Argv {
  const said = `${missing} (%s of %s arguments given)`;
  // The types leave out that a text may have two forms.
  const texts: object = { 'Not enough non-option arguments: got %s, need at least %s': { one: said, other: said } };
  return argv
    .positional(names.split('|')[0]!, { type: 'string', describe })
    .updateStrings(texts as Readonly<Record<string, string>>);
}

const messages = new Messages(false);

/** Runs the command that the process was started with, and sets its exit code. */
async function run(): Promise<void> {
  try {
    process.exitCode = await main(prepared(hideBin(process.argv)));
  } catch (error) {
    removeUnfinished();
    if (error instanceof UsageError) {
      messages.error(withOrigin(error.message, settings, hideBin(process.argv)));
      messages.error('try bouncelens --help');
      process.exitCode = EXIT.usage;
    } else if (error instanceof OutputError || error instanceof StateError) {
      messages.error(error.message);
      process.exitCode = EXIT.failed;
    } else throw error;
  }
}

// What ends before its end, because nothing is left that could go on, has not done what it was asked to.
process.exitCode = EXIT.failed;
endOnSignals();
// Nothing is left to do: without this Node takes all that is in memory apart before it ends.
process.once('beforeExit', () => process.exit());
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EIO' && process.stdout.isTTY) {
    hangUp();
    return;
  }
  removeUnfinished();
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  messages.error(`standard output cannot be written: ${error.message}`);
  process.exit(EXIT.failed);
});
// Where nobody reads what is told, the work is done all the same.
process.stderr.on('error', () => {});
void run();
