import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOfField, readDeliveryStatus, statusOf } from '../../src/mail/delivery-status.js';

const MESSAGE = 'Reporting-MTA: dns; mx.example.org\nArrival-Date: Sun, 7 Sep 2008 21:40:07 +0000\n';
const group = (name: string, more = '') => `Final-Recipient: rfc822; ${name}@example.com\nAction: failed\nStatus: 5.1.1\n${more}`;
const read = (...groups: readonly string[]) => readDeliveryStatus(groups.join('\n'));
const recipients = (...groups: readonly string[]) => read(...groups).recipients.map(({ recipient }) => recipient);
const only = (fields: string) => read(MESSAGE, fields).recipients[0];

describe('the groups of a delivery status (RFC 3464 §2)', () => {
  test('are one for the message and one for each recipient', () => {
    const { message, recipients: found } = read(MESSAGE, group('bob'), group('ann'));
    expect(message.get('reporting-mta')).toBe('dns; mx.example.org');
    expect(found.map(({ recipient }) => recipient)).toEqual(['bob@example.com', 'ann@example.com']);
  });

  test.each([
    ['without the one of the message', [group('bob'), group('ann')]],
    ['with the message run together with the first recipient', [MESSAGE + group('bob'), group('ann')]],
    ['with recipients run together', [MESSAGE, group('bob') + group('ann')]],
    ['with all run together', [MESSAGE + group('bob') + group('ann')]],
    ['with the one of the message last', [group('bob'), group('ann'), MESSAGE]],
    ['with several blank lines', [MESSAGE, '\n', group('bob'), '\n\n', group('ann')]],
    ['with text before and behind', ['Some text.', MESSAGE, group('bob'), group('ann'), 'More text: it ends.']],
    ['with lines that end with CRLF', [MESSAGE, group('bob'), group('ann')].map((one) => one.replaceAll('\n', '\r\n'))],
    ['with a blank line behind every field', [`${MESSAGE}${group('bob')}${group('ann')}`.replaceAll('\n', '\n\n')]],
  ])('%s', (_, groups) => {
    expect(recipients(...groups)).toEqual(['bob@example.com', 'ann@example.com']);
    expect(read(...groups).recipients.map(({ status }) => status)).toEqual(['5.1.1', '5.1.1']);
  });

  test('may begin with another field than the recipient', () => {
    const one = (name: string, action: string) =>
      `Action: ${action}\nOriginal-Recipient: rfc822;o-${name}@example.net\nFinal-Recipient: rfc822;${name}@example.com\n`;
    const expected = [
      ['bob@example.com', 'o-bob@example.net', 'failed'],
      ['ann@example.com', 'o-ann@example.net', 'delayed'],
    ];
    for (const gap of ['', '\n']) {
      const found = readDeliveryStatus(`${MESSAGE}\n${one('bob', 'failed')}${gap}${one('ann', 'delayed')}`).recipients;
      expect(found.map(({ recipient, originalRecipient, action }) => [recipient, originalRecipient, action])).toEqual(expected);
    }
  });

  test('that run together keep the original recipient with its own', () => {
    const one = (name: string) => `Original-Recipient: rfc822;o-${name}@example.net\n${group(name)}`;
    const found = readDeliveryStatus(`${MESSAGE}\n${one('bob')}${one('ann')}`).recipients;
    expect(found.map(({ originalRecipient }) => originalRecipient)).toEqual(['o-bob@example.net', 'o-ann@example.net']);
  });

  test('without any recipient still tell the action', () => {
    expect(read(MESSAGE, 'Action: failed\nStatus: 5.4.4\n').recipients).toMatchObject([
      { recipient: null, action: 'failed', status: '5.4.4' },
    ]);
  });

  test('that are no group of a recipient are none', () => {
    expect(recipients(MESSAGE, group('bob'), 'X-Spam: yes\nStatus: RO\n')).toEqual(['bob@example.com']);
    expect(read('').recipients).toEqual([]);
  });
});

