import { closeSync, statSync } from 'node:fs';
import { InputError } from '../input/input-error.js';
import { type OpenFile, openFile } from '../input/read.js';
import type { Zone } from '../model/zone.js';
import { canBeCut, stretchesOf } from './plan.js';
import type { Stretch, WholeInput } from './stretch.js';

/** A log that is read in stretches. */
export interface CutInput {
  readonly whole: WholeInput;
  readonly file: OpenFile;
  /** No more of it is wanted. */
  isOver: boolean;
}

/** What is read in one go, in reading order. Behind the last stretch of a log comes its end. */
export type Job =
  | {
      readonly kind: 'wholes';
      readonly wholes: readonly WholeInput[] /** Files, which any thread can open. */;
      readonly areFiles: boolean;
    }
  | { readonly kind: 'stretch'; readonly cut: CutInput; readonly stretch: Stretch }
  | { readonly kind: 'end'; readonly cut: CutInput };

/** Small inputs are read together, up to so many and so many bytes. */
const MOST_TOGETHER = 256;
const BYTES_TOGETHER = 4 * 1024 * 1024;

export interface JobOptions {
  readonly zone: Zone;
  /** The length of the stretches in which a file of so many bytes is read, where it is longer; never when infinite. */
  readonly stretch: (size: number) => number;
  /** Whether small inputs are read together. */
  readonly together: boolean;
}

/** Cuts the work of a scan into jobs. Files are opened when their turn comes. */
export function* jobsOf(inputs: Iterable<WholeInput & { readonly isLog: boolean }>, options: JobOptions): Generator<Job> {
  let gathered: WholeInput[] = [];
  let bytes = 0;
  for (const { isLog, ...whole } of inputs) {
    const { path } = whole.source;
    const size = sizeOf(path);
    const length = size === null ? Infinity : options.stretch(size);
    const file = isLog && size !== null && size > length ? openLarge(path, length) : null;
    const isApart = file !== null || size === null || bytes === Infinity || !options.together || bytes + size > BYTES_TOGETHER;
    if (gathered.length > 0 && (isApart || gathered.length === MOST_TOGETHER)) {
      yield { kind: 'wholes', wholes: gathered, areFiles: bytes < Infinity };
      gathered = [];
      bytes = 0;
    }
    if (file === null) {
      gathered.push(whole);
      bytes += size ?? Infinity;
      continue;
    }
    const cut: CutInput = { whole, file, isOver: false };
    for (const stretch of stretchesOf(file, whole, options.zone, length)) {
      yield { kind: 'stretch', cut, stretch };
      if (cut.isOver) break;
    }
    yield { kind: 'end', cut };
  }
  if (gathered.length > 0) yield { kind: 'wholes', wholes: gathered, areFiles: bytes < Infinity };
}

/** The size of a plain file; null for what has none: pipes, standard input, what is not there. */
function sizeOf(path: string): number | null {
  if (path === '-') return null;
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null;
  }
}

/** Opens a file that can be read in stretches; null when it cannot, or not at all, which is told when it is read as a whole. */
function openLarge(path: string, length: number): OpenFile | null {
  try {
    const file = openFile(path);
    if (canBeCut(file, length)) return file;
    closeSync(file.descriptor);
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}
