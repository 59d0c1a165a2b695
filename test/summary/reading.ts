import { Classifier } from '../../src/classify/classify.js';
import { LineFramer } from '../../src/input/line-framer.js';
import { detailFor, FULL_DETAIL } from '../../src/model/detail.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { BounceEvent, RecipientOutcome } from '../../src/model/event.js';
import { Zone } from '../../src/model/zone.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { Glance } from '../../src/mta/postfix/glance.js';
import { PostfixReader } from '../../src/mta/postfix/reader.js';
import type { Counts, Row, RowCount } from '../../src/summary/counts.js';
import { Summary, type SummaryOptions } from '../../src/summary/summary.js';

/** The year of the logs of these tests. */
export const YEAR = 2026;

export const UTC = new Zone('UTC');

/** `10:00:05 smtp: …` or `7 10:00:05 mx2 postfix-out/smtp: …`: day and host may be left out, and `postfix/` too. */
const SHORT_LINE = /^(?:(\d{1,2}) )?(\d\d:\d\d:\d\d) (?:([^\s:]+) )?([^\s:]+): (.*)$/;

/** A log as rsyslog writes it, of lines in short: June 5, host mx1, instance postfix where they say nothing else. */
export function log(short: string): string {
  return short
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const parts = SHORT_LINE.exec(line);
      if (parts === null) throw new Error(`not a line in short: ${line}`);
      const [, day = '5', time, host = 'mx1', program, text] = parts;
      const tag = program!.startsWith('postfix') ? program! : `postfix/${program}`;
      return `Jun ${day.padStart(2)} ${time} ${host} ${tag}[4711]: ${text}\n`;
    })
    .join('');
}

/** The instant of a time of day on a day of June. */
export const june = (day: number, time: string): number => Date.parse(`${YEAR}-06-${`${day}`.padStart(2, '0')}T${time}Z`);

export interface Wish {
  readonly groupings?: readonly (readonly Dimension[])[];
  readonly since?: number;
  readonly until?: number;
  /** The year of the first line; inferred from when the log was last written when absent. */
  readonly year?: number;
  /** Whether bounce mails may come from elsewhere. */
  readonly mails?: boolean;
  readonly outcome?: (outcome: RecipientOutcome) => void;
  readonly event?: (event: BounceEvent) => void;
  /** Whether it is wanted how long recipients waited; it is when absent. */
  readonly delays?: boolean;
  /** Whether the log is read without envelopes, and its ordinary lines at a glance or one by one. */
  readonly lines?: 'at a glance' | 'one by one';
}

export function newSummary(wish: Wish = {}): Summary {
  const classifier = new Classifier();
  const { outcome, event } = wish;
  const listener = { ...(outcome === undefined ? {} : { outcome }), ...(event === undefined ? {} : { event }) };
  const options: SummaryOptions = {
    groupings: wish.groupings ?? [DEFAULT_GROUPING],
    since: wish.since ?? null,
    until: wish.until ?? null,
    zone: UTC,
    mails: wish.mails ?? false,
    classify: (evidence, said) => classifier.classify(evidence, said),
    ...(Object.keys(listener).length === 0 ? {} : { listener }),
  };
  return Summary.empty(options);
}

/** A stretch of one input. */
export interface Piece {
  readonly input: number;
  readonly bytes: Buffer;
  /** Where it begins in its input, and the number of its first line. */
  readonly from: number;
  readonly firstLine: number;
  /** When its last line was written. */
  readonly reference: number;
}

/** Reads stretches that follow each other into one run of a summary. */
export function readInto(summary: Summary, pieces: readonly Piece[], wish: Wish = {}): Summary {
  const groupings = wish.groupings ?? [DEFAULT_GROUPING];
  const run = summary.startRun();
  for (const { input, bytes, from, firstLine, reference } of pieces) {
    const glance = wish.lines === 'at a glance' ? Glance.lend()! : null;
    const reader = new PostfixReader(run, {
      clock: new LogClock({ zone: UTC, reference, year: wish.year }),
      input,
      ...(wish.outcome === undefined ? detailFor(groupings, wish.delays ?? true) : FULL_DETAIL),
      ...(wish.lines === undefined ? { envelopes: 'full' } : { envelopes: 'none' }),
      ...(glance === null ? {} : { messages: run, glance }),
    });
    let line = firstLine;
    const { totals } = summary.counts;
    const before = { lines: totals.lines, unparsedLines: totals.unparsedLines, records: run.records };
    const framer = new LineFramer(
      {
        skim(buf, start, filled, offset) {
          const skimmed = { lines: line - 1, knownLines: 0 };
          const at = reader.skim(buf, start, filled, from + offset, skimmed);
          totals.lines += skimmed.lines - (line - 1);
          line = skimmed.lines + 1;
          return at;
        },
        line(buf, start, end, offset) {
          totals.lines++;
          if (reader.read(buf, start, end, from + offset, line++) === 'unparsed') totals.unparsedLines++;
        },
        overlong() {
          totals.lines++;
          totals.unparsedLines++;
          line++;
        },
      },
      0,
      glance?.block,
    );
    framer.push(bytes);
    framer.end();
    reader.end();
    glance?.giveBack();
    const held = {
      path: `mail.log.${input}`,
      kind: 'log',
      mta: 'postfix',
      lines: totals.lines - before.lines,
      messages: 0,
      records: run.records - before.records,
      unparsedLines: totals.unparsedLines - before.unparsedLines,
      error: null,
    };
    run.cover({ input, from, to: from + bytes.length, firstTime: null, held });
  }
  return summary;
}

/** A text as one whole input. */
export const wholeInput = (text: string): Piece => ({
  input: 0,
  bytes: Buffer.from(text, 'utf8'),
  from: 0,
  firstLine: 1,
  reference: Date.UTC(YEAR, 11, 1),
});

/** What a log counts when it is read at once. */
export function read(text: string, wish: Wish = {}): Counts {
  return readInto(newSummary(wish), [wholeInput(text)], wish).conclude();
}

/** The rows of one grouping by their values, `-` for what is not known. */
export function rowsOf(counts: Counts, grouping = 0): Map<string, Row> {
  return new Map([...counts.rows[grouping]!.values()].map((row) => [row.values.map((value) => value ?? '-').join(' '), row]));
}

/** The counts of a row that are not zero. */
export function nonZero(row: Row | undefined): Partial<Record<RowCount, number>> | undefined {
  return row === undefined ? undefined : Object.fromEntries(Object.entries(row.counts).filter(([, count]) => count !== 0));
}
