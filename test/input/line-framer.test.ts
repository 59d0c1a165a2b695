import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineFramer, LONGEST_LINE } from '../../src/input/line-framer.js';

interface Line {
  /** Long ones are cut, so that a failure can be read. */
  readonly text: string;
  readonly length: number;
  readonly offset: number;
  readonly overlong: boolean;
}

/** The block that `fill` reads at most, so that files are cut at other places than pipes. */
const BLOCK = 256 * 1024;

const brief = (text: string) => (text.length > 100 ? `${text.slice(0, 10)}…${text.slice(-10)}` : text);

function collector() {
  const lines: Line[] = [];
  const add = (overlong: boolean) => (buf: Buffer, start: number, end: number, offset: number) => {
    lines.push({ text: brief(buf.toString('latin1', start, end)), length: end - start, offset, overlong });
  };
  const framer = new LineFramer({ line: add(false), overlong: add(true) });
  return { framer, lines };
}

/** The lines of an input that comes as a stream of these chunks. */
function pushed(...chunks: readonly (string | Buffer)[]): Line[] {
  const { framer, lines } = collector();
  for (const chunk of chunks) framer.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk);
  framer.end();
  return lines;
}

/** The lines of an input that is read like a file, in reads of at most these sizes, the last one again and again. */
function filled(input: Buffer, sizes: readonly number[]): Line[] {
  const { framer, lines } = collector();
  let at = 0;
  let turn = 0;
  for (;;) {
    const size = sizes[Math.min(turn++, sizes.length - 1)] ?? BLOCK;
    const read = framer.fill((buffer, to, length) => {
      const copied = input.copy(buffer, to, at, at + Math.min(length, size));
      at += copied;
      return copied;
    });
    if (read === 0) break;
  }
  framer.end();
  return lines;
}

function cut(input: Buffer, at: readonly number[]): Buffer[] {
  const edges = [0, ...[...at].sort((a, b) => a - b), input.length];
  return edges.slice(1).map((edge, i) => input.subarray(edges[i], edge));
}

const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);
const line = (text: string, offset: number): Line => ({ text: brief(text), length: text.length, offset, overlong: false });
const overlong = (text: string, offset: number): Line => ({ ...line(text.slice(0, LONGEST_LINE), offset), overlong: true });

describe('the lines of an input', () => {
  it.each([
    ['LF', 'one\ntwo\n', [line('one', 0), line('two', 4)]],
    ['CRLF', 'one\r\ntwo\r\n', [line('one', 0), line('two', 5)]],
    ['both', 'one\r\ntwo\nthree\r\n', [line('one', 0), line('two', 5), line('three', 9)]],
    ['no newline at the end', 'one\ntwo', [line('one', 0), line('two', 4)]],
    ['a CR but no newline at the end', 'one\ntwo\r', [line('one', 0), line('two', 4)]],
    ['empty lines', '\n\none\r\n\r\n\n', [line('', 0), line('', 1), line('one', 2), line('', 7), line('', 9)]],
    ['a CR within a line', 'o\rne\n', [line('o\rne', 0)]],
    ['bytes that are no UTF-8', '\xff\xfe\x80\n\xe4\n', [line('\xff\xfe\x80', 0), line('\xe4', 4)]],
    ['nothing', '', []],
    ['a run of NULs before a line', 'one\n\0\0\0two\nthree\n', [line('one', 0), line('two', 4), line('three', 11)]],
    ['NULs within a line', 'o\0ne\n', [line('o\0ne', 0)]],
    ['a line of NULs', '\0\0\0\ntwo\n', [line('', 0), line('two', 4)]],
    ['NULs at the end', 'one\n\0\0', [line('one', 0), line('', 4)]],
  ])('with %s', (_what, input, expected) => {
    expect(pushed(input)).toEqual(expected);
    expect(filled(Buffer.from(input, 'latin1'), [])).toEqual(expected);
  });

  it('are the same wherever the input is split', () => {
    const input = Buffer.from('one\r\n\0\0two\n\n\r\nthree \xff\0four\r\r\nend', 'latin1');
    const expected = [
      line('one', 0),
      line('two', 5),
      line('', 11),
      line('', 12),
      line('three \xff\0four\r', 14),
      line('end', 29),
    ];
    for (let i = 0; i <= input.length; i++) {
      for (let j = i; j <= input.length; j++) {
        expect(pushed(...cut(input, [i, j])), `split at ${i} and ${j}`).toEqual(expected);
        expect(filled(input, [i || 1, j - i || 1, input.length]), `read as ${i}, ${j - i}`).toEqual(expected);
      }
    }
    expect(pushed(...input.toString('latin1'))).toEqual(expected);
  });

  it('are the same for any chunks of any input', () => {
    // A number is that many bytes.
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '\0', '\0\0\0', ''),
      fc.string({ unit: fc.constantFrom('a', 'é', '\t', '"'), maxLength: 12 }),
      fc.integer({ min: LONGEST_LINE - 2, max: LONGEST_LINE + 2 }),
      fc.integer({ min: 1, max: 2 * LONGEST_LINE }),
    );
    const splits = fc.array(fc.nat(), { maxLength: 8 });
    const reads = fc.array(fc.integer({ min: 1, max: BLOCK }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), splits, reads, (pieces, places, sizes) => {
        const text = pieces.map((one) => (typeof one === 'string' ? one : 'm'.repeat(one))).join('\n');
        const input = Buffer.from(text, 'latin1');
        const whole = pushed(input);
        // Half of the cuts lie at, before or behind the end of a line, where they matter most.
        const ends = whole.map(({ length, offset }) => offset + length);
        const at = places.map((place, i) =>
          i % 2 === 0 || ends.length === 0
            ? place % (input.length + 1)
            : Math.min(input.length, ends[place % ends.length]! + (place % 3)),
        );
        expect(pushed(...cut(input, at))).toEqual(whole);
        expect(filled(input, sizes)).toEqual(whole);
        // Every line stands where its offset says, behind the newline before it.
        for (const { text, length, offset } of whole) {
          let start = offset;
          while (input[start] === 0) start++;
          expect(brief(input.toString('latin1', start, start + length))).toBe(text);
          expect(offset === 0 || input[offset - 1] === 10).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are as many as the newlines, with one more for what follows the last', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\0') }), (input) => {
        const parts = input.split('\n');
        if (parts.at(-1) === '') parts.pop();
        expect(texts(pushed(input))).toEqual(parts.map((part) => part.replace(/\r$/, '').replace(/^\0+/, '')));
      }),
    );
  });
});

