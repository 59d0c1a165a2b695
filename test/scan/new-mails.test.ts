import { renameSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arrivals, Nights } from './nights.js';

const nights = new Nights();
const at = (name: string) => nights.at(name);
const LONG_AGO = Date.UTC(2026, 5, 6);

/** A notification that a host wrote of a failure. */
const bounce = (
  number: number,
  host = 'elsewhere.example.org',
  queueId = '4F1A2100001',
  recipient = `user${number}@example.net`,
) =>
  [
    'Return-Path: <>',
    `Date: Fri, 05 Jun 2026 10:00:${String(number % 60).padStart(2, '0')} +0000`,
    `From: MAILER-DAEMON@${host}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${number}.${queueId}@${host}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${host}`,
    `X-Postfix-Queue-ID: ${queueId}`,
    'Arrival-Date: Fri, 05 Jun 2026 09:59:00 +0000',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b--',
    '',
  ].join('\n');
const inBox = (mail: string) => `From MAILER-DAEMON Fri Jun  5 10:00:00 2026\n${mail}\n`;
const returned = async () => (await nights.read()).totals.returned;

describe('a mail counts once', () => {
  test('in a Maildir, when it is read, moved or gone', async () => {
    for (let i = 0; i < 5; i++) nights.put(`Maildir/new/17800000${i}.M1P1.mx`, bounce(i));
    nights.put('Maildir/cur/x', bounce(9));
    expect(await returned()).toBe(6);
    renameSync(at('Maildir/new/178000000.M1P1.mx'), at('Maildir/cur/178000000.M1P1.mx:2,S'));
    nights.put('Maildir/new/178000010.M1P1.mx', bounce(10));
    expect(await returned()).toBe(1);
    rmSync(at('Maildir/cur/x'));
    expect(await returned()).toBe(0);
    // The same mail under another name, as when a mailbox is moved to another server.
    nights.put('Maildir/cur/other-name', bounce(9));
    expect(await returned()).toBe(0);
  });

  test('in an mbox that grows, is marked and cleaned up', async () => {
    nights.put('box', inBox(bounce(1)) + inBox(bounce(2)), LONG_AGO);
    expect(await returned()).toBe(2);
    nights.add('box', inBox(bounce(3)), LONG_AGO);
    expect(await returned()).toBe(1);
    nights.put('box', inBox(bounce(1).replace('Subject', 'Status: RO\nSubject')) + inBox(bounce(2)) + inBox(bounce(3)), LONG_AGO);
    expect(await returned()).toBe(0);
    nights.put('box', inBox(bounce(3)) + inBox(bounce(4)), LONG_AGO);
    expect(await returned()).toBe(1);
    expect(await returned()).toBe(0);
  });

  test('when the last message of an mbox is being written', async () => {
    const whole = inBox(bounce(1)) + inBox(bounce(2));
    nights.put('box', whole.slice(0, -250), LONG_AGO);
    expect((await nights.read(['.'], { now: LONG_AGO + 2000 })).totals.returned).toBe(1);
    nights.put('box', whole, LONG_AGO + 3000);
    expect((await nights.read(['.'], { now: LONG_AGO + 60_000 })).totals.returned).toBe(1);
    expect(await returned()).toBe(0);
  });

  test('as a single file, and as a copy of it', async () => {
    nights.put('a.eml', bounce(1));
    expect(await returned()).toBe(1);
    nights.put('copy/b.eml', bounce(1));
    nights.put('c.eml', bounce(2));
    expect(await returned()).toBe(1);
  });
});

describe('a bounce mail and the log of the same failure', () => {
  const failing = (time: string) =>
    [
      `2026-06-05T${time}:00+00:00 mx postfix/qmgr[10]: 4F1A2100001: from=<news@example.com>, size=900, nrcpt=1 (queue active)`,
      `2026-06-05T${time}:01+00:00 mx postfix/smtp[11]: 4F1A2100001: to=<user1@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))`,
      `2026-06-05T${time}:02+00:00 mx postfix/qmgr[10]: 4F1A2100001: removed`,
      '',
    ].join('\n');
  const mail = () => bounce(1, 'mx.example.com', '4F1A2100001', 'user1@example.net');
  const soon = { now: Date.UTC(2026, 5, 5, 11) };

  test('are one failure when the log was read nights before', async () => {
    nights.put('mail.log', failing('10:00'));
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 1, returned: 0 });
    nights.put('mail.eml', mail());
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 0, returned: 0 });
    nights.add('mail.log', arrivals(700, 900));
    expect((await nights.read(['.'], { now: Date.UTC(2026, 5, 9) })).totals).toMatchObject({ failed: 0, returned: 0 });
  });

  test('are one failure when the mail was read before the log', async () => {
    nights.put('mail.log', arrivals(0, 10));
    nights.put('mail.eml', mail());
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 0, returned: 0 });
    nights.add('mail.log', failing('10:00'));
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 1, returned: 0 });
    expect((await nights.read(['.'], { now: Date.UTC(2026, 5, 9) })).totals).toMatchObject({ failed: 0, returned: 0 });
  });

  test('are two when the log of that time does not have it', async () => {
    nights.put('mail.log', arrivals(0, 10));
    nights.put('mail.eml', mail());
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 0, returned: 0 });
    nights.add('mail.log', arrivals(1200, 1210));
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 0, returned: 1 });
    expect((await nights.read(['.'], soon)).totals).toMatchObject({ failed: 0, returned: 0 });
  });
});
