import { describe, expect, test } from 'vitest';
import type { KnownFile } from '../../src/state/known-file.js';
import { KnownFiles, marksOf } from '../../src/state/known-files.js';
import { KnownMails } from '../../src/state/known-mails.js';
import { decodeState, encodeState, newState } from '../../src/state/state.js';

const file = (number: number, seen: number): KnownFile => {
  const head = Buffer.from(`line ${number}\n`);
  return {
    ...marksOf(head, head, head.length),
    ...{ name: `${number}`, lineBefore: 0, lines: 1, clock: null, lastTime: null, recognised: true },
    ...{ waiting: 0, packed: [], path: `mail.log.${number}`, seen },
  };
};
const names = (files: KnownFiles) => [...files].map(({ name }) => name);

describe('what is remembered is bounded', () => {
  test('files by when they were seen, and those of the last run never', () => {
    const files = new KnownFiles([file(1, 3), file(2, 1), file(3, 2), file(4, 5), file(5, 5)]);
    files.bound(5, 3);
    expect(names(files)).toEqual(['1', '4', '5']);
    files.bound(5, 1);
    expect(names(files)).toEqual(['4', '5']);
    expect(files.forgotten).toBe(3);
  });

  test('mails in the same way', () => {
    const mails = new KnownMails();
    for (const [mark, run] of [
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['a', 2],
      ['d', 3],
    ] as const)
      mails.meet(mark, run);
    mails.bound(3, 2);
    expect(mails.size).toBe(2);
    expect([mails.meet('a', 4), mails.meet('d', 4), mails.meet('b', 4)]).toEqual([true, true, false]);
    expect(mails.forgotten).toBe(2);
    mails.bound(4, 0);
    expect(mails.size).toBe(3);
  });

  test('and what was let go is kept with the rest', () => {
    const state = { ...newState(), use: 'report', run: 7, savedAt: 1_780_000_000_000, files: new KnownFiles([file(1, 3)], 4) };
    state.mails.meet('a', 7);
    state.mails.forgotten = 2;
    const read = decodeState(encodeState(state), 'state');
    expect(Buffer.from(encodeState(read))).toEqual(Buffer.from(encodeState(state)));
    expect(read).toMatchObject({ use: 'report', run: 7, files: { forgotten: 4 }, mails: { forgotten: 2, size: 1 } });
  });
});
