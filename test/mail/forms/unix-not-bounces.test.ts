import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/mail-reader.js';

const folder = new URL('../../../fixtures/mail/unix-not-bounces/', import.meta.url);
const position = { input: 0, offset: 0, index: 0 };

describe('mail of and about mail systems that tells of no failed delivery', () => {
  it.each(readdirSync(folder))('%s', async (file) => {
    const { records } = await readMail(readFileSync(new URL(file, folder)), position, 1);
    expect(records.filter(({ evidence }) => evidence.action === 'failed' || evidence.action === 'delayed')).toEqual([]);
  });
});

describe('notices that a person pastes into a mail of his own', () => {
  const pasted = [
    'exim/rejected-at-rcpt',
    'qmail/remote-said',
    'sendmail/without-mime',
    'postfix/delay-text-only',
    'opensmtpd/error',
    'dma/rejected',
    'xmail/log',
    'hmailserver/remote-replied',
    'haraka/one',
  ];

  it.each(pasted)('%s', async (file) => {
    const notice = readFileSync(new URL(`../${file}.eml`, folder), 'utf8');
    const text = notice.slice(notice.indexOf('\n\n') + 2);
    const mail = `From: Karla <karla@example.com>\nTo: help@example.net\nSubject: Strange message\n\nHello,\n\nwhat does this mean?\n\n${text}`;
    const { records } = await readMail(Buffer.from(mail), position, 1);
    expect(records).toEqual([]);
  });
});
