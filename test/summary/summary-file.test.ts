import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import { MergeError } from '../../src/summary/piece.js';
import { SummaryFileError } from '../../src/summary/summary-file.js';
import { boundaries, cut, facts, generated, lives } from './cut-logs.js';
import { event } from './events.js';
import { newSummary, type Piece, readInto, type Wish } from './reading.js';
import { filesOf, mergeFiles, readAgain, written } from './written.js';

const GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, ['recipientDomain'], ['sender', 'instance'], ['hour']];
const wish: Wish = { groupings: GROUPINGS, mails: true };

const logs = [1, 2].map(generated);
const ends = logs.map(boundaries);
const summaryOf = (pieces: readonly Piece[], asked: Wish = wish) => readInto(newSummary(asked), pieces, asked);
const expected = logs.map((bytes) => facts(summaryOf(cut(bytes, [])).conclude()));

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const choices = fc.array(fraction, { minLength: 24, maxLength: 24 });
const cuts = fc.array(fraction, { maxLength: 7 });

/** The start of the line in which a byte stands, or of the next: a line belongs to the piece in which it starts. */
const lineAt = (seed: number, where: number): number => {
  const at = Math.floor(where * logs[seed]!.length);
  return ends[seed]!.find((end) => end >= at) ?? logs[seed]!.length;
};

describe('a summary that is written and read', () => {
  test('is the same, at every cut of every life', () => {
    for (const life of Object.values(lives)) {
      const bytes = Buffer.from(life);
      for (const end of boundaries(bytes)) {
        for (const file of filesOf(cut(bytes, [end]), wish)) expect(written(readAgain(file))).toEqual(file);
      }
    }
  });

  test('counts what it counted', () => {
    for (const [seed, bytes] of logs.entries()) {
      const again = readAgain(written(summaryOf(cut(bytes, []))), GROUPINGS);
      expect(facts(again.conclude())).toEqual(expected[seed]);
    }
  });

  test('knows what each piece held', () => {
    const pieces = cut(logs[0]!, [ends[0]![100]!]);
    const again = readAgain(written(summaryOf(pieces)));
    expect(again.pieces).toEqual(summaryOf(pieces).pieces);
    expect(again.pieces.map(({ from, to }) => [from, to])).toEqual(pieces.map(({ from, bytes }) => [from, from + bytes.length]));
  });

  test('keeps bounce mails and the failures that they may tell of', () => {
    const { evidence, verdict } = event({
      recipient: 'bob@there.example',
      ms: 1e12,
      diagnostic: 'no',
      sender: 'ann@here.example',
    });
    const mail = { evidence: { ...evidence, sourceType: 'mail', host: 'mx1.here.example' } as const, verdict };
    const told = () => {
      const summary = newSummary(wish);
      summary.startRun().mail(mail, 'one mail');
      return written(summary);
    };
    const logged = () => {
      const summary = newSummary(wish);
      summary.returns?.failed({ ...evidence, time: { ms: 1e12 - 86_400_000, offset: 0 } });
      return written(summary);
    };
    expect(readAgain(told()).conclude().totals.returned).toBe(1);
    for (const [first, second] of [
      [told(), logged()],
      [logged(), told()],
    ] as const) {
      const summary = readAgain(first);
      summary.merge(readAgain(second));
      const both = written(summary);
      expect(written(readAgain(both))).toEqual(both);
      expect(readAgain(both).conclude().totals).toMatchObject({ returned: 0, records: { bounced: 1 } });
    }
  });

  test('can be read by some of its groupings', () => {
    const pieces = cut(logs[0]!, [ends[0]![300]!, ends[0]![600]!]);
    for (const groupings of [[GROUPINGS[1]!], [GROUPINGS[3]!, GROUPINGS[0]!]]) {
      const parts = filesOf(pieces, wish).map((file) => readAgain(file, groupings));
      for (const part of parts.slice(1)) parts[0]!.merge(part);
      const asked = { ...wish, groupings };
      expect(facts(parts[0]!.conclude())).toEqual(facts(summaryOf(cut(logs[0]!, []), asked).conclude()));
    }
  });
});

describe('summaries of pieces', () => {
  test('cut anywhere, merged in any order and more than once, written and read at every step, count what the whole counts', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1 }), cuts, choices, choices, (seed, where, order, another) => {
        const pieces = cut(
          logs[seed]!,
          where.map((at) => lineAt(seed, at)),
        );
        const files = filesOf(pieces, wish);
        const merged = mergeFiles(files, order);
        expect(facts(readAgain(merged, GROUPINGS).conclude())).toEqual(expected[seed]);
        expect(mergeFiles(files, another).equals(merged)).toBe(true);
      }),
      { numRuns: 40, seed: 20_250_307 },
    );
  });
});

