import { type CommandSheet, DEFAULT_COMMAND, PATHS } from './command-sheet.js';
import type { EXIT } from './exit-code.js';
import { type OptionSheet, optionsOf } from './option-sheet.js';

const EXIT_STATUS: Readonly<Record<keyof typeof EXIT, readonly [status: number, meaning: string]>> = {
  done: [0, 'Done; also when the input is empty, which a note says.'],
  failed: [
    1,
    'An input could not be read or an output not written, or what was asked for is not there; the rest was still done.',
  ],
  usage: [2, 'The command line or the configuration is wrong.'],
  threshold: [3, 'A condition of --fail-on holds; the report is written all the same.'],
  nothingRecognised: [4, 'Input that is not empty held nothing recognisable.'],
  hungUp: [129, 'Ended by SIGHUP, as when the terminal is closed.'],
  interrupted: [130, 'Ended by SIGINT.'],
  terminated: [143, 'Ended by SIGTERM.'],
};

const DESCRIPTION = [
  'bouncelens reads logs of mail servers (Postfix) and bounce mails, and tells for every reply code in them what caused it and how to fix it. Attempts are folded per message and recipient into outcomes, so that a deferral that was delivered later is no bounce.',
  'Inputs are files, directories, quoted patterns, or - for standard input. They may be compressed with gzip, zstd, xz or bzip2, which is told by their content, as is what they hold. Without any, standard input is read when a pipe holds something, and else the mail logs of the system.',
  'A report goes to standard output, as text on a terminal and as CSV elsewhere, or to the files of --output in the formats of their extensions. Notes and errors go to standard error.',
];

const FILES: readonly (readonly [string, string])[] = [
  ['bouncelens.config.json', 'Options as one JSON object, their names without dashes; in the working directory.'],
  ['/etc/bouncelens/bouncelens.config.json', 'The same, where the working directory has none.'],
];

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  [
    'BOUNCELENS_OPTION',
    'A value for the option of that name, BOUNCELENS_TIMEZONE for --timezone. It overrides the file; the command line overrides both.',
  ],
  ['LC_ALL, LC_MESSAGES, LANG', 'The language of the documentation where --lang names none.'],
  ['NO_COLOR, FORCE_COLOR', 'Whether text on standard output has colours where --color leaves it open.'],
  ['TZ', 'The zone of the report where --timezone names none.'],
];

/** The page bouncelens(1) in the macros of man(7). @param commands all there are. */
export function manPage(commands: readonly CommandSheet[], version: string): string {
  return [
    '.\\" Made of the table of options.',
    `.TH BOUNCELENS 1 "" ${argument(`bouncelens ${version}`)} "User Commands"`,
    ...section('NAME', [
      `bouncelens \\- ${inline('what bounce codes in mail logs and bounce mails mean, what caused them and how to fix it')}`,
    ]),
    ...section(
      'SYNOPSIS',
      commands.flatMap((command) => ['.nf', synopsis(command), '.fi']),
    ),
    ...section('DESCRIPTION', paragraphs(DESCRIPTION)),
    ...section('COMMANDS', commands.flatMap(commandLines)),
    ...section(
      'EXIT STATUS',
      Object.values(EXIT_STATUS).flatMap(([status, meaning]) => tagged(String(status), meaning)),
    ),
    ...section(
      'ENVIRONMENT',
      ENVIRONMENT.flatMap(([name, what]) => tagged(name, what)),
    ),
    ...section(
      'FILES',
      FILES.flatMap(([name, what]) => tagged(name, what)),
    ),
    ...section('SEE ALSO', ['.BR postfix (1),', '.BR journalctl (1),', '.BR logrotate (8)']),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] => [`.SH ${title}`, ...lines];

const paragraphs = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, i) => (i === 0 ? [line(text)] : ['.PP', line(text)]));

const tagged = (tag: string, text: string): readonly string[] => ['.TP', `.B ${inline(tag)}`, line(text)];

function synopsis({ name, argument: first, rest = PATHS }: CommandSheet): string {
  const isDefault = name === DEFAULT_COMMAND;
  const words = [
    isDefault ? `[${name}]` : name,
    '[option...]',
    ...(first === undefined ? [] : [first.names.toUpperCase()]),
    ...(rest === null ? [] : [`[${rest.name.toUpperCase().replace(/S$/, '')}...]`]),
  ];
  return `\\fBbouncelens\\fR ${inline(words.join(' '))}`;
}

function commandLines(command: CommandSheet): readonly string[] {
  const { name, describe, argument: first, rest = PATHS, examples = [] } = command;
  return [
    `.SS ${argument(name)}`,
    line(sentence(describe)),
    ...(first === undefined ? [] : tagged(first.names.toUpperCase(), sentence(first.describe))),
    ...(rest === null ? [] : tagged(rest.name.toUpperCase(), sentence(rest.describe))),
    ...optionsOf(command).flatMap(optionLines),
    ...examples.flatMap(([example, what]) => [
      '.PP',
      line(sentence(what)),
      '.PP',
      '.RS',
      '.nf',
      line(example.replaceAll('$0', 'bouncelens')),
      '.fi',
      '.RE',
    ]),
  ];
}

function optionLines({ name, short, describe, takes, isRepeatable }: OptionSheet): readonly string[] {
  const value = takes === null ? '' : `\\fI${inline(takes.placeholder)}\\fR`;
  const long = `\\fB${inline(`--${name}`)}\\fR${value === '' ? '' : `=${value}`}`;
  const tag = short === null ? long : `\\fB${inline(`-${short}`)}\\fR${value === '' ? '' : ` ${value}`}, ${long}`;
  const values = Array.isArray(takes?.values) && name === 'format' ? `: ${takes.values.join(', ')}` : '';
  const again = isRepeatable && !describe.includes('repeatable') ? ' (repeatable)' : '';
  return ['.TP', tag, line(sentence(`${describe}${values}${again}`))];
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.)]$/.test(text) ? '' : '.'}`;

/** A line of text: what stands at its start is no request. */
const line = (text: string): string => inline(text).replace(/^[.']/, '\\&$&');

/** An argument of a macro. */
const argument = (text: string): string => `"${inline(text).replaceAll('"', '\\(dq')}"`;

/** Text as roff has it: hyphens that can be copied, and no sign that not every device knows. */
function inline(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll(/[^\n -~]/gu, (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`);
}
