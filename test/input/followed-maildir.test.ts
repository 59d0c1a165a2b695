import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FollowedMaildir } from '../../src/input/followed-maildir.js';
import { InputError } from '../../src/input/input-error.js';

let box: string;
beforeEach(() => {
  box = mkdtempSync(path.join(tmpdir(), 'bouncelens-box-'));
  for (const folder of ['new', 'cur']) mkdirSync(path.join(box, folder));
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(box, { recursive: true });
});

/** A Maildir that is followed, what was read of it, and what was told. */
class Following {
  readonly maildir: FollowedMaildir;
  readonly tried: string[] = [];
  readonly read: string[] = [];
  readonly failures: string[] = [];
  /** What reading fails with; null where it does not. */
  fault: string | null = null;

  constructor() {
    this.maildir = new FollowedMaildir(
      box,
      async ({ path: file }) => {
        this.tried.push(path.basename(file));
        if (this.fault !== null) throw new InputError(file, this.fault);
        this.read.push(path.basename(file));
      },
      {
        found: () => null,
        began: () => {
          throw new Error('a Maildir has no streams');
        },
        note: () => {},
        failed: (file, message) => this.failures.push(`${path.basename(file)}: ${message}`),
      },
    );
  }

  async after(seconds: number): Promise<number> {
    vi.setSystemTime(Date.now() + seconds * 1000);
    return this.maildir.read();
  }
}

describe('a message that cannot be read at first', () => {
  test.each(['as it comes', 'when it is there at the beginning'])(
    'is read when it can be, and told of once: %s',
    async (when) => {
      const following = new Following();
      if (when === 'as it comes') await following.after(0);
      writeFileSync(path.join(box, 'new/1.a.mx'), 'mail');
      following.fault = 'permission denied';
      if (when === 'as it comes') await following.after(0);
      else await following.maildir.readExisting(-Infinity, async () => true);
      expect(following.failures).toEqual(['1.a.mx: permission denied']);
      await following.after(2);
      await following.after(4);
      following.fault = null;
      await following.after(60);
      await following.after(60);
      expect([following.read, following.failures]).toEqual([['1.a.mx'], ['1.a.mx: permission denied']]);
    },
  );

  test('is tried more and more seldom', async () => {
    writeFileSync(path.join(box, 'new/1.a.mx'), 'mail');
    const following = new Following();
    following.fault = 'is a binary file';
    let read = 0;
    for (let i = 0; i < 24 * 60; i++) read += await following.after(60);
    expect(following.tried.length).toBeGreaterThan(24);
    expect(following.tried.length).toBeLessThan(50);
    // What is tried again and again is nothing that was read.
    expect(read).toBe(1);
  });

  test('is forgotten when it is gone, and not when it was marked', async () => {
    for (const name of ['1.a.mx', '2.a.mx']) writeFileSync(path.join(box, 'new', name), 'mail');
    const following = new Following();
    following.fault = 'permission denied';
    await following.after(0);
    rmSync(path.join(box, 'new/1.a.mx'));
    renameSync(path.join(box, 'new/2.a.mx'), path.join(box, 'cur/2.a.mx:2,S'));
    await following.after(5);
    await following.after(5);
    following.fault = null;
    for (let i = 0; i < 10; i++) await following.after(60);
    expect([following.read, following.failures.length]).toEqual([['2.a.mx'], 2]);
  });
});
