import { describe, expect, test } from 'vitest';
import { findReply } from '../../src/classify/reply-in-text.js';
import { addressesIn } from '../../src/mail/address.js';
import { readContentType } from '../../src/mail/content-type.js';
import { readDeliveryStatus } from '../../src/mail/delivery-status.js';
import { decodeWords } from '../../src/mail/encoded-word.js';
import { HeaderFields } from '../../src/mail/header-fields.js';
import { cutMessage, leavesOf } from '../../src/mail/mime-part.js';
import { comparable } from '../../src/mail/phrases.js';
import { splitText } from '../../src/mail/returned-message.js';
import { exchangesIn } from '../../src/mail/smtp-dialogue.js';
import { decodeQuotedPrintable } from '../../src/mail/transfer-encoding.js';
import { evidenceOf, notification, reading } from './mails.js';

// Each of these would take minutes, or the stack, if some step took more than linear time or called itself for each piece.
// The bound is the time that a test may take.
const TIMEOUT = 10_000;
const MB = 1024 * 1024;

const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const HEADER = 'From: MAILER-DAEMON@mx.example.org\r\nTo: sender@example.org\r\nSubject: Undelivered Mail Returned to Sender\r\n';
const bounce = (body: string, type = 'text/plain') => `${HEADER}Content-Type: ${type}\r\n\r\n${body}`;
const report = (...parts: readonly string[]) =>
  bounce(parts.map((part) => `--b\r\n${part}\r\n`).join(''), 'multipart/report; boundary=b');
const FAILED = '<bob@example.com>: 550 5.1.1 User unknown\r\n';

const UNITS = [
  '<a@',
  '@',
  'a@[',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\r\r\n',
  'a',
  '0',
  '"@"',
  '<',
  '>',
  '>>>',
  '=',
  '=?',
  '=?u?q? ',
  '=?utf-8?q?',
  '(',
  ':',
  ';',
  '-',
  '-=\n',
  '--b\n',
  '550 550 550 ',
  '450-',
  '<<< 550-x\n',
  '5.',
  '5.1.1 ',
  '1.2.3.4',
  'a: b\n',
  'a: b\n\n',
  'From: x\n\n',
  'Received: x\n',
  'a@b.co: 550 x\n',
  'a@b.co\n',
  'Final-Recipient: rfc822; a@b.co\n',
  'Action: failed\n\n',
  'host a.b.',
  'in reply to the ',
  'error: ',
  'could not be delivered ',
  '\x1b$B',
  '\xe9',
  '\u00a0',
];

describe('4 MiB of one thing', () => {
  const SIZE = 4 * MB;

  test.each(UNITS)(
    '%j in every place of a mail',
    async (unit) => {
      const text = fill(unit, SIZE);
      const line = text.replace(/[\r\n]+/g, ' ');
      const mails = [
        bounce(text),
        bounce(FAILED + text),
        bounce(text, 'text/html'),
        `Subject: ${line}\r\n${HEADER}\r\n`,
        `From: ${line}\r\n\r\n`,
        `X-Failed-Recipients: ${line}\r\n${HEADER}\r\n`,
        `Content-Type: multipart/report; ${line}\r\n${HEADER}\r\n`,
        text,
        report(`Content-Type: message/delivery-status\r\n\r\n${text}`),
        report(
          `Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; bob@example.com\r\nDiagnostic-Code: smtp; ${text}`,
        ),
        report(`Content-Type: message/rfc822\r\n\r\n${text}`),
        report(`Content-Type: message/feedback-report\r\n\r\n${text}`),
      ];
      for (const mail of mails) {
        const { records } = await reading(mail);
        expect(records.length).toBeLessThanOrEqual(10_000);
        for (const { evidence } of records) {
          expect(evidence.diagnostic?.length ?? 0).toBeLessThanOrEqual(4_000);
          expect(evidence.recipient?.length ?? 0).toBeLessThanOrEqual(500);
        }
      }
    },
    3 * TIMEOUT,
  );

  test.each(UNITS)(
    '%j through each of the readers',
    (unit) => {
      const text = fill(unit, SIZE);
      expect(decodeWords(text).length).toBeLessThanOrEqual(text.length);
      expect(decodeQuotedPrintable(Buffer.from(text)).length).toBeLessThanOrEqual(Buffer.byteLength(text));
      expect(comparable(text).length).toBeLessThanOrEqual(64 * 1024);
      expect(readContentType(`text/plain; ${text}`).parameters.size).toBeLessThanOrEqual(50);
      expect(readDeliveryStatus(text).recipients.length).toBeLessThanOrEqual(10_000);
      expect(HeaderFields.read(text).size).toBeLessThanOrEqual(2_000);
      expect(exchangesIn(text.split('\n')).length).toBeLessThanOrEqual(5_000);
      expect(splitText(text).lines.length).toBeLessThanOrEqual(text.length + 1);
      expect(findReply(text)?.start ?? 0).toBeLessThan(10_000);
      for (const { address } of addressesIn(text)) if (address.length > 500) expect(address).toBe('');
    },
    3 * TIMEOUT,
  );
});

