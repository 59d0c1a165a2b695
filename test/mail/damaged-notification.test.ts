import { describe, expect, test } from 'vitest';
import { evidenceOf, notification, PIECES } from './mails.js';

const { header, status, text, returned } = PIECES;

const BOB = {
  recipient: 'bob@example.com',
  action: 'failed',
  replyCode: 550,
  enhancedStatus: '5.1.1',
};
const WHOLE = { ...BOB, originalRecipient: 'info@example.net', loggedStatus: '5.1.1', remoteMta: 'mail.example.com' };

const base64 = (content: string) => `${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n')}\n`;
const quotedPrintable = (content: string) =>
  content
    .replaceAll('=', '=3D')
    .replaceAll(': ', '=3A=20')
    .replace(/(Recipient add)/g, '$1=\n');
const latin1 = (content: string) => Buffer.from(content).toString('latin1');

/** A message of a person with a notice attached. */
const forwarded = (subject: string, notice: string): string =>
  [
    'From: carol@example.org\nTo: postmaster@example.org',
    `Subject: ${subject}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer`,
    '\n--outer\nContent-Type: text/plain\n\nWhat does this mean?',
    `--outer\nContent-Type: message/rfc822\n\n${notice}\n--outer--\n`,
  ].join('\n');

describe('a notification of RFC 3464 is read whole', () => {
  test.each([
    ['as it is', notification()],
    ['with CRLF', notification().replaceAll('\n', '\r\n')],
    ['with CR alone', notification().replaceAll('\n', '\r')],
    ['with doubled CR', notification().replaceAll('\n', '\r\r\n')],
    ['behind the separator of an mbox', `From MAILER-DAEMON Sun Sep  7 21:50:08 2008\n${notification()}`],
    [
      'with the fields in base64',
      notification({ statusType: `${PIECES.statusType}Content-Transfer-Encoding: base64\n`, status: base64(status) }),
    ],
    [
      'with the fields in quoted-printable',
      notification({
        statusType: `${PIECES.statusType}Content-Transfer-Encoding: quoted-printable\n`,
        status: quotedPrintable(status),
      }),
    ],
    ['with the fields as text', notification({ statusType: 'Content-Type: text/plain\n' })],
    ['with the fields as a part without a type', notification({ statusType: '' })],
    ['as a global one (RFC 6533)', notification({ statusType: 'Content-Type: message/global-delivery-status\n' })],
    ['as a message type in capitals', notification({ statusType: 'CONTENT-TYPE: MESSAGE/DELIVERY-STATUS\n' })],
    ['without the text for people', notification({ text: '' })],
    ['without the returned message', notification({ returned: '' })],
    ['with another boundary in its header', notification({ header: header.replace('4A1.122/mx.example.org', 'other') })],
    ['without a boundary in its header', notification({ header: header.replace(/; boundary=.*/, '') })],
    ['with the header folded at every blank', notification({ header: header.replace(/; /g, ';\n ') })],
    ['with a header field that lost its fold', notification({ header: `X-Report: a\nlost its fold\n${header}` })],
    [
      'cut off behind the fields',
      notification().slice(0, notification().indexOf('--4A1.122/mx.example.org\nContent-Type: message/rfc822')),
    ],
    ['cut off in the returned message', notification().slice(0, -80)],
    ['with a blank line behind every field', notification({ status: status.replaceAll('\n', '\n\n') })],
    ['with the groups run together', notification({ status: status.replace('\n\n', '\n') })],
    [
      'with the action before the recipient',
      notification({ status: status.replace('Action: failed\n', '').replace('Final-Rec', 'Action: failed\nFinal-Rec') }),
    ],
    [
      'as one that somebody forwarded within another message',
      `From: postmaster@example.org\nTo: sender@example.org\nSubject: Undelivered Mail Returned to Sender\n\n${text}\n${status}\n--- returned ---\n\n${returned}`,
    ],
    ['as an attachment of one who forwarded it', forwarded('Fwd: Undelivered Mail Returned to Sender', notification())],
  ])('%s', async (_, message) => {
    const found = await evidenceOf(message);
    expect(found.map(({ recipient }) => recipient)).toEqual(['bob@example.com']);
    expect(found[0]).toMatchObject(WHOLE);
  });

  test('not where somebody attached it under a subject of his own, or without who wrote it', async () => {
    expect(await evidenceOf(forwarded('Fwd: what is this?', notification()))).toEqual([]);
    const nameless = notification({ status: status.replace(/^Reporting-MTA:.*\n/m, '') });
    expect(await evidenceOf(forwarded('Fwd: Undelivered Mail Returned to Sender', nameless))).toEqual([]);
  });

  test('with the codes and the returned message', async () => {
    const [evidence] = await evidenceOf(notification());
    expect(evidence).toMatchObject({
      host: 'mx.example.org',
      time: { ms: Date.UTC(2008, 8, 7, 21, 50, 8), offset: 0 },
      diagnostic: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown',
      envelope: { sender: 'sender@example.org', messageId: '1@client.example.org' },
    });
  });

  test('with addresses in UTF-8', async () => {
    const utf8 = notification({
      statusType: 'Content-Type: message/global-delivery-status\nContent-Transfer-Encoding: 8bit\n',
      status: latin1(status.replace('rfc822; bob@example.com', 'utf-8; bøb@exåmple.com')),
    });
    expect((await evidenceOf(utf8))[0]).toMatchObject({ recipient: 'bøb@exåmple.com', originalRecipient: 'info@example.net' });
  });
});