describe('a piece that is merged again', () => {
  const bytes = logs[0]!;
  const [a, b, c] = [300, 500, 700].map((line) => ends[0]![line]!) as [number, number, number];
  const between = (...at: number[]) => summaryOf(cut(bytes, at).filter(({ from }) => at.includes(from) || from === 0));
  const piece = (from: number, to: number) => summaryOf(cut(bytes, [from, to]).filter((one) => one.from === from));

  test('changes nothing and is named', () => {
    const summary = between(a, b);
    const before = written(between(a, b));
    expect(summary.merge(piece(a, b)).map(({ from, to }) => [from, to])).toEqual([[a, b]]);
    expect(written(summary)).toEqual(before);
    expect(summary.merge(between(a, b))).toHaveLength(3);
    expect(written(summary)).toEqual(before);
  });

  test('may be part of what comes second', () => {
    const summary = piece(a, b);
    expect(summary.merge(between(a, b)).map(({ from, to }) => [from, to])).toEqual([[a, b]]);
    expect(written(summary)).toEqual(written(between(a, b)));
  });

  test('is refused where each holds more beside it', () => {
    const [first, second] = [piece(a, b), piece(a, b)];
    first.merge(piece(b, c));
    second.merge(piece(c, bytes.length));
    const before = written(first);
    expect(() => first.merge(second)).toThrow(MergeError);
    expect(written(first)).toEqual(before);
  });

  test('is refused where it holds something else under the same first line', () => {
    const [first, second] = [newSummary(wish), newSummary(wish)];
    readInto(first, cut(bytes, [a]).slice(0, 1), wish);
    const other = Buffer.from(bytes.subarray(0, a).toString('latin1').replaceAll('/smtp[', '/smtx['), 'latin1');
    readInto(second, cut(other, []), wish);
    expect(() => first.merge(second)).toThrow(/records/);
  });
});

describe('summaries that were asked for different things', () => {
  test.each<[string, Wish, RegExp]>([
    ['another period', { ...wish, since: Date.UTC(2026, 5, 5) }, /periods/],
    ['other groupings', { ...wish, groupings: [['day']] }, /counts by/],
  ])('are not merged: %s', (_, other, message) => {
    expect(() => newSummary(wish).merge(newSummary(other))).toThrow(message);
  });
});

describe('a file that is no summary', () => {
  const file = written(summaryOf(cut(Buffer.from(lives.deferredThenDelivered), [])));

  test('is refused when it is cut short', () => {
    for (let length = 0; length < file.length; length++) {
      expect(() => readAgain(file.subarray(0, length))).toThrow(SummaryFileError);
    }
  });

  test('is refused when any byte is another', () => {
    for (let at = 0; at < file.length; at++) {
      const damaged = Buffer.from(file);
      damaged[at]! ^= 1 << (at % 8);
      let again: Buffer | null = null;
      try {
        again = written(readAgain(damaged));
      } catch (error) {
        expect(error).toBeInstanceOf(SummaryFileError);
      }
      // A few bits are never looked at: those that fill the last byte of what is compressed.
      if (again !== null) expect(again).toEqual(file);
    }
  });

  test('is refused when something stands behind it', () => {
    expect(() => readAgain(Buffer.concat([file, Buffer.from('\n')]))).toThrow(/behind/);
  });

  test('is refused when it is of a newer version, which is named', () => {
    const newer = Buffer.concat([Buffer.from('bouncelens-summary/3\n'), file.subarray(file.indexOf(10) + 1)]);
    expect(() => readAgain(newer)).toThrow(/version 3/);
  });

  test.each([
    ['an empty file', ''],
    ['a log', 'Jun  5 10:00:00 mx1 postfix/qmgr[1]: AAAAA1: removed\n'],
    ['a report', '{"schema":"bouncelens-report/1"}'],
  ])('is refused: %s', (_, content) => {
    expect(() => readAgain(Buffer.from(content))).toThrow(/no summary/);
  });

  test('is refused or read, whatever is inside, and nothing else happens', () => {
    const start = file.subarray(0, file.indexOf(10) + 1);
    const inside = inflateSync(file.subarray(start.length));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: inside.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const changed = Buffer.from(inside);
          for (const [at, value] of changes) changed[at] = value;
          try {
            readAgain(Buffer.concat([start, deflateSync(changed)])).conclude();
          } catch (error) {
            expect(error).toBeInstanceOf(SummaryFileError);
          }
        },
      ),
      { numRuns: 2000, seed: 20_250_308 },
    );
  });
});
