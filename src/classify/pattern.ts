/**
 * What a rule looks for in a text, in a form that can be matched in linear time whatever the text:
 *
 * - words, in any case, with one space between them; a word begins where the pattern does, and may go on behind it;
 * - `(user|mailbox|)` one of several words, an empty one among them where there may be none;
 * - `*` a gap of at most 60 characters, `{20}` one of at most 20;
 * - `>` the word ends here, also behind one of several words; `^` in front: the text begins here; `$` at the end: it ends;
 * - `\` before a character that means something else otherwise.
 */
export interface Pattern {
  readonly source: string;
  /** Words of which a text that matches holds at least one: what to search for first. */
  readonly required: readonly string[];
  readonly pieces: readonly Piece[];
}

/** What stands between two gaps. */
interface Piece {
  readonly expression: RegExp;
  /** Characters that may lie between the piece before and this one. */
  readonly gap: number;
}

/** A pattern that cannot be read. */
export class PatternError extends Error {}

const GAP = 60;
const WIDEST_GAP = 400;
const MOST_PIECES = 8;
const LONGEST_PATTERN = 1_000;
/** A piece is looked at in so many places; beyond it a text repeats itself. */
const MOST_PLACES = 24;

type Part = readonly string[];

/** @throws PatternError */
export function compilePattern(source: string): Pattern {
  if (source.length > LONGEST_PATTERN) throw new PatternError(`longer than ${LONGEST_PATTERN} characters`);
  const pieces: { parts: Part[]; gap: number; ends: boolean }[] = [{ parts: [], gap: 0, ends: false }];
  const anchored = source.startsWith('^');
  const closed = source.endsWith('$');
  const length = closed ? source.length - 1 : source.length;
  let at = anchored ? 1 : 0;
  let text = '';
  const last = () => pieces[pieces.length - 1]!;
  const endText = () => {
    if (text === '') return;
    last().parts.push([folded(text)]);
    text = '';
  };
  const gap = (width: number) => {
    text = text.trimEnd();
    endText();
    if (last().parts.length === 0) throw new PatternError('a gap needs words on both sides');
    pieces.push({ parts: [], gap: width, ends: false });
    if (pieces.length > MOST_PIECES) throw new PatternError(`more than ${MOST_PIECES - 1} gaps`);
  };
  while (at < length) {
    const c = source[at]!;
    if (last().ends && c !== '*' && c !== '{') {
      // The word ended: what follows begins with the next character, which is no letter.
      last().ends = false;
      endText();
      last().parts.push(['\0']);
    }
    if (c === '\\') {
      if (at + 1 >= length) throw new PatternError('nothing behind the last \\');
      text += source[at + 1]!;
      at += 2;
    } else if (c === '*') {
      gap(GAP);
      at = afterSpaces(source, at + 1);
    } else if (c === '{') {
      const close = source.indexOf('}', at);
      const width = Number(source.slice(at + 1, close < 0 ? at + 1 : close));
      if (close < 0 || !Number.isInteger(width) || width < 1 || width > WIDEST_GAP)
        throw new PatternError(`{…} must hold a number from 1 to ${WIDEST_GAP}`);
      gap(width);
      at = afterSpaces(source, close + 1);
    } else if (c === '(') {
      const close = source.indexOf(')', at);
      if (close < 0) throw new PatternError('( without )');
      const inside = source.slice(at + 1, close);
      if (/[({*\\]|>./.test(inside.replaceAll('>|', '|'))) throw new PatternError('(…) may hold words only, parted by |');
      endText();
      last().parts.push(inside.split('|').map(folded));
      at = close + 1;
    } else if (c === ')' || c === '|' || c === '}') throw new PatternError(`${c} without its beginning`);
    else if (c === '>') {
      endText();
      last().ends = true;
      at++;
    } else {
      text += c;
      at++;
    }
  }
  endText();
  if (last().parts.length === 0) throw new PatternError(pieces.length > 1 ? 'a gap needs words on both sides' : 'empty');
  const required = requiredWords(pieces.map(({ parts }) => parts));
  return {
    source,
    required,
    pieces: pieces.map(({ parts, gap, ends }, i) => ({
      gap,
      expression: expressionOf(parts, {
        anchored: anchored && i === 0,
        end: closed && i === pieces.length - 1 ? CLOSES : ends ? ENDS : '',
      }),
    })),
  };
}

/** A gap takes the spaces around it. */
function afterSpaces(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ') at++;
  return at;
}

/** Words as the text has them: lower case, without accents. */
const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

/** A word ends here. */
const ENDS = '(?![a-z0-9])';
/** The text ends here, but for one mark. */
const CLOSES = '[.!]?$';

/**
 * Literals, alternatives and tests of one character only: nothing that repeats, so that a look at one place costs no more
 * than the pattern is long.
 */
function expressionOf(parts: readonly Part[], { anchored, end }: { readonly anchored: boolean; readonly end: string }): RegExp {
  const body = parts
    .map((part) => {
      if (part[0] === '\0') return ENDS;
      const words = part.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/>$/, ENDS));
      return words.length === 1 ? words[0] : `(?:${words.join('|')})`;
    })
    .join('');
  const start = anchored ? '^' : parts[0]!.every((word) => word === '' || /^[a-z0-9]/.test(word)) ? '(?<![a-z0-9])' : '';
  return new RegExp(start + body + end, anchored ? 'y' : 'g');
}