describe('the fields of a recipient (RFC 3464 §2.3)', () => {
  test('are all read', () => {
    const fields = `Original-Recipient: rfc822;info@example.net
Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns;mx.example.com
Diagnostic-Code: smtp;550 5.1.1 <bob@example.com>: Recipient address rejected:
 User unknown
Last-Attempt-Date: Sun, 7 Sep 2008 21:50:07 +0000
`;
    expect(only(fields)).toMatchObject({
      recipient: 'bob@example.com',
      originalRecipient: 'info@example.net',
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown',
      remoteMta: 'mx.example.com',
      remoteIp: null,
      command: null,
      feedbackType: null,
      time: { ms: Date.UTC(2008, 8, 7, 21, 50, 7), offset: 0 },
    });
  });

  test('fall back to X-Actual-Recipient and to the original one', () => {
    expect(only('X-Actual-Recipient: rfc822; bob@example.com\nAction: failed\n')?.recipient).toBe('bob@example.com');
    expect(only('Original-Recipient: rfc822; bob@example.com\nAction: failed\n')).toMatchObject({
      recipient: 'bob@example.com',
      originalRecipient: 'bob@example.com',
    });
    expect(only('Final-Recipient: rfc822; alias@example.com\nX-Actual-Recipient: rfc822; bob@example.com\n')?.recipient).toBe(
      'alias@example.com',
    );
  });

  test('may be in UTF-8 (RFC 6533)', () => {
    expect(only('Final-Recipient: utf-8; bøb@exåmple.com\nAction: failed\n')?.recipient).toBe('bøb@exåmple.com');
  });

  test.each([
    ['failed', 'failed'],
    ['Failed', 'failed'],
    ['delayed', 'delayed'],
    ['delivered', 'delivered'],
    ['relayed (to a system that sends no notifications)', 'relayed'],
    ['expanded', 'expanded'],
    ['deferred', 'delayed'],
    ['failure', 'failed'],
    ['expired', 'failed'],
  ])('Action: %s', (value, action) => {
    expect(only(`Final-Recipient: rfc822;bob@example.com\nAction: ${value}\n`)?.action).toBe(action);
  });

  test.each([
    ['2.1.5', 'delivered'],
    ['4.4.1', 'delayed'],
    ['5.1.1', 'failed'],
    ['none', 'failed'],
  ])('no Action, but Status: %s', (status, action) => {
    expect(only(`Final-Recipient: rfc822;bob@example.com\nStatus: ${status}\n`)?.action).toBe(action);
  });

  test.each([
    ['5.1.1', '5.1.1'],
    ['5.1.1 (unknown user)', '5.1.1'],
    ['5. 1. 1', '5.1.1'],
    ['X 4.4.7', '4.4.7'],
    ['5.0', null],
    ['3.1.1', null],
    ['RO', null],
    ['', null],
  ])('Status: %s', (value, status) => {
    expect(statusOf(value)).toBe(status);
  });

  test.each([
    ['smtp; 550 5.1.1 unknown', '550 5.1.1 unknown'],
    ['SMTP;550 unknown; try later', '550 unknown; try later'],
    ['x-postfix; unknown user: "bob"', 'unknown user: "bob"'],
    ['X-Postfix ; Host not found', 'Host not found'],
    ['X-Notes; User bob not listed', 'User bob not listed'],
    ['x-unix; /usr/bin/procmail: Permission denied', '/usr/bin/procmail: Permission denied'],
    ['550 5.1.1 unknown', '550 5.1.1 unknown'],
    ['smtp;\n 550-5.1.1 one\n\t550 5.1.1 two', '550-5.1.1 one 550 5.1.1 two'],
    ['=?utf-8?Q?smtp=3B_550_Empf=C3=A4nger?=', '550 Empfänger'],
    ['smtp;', null],
    ['', null],
  ])('Diagnostic-Code: %j', (value, diagnostic) => {
    expect(only(`${group('bob')}Diagnostic-Code: ${value}\n`)?.diagnostic).toBe(diagnostic);
  });

  test('a diagnostic goes on in lines that were not indented', () => {
    const fields = `${group('bob')}Diagnostic-Code: smtp; 550-5.1.1 The account\n550-5.1.1 does not exist.\n550 5.1.1 See help.\nX-Log: 1\n`;
    expect(only(fields)?.diagnostic).toBe('550-5.1.1 The account 550-5.1.1 does not exist. 550 5.1.1 See help.');
  });

  test('a diagnostic without an end is cut off', () => {
    const { length } = only(`${group('bob')}Diagnostic-Code: smtp; 550 ${'x '.repeat(100_000)}\n`)?.diagnostic ?? '';
    expect(length).toBeGreaterThan(500);
    expect(length).toBeLessThanOrEqual(4_000);
  });
});

describe('the name of an MTA (RFC 3464 §2.1.2, §2.3.5)', () => {
  test.each([
    ['dns; mx.example.com', 'mx.example.com', null],
    ['dns;mx.example.com.', 'mx.example.com', null],
    ['DNS; mx.example.com (192.0.2.1)', 'mx.example.com', '192.0.2.1'],
    ['dns; mx.example.com (192.0.2.1, the server for the domain example.com.)', 'mx.example.com', '192.0.2.1'],
    ['dns; mx.example.com[192.0.2.1]', 'mx.example.com', '192.0.2.1'],
    ['dns; mx.example.com (2001:db8::1)', 'mx.example.com', '2001:db8::1'],
    ['dns; [192.0.2.1]', null, '192.0.2.1'],
    ['dns; 192.0.2.1', null, '192.0.2.1'],
    ['dns; [192.0.2.1]. (192.0.2.1, the server for the domain.)', null, '192.0.2.1'],
    ['dns; [IPv6:2001:db8::1]', null, '2001:db8::1'],
    ['mx.example.com', 'mx.example.com', null],
    ['dns; mx-192.0.2.1.example.com', 'mx-192.0.2.1.example.com', null],
    ['dns; localhost', 'localhost', null],
    ['dns;', null, null],
    ['', null, null],
    [null, null, null],
  ])('%j', (value, host, ip) => {
    expect(hostOfField(value)).toEqual({ host, ip });
  });
});

describe('any text', () => {
  test('is read without an error, and recipients are pieces of it', () => {
    const line = fc.constantFrom(
      '',
      'Final-Recipient: rfc822; bob@example.com',
      'Original-Recipient: rfc822;ann@example.net',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 x',
      'Reporting-MTA: dns; mx',
      ' folded',
      'text',
      'Action:',
      'Final-Recipient:',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
        ),
        (text) => {
          for (const { recipient, originalRecipient } of readDeliveryStatus(text).recipients) {
            expect(text).toContain(recipient ?? '');
            expect(text).toContain(originalRecipient ?? '');
          }
        },
      ),
    );
  });

  test('with groups that were written has them all, with or without blank lines between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,10}$/), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('', '\n', '\n\n'),
        (names, gap) => {
          const text = `${MESSAGE}${gap}${names.map((name) => group(name)).join(gap)}`;
          expect(readDeliveryStatus(text).recipients.map(({ recipient }) => recipient)).toEqual(
            names.map((name) => `${name}@example.com`),
          );
        },
      ),
    );
  });
});
