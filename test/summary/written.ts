import { Classifier } from '../../src/classify/classify.js';
import type { Summary } from '../../src/summary/summary.js';
import { SummaryFile, writeSummary } from '../../src/summary/summary-file.js';
import { newSummary, type Piece, readInto, type Wish } from './reading.js';

/** Inputs of these tests are called by their number. */
const inputs = { nameOf: String, inputOf: Number, begins: () => {}, ends: () => {} };

export const written = (summary: Summary): Buffer => Buffer.from(writeSummary(summary, inputs));

/** Reads a summary, with all of its groupings or some. */
export function readAgain(bytes: Uint8Array, groupings?: Summary['options']['groupings']): Summary {
  const file = new SummaryFile(bytes);
  const classifier = new Classifier();
  const classify = classifier.classify.bind(classifier);
  return file.read({ groupings: groupings ?? file.head.groupings, classify, inputs });
}

/** The summary of each piece, as a file. */
export const filesOf = (pieces: readonly Piece[], wish: Wish): Buffer[] =>
  pieces.map((piece) => written(readInto(newSummary(wish), [piece], wish)));

/**
 * Merges two of the files again and again until one is left, each time written and read; the numbers from 0 to 1 choose them.
 * Now and then a piece, or what was made of some, is merged once more where it is already in.
 */
export function mergeFiles(files: readonly Buffer[], choices: readonly number[]): Buffer {
  const left = files.map((file) => ({ file, within: [file] }));
  let used = 0;
  const choice = () => choices[used++ % choices.length] ?? 0;
  const pick = () => left.splice(Math.floor(choice() * left.length), 1)[0]!;
  while (left.length > 1) {
    const [a, b] = [pick(), pick()];
    const summary = readAgain(a.file);
    summary.merge(readAgain(b.file));
    const within = [...a.within, ...b.within];
    const again = within[Math.floor(choice() * within.length * 2)];
    if (again !== undefined) summary.merge(readAgain(again));
    const file = written(summary);
    left.push({ file, within: [...within, file] });
  }
  return left[0]!.file;
}
