import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf, notification, reading } from './mails.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/mail', import.meta.url));

/** The fixtures in which an address stands as it is: nothing is encoded. */
const PLAIN = [
  notification(),
  ...readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eml'))
    .toSorted()
    .map((file) => readFileSync(join(FIXTURES, file), 'latin1'))
    .filter((text) => /^[\t\r\n -~]*$/.test(text) && !/base64|quoted-printable|=\?|text\/html|iso-2022/i.test(text)),
];

type Change = (lines: readonly string[], at: number, other: number) => readonly string[];

/** How mails are damaged. Bytes are changed into other ASCII, so that no charset comes in. */
const CHANGES: readonly Change[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at, other) => lines.toSpliced(at, (other % 10) + 1),
  (lines, at, other) => lines.toSpliced(other, 0, lines[at]!),
  (lines, at, other) => lines.with(at, lines[other]!).with(other, lines[at]!),
  (lines, at, other) => lines.with(at, `${lines[at]!}${lines[other]!}`),
  (lines, at, other) => lines.toSpliced(at, 1, lines[at]!.slice(0, other), lines[at]!.slice(other)),
  (lines, at) => lines.slice(0, at),
  (lines, at) => lines.slice(at),
  (lines, at) => lines.with(at, lines[at]!.toUpperCase()),
  (lines, at) => lines.with(at, `> ${lines[at]!}`),
  (lines, at, other) => {
    const line = lines[at]!;
    const p = other % (line.length + 1);
    const byte = String.fromCharCode(other % 128);
    return lines.with(at, `${line.slice(0, p)}${byte}${line.slice(p + (other % 3))}`);
  },
];

const damaged = fc
  .tuple(
    fc.constantFrom(...PLAIN),
    fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 8 }),
  )
  .map(([mail, changes]) =>
    changes
      .reduce<readonly string[]>(
        (lines, [change, at, other]) => (lines.length === 0 ? lines : change(lines, at % lines.length, other % lines.length)),
        mail.split('\n'),
      )
      .join('\n'),
  );

/** A recipient that was encoded in an address (VERP) has another sign for its `@`. */
const holds = (mail: string, address: string): boolean => {
  const text = mail.toLowerCase();
  const wanted = address.toLowerCase();
  return text.includes(wanted) || text.includes(wanted.replace('@', '='));
};

describe('a mail is read without an error', () => {
  test('whatever bytes it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const { records } = await reading(Buffer.from(bytes));
        expect(records).toEqual([]);
      }),
    );
  });

  test('whatever bytes of it are others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLAIN),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
        async (mail, flips) => {
          const bytes = Buffer.from(mail, 'latin1');
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          await reading(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('however it is damaged, and names no recipient that it does not hold', async () => {
    expect(PLAIN.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(damaged, async (mail) => {
        for (const { recipient, originalRecipient } of await evidenceOf(mail)) {
          if (recipient !== null) expect(holds(mail, recipient), recipient).toBe(true);
          if (originalRecipient !== null) expect(holds(mail, originalRecipient), originalRecipient).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a tree of parts', () => {
  const ADDRESSES = [
    'bob@example.com',
    'ann@example.net',
    '"c d"@example.org',
    'sender@example.org',
    'mailer-daemon@mx.example.org',
  ];
  const address = fc.constantFrom(...ADDRESSES);
  const line = fc.oneof(
    address.map((one) => `<${one}>: 550 5.1.1 unknown user`),
    address.map((one) => one),
    address.map((one) => `Final-Recipient: rfc822; ${one}`),
    address.map((one) => `Original-Recipient: rfc822;${one}`),
    address.map((one) => `>>> RCPT TO:<${one}>`),
    address.map((one) => `To: ${one}`),
    fc.constantFrom(
      'Action: failed',
      'Status: 4.2.2',
      'Reporting-MTA: dns; mx.example.org',
      '',
      '',
      'could not be delivered',
      'Received: from a by b',
      '<<< 550 no',
      'Diagnostic-Code: smtp; 550 no',
    ),
  );
  interface Tree {
    readonly type?: string;
    readonly encoding?: 'base64' | 'quoted-printable' | '8bit';
    readonly lines?: readonly string[];
    readonly parts?: readonly Tree[];
  }
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({
        type: fc.constantFrom(
          'text/plain',
          'text/html',
          'message/delivery-status',
          'message/rfc822',
          'text/rfc822-headers',
          'message/feedback-report',
          'application/octet-stream',
          'message/disposition-notification',
        ),
        encoding: fc.constantFrom('base64' as const, 'quoted-printable' as const, '8bit' as const),
        lines: fc.array(line, { maxLength: 12 }),
      }),
      fc.record({ parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
    ),
  }));

  const ENCODE = {
    base64: (text: string) => Buffer.from(text).toString('base64'),
    'quoted-printable': (text: string) => text.replaceAll('=', '=3D').replaceAll('@', '=40'),
    '8bit': (text: string) => text,
  };
  let boundaries = 0;
  const written = ({ type, encoding = '8bit', lines = [], parts }: Tree): string => {
    if (parts === undefined) {
      return `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${ENCODE[encoding](lines.join('\r\n'))}`;
    }
    const boundary = `=_${boundaries++}`;
    return `Content-Type: multipart/report; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${written(one)}\r\n`).join('')}--${boundary}--\r\n`;
  };

  test('is read without an error, and names no recipient that it does not hold', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.constantFrom('Undelivered Mail Returned to Sender', 'hello'), async (one, subject) => {
        const mail = `From: mailer-daemon@mx.example.org\r\nTo: sender@example.org\r\nSubject: ${subject}\r\n${written(one)}`;
        for (const { recipient, originalRecipient } of await evidenceOf(mail)) {
          // HTML without marks around an address may lose what looks like a tag: only pieces of what was put in remain.
          if (recipient !== null)
            expect(
              ADDRESSES.some((put) => put.includes(recipient)),
              recipient,
            ).toBe(true);
          if (originalRecipient !== null)
            expect(
              ADDRESSES.some((put) => put.includes(originalRecipient)),
              originalRecipient,
            ).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
