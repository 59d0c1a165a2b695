import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { headOfFile, isPipe, openFile } from '../input/read.js';
import { mailShapeOf } from '../mail/mail-shape.js';
import type { Zone } from '../model/zone.js';
import { type FirstTime, firstTime } from '../mta/first-time.js';
import { type Candidate, COMPARED_HEAD, findCopies } from './copies.js';

/** An input in reading order. */
export interface OrderedSource {
  readonly source: Source;
  /** The year of its first line, where that has none; undefined when it is to be inferred. */
  readonly year: number | undefined;
  /** What it holds, as far as that was looked at; null for what can be read only once. */
  readonly holds: 'mail' | 'other' | null;
  /** The time of its first line, milliseconds since 1970; null where none was seen. */
  readonly firstTime: number | null;
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
  readonly holds: OrderedSource['holds'];
}

/**
 * Puts inputs into the order of their content: a rotated log is older than the live one, whatever the two are called.
 * Inputs without a time (standard input, empty files, mails) keep their place behind the others. Of a log and its copies
 * only one is read.
 * @param year of the first line of the oldest log without years; those that follow it keep their distance.
 * @param inputFormat what all inputs hold, when that was told.
 */
export async function orderByTime(
  sources: readonly Source[],
  zone: Zone,
  year: number | undefined,
  inputFormat: string | null = null,
): Promise<Ordered> {
  const isToldMail = inputFormat === 'mbox' || inputFormat === 'mail';
  const errors: InputError[] = [];
  const seen: Seen[] = [];
  for (const source of sources) {
    if (source.path === '-' || isPipe(source.path)) {
      seen.push({ source, time: null, candidate: null, holds: isToldMail ? 'mail' : null });
      continue;
    }
    // Mails have no order to keep: what is known to be one is opened only when it is read.
    if (isToldMail || source.maildir !== undefined || (inputFormat === null && source.path.endsWith('.eml'))) {
      seen.push({ source, time: null, candidate: null, holds: 'mail' });
      continue;
    }
    try {
      const file = openFile(source.path);
      const head = await headOfFile(file);
      const { path, content, stats } = file;
      if (inputFormat === null && mailShapeOf(head) !== null) {
        seen.push({ source, time: null, candidate: null, holds: 'mail' });
        continue;
      }
      seen.push({
        source,
        holds: 'other',
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
    sources: timed.map(({ source, time, holds }) => ({
      source,
      holds,
      firstTime: time?.ms ?? null,
      year: year === undefined ? undefined : time?.yearless ? time.year + shift : year,
    })),
    errors,
    notes: copies.map(({ note }) => note),
  };
}