describe('a notification that lost a piece still names who failed and why', () => {
  test.each([
    ['the fields', notification({ status: '' })],
    [
      'the part of the fields but for its type',
      notification({ statusType: 'Content-Type: message/delivery-status', status: '' }),
    ],
    [
      'everything behind the text',
      notification().slice(0, notification().indexOf('--4A1.122/mx.example.org\nContent-Type: message/delivery')),
    ],
    ['its MIME header', notification({ header: header.replace(/MIME-Version[\s\S]*/, '') })],
    ['the blank line behind its header', `${header.replace(/MIME-Version[\s\S]*/, '')}${text}\n${returned}`],
  ])('%s', async (_, message) => {
    const found = await evidenceOf(message);
    expect(found.map(({ recipient }) => recipient)).toEqual(['bob@example.com']);
    expect(found[0]).toMatchObject(BOB);
  });
});

describe('several recipients', () => {
  const group = (name: string, action: string, code: string) =>
    `Final-Recipient: rfc822; ${name}@example.com\nAction: ${action}\nStatus: ${code}\nDiagnostic-Code: smtp; ${code[0]}50 ${code} said so\n`;
  const groups = [
    group('ann', 'failed', '5.1.1'),
    group('bob', 'delayed', '4.2.2'),
    group('cy', 'delivered', '2.1.5'),
    group('di', 'relayed', '2.0.0'),
    group('ed', 'expanded', '2.1.5'),
  ];

  test.each([
    ['in groups of their own', groups.join('\n')],
    ['in one group', groups.join('')],
  ])('%s', async (_, all) => {
    const found = await evidenceOf(
      notification({ text: 'See the fields.\n', status: `Reporting-MTA: dns; mx.example.org\n\n${all}` }),
    );
    expect(found.map(({ recipient, action, loggedStatus }) => [recipient, action, loggedStatus])).toEqual([
      ['ann@example.com', 'failed', '5.1.1'],
      ['bob@example.com', 'delayed', '4.2.2'],
      ['cy@example.com', 'delivered', '2.1.5'],
      ['di@example.com', 'relayed', '2.0.0'],
      ['ed@example.com', 'expanded', '2.1.5'],
    ]);
    expect(found.map(({ position }) => position.index)).toEqual([0, 1, 2, 3, 4]);
  });

  test('10,000 in one notification are all told', async () => {
    const all = Array.from(
      { length: 10_000 },
      (_, i) => `Final-Recipient: rfc822; u${i}@example.com\nAction: failed\nStatus: 5.1.1\n`,
    );
    const found = await evidenceOf(notification({ status: `Reporting-MTA: dns; mx.example.org\n\n${all.join('\n')}` }));
    expect(found.length).toBe(10_000);
    expect(found[9_999]?.recipient).toBe('u9999@example.com');
  });
});
