import { type CommandSheet, DEFAULT_COMMAND } from './command-sheet.js';
import { type OptionSheet, optionsOf } from './option-sheet.js';

/**
 * Completion for bash 3.2 and newer. Where it offers nothing, bash completes names of files by itself.
 * @param commands all there are.
 */
export function bashCompletion(commands: readonly CommandSheet[]): string {
  const names = commands.map(({ name }) => name);
  const sheets = commands.map((command) => ({ command, options: optionsOf(command) }));
  return `# bash completion for bouncelens: source <(bouncelens completion bash)

_bouncelens() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= word skip= i
  COMPREPLY=()
  # bash takes --option=value for three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $skip ]]; then
      [[ $word == = ]] || skip=
      continue
    fi
    case $word in
      ${words([...new Set(sheets.flatMap(({ options }) => options.flatMap(spellingsWithValue)))]).join('|')}) skip=1 ;;
      ${names.join('|')}) command=$word; break ;;
    esac
  done
  local options= first=
  case \${command:-${DEFAULT_COMMAND}} in
${sheets.map(caseOf).join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '${words(names).join(' ')}' -- "$current"))
  elif [[ -n $first && $i -eq $((COMP_CWORD - 1)) ]]; then
    COMPREPLY=($(compgen -W "$first" -- "$current"))
  fi
}

complete -o bashdefault -o default -F _bouncelens bouncelens
`;
}

function caseOf({ command, options }: { readonly command: CommandSheet; readonly options: readonly OptionSheet[] }): string {
  const first = command.argument?.values;
  return [
    `    ${command.name})`,
    `      options='${words(options.flatMap(spellings)).join(' ')}'`,
    ...(first === undefined ? [] : [`      first='${words(first).join(' ')}'`]),
    '      case $before in',
    ...options.flatMap((option) => (option.takes === null ? [] : [`        ${valueCase(option)}`])),
    '      esac',
    '      ;;',
  ].join('\n');
}

/** What is offered behind an option: its values, else names of files. */
function valueCase(option: OptionSheet): string {
  const values = option.takes?.values;
  const offer = Array.isArray(values) ? `COMPREPLY=($(compgen -W '${words(values).join(' ')}' -- "$current")); ` : '';
  return `${spellings(option).join('|')}) ${offer}return ;;`;
}

const spellings = ({ name, short }: OptionSheet): readonly string[] => [`--${name}`, ...(short === null ? [] : [`-${short}`])];

const spellingsWithValue = (option: OptionSheet): readonly string[] => (option.takes === null ? [] : spellings(option));

/** Words that stand in the script as they are. @throws Error where one would not */
function words(texts: readonly string[]): readonly string[] {
  const strange = texts.find((text) => !/^[\w.,-]+$/.test(text));
  if (strange !== undefined) throw new Error(`'${strange}' cannot be completed as it stands`);
  return texts;
}
