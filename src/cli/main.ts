#!/usr/bin/env node
import yargs, { type Argv, type Options } from 'yargs';
import { hideBin, Parser } from 'yargs/helpers';
import { readConfiguration } from './configuration.js';
import { EXIT, OutputError, UsageError } from './exit-code.js';
import { Messages } from './messages.js';
import { EVENTS_OPTIONS, type RawArguments, REPORT_OPTIONS, SCAN_OPTIONS } from './options.js';
import { removeUnfinished } from './output.js';
import { version } from './version.js';

const PATHS = {
  type: 'string',
  array: true,
  describe: 'log files, directories, quoted globs, or - for standard input',
} as const;

interface Command {
  readonly name: string;
  readonly describe: string;
  readonly options: Readonly<Record<string, Options>>;
  /** Loaded when the command runs, so that the others start fast. */
  readonly run: (raw: RawArguments) => Promise<number>;
}

const COMMANDS: readonly Command[] = [
  {
    name: 'report',
    describe: 'scan logs and report every code with its cause and fix (the default command)',
    options: { ...SCAN_OPTIONS, ...REPORT_OPTIONS },
    run: async (raw) => (await import('./report-command.js')).reportCommand(raw),
  },
  {
    name: 'events',
    describe: 'one record per line for every failure',
    options: { ...SCAN_OPTIONS, ...EVENTS_OPTIONS },
    run: async (raw) => (await import('./events-command.js')).eventsCommand(raw),
  },
];

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['$0 /var/log/mail.log*', 'which codes mail bounced with, why, and what to do'],
  ['zcat old.gz | $0 -', 'read standard input'],
  ['$0 --since yesterday --until today -o report.csv -o report.json', 'yesterday’s report in two formats'],
  ['$0 --by recipientDomain --top 20', 'the 20 domains with the most failures, with their rate'],
  ['$0 events mail.log | jq -r .recipient', 'one JSON record per failure'],
  ['$0 events --outcomes mail.log -f csv', 'the final state of each recipient'],
];

/** Reads the command line and runs the command it names. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const known = new Set(COMMANDS.flatMap(({ options }) => Object.keys(options)).filter((name) => name !== 'config'));
  const named = Parser([...args], { string: ['config'] }).config as string | undefined;
  const settings = readConfiguration(named, process.env, known);
  let exitCode: number = EXIT.done;
  const parser = yargs([...args])
    .scriptName('bouncelens')
    .usage('$0 [command] [PATH…]\n\nReads mail logs and tells for every bounce code what caused it and how to fix it.')
    .parserConfiguration({ 'populate--': true, 'camel-case-expansion': false })
    .strict()
    .version(version())
    .alias('help', 'h')
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .epilogue('Exit codes: 0 done, 1 an input or output failed, 2 wrong usage, 4 nothing recognised in the input.')
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  for (const [example, what] of EXAMPLES) parser.example(example, what);
  for (const { name, describe, options, run } of COMMANDS) {
    parser.command(
      name === 'report' ? ['report [paths..]', '$0'] : `${name} [paths..]`,
      describe,
      (argv: Argv) =>
        argv
          .positional('paths', PATHS)
          .options(options)
          .config(Object.fromEntries(Object.entries(settings).filter(([option]) => Object.hasOwn(options, option)))),
      async (raw) => {
        exitCode = await run({
          ...raw,
          paths: [...((raw.paths as string[] | undefined) ?? []), ...((raw['--'] as string[] | undefined) ?? [])],
        });
      },
    );
  }
  await parser.parseAsync();
  return exitCode;
}

/** A signal ends the run at once: what is half written is removed, and the shell is told which signal it was. */
function endOnSignal(signal: 'SIGINT' | 'SIGTERM', exitCode: number): void {
  process.on(signal, () => {
    removeUnfinished();
    process.exit(exitCode);
  });
}

endOnSignal('SIGINT', EXIT.interrupted);
endOnSignal('SIGTERM', EXIT.terminated);
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  removeUnfinished();
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed);
});

const messages = new Messages(false);
try {
  process.exitCode = await main(hideBin(process.argv));
} catch (error) {
  removeUnfinished();
  if (error instanceof UsageError) {
    messages.error(error.message);
    messages.error('try bouncelens --help');
    process.exitCode = EXIT.usage;
  } else if (error instanceof OutputError) {
    messages.error(error.message);
    process.exitCode = EXIT.failed;
  } else throw error;
}
