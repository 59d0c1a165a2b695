import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mail/mail-reader.js';

const notice = (to: string, final: string, extra = '') => `Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: ${to}
Subject: Undelivered Mail Returned to Sender
Date: Mon, 1 Jun 2026 10:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; ${final}
${extra}Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user here

--b--
`;

const recipients = async (mail: string) =>
  (await readMail(Buffer.from(mail), { input: 0, offset: 0, index: 0 }, 1)).records.map(({ evidence }) => [
    evidence.recipient,
    evidence.originalRecipient,
  ]);

describe('the recipient in the address that a notice was sent to', () => {
  test('is the original one when its mail was forwarded', async () => {
    expect(await recipients(notice('list-bounces+bob=example.com@lists.example.org', 'bob@home.example.net'))).toEqual([
      ['bob@home.example.net', 'bob@example.com'],
    ]);
  });

  test('adds nothing when it is the one that failed', async () => {
    expect(await recipients(notice('list-bounces+bob=example.com@lists.example.org', 'Bob@example.com'))).toEqual([
      ['Bob@example.com', null],
    ]);
  });

  test('gives way to what the notice says', async () => {
    const mail = notice(
      'list-bounces+bob=example.com@lists.example.org',
      'x@example.net',
      'Original-Recipient: rfc822; y@example.net\n',
    );
    expect(await recipients(mail)).toEqual([['x@example.net', 'y@example.net']]);
  });

  test('is taken when the notice names none', async () => {
    const mail = `Return-Path: <>
From: Mail Delivery System <mailer-daemon@mx.example.net>
To: news-bounces+bob=example.com@lists.example.org
Subject: Undeliverable: your message
Date: Mon, 1 Jun 2026 10:00:05 +0000

Your message could not be delivered: 550 5.2.2 mailbox full
`;
    expect(await recipients(mail)).toEqual([['bob@example.com', null]]);
  });
});
