import { describe, expect, it } from 'vitest';
import { contentOf, SAMPLE } from '../../src/input/content.js';

const LINE = 'Jun  5 02:37:15 mx postfix/smtp[7]: 4F1A2B3C4D: to=<a@example.net>, relay=none, status=bounced (x)\n';
const text = (length: number) => Buffer.from(LINE.repeat(Math.ceil(length / LINE.length))).subarray(0, length);
const bytes = (...values: readonly number[]) => Buffer.concat([Buffer.from(values), Buffer.alloc(20, 1)]);

describe('what the first bytes of an input are', () => {
  it('is nothing when there are none', () => {
    expect(contentOf(Buffer.alloc(0))).toBe('empty');
  });

  it.each([
    ['gzip', bytes(0x1f, 0x8b, 8)],
    ['zstd', bytes(0x28, 0xb5, 0x2f, 0xfd)],
    ['xz', bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
    ['bzip2', bytes(0x42, 0x5a, 0x68, 0x39)],
  ] as const)('is %s by its mark', (content, sample) => {
    expect(contentOf(sample)).toBe(content);
  });

  it.each([
    ['a log', text(2000)],
    ['a log in CRLF', Buffer.from(LINE.replace('\n', '\r\n').repeat(20))],
    ['an empty line', Buffer.from('\n')],
    ['Latin-1, which is no UTF-8', Buffer.from(`${LINE}status=bounced (gr\xfc\xdfe)\n`, 'latin1')],
    [
      'a log with bytes of every value above 127',
      Buffer.concat([text(500), Buffer.from(Array.from({ length: 128 }, (_, i) => 128 + i))]),
    ],
    ['a log in colour', Buffer.from('\x1b[31mJun  5\x1b[0m 02:37:15 mx postfix/smtp[7]: x\n'.repeat(20))],
    ['a log with a damaged byte', Buffer.concat([text(500), Buffer.from([7]), text(500)])],
    ['a log that starts with a run of NULs', Buffer.concat([Buffer.alloc(4096), text(2000)])],
    ['a log with a run of NULs within', Buffer.concat([text(1000), Buffer.alloc(30_000), text(1000)])],
    ['a log that ends with a run of NULs', Buffer.concat([text(1000), Buffer.alloc(SAMPLE - 1000)])],
    ['NULs as far as one can see', Buffer.alloc(SAMPLE)],
  ])('is text for %s', (_what, sample) => {
    expect(contentOf(sample)).toBe('text');
  });

  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)])],
    ['numbers of four bytes', Buffer.from(Uint32Array.from({ length: 1000 }, (_, i) => i * 3).buffer)],
    ['UTF-16, which no MTA writes', Buffer.from(`\ufeff${LINE.repeat(10)}`, 'utf16le')],
    ['control characters', Buffer.alloc(500, 1)],
  ])('is binary for %s', (_what, sample) => {
    expect(contentOf(sample)).toBe('binary');
  });
});
