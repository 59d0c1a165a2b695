import fc from 'fast-check';

/** What a mutation does with some bytes; the places are told by numbers from 0 to 1. */
interface Step {
  readonly kind: Kind;
  readonly at: number;
  readonly other: number;
  /** How often, how much or which. */
  readonly amount: number;
  readonly word: Buffer;
  readonly donor: Buffer;
}

type Kind = keyof typeof KINDS;

/** No input grows beyond this, however often something is repeated. */
export const LONGEST_INPUT = 96 * 1024;

const placed = (bytes: Buffer, at: number): number => Math.floor(at * (bytes.length + 1));

/** A stretch of the bytes: near its place the smaller the amount is. */
function stretchOf(bytes: Buffer, { at, amount }: Step): readonly [from: number, to: number] {
  const from = placed(bytes, at);
  return [from, Math.min(bytes.length, from + 1 + amount)];
}

const spliced = (bytes: Buffer, from: number, to: number, ...instead: readonly Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, from), ...instead, bytes.subarray(to)]);

function times(bytes: Buffer, count: number): Buffer {
  const most = Math.max(1, Math.floor(LONGEST_INPUT / 2 / Math.max(1, bytes.length)));
  return Buffer.concat(new Array<Buffer>(Math.min(count, most)).fill(bytes));
}

function lineAround(bytes: Buffer, at: number): readonly [from: number, to: number] {
  const place = Math.min(placed(bytes, at), Math.max(0, bytes.length - 1));
  const before = place === 0 ? -1 : bytes.lastIndexOf(10, place - 1);
  const behind = bytes.indexOf(10, place);
  return [before + 1, behind < 0 ? bytes.length : behind + 1];
}

const KINDS = {
  flipBit(bytes: Buffer, { at, amount }: Step) {
    if (bytes.length === 0) return bytes;
    const changed = Buffer.from(bytes);
    changed[Math.floor(at * bytes.length)]! ^= 1 << (amount % 8);
    return changed;
  },
  setByte(bytes: Buffer, { at, amount }: Step) {
    if (bytes.length === 0) return bytes;
    const changed = Buffer.from(bytes);
    changed[Math.floor(at * bytes.length)] = amount % 256;
    return changed;
  },
  remove(bytes: Buffer, step: Step) {
    return spliced(bytes, ...stretchOf(bytes, step));
  },
  truncate(bytes: Buffer, { at }: Step) {
    return bytes.subarray(0, placed(bytes, at));
  },
  behead(bytes: Buffer, { at }: Step) {
    return bytes.subarray(placed(bytes, at));
  },
  /** A word of the format, in a place that is not its own. */
  insertWord(bytes: Buffer, { at, word }: Step) {
    const place = placed(bytes, at);
    return spliced(bytes, place, place, word);
  },
  overwriteWord(bytes: Buffer, { at, word }: Step) {
    const place = placed(bytes, at);
    return spliced(bytes, place, Math.min(bytes.length, place + word.length), word);
  },
  /** A keyword with a letter too few or another in its place. */
  nearMiss(bytes: Buffer, { at, other, amount, word }: Step) {
    const found = bytes.indexOf(word, placed(bytes, at));
    const from = found < 0 ? bytes.indexOf(word) : found;
    if (from < 0) return bytes;
    const place = from + Math.floor(other * word.length);
    return amount % 2 === 0 ? spliced(bytes, place, place + 1) : spliced(bytes, place, place + 1, Buffer.from([amount % 256]));
  },
  /** A long run of one word. */
  run(bytes: Buffer, { at, amount, word }: Step) {
    const place = placed(bytes, at);
    return spliced(bytes, place, place, times(word, amount * 20));
  },
  repeat(bytes: Buffer, step: Step) {
    const [from, to] = stretchOf(bytes, step);
    return spliced(bytes, to, to, times(bytes.subarray(from, to), 2 + Math.floor(step.other * 200)));
  },
  /** Each round stands inside the one before: `((…))`, `--b … --b`. */
  nest(bytes: Buffer, { at, amount, word, donor }: Step) {
    const place = placed(bytes, at);
    const depth = amount * 4;
    return spliced(bytes, place, place, times(word, depth), donor.subarray(0, 200), times(Buffer.from(word).reverse(), depth));
  },
  splice(bytes: Buffer, { at, other, donor }: Step) {
    return Buffer.concat([bytes.subarray(0, placed(bytes, at)), donor.subarray(placed(donor, other))]);
  },
  graft(bytes: Buffer, step: Step) {
    const place = placed(bytes, step.other);
    return spliced(bytes, place, place, step.donor.subarray(...stretchOf(step.donor, step)));
  },
  moveLine(bytes: Buffer, { at, other }: Step) {
    const [from, to] = lineAround(bytes, at);
    const rest = spliced(bytes, from, to);
    const [place] = lineAround(rest, other);
    return spliced(rest, place, place, bytes.subarray(from, to));
  },
  doubleLine(bytes: Buffer, { at, amount }: Step) {
    const [from, to] = lineAround(bytes, at);
    return spliced(bytes, to, to, times(bytes.subarray(from, to), 1 + (amount % 50)));
  },
  dropLine(bytes: Buffer, { at }: Step) {
    return spliced(bytes, ...lineAround(bytes, at));
  },
  /** A number at the edge of what a number can be. */
  number(bytes: Buffer, { at, amount }: Step) {
    const from = placed(bytes, at);
    const text = bytes.toString('latin1', from, from + 400);
    const digits = /\d+/.exec(text);
    if (digits === null) return bytes;
    const start = from + digits.index;
    return spliced(bytes, start, start + digits[0].length, Buffer.from(EDGES[amount % EDGES.length]!));
  },
};

const EDGES = ['0', '-1', '00', '255', '256', '65536', '2147483648', '4294967296', '9007199254740993', '1e309', '9'.repeat(400)];

const MOST_SHOWN = 1500;
const shown = (bytes: Buffer): string =>
  `${bytes.length} bytes: ${JSON.stringify(bytes.toString('latin1', 0, MOST_SHOWN))}${bytes.length > MOST_SHOWN ? ' …' : ''}`;

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/**
 * Inputs that are nearly right: a real one, changed in a few places in the ways in which damage and malice change it.
 * @param words what means something in the format.
 */
export function mutated(seeds: readonly Buffer[], words: readonly string[]): fc.Arbitrary<Buffer> {
  const seed = fc.constantFrom(...seeds);
  const word = fc.constantFrom(...words.map((one) => Buffer.from(one, 'latin1')));
  const step = fc.record<Step>({
    kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
    at: fraction,
    other: fraction,
    amount: fc.nat({ max: 400 }),
    word,
    donor: seed,
  });
  return fc.tuple(seed, fc.array(step, { maxLength: 8 })).map(([bytes, steps]) => {
    let changed: Buffer = bytes;
    for (const one of steps) changed = KINDS[one.kind](changed, one).subarray(0, LONGEST_INPUT);
    return Object.assign(Buffer.from(changed), { [fc.toStringMethod]: () => shown(changed) });
  });
}
