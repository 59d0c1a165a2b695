import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mail/mail-reader.js';

const FOLDER = new URL('../../fixtures/mail/not-bounces/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));
const FAILING = ['failed', 'delayed', 'expired'];

const read = (file: string) => readMail(readFileSync(new URL(file, FOLDER)), { input: 0, offset: 0, index: 0 }, 1);

describe('mail that lies near to bounces and is none', () => {
  test('is there in many kinds', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(70);
  });
  test.each(FILES)('%s tells of no failure', async (file) => {
    const { records } = await read(file);
    expect(records.filter(({ evidence }) => FAILING.includes(evidence.action))).toEqual([]);
  });
});

describe('answers of programs', () => {
  test.each(FILES.filter((name) => name.startsWith('vacation-')))('%s is one', async (file) => {
    const { kind, records } = await read(file);
    expect(kind).toBe('auto-reply');
    expect(records.map(({ evidence }) => evidence.action)).toEqual(['auto-reply']);
  });
  test.each(FILES.filter((name) => name.startsWith('challenge-')))('%s is one', async (file) => {
    expect((await read(file)).kind).toBe('auto-reply');
  });
  test.each(['read-receipt.eml', 'deleted-unread-de.eml'])('%s is a disposition notification', async (file) => {
    expect((await read(file)).kind).toBe('disposition');
  });
  test('a notice of success says so', async () => {
    const { kind, records } = await read('delivered-dsn.eml');
    expect(kind).toBe('delivery-status');
    expect(records.map(({ evidence }) => [evidence.action, evidence.recipient])).toEqual([['delivered', 'carol@example.net']]);
  });
});

describe('what changes the answer', () => {
  const text = (file: string) => readFileSync(new URL(file, FOLDER), 'latin1');
  const failing = async (mail: string) =>
    (await readMail(Buffer.from(mail, 'latin1'), { input: 0, offset: 0, index: 0 }, 1)).records.filter(({ evidence }) =>
      FAILING.includes(evidence.action),
    );

  test('the notice that a list quotes is one when a mail system sends it', async () => {
    const mail = text('list-post-quoting.eml')
      .replace(/^From: .*$/m, 'From: MAILER-DAEMON@mx.example.org')
      .replace(/^Subject: .*$/m, 'Subject: Undelivered Mail Returned to Sender');
    expect((await failing(mail)).map(({ evidence }) => evidence.recipient)).toEqual(['carol@example.net']);
  });
  test('fields that are pasted are those of a notice when it comes without a reverse-path', async () => {
    const mail = text('person-pastes-fields.eml').replace(/^Return-Path: .*$/m, 'Return-Path: <>');
    expect((await failing(mail)).map(({ evidence }) => evidence.enhancedStatus)).toEqual(['5.1.1']);
  });
});
