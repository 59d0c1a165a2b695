import { closeSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { type OpenFile, openFile } from '../input/read.js';
import type { Zone } from '../model/zone.js';
import { type FirstTime, firstTime } from '../mta/first-time.js';

/** An input in reading order. */
export interface OrderedSource {
  readonly source: Source;
  /** The year of its first line, where that has none; undefined when it is to be inferred. */
  readonly year: number | undefined;
}

export interface Ordered {
  readonly sources: readonly OrderedSource[];
  readonly errors: readonly InputError[];
}

/**
 * Puts inputs into the order of their content: a rotated log is older than the live one, whatever the two are called.
 * Inputs without a time (standard input, empty files) keep their place behind the others.
 * @param year of the first line of the oldest log without years; those that follow it keep their distance.
 */
export function orderByTime(sources: readonly Source[], zone: Zone, year: number | undefined): Ordered {
  const errors: InputError[] = [];
  const timed: { source: Source; time: FirstTime | null }[] = [];
  for (const source of sources) {
    if (source.path === '-' || isPipe(source.path)) {
      timed.push({ source, time: null });
      continue;
    }
    try {
      const file = openFile(source.path);
      closeSync(file.descriptor);
      timed.push({ source, time: timeOf(file, zone) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  }
  const at = ({ time }: { readonly time: FirstTime | null }) => time?.ms ?? Infinity;
  timed.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
  const oldest = timed.find(({ time }) => time?.yearless)?.time ?? null;
  const shift = year === undefined || oldest === null ? 0 : year - oldest.year;
  return {
    sources: timed.map(({ source, time }) => ({
      source,
      year: year === undefined ? undefined : time?.yearless ? time.year + shift : year,
    })),
    errors,
  };
}

/** A pipe can be read only once: looking into it would take away what it holds. */
function isPipe(path: string): boolean {
  try {
    return statSync(path).isFIFO();
  } catch {
    return false;
  }
}

function timeOf(file: OpenFile, zone: Zone): FirstTime | null {
  const sample = file.content === 'gzip' ? inflated(file.sample) : file.content === 'text' ? file.sample : Buffer.alloc(0);
  return firstTime(sample, { zone, reference: file.stats.mtimeMs });
}

/** What the first bytes of a gzip file hold; nothing when they are damaged. */
function inflated(sample: Buffer): Buffer {
  try {
    return gunzipSync(sample, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 22 });
  } catch {
    return Buffer.alloc(0);
  }
}
