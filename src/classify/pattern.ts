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
  readonly steps: readonly Step[];
  /** The step that is the rarest: the one to search for first. */
  readonly rarest: Step;
  /** Whether the text must begin with the first step, and end with the last. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** One of several words that must stand behind the step before it. */
export interface Step {
  readonly words: readonly Word[];
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** Characters that may lie between the step before and this one. */
  readonly gap: number;
  /** Whether a word begins here. */
  readonly begins: boolean;
}

export interface Word {
  readonly text: string;
  /** Whether the word ends with it. */
  readonly ends: boolean;
}

/** A pattern that cannot be read. */
export class PatternError extends Error {}

const GAP = 60;
const WIDEST_GAP = 400;
const MOST_STEPS = 24;
const MOST_WORDS = 200;
const LONGEST_PATTERN = 1_000;
const SHORTEST_RAREST = 2;

/** A step while it is read. */
interface Draft {
  words: Word[];
  optional: boolean;
  gap: number;
  begins: boolean;
}

/** @throws PatternError */
export function compilePattern(source: string): Pattern {
  if (source.length > LONGEST_PATTERN) throw new PatternError(`longer than ${LONGEST_PATTERN} characters`);
  const opens = source.startsWith('^');
  const closes = source.endsWith('$') && !source.endsWith('\\$');
  const steps = joinLeading(joinSpaces(new Reader(source.slice(opens ? 1 : 0, closes ? -1 : source.length)).read()));
  if (steps.length > MOST_STEPS) throw new PatternError(`more than ${MOST_STEPS} words and groups`);
  return { source, steps, rarest: rarestOf(steps), opens, closes };
}