describe('position', () => {
  it('is behind the last byte taken', () => {
    const { framer } = collector();
    expect(framer.position).toBe(0);
    framer.push(Buffer.from('one\ntw'));
    expect(framer.position).toBe(6);
    framer.push(Buffer.alloc(300_000, 'x'));
    expect(framer.position).toBe(300_006);
    framer.push(Buffer.from('\nlast'));
    framer.end();
    expect(framer.position).toBe(300_011);
  });
});

describe('a line that is too long', () => {
  const head = 'x'.repeat(LONGEST_LINE);
  const around = (length: number, end = '\n') => Buffer.from(`before\n${'x'.repeat(length)}${end}after\n`);

  it.each([LONGEST_LINE + 1, LONGEST_LINE + 2, 2 * LONGEST_LINE, BLOCK, BLOCK + LONGEST_LINE + 1, 3 * BLOCK + 17])(
    'of %i bytes is told once, cut, and the lines around it are whole',
    (length) => {
      const input = around(length);
      const expected = [line('before', 0), overlong(head, 7), line('after', 8 + length)];
      for (const found of [
        pushed(input),
        pushed(...cut(input, [7, 1000, LONGEST_LINE, LONGEST_LINE + 7, LONGEST_LINE + 8, length + 7, length + 8])),
        filled(input, [BLOCK]),
        filled(input, [1000]),
      ])
        expect(found).toEqual(expected);
    },
  );

  it('of exactly the longest length is no such line, however it comes', () => {
    const input = around(LONGEST_LINE);
    const expected = [line('before', 0), line(head, 7), line('after', 8 + LONGEST_LINE)];
    expect(pushed(input), 'at once').toEqual(expected);
    expect(pushed(...cut(input, [7 + LONGEST_LINE])), 'its newline in the next chunk').toEqual(expected);
    expect(filled(input, [7 + LONGEST_LINE, 100]), 'its newline in the next block').toEqual(expected);
    expect(filled(input, [1000]), 'in small blocks').toEqual(expected);
  });

  it('does not become one by its CR', () => {
    const input = around(LONGEST_LINE, '\r\n');
    const expected = [line('before', 0), line(head, 7), line('after', 9 + LONGEST_LINE)];
    expect(pushed(input), 'at once').toEqual(expected);
    expect(pushed(...cut(input, [7 + LONGEST_LINE + 1])), 'the CR in one chunk, the LF in the next').toEqual(expected);
  });

  it('does not become one by the NULs before it', () => {
    const nuls = '\0'.repeat(LONGEST_LINE + 10);
    const input = Buffer.from(`before\n${nuls}one\nafter\n`);
    const expected = [line('before', 0), line('one', 7), line('after', 7 + nuls.length + 4)];
    expect(pushed(input), 'at once').toEqual(expected);
    expect(pushed(...cut(input, [LONGEST_LINE + 8])), 'cut within the NULs').toEqual(expected);
    expect(filled(input, [1000]), 'in small blocks').toEqual(expected);
  });

  it('may be the last, without a newline', () => {
    const input = Buffer.from(`before\n${'x'.repeat(LONGEST_LINE + 1)}`);
    const expected = [line('before', 0), overlong(head, 7)];
    expect(pushed(input)).toEqual(expected);
    expect(filled(input, [999])).toEqual(expected);
  });

  it('is none where NULs are all there is, however they come', () => {
    const length = LONGEST_LINE + 30_000;
    const input = Buffer.concat([Buffer.from('before\n'), Buffer.alloc(length)]);
    const expected = [line('before', 0), line('', 7)];
    expect(pushed(input), 'at once').toEqual(expected);
    for (const at of [1_000, LONGEST_LINE, length]) expect(pushed(...cut(input, [7 + at])), `cut at ${at}`).toEqual(expected);
    expect(filled(input, [999]), 'in small blocks').toEqual(expected);
  });

  it('may follow another', () => {
    const long = 'x'.repeat(LONGEST_LINE + 100);
    const input = Buffer.from(`${long}\n${long}\nafter`);
    const expected = [overlong(head, 0), overlong(head, long.length + 1), line('after', 2 * long.length + 2)];
    expect(pushed(input)).toEqual(expected);
    expect(filled(input, [70_000])).toEqual(expected);
  });

  it('of 100 MB takes no memory', () => {
    const chunk = Buffer.alloc(1 << 20, 'x');
    const { framer, lines } = collector();
    framer.push(Buffer.from('before\n'));
    const memory = () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const start = memory();
    let most = 0;
    for (let i = 0; i < 100; i++) {
      framer.push(chunk);
      most = Math.max(most, memory() - start);
    }
    framer.push(Buffer.from('\nafter\n'));
    framer.end();
    expect(lines).toEqual([line('before', 0), overlong(head, 7), line('after', 100 * chunk.length + 8)]);
    expect(most).toBeLessThan(8 << 20);
  });
});
