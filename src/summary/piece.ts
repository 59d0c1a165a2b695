/** A stretch of one input that was read as one, and what it held. */
export interface Piece {
  /** The number that stands for the input. */
  readonly input: number;
  /** First byte in the decompressed input. */
  readonly from: number;
  /** The byte behind the last. */
  readonly to: number;
  /** The time of the first line of the whole input, milliseconds since 1970; null when none was seen. */
  readonly firstTime: number | null;
  readonly held: PieceFacts;
}

/** What a report says of an input. */
export interface PieceFacts {
  /** As it was given. */
  readonly path: string;
  readonly kind: string | null;
  readonly mta: string | null;
  readonly lines: number;
  readonly messages: number;
  readonly records: number;
  readonly unparsedLines: number;
  /** Why it could not be read to its end. */
  readonly error: string | null;
}

/** Two summaries that cannot be merged, and why. */
export class MergeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MergeError';
  }
}

const isEmpty = ({ from, to }: Piece) => from === to;

const isSame = (a: Piece, b: Piece) => a.input === b.input && a.from === b.from && a.to === b.to;

/** Nothing tells empty inputs apart but what they are called. */
const isSameEmpty = (a: Piece, b: Piece) => isEmpty(a) && isEmpty(b) && a.held.path === b.held.path;

const overlaps = (a: Piece, b: Piece) => a.input === b.input && a.from < b.to && b.from < a.to;

/** What two pieces say that are the same stretch of the same input, whatever it was called. */
const contentOf = ({ held: { lines, messages, records, unparsedLines } }: Piece) =>
  [lines, messages, records, unparsedLines].join();

/** How the pieces of one summary lie to those of another: apart, all of one within the other, or equal. */
export type Relation = 'apart' | 'within' | 'around';

/**
 * Compares the pieces of two summaries.
 * @returns `within` when all of `theirs` are among `mine`, `around` when all of `mine` are among `theirs`.
 * @throws MergeError when they have something in common and both have more, or when ranges overlap that are not equal.
 */
export function relationOf(mine: readonly Piece[], theirs: readonly Piece[]): Relation {
  const byInput = new Map<number, Piece[]>();
  let known = 0;
  for (const piece of mine) {
    if (isEmpty(piece)) continue;
    known++;
    const others = byInput.get(piece.input);
    if (others === undefined) byInput.set(piece.input, [piece]);
    else others.push(piece);
  }
  let shared = 0;
  let all = 0;
  let example: Piece | null = null;
  for (const piece of theirs) {
    if (isEmpty(piece)) continue;
    all++;
    for (const other of byInput.get(piece.input) ?? []) {
      if (isSame(other, piece)) {
        if (contentOf(other) !== contentOf(piece)) throw differing(other, piece);
        shared++;
        example = piece;
      } else if (overlaps(other, piece)) throw overlapping(other, piece);
    }
  }
  if (all === 0)
    return theirs.length > 0 && theirs.every((piece) => mine.some((other) => isSameEmpty(other, piece))) ? 'within' : 'apart';
  if (example === null) return 'apart';
  if (shared === all) return 'within';
  if (shared === known) return 'around';
  throw new MergeError(
    `both hold ${nameOf(example)}, and each holds more beside it: what was counted twice cannot be taken out again`,
  );
}

const nameOf = ({ from, to, held }: Piece) => `${held.path} (bytes ${from} to ${to})`;

const overlapping = (a: Piece, b: Piece) =>
  new MergeError(
    `${nameOf(a)} and ${nameOf(b)} overlap: they begin with the same line, so what stands in both would be counted twice`,
  );

const differing = (a: Piece, b: Piece) =>
  new MergeError(
    `${nameOf(a)} and ${nameOf(b)} begin with the same line and are of one length, but hold ${a.held.records} and ${b.held.records} records: which of them is right cannot be told`,
  );
