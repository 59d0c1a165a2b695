import { type CommandSheet, DEFAULT_COMMAND, takesFiles } from './command-sheet.js';
import { type OptionSheet, optionsOf } from './option-sheet.js';

/** Completion for fish 3 and newer. @param commands all there are. */
export function fishCompletion(commands: readonly CommandSheet[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = commands.flatMap((command) => {
    const { name, describe, argument } = command;
    const named = `__fish_seen_subcommand_from ${name}`;
    // The options of the command that runs where none is named are offered there too.
    const within = name === DEFAULT_COMMAND ? `${named}; or ${none}` : named;
    return [
      `complete -c bouncelens -n ${quoted(none)} -a ${name} -d ${quoted(describe)}`,
      ...(argument?.values === undefined
        ? []
        : [`complete -c bouncelens -n ${quoted(named)} -f -a ${quoted(argument.values.join(' '))}`]),
      ...(takesFiles(command) ? [] : [`complete -c bouncelens -n ${quoted(named)} -f`]),
      ...optionsOf(command).map((option) => `complete -c bouncelens -n ${quoted(within)} ${optionLine(option)}`),
    ];
  });
  return `# fish completion for bouncelens: bouncelens completion fish > ~/.config/fish/completions/bouncelens.fish\n\n${lines.join('\n')}\n`;
}

function optionLine({ name, short, describe, takes }: OptionSheet): string {
  const spelling = `${short === null ? '' : `-s ${short} `}-l ${name}`;
  return `${spelling}${takes === null ? '' : ` ${value(takes.values)}`} -d ${quoted(describe)}`;
}

/** `-r` asks for a value, `-F` offers files, `-f` does not. */
function value(values: readonly string[] | 'file' | undefined): string {
  if (values === 'file') return '-r -F';
  return values === undefined ? '-r -f' : `-r -f -a ${quoted(values.join(' '))}`;
}

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
