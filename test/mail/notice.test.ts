import { describe, expect, test } from 'vitest';
import { readNotice } from '../../src/mail/notice.js';
import { notification, PIECES } from './mails.js';

const notice = (text: string) => readNotice(Buffer.from(text, 'latin1'));

describe('a notice', () => {
  test('is taken apart', async () => {
    const { from, subject, text, deliveryStatus, returned, correspondents, leaves } = await notice(notification());
    expect(from).toContain('mailer-daemon@mx.example.org');
    expect(subject).toBe('Undelivered Mail Returned to Sender');
    expect(text.trim()).toBe(PIECES.text.trim());
    expect(deliveryStatus?.recipients.map(({ recipient }) => recipient)).toEqual(['bob@example.com']);
    expect(returned?.get('message-id')).toBe('<1@client.example.org>');
    expect([...correspondents]).toEqual(['mailer-daemon@mx.example.org', 'sender@example.org']);
    expect(leaves.map(({ contentType }) => contentType.type)).toEqual([
      'text/plain',
      'message/delivery-status',
      'message/rfc822',
    ]);
  });

  test('has its subject and sender decoded', async () => {
    const { from, subject } = await notice(
      'From: =?utf-8?Q?M=C3=BCll?= <MAILER-DAEMON@example.org>\nSubject: =?utf-8?B?w5xiZXI=?=\n\nx\n',
    );
    expect([from, subject]).toEqual(['müll <mailer-daemon@example.org>', 'Über']);
  });

  test('that is one text is cut where the returned message begins', async () => {
    const { text, returned } = await notice(
      `Subject: x\n\n${PIECES.text}\n--- Below this line is a copy of the message.\n\n${PIECES.returned}`,
    );
    expect(text.trim()).toBe(PIECES.text.trim());
    expect(returned?.get('subject')).toBe('hello');
  });

  test('takes the HTML where there is no plain text', async () => {
    const html = 'Content-Type: text/html\n\n<p>Not delivered to</p><p>bob@example.com</p>';
    const parts = (...all: readonly string[]) =>
      `Content-Type: multipart/alternative; boundary=b\n\n${all.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
    expect((await notice(parts(html))).text).toContain('Not delivered to\n\nbob@example.com');
    expect((await notice(parts('Content-Type: text/plain\n\n \n', html))).text).toContain('bob@example.com');
    expect((await notice(parts('Content-Type: text/plain\n\nplain', html))).text.trim()).toBe('plain');
  });
});

describe('the fields of a delivery status', () => {
  test.each([
    ['quoted', PIECES.status.replace(/^/gm, '> ')],
    ['quoted twice', PIECES.status.replace(/^/gm, '> > ')],
    ['indented', PIECES.status.replace(/^/gm, '    ')],
    [
      'with the recipient behind the action',
      PIECES.status.replace(/Reporting[\s\S]*?\n\n/, '').replace(/(Final[\s\S]*?)(Action: failed\n)/, '$2$1'),
    ],
  ])('are found in a text: %s', async (_, status) => {
    const { deliveryStatus } = await notice(`Subject: x\n\nSee what came back.\n\n${status}\nthe end\n`);
    expect(deliveryStatus?.recipients).toMatchObject([
      { recipient: 'bob@example.com', originalRecipient: 'info@example.net', action: 'failed', status: '5.1.1' },
    ]);
  });

  test('are none where only words speak of them', async () => {
    expect((await notice('Subject: x\n\nWhat is a Final-Recipient: field?\n')).deliveryStatus).toBeNull();
    expect((await notice('Subject: x\n\nhello\n')).deliveryStatus).toBeNull();
  });

  test('of the first part that has a recipient count', async () => {
    const empty = '--4A1.122/mx.example.org\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; other.example.org\n';
    const mail = notification().replace('--4A1.122/mx.example.org\nContent-Type: message/delivery', `${empty}$&`);
    expect((await notice(mail)).deliveryStatus?.recipients[0]?.recipient).toBe('bob@example.com');
  });
});
