import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isMaildir, movedMessage } from '../../src/input/maildir.js';

describe('a Maildir', () => {
  test('has new and cur', () => {
    expect(isMaildir(new Set(['cur', 'new', 'tmp', '.Trash']))).toBe(true);
    expect(isMaildir(new Set(['cur', 'tmp']))).toBe(false);
    expect(isMaildir(new Set(['new', 'tmp']))).toBe(false);
    expect(isMaildir(new Set())).toBe(false);
  });
});

describe('a message that was moved', () => {
  let maildir: string;
  const file = (...parts: readonly string[]) => path.join(maildir, ...parts);

  beforeEach(() => {
    maildir = mkdtempSync(path.join(tmpdir(), 'maildir-'));
    for (const folder of ['new', 'cur', 'tmp']) mkdirSync(file(folder));
  });
  afterEach(() => rmSync(maildir, { recursive: true }));

  test.each([
    ['from new to cur', 'new/100.M1.host', 'cur/100.M1.host:2,S'],
    ['to other flags', 'cur/100.M1.host:2,', 'cur/100.M1.host:2,FRS'],
    ['with another mark before its flags', 'new/100.M1.host', 'cur/100.M1.host;2,S'],
    ['back to new', 'cur/100.M1.host:2,S', 'new/100.M1.host'],
    ['nowhere', 'new/100.M1.host', 'new/100.M1.host'],
  ])('%s is found', (_, from, to) => {
    writeFileSync(file(from), 'x');
    writeFileSync(file('cur/100.M1.hostile:2,S'), 'another');
    if (from !== to) renameSync(file(from), file(to));
    expect(movedMessage(file(from))).toBe(file(to));
  });

  test('and is gone is null', () => {
    expect(movedMessage(file('new/100.M1.host'))).toBeNull();
  });

  test('with its Maildir is null', () => {
    expect(movedMessage(path.join(maildir, 'none', 'cur', '100.M1.host'))).toBeNull();
  });
});
