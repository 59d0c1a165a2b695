import { type CommandSheet, DEFAULT_COMMAND, takesFiles } from './command-sheet.js';
import { type OptionSheet, optionsOf } from './option-sheet.js';

/**
 * Completion for zsh, as a file `_bouncelens` in `$fpath` or to be sourced behind `compinit`.
 * @param commands all there are.
 */
export function zshCompletion(commands: readonly CommandSheet[]): string {
  const names = commands.map(({ name }) => name);
  return `#compdef bouncelens
# zsh completion for bouncelens: bouncelens completion zsh > "\${fpath[1]}/_bouncelens"

_bouncelens_commands() {
  local -a commands=(
${commands.map(({ name, describe }) => `    ${quoted(`${name}:${describe}`)}`).join('\n')}
  )
  _describe -t commands command commands
}

_bouncelens_words() {
  _alternative 'commands:command:_bouncelens_commands' 'files:file:_files'
}

_bouncelens() {
  local word command=
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      ${names.join('|')}) command=$word; break ;;
    esac
  done
  local -a first=()
  if [[ -z $command ]]; then
    command=${DEFAULT_COMMAND}
    first=('1: :_bouncelens_words')
  else
    first=("1: :($command)")
  fi
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}

if [[ $funcstack[1] == _bouncelens ]]; then
  _bouncelens "$@"
else
  compdef _bouncelens bouncelens
fi
`;
}

function caseOf(command: CommandSheet): string {
  const { argument } = command;
  const words = [
    ...(argument === undefined
      ? []
      : [`2:${escaped(argument.describe)}:${argument.values === undefined ? '' : list(argument.values)}`]),
    ...(takesFiles(command) ? ['*:file:_files'] : command.rest ? [`*:${escaped(command.rest.describe)}:`] : []),
  ];
  const specs = [...optionsOf(command).flatMap(specsOf), ...words].map((spec) => `      ${quoted(spec)}`);
  return [`    ${command.name}) _arguments -S "$first[@]" \\`, `${specs.join(' \\\n')} ;;`].join('\n');
}

/** An option in the words of `_arguments`: each spelling for itself, and each excludes the other unless both may come again. */
function specsOf({ name, short, describe, takes, isRepeatable }: OptionSheet): readonly string[] {
  const spellings = [`--${name}`, ...(short === null ? [] : [`-${short}`])];
  const before = isRepeatable ? '*' : spellings.length > 1 ? `(${spellings.join(' ')})` : '';
  return spellings.map((spelling) => {
    const joint = takes === null ? '' : spelling.startsWith('--') ? '=' : '+';
    const value = takes === null ? '' : `:${escaped(takes.placeholder)}:${action(takes.values)}`;
    return `${before}${spelling}${joint}[${describe.replaceAll(/[\\[\]]/g, '\\$&')}]${value}`;
  });
}

function action(values: readonly string[] | 'file' | undefined): string {
  if (values === undefined) return '';
  return values === 'file' ? '_files' : list(values);
}

const list = (values: readonly string[]): string => `(${values.join(' ')})`;

const escaped = (text: string): string => text.replaceAll(/[\\:]/g, '\\$&');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
