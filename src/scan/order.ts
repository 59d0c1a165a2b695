import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { headOfFile, isPipe, openFile } from '../input/read.js';
import type { Zone } from '../model/zone.js';
import { type FirstTime, firstTime } from '../mta/first-time.js';
import { type Candidate, COMPARED_HEAD, findCopies } from './copies.js';

/** An input in reading order. */
export interface OrderedSource {
  readonly source: Source;
  /** The year of its first line, where that has none; undefined when it is to be inferred. */
  readonly year: number | undefined;
}

export interface Ordered {
  readonly sources: readonly OrderedSource[];
  readonly errors: readonly InputError[];
  /** What is left out, and why. */
  readonly notes: readonly string[];
}

/** An input that was looked at. */
interface Seen {
  readonly source: Source;
  readonly time: FirstTime | null;
  /** For inputs that can be read twice and hold anything. */
  readonly candidate: Candidate | null;
}

/**
 * Puts inputs into the order of their content: a rotated log is older than the live one, whatever the two are called.
 * Inputs without a time (standard input, empty files) keep their place behind the others. Of a log and its copies only
 * one is read.
 * @param year of the first line of the oldest log without years; those that follow it keep their distance.
 */
export async function orderByTime(sources: readonly Source[], zone: Zone, year: number | undefined): Promise<Ordered> {
  const errors: InputError[] = [];
  const seen: Seen[] = [];
  for (const source of sources) {
    if (source.path === '-' || isPipe(source.path)) {
      seen.push({ source, time: null, candidate: null });
      continue;
    }
    try {
      const file = openFile(source.path);
      const head = await headOfFile(file);
      const { path, content, stats } = file;
      seen.push({
        source,
        time: firstTime(head, { zone, reference: stats.mtimeMs }),
        candidate:
          head.length === 0
            ? null
            : {
                path,
                head: Buffer.from(head.subarray(0, COMPARED_HEAD)),
                kind: content,
                size: content === 'text' ? stats.size : null,
              },
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  }
  const copies = await findCopies(seen.flatMap(({ candidate }) => candidate ?? []));
  const leftOut = new Set(copies.map(({ candidate }) => candidate));
  const timed = seen.filter(({ candidate }) => candidate === null || !leftOut.has(candidate));
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
    notes: copies.map(({ note }) => note),
  };
}