/** Words that many texts hold, so that a search for them finds too much. */
const COMMON = new Set(
  'the and not for you your this that from with has was are been will mail email message address user recipient sender error server host please see http https @'.split(
    ' ',
  ),
);

const SHORTEST_REQUIRED = 2;

/** The part of a pattern that is the rarest: long words, few alternatives. @throws PatternError where every part may be missing. */
function requiredWords(pieces: readonly (readonly Part[])[]): readonly string[] {
  let best: readonly string[] = [];
  let most = 0;
  for (const part of pieces.flat()) {
    if (part[0] === '\0' || part.some((word) => word.trim().length < SHORTEST_REQUIRED)) continue;
    const words = part.map((word) => word.replace(/>$/, '').trim());
    const rarity = Math.min(...words.map(rarityOf)) - Math.log2(words.length);
    if (best.length === 0 || rarity > most) {
      best = words;
      most = rarity;
    }
  }
  if (best.length === 0) throw new PatternError(`needs a word of ${SHORTEST_REQUIRED} characters or more that is always there`);
  return [...new Set(best)];
}

function rarityOf(literal: string): number {
  const words = literal.split(' ');
  const beyondLatin = [...literal].some((character) => character > '\u024f') ? 6 : 0;
  return words.reduce((sum, word) => sum + (COMMON.has(word) ? 1 : word.length), 0) + beyondLatin;
}

/**
 * Whether a normalised text holds the pattern: its pieces in this order, no further apart than its gaps allow. Time is
 * linear in the text: each piece is looked for once from left to right, in at most 24 places.
 */
export function matches({ pieces }: Pattern, text: string): boolean {
  const [first] = pieces;
  if (pieces.length === 1) {
    first!.expression.lastIndex = 0;
    return first!.expression.test(text);
  }
  let ends: readonly number[] = placesOf(first!.expression, text, 0);
  for (let i = 1; i < pieces.length && ends.length > 0; i++) ends = follow(pieces[i]!, ends, text);
  return ends.length > 0;
}

/** Where the matches of a piece end, from a position on. */
function placesOf(expression: RegExp, text: string, from: number): number[] {
  const ends: number[] = [];
  expression.lastIndex = from;
  while (ends.length < MOST_PLACES) {
    const found = expression.exec(text);
    if (found === null) break;
    ends.push(found.index + found[0].length);
    if (expression.sticky) break;
    expression.lastIndex = found.index + 1;
  }
  return ends;
}

/** The ends of those matches of a piece that start within its gap behind one of the ends before. */
function follow({ expression, gap }: Piece, before: readonly number[], text: string): readonly number[] {
  const ends: number[] = [];
  let place = 0;
  expression.lastIndex = before[0]!;
  for (let looked = 0; looked < MOST_PLACES; looked++) {
    const found = expression.exec(text);
    if (found === null) break;
    while (place + 1 < before.length && before[place + 1]! <= found.index) place++;
    const distance = found.index - before[place]!;
    if (distance <= gap) ends.push(found.index + found[0].length);
    // The next end may lie behind this match: go on from there.
    if (distance > gap && place + 1 >= before.length) break;
    expression.lastIndex = Math.max(found.index + 1, distance > gap ? before[place + 1]! : 0);
  }
  return ends;
}
