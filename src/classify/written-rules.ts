import type { WordTree } from './literal-search.js';
import type { NumberLists } from './number-lists.js';
import type { NumberedPattern } from './occurrences.js';
import type { PreparedRules } from './prepared-rules.js';

/** Prepared rules but for the patterns: arrays of numbers, each as a text. */
interface WrittenRules {
  readonly rules: string;
  readonly patternless: string;
  readonly needing: WrittenLists;
  readonly namings: WrittenLists;
  readonly lengths: string;
  readonly ascii: WrittenTree;
  readonly others: WrittenTree;
}

type WrittenLists = Readonly<Record<keyof NumberLists, string>>;
type WrittenTree = Readonly<Record<keyof WordTree, string>>;

/**
 * Prepared rules as a text in ASCII, for `readRules`: a line of JSON with the arrays of numbers, and a line for each entry, with its
 * pattern as JSON, or nothing where it has none. Patterns are read one by one, as most are never asked for.
 */
export function writeRules({ rules, patternless, needing, namings, words, patternOf }: PreparedRules): string {
  const without = new Set(patternless);
  const written: WrittenRules = {
    ...{ rules: numbers(rules), patternless: numbers(patternless), needing: lists(needing), namings: lists(namings) },
    ...{ lengths: numbers(words.lengths), ascii: tree(words.ascii), others: tree(words.others) },
  };
  const patterns = Array.from(rules, (_, entry) => (without.has(entry) ? '' : JSON.stringify(patternOf(entry))));
  return [JSON.stringify(written), ...patterns].join('\n');
}

/** The rules that `writeRules` wrote. */
export function readRules(text: string): PreparedRules {
  const [first = '', ...patterns] = text.split('\n');
  const { rules, patternless, needing, namings, lengths, ascii, others } = JSON.parse(first) as WrittenRules;
  return {
    ...{ rules: array(rules), patternless: array(patternless), needing: listsOf(needing), namings: listsOf(namings) },
    words: { lengths: array(lengths), ascii: treeOf(ascii), others: treeOf(others) },
    patternOf: (entry) => JSON.parse(patterns[entry]!) as NumberedPattern,
  };
}

const WIDE = '4';
const NARROW = '2';

/** The bytes that a number takes, two where that is enough for all, and the numbers in Base64, the lowest byte first. */
function numbers(values: Uint32Array): string {
  const isNarrow = values.every((value) => value < 2 ** 16);
  const bytes = Buffer.alloc(values.length * (isNarrow ? 2 : 4));
  values.forEach((value, i) => {
    if (isNarrow) bytes.writeUInt16LE(value, i * 2);
    else bytes.writeUInt32LE(value, i * 4);
  });
  return (isNarrow ? NARROW : WIDE) + bytes.toString('base64');
}

function array(written: string): Uint32Array {
  const bytes = Buffer.from(written.slice(1), 'base64');
  const isNarrow = written.startsWith(NARROW);
  if (IS_BIG_ENDIAN) isNarrow ? bytes.swap16() : bytes.swap32();
  const own = Uint8Array.from(bytes).buffer;
  return isNarrow ? new Uint32Array(new Uint16Array(own)) : new Uint32Array(own);
}

const IS_BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

const lists = ({ starts, values }: NumberLists): WrittenLists => ({ starts: numbers(starts), values: numbers(values) });
const listsOf = ({ starts, values }: WrittenLists): NumberLists => ({ starts: array(starts), values: array(values) });

const tree = ({ units, columns, fallbacks, firstChild, nextChild, endings }: WordTree): WrittenTree => ({
  ...{ units: numbers(units), columns: numbers(columns), fallbacks: numbers(fallbacks) },
  ...{ firstChild: numbers(firstChild), nextChild: numbers(nextChild), endings: numbers(endings) },
});

const treeOf = ({ units, columns, fallbacks, firstChild, nextChild, endings }: WrittenTree): WordTree => ({
  ...{ units: array(units), columns: array(columns), fallbacks: array(fallbacks) },
  ...{ firstChild: array(firstChild), nextChild: array(nextChild), endings: array(endings) },
});
