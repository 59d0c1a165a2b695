import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailShapeOf, mayBecomeMail } from '../../src/mail/mail-shape.js';
import { notification } from './mails.js';

const shape = (text: string) => mailShapeOf(Buffer.from(text, 'latin1'));
const SEPARATOR = 'From MAILER-DAEMON Sun Sep  7 21:50:08 2008\n';

describe('the first bytes of an input', () => {
  test.each([
    ['a message', notification()],
    ['a message with CRLF', notification().replaceAll('\n', '\r\n')],
    ['a message with CR', notification().replaceAll('\n', '\r')],
    ['a message behind blank lines', `\n\n${notification()}`],
    ['a message behind a byte order mark', `\xef\xbb\xbf${notification()}`],
    ['a message that begins with other fields', `X-Store: 1\nX-Uid: 2\nReceived: from a by b\nFrom: bob@example.com\n\n`],
  ])('are those of %s', (_, text) => {
    expect(shape(text)).toBe('message');
  });

  test.each([
    ['as it is', `${SEPARATOR}${notification()}`],
    ['with CRLF', `${SEPARATOR}${notification()}`.replaceAll('\n', '\r\n')],
    ['with another date in its separator', `From bob@example.com yesterday\n${notification()}`],
    ['with a quoted separator in the header', `${SEPARATOR}>From bob\n${notification()}`],
  ])('are those of an mbox %s', (_, text) => {
    expect(shape(text)).toBe('mbox');
  });

  test.each([
    ['nothing', ''],
    ['a Postfix log', 'Sep  7 21:50:08 mx postfix/smtp[1]: 4A1: to=<bob@example.com>, relay=none, status=deferred\n'.repeat(5)],
    ['a log with ISO dates', '2008-09-07T21:50:08+00:00 mx postfix/smtp[1]: 4A1: to=<bob@example.com>\n'.repeat(5)],
    ['a text', 'Dear Bob,\n\nthe mail did not come.\n'],
    ['a letter that begins with From', 'From here we see that\nnothing works: at 10:30 in 2008\n'],
    ['settings', 'host: mx.example.com\nport: 25\nuser: bob\n'],
    ['a table', 'recipient,code\nbob@example.com,550\n'],
    ['zeros', '\0'.repeat(500)],
  ])('are not those of mail: %s', (_, text) => {
    expect(shape(text)).toBeNull();
  });

  test('are looked at without an error, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        mailShapeOf(bytes);
        mayBecomeMail(bytes);
      }),
    );
  });

  test('may still become mail when there are few', () => {
    const of = (text: string) => mayBecomeMail(Buffer.from(text));
    expect(of('Received: from a')).toBe(true);
    expect(of('From bob@ex')).toBe(true);
    expect(of('Sep  7 21:50:08 mx postfix')).toBe(false);
    expect(of(notification())).toBe(false);
  });
});
