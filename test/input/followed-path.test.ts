import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FollowListener, FollowMarks, FollowReader } from '../../src/input/follow.js';
import { FollowedFiles } from '../../src/input/followed-files.js';
import { FollowedPath } from '../../src/input/followed-path.js';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-followed-'));
  log = path.join(folder, 'mail.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A path that is followed, what was read of it, and what was told. */
class Following {
  readonly files = new FollowedFiles();
  readonly path: FollowedPath;
  readonly marks: number[] = [];
  readonly failures: string[] = [];
  text = '';
  /** What reading fails with; null where it does not. */
  fault: string | null = null;
  /** Why a file is not read when it is found; null where it is. */
  refusal: string | null = null;

  constructor(name: string) {
    this.path = new FollowedPath(name, this.files, this.#listener());
  }

  readAll(): void {
    while (this.path.read() > 0);
  }

  #listener(): FollowListener {
    return {
      found: () => this.refusal ?? { reader: this.#reader(), from: Buffer.byteLength(this.text) },
      began: () => this.#reader(),
      note: () => {},
      failed: (_, message) => this.failures.push(message),
    };
  }

  #reader(): FollowReader {
    return {
      fill: (read) => {
        if (this.fault !== null) throw Object.assign(new Error(this.fault), { code: this.fault });
        const buffer = Buffer.alloc(1000);
        const length = read(buffer, 0, buffer.length);
        this.text += buffer.toString('utf8', 0, length);
        return length;
      },
      push: () => {},
      mark: ({ position }: FollowMarks) => this.marks.push(position),
      end: () => {},
    };
  }
}

describe('a path that is followed', () => {
  test('is followed again when the file is back that was out of reach', () => {
    writeFileSync(log, 'one\n');
    const following = new Following(log);
    following.readAll();
    renameSync(log, `${log}.aside`);
    mkdirSync(log);
    following.readAll();
    expect(following.path.status).toMatchObject({ state: 'failed', error: 'is a directory' });
    rmdirSync(log);
    renameSync(`${log}.aside`, log);
    appendFileSync(log, 'two\n');
    following.readAll();
    expect(following.path.status).toEqual({ name: log, state: 'following', error: null });
    expect(following.text).toBe('one\ntwo\n');
  });

  test('that cannot be read is told of once, and read on when it can be', () => {
    writeFileSync(log, 'one\n');
    const following = new Following(log);
    following.readAll();
    following.fault = 'EIO';
    for (let i = 0; i < 3; i++) following.readAll();
    expect(following.failures).toEqual(['EIO']);
    expect(following.path.status).toEqual({ name: log, state: 'failed', error: 'EIO' });
    following.fault = null;
    appendFileSync(log, 'two\n');
    following.readAll();
    expect(following.path.status).toEqual({ name: log, state: 'following', error: null });
    expect(following.text).toBe('one\ntwo\n');
  });

  test('that cannot be opened is looked at again when nothing but its rights change', () => {
    writeFileSync(log, 'one\n');
    const following = new Following(log);
    following.refusal = 'permission denied';
    following.readAll();
    expect(following.path.status).toEqual({ name: log, state: 'failed', error: 'permission denied' });
    following.refusal = null;
    following.readAll();
    expect(following.path.status.state).toBe('failed');
    const { mtimeMs, size } = statSync(log);
    chmodSync(log, 0o640);
    expect(statSync(log)).toMatchObject({ mtimeMs, size });
    following.readAll();
    expect([following.path.status.state, following.text]).toEqual(['following', 'one\n']);
  });

  test('is marked as far as it was read when it was cut since, which is seen afterwards all the same', () => {
    writeFileSync(log, 'one\n');
    const following = new Following(log);
    following.readAll();
    truncateSync(log);
    writeFileSync(log, 'another one\n');
    following.files.mark();
    expect(following.marks).toEqual([4]);
    following.readAll();
    expect(following.text).toBe('one\nanother one\n');
  });
});