class Reader {
  readonly #source: string;
  readonly #steps: Draft[] = [];
  #at = 0;
  #text = '';
  /** The gap in front of the next step; null directly behind the step before. */
  #gap: number | null = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Draft[] {
    while (this.#at < this.#source.length) this.#next(this.#source[this.#at]!);
    this.#endText();
    if (this.#steps.length === 0) throw new PatternError('empty');
    if (this.#gap !== null) throw new PatternError('a gap needs words on both sides');
    return this.#steps;
  }

  #next(c: string): void {
    const source = this.#source;
    this.#at++;
    if (c === '\\') {
      if (this.#at >= source.length) throw new PatternError('nothing behind the last \\');
      this.#text += source[this.#at++]!;
    } else if (c === '*') this.#openGap(GAP);
    else if (c === '{') this.#openGap(this.#width());
    else if (c === '(') this.#group();
    else if (c === '>') this.#endWord();
    else if (c === ')' || c === '|' || c === '}') throw new PatternError(`${c} without its beginning`);
    else this.#text += c;
  }

  #width(): number {
    const close = this.#source.indexOf('}', this.#at);
    const width = Number(this.#source.slice(this.#at, Math.max(close, this.#at)));
    if (close < 0 || !Number.isInteger(width) || width < 1 || width > WIDEST_GAP)
      throw new PatternError(`{…} must hold a number from 1 to ${WIDEST_GAP}`);
    this.#at = close + 1;
    return width;
  }

  /** A gap takes the spaces around it. */
  #openGap(width: number): void {
    this.#text = this.#text.trimEnd();
    this.#endText();
    if (this.#steps.length === 0 || this.#gap !== null) throw new PatternError('a gap needs words on both sides');
    this.#gap = width;
    while (this.#source[this.#at] === ' ') this.#at++;
  }

  #group(): void {
    const close = this.#source.indexOf(')', this.#at);
    if (close < 0) throw new PatternError('( without )');
    const inside = this.#source.slice(this.#at, close);
    if (/[({*\\]|>[^|]/.test(inside)) throw new PatternError('(…) may hold words only, parted by |');
    this.#endText();
    this.#at = close + 1;
    const words = inside.split('|').map((word) => ({ text: folded(word.replace(/>$/, '')), ends: word.endsWith('>') }));
    this.#add(
      words.filter(({ text }) => text !== ''),
      words.some(({ text }) => text === ''),
    );
  }

  #endWord(): void {
    this.#endText();
    const last = this.#steps.at(-1);
    if (last === undefined || this.#gap !== null) throw new PatternError('> without a word in front of it');
    last.words = last.words.map(({ text }) => ({ text, ends: true }));
  }

  #endText(): void {
    const text = folded(this.#text);
    this.#text = '';
    if (text !== '') this.#add([{ text, ends: false }], false);
  }

  #add(words: Word[], optional: boolean): void {
    if (words.length === 0) throw new PatternError('(…) holds no word');
    this.#steps.push({ words, optional, gap: this.#gap ?? 0, begins: this.#gap !== null });
    this.#gap = null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Words as the text has them: lower case, without accents. */
function folded(words: string): string {
  if (!BEYOND_ASCII.test(words)) return words.toLowerCase();
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/** A space between two groups stands everywhere in a text: it becomes part of the words in front of it, else behind it. */
function joinSpaces(drafts: readonly Draft[]): readonly Draft[] {
  const steps: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    const before = steps.at(-1);
    const next = drafts[i + 1];
    const isSpace = draft.words.length === 1 && draft.words[0]!.text.trim() === '' && !draft.begins;
    if (isSpace && before !== undefined && !before.optional) {
      before.words = before.words.map(({ text }) => ({ text: `${text} `, ends: false }));
    } else if (isSpace && next !== undefined && !next.optional && !next.begins) {
      steps.push({ ...next, words: next.words.map(({ text, ends }) => ({ text: ` ${text}`, ends })) });
      i++;
    } else steps.push({ ...draft });
  }
  return steps;
}

/**
 * A group that may be empty begins no word for certain. At the beginning of a pattern it is joined with what follows;
 * behind a gap it makes the gap so much wider.
 */
function joinLeading(drafts: readonly Draft[]): readonly Step[] {
  const steps: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    let draft = drafts[i]!;
    while (draft.begins && draft.optional) {
      const next = drafts[++i];
      if (next === undefined || next.begins) throw new PatternError('a group that may be empty needs words behind it');
      draft = steps.length === 0 ? joined(draft, next) : { ...next, gap: draft.gap + longest(draft), begins: true };
    }
    steps.push(draft);
  }
  return steps;
}

function joined(draft: Draft, next: Draft): Draft {
  const words = draft.words.flatMap((a) => next.words.map((b) => ({ text: a.text + b.text, ends: b.ends })));
  if (words.length > MOST_WORDS) throw new PatternError(`more than ${MOST_WORDS} alternatives`);
  return { ...draft, words: [...words, ...next.words], optional: next.optional };
}

const longest = ({ words }: Draft): number => Math.max(...words.map(({ text }) => text.length));

/** Words that many texts hold, so that a search for them finds too much. */
const COMMON = new Set(
  'the and not for you your this that from with has was are been will mail email message address user recipient sender error server host please see http https @'.split(
    ' ',
  ),
);

/** @throws PatternError where every step may be missing, or is too short. */
function rarestOf(steps: readonly Step[]): Step {
  let rarest: Step | null = null;
  let most = 0;
  for (const step of steps) {
    if (step.optional || step.words.some(({ text }) => text.trim().length < SHORTEST_RAREST)) continue;
    const rarity = Math.min(...step.words.map(({ text }) => rarityOf(text))) - Math.log2(step.words.length);
    if (rarest === null || rarity > most) {
      rarest = step;
      most = rarity;
    }
  }
  if (rarest === null) throw new PatternError(`needs a word of ${SHORTEST_RAREST} characters or more that is always there`);
  return rarest;
}

function rarityOf(text: string): number {
  const beyondLatin = BEYOND_ASCII.test(text) ? 6 : 0;
  return text.split(' ').reduce((sum, word) => sum + (COMMON.has(word) ? 1 : word.length), 0) + beyondLatin;
}