describe('a mail of many', () => {
  test(
    '25 MB still says who failed',
    async () => {
      const [evidence] = await evidenceOf(bounce(FAILED + fill('some text of the message\r\n', 25 * MB)));
      expect(evidence).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test(
    'a million lines',
    async () => {
      const [evidence] = await evidenceOf(bounce(FAILED + 'x\r\n'.repeat(1_000_000)));
      expect(evidence).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test(
    'a line of 4 MB',
    async () => {
      const [evidence] = await evidenceOf(bounce(`${FAILED}${fill('word ', 4 * MB)}`));
      expect(evidence).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test.each([
    ['one field', `X-Long: ${fill('x', 10 * MB)}\r\n`],
    ['one folded field', `X-Long: x\r\n${fill(' folded\r\n', 10 * MB)}\r\n`],
    ['many fields', fill('X-Field: value\r\n', 10 * MB).replace(/[^\n]*$/, '')],
  ])(
    'a header of 10 MB: %s',
    async (_, fields) => {
      const [evidence] = await evidenceOf(`${HEADER}${fields}\r\n${FAILED}`);
      expect(evidence).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test(
    '10,000 multiparts in one another',
    async () => {
      const open = Array.from(
        { length: 10_000 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
      ).join('');
      const mail = `${HEADER}${open}\r\n${FAILED}`;
      expect(leavesOf(cutMessage(Buffer.from(mail))).length).toBeLessThanOrEqual(200);
      await reading(mail);
    },
    TIMEOUT,
  );

  test(
    '10,000 multiparts of one boundary in one another',
    async () => {
      const open = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(10_000);
      expect(leavesOf(cutMessage(Buffer.from(`${HEADER}${open}\r\n${FAILED}`))).length).toBeLessThanOrEqual(400);
    },
    TIMEOUT,
  );

  test(
    '100,000 parts beside one another',
    async () => {
      const mail = bounce(`--b\r\n\r\n${FAILED}\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}`, 'multipart/mixed; boundary=b');
      expect(leavesOf(cutMessage(Buffer.from(mail))).length).toBeLessThanOrEqual(202);
      expect((await evidenceOf(mail))[0]).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test(
    '1,000 recipients, each with a reply',
    async () => {
      const lines = Array.from({ length: 1_000 }, (_, i) => `<u${i}@example.com>: 550 5.1.${i % 10} said so\r\n\r\n`);
      const found = await evidenceOf(bounce(lines.join('')));
      expect(found.map(({ recipient }) => recipient)).toEqual(lines.map((_, i) => `u${i}@example.com`));
      expect(found.every(({ enhancedStatus }, i) => enhancedStatus === `5.1.${i % 10}`)).toBe(true);
    },
    TIMEOUT,
  );

  test(
    '10,000 recipients in the fields and in the text',
    async () => {
      const names = Array.from({ length: 10_000 }, (_, i) => `u${i}@example.com`);
      const status = names.map((name) => `Final-Recipient: rfc822; ${name}\nAction: failed\nStatus: 5.1.1\n`).join('\n');
      const found = await evidenceOf(notification({ text: names.map((name) => `${name}\nunknown\n`).join('\n'), status }));
      expect(found.map(({ recipient }) => recipient)).toEqual(names);
    },
    TIMEOUT,
  );
});

describe('HTML', () => {
  const html = (body: string) => bounce(`<p>bob@example.com</p><p>550 5.1.1 User unknown</p>${body}`, 'text/html');

  test.each([
    '<div>',
    '<b>',
    '<ul><li>',
    '<table><tr><td>',
    '<blockquote>x',
    '<p>',
    '<br>',
    '<pre>',
    '</div>',
    '<!-- ',
    '<![CDATA[',
    '&amp;',
    '<a b=c ',
  ])(
    '100,000 times %s',
    async (tag) => {
      const [evidence] = await evidenceOf(html(tag.repeat(100_000)));
      expect(evidence).toMatchObject({ recipient: 'bob@example.com', replyCode: 550 });
    },
    TIMEOUT,
  );

  test(
    'in many parts',
    async () => {
      const part = `Content-Type: text/html\r\n\r\n${fill('<p>x</p>', 256 * 1024)}`;
      await reading(report(...Array.from({ length: 50 }, () => part)));
    },
    TIMEOUT,
  );
});

describe('garbage', () => {
  test(
    'as base64',
    async () => {
      const noise = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
      for (const type of ['text/plain', 'text/html', 'message/delivery-status', 'message/rfc822']) {
        expect(await evidenceOf(`${HEADER}Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${noise}`)).toEqual(
          expect.any(Array),
        );
      }
    },
    TIMEOUT,
  );

  test('as the kind of a notification in JSON', async () => {
    for (const kind of ['constructor', '__proto__', 'toString', 'valueOf', '']) {
      const json = `{"notificationType":"${kind}","bounce":{"bouncedRecipients":[{"emailAddress":"bob@example.com"}]},"mail":{}}`;
      for (const text of [json, json.slice(0, -20)]) {
        for (const { action } of await evidenceOf(bounce(text))) expect(action).toBe('failed');
      }
    }
  });

  test(
    'as the name of a charset',
    async () => {
      for (const charset of ['', '"', 'utf-7', 'none', 'utf-16', 'x'.repeat(100_000), '\x00', '__proto__', 'constructor']) {
        const [evidence] = await evidenceOf(bounce(FAILED, `text/plain; charset="${charset}"`));
        if (charset !== 'utf-16') expect(evidence?.recipient).toBe('bob@example.com');
      }
    },
    TIMEOUT,
  );
});
