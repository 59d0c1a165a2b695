import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_MESSAGE, MessageFramer } from '../../src/input/message-framer.js';
import { isFromLine } from '../../src/mail/mail-shape.js';

interface Framed {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

function framed(chunks: readonly Uint8Array[], mbox = true): Framed[] {
  const messages: Framed[] = [];
  const framer = new MessageFramer(
    { mbox, isSeparator: isFromLine },
    { message: (bytes, offset, length) => messages.push({ text: bytes.toString('latin1'), offset, length }) },
  );
  for (const chunk of chunks) framer.push(chunk);
  framer.end();
  expect(framer.position).toBe(chunks.reduce((sum, { length }) => sum + length, 0));
  return messages;
}

const whole = (text: string) => framed([Buffer.from(text, 'latin1')]);
const texts = (text: string) => whole(text).map((message) => message.text);

const FROM = 'From bob@example.com Sun Sep  7 21:40:07 2008\n';
const mail = (name: string, body = `body of ${name}\n`, fields = '') => `${FROM}Subject: ${name}\n${fields}\n${body}`;

describe('an mbox (RFC 4155)', () => {
  test('is cut at separator lines behind a blank line', () => {
    const one = `${mail('one')}\n`;
    const two = `${mail('two')}\n`;
    expect(whole(one + two)).toEqual([
      { text: one, offset: 0, length: one.length },
      { text: two, offset: one.length, length: two.length },
    ]);
  });

  test('may end without a line end', () => {
    expect(texts(`${mail('one')}\n${FROM}Subject: two`)[1]).toBe(`${FROM}Subject: two`);
  });

  test('may be empty', () => {
    expect(texts('')).toEqual([]);
    expect(texts('\n\r\n')).toEqual([]);
  });

  test('may hold messages without a body, and without anything', () => {
    expect(texts(`${FROM}\n${FROM}A: 1\n\n${FROM}`)).toEqual([`${FROM}\n`, `${FROM}A: 1\n\n`, FROM]);
  });

  test('may begin with blank lines', () => {
    expect(texts(`\n\n${mail('one')}`)).toEqual([mail('one')]);
  });

  test('may have lines that end with CRLF', () => {
    const [one, two] = [mail('one'), mail('two')].map((text) => `${text}\n`.replaceAll('\n', '\r\n'));
    expect(texts(`${one}${two}`)).toEqual([one, two]);
  });

  test('may have lines that end with CR, which become LF', () => {
    const [one, two] = [`${mail('one')}\n`, `${mail('two')}\n`];
    expect(texts((one + two).replaceAll('\n', '\r'))).toEqual([one, two]);
  });

  test('with LF keeps a CR in the text', () => {
    expect(texts(mail('one', 'a\rb\n'))).toEqual([mail('one', 'a\rb\n')]);
  });
});

describe('a line that starts with From', () => {
  test.each([
    ['that was quoted (mboxo, mboxrd)', `\n>${FROM}\n`],
    ['without a blank line before it', `line\n${FROM}`],
    ['of a sentence', '\nFrom now on mail is refused.\n'],
    ['of a sentence with a year', '\nFrom what I remember it was in 2008.\n'],
    ['of a sentence with an hour', '\nFrom Monday the office opens at 10:30.\n'],
    ['that is a field', '\nFrom: bob@example.com Sun Sep  7 21:40:07 2008\n'],
  ])('%s is none', (_, body) => {
    expect(texts(mail('one', body))).toEqual([mail('one', body)]);
  });

  test.each([
    'From bob@example.com Sun Sep  7 21:40:07 2008',
    'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    'From MAILER-DAEMON  Fri Jul  8 12:08:34 2011',
    'From - Thu Jan 01 00:00:00 2004',
    'From ???@??? Mon Apr 14 01:02:03 1997',
    'From 1234567890@xxx Mon Jan 01 00:00:00 +0000 2018',
    'From bob@example.com Sun Sep  7 21:40:07 CEST 2008',
    'From bob@example.com Sun Sep  7 21:40 2008 remote from host.example.com',
    'From "bob smith"@example.com Sun Sep  7 21:40:07 2008',
    'From bob@example.com Sun, 7 Sep 2008 21:40:07 +0200',
    'From bob@example.com 2008-09-07T21:40:07Z',
  ])('%s is a separator', (line) => {
    const one = `${mail('one')}\n`;
    const two = `${line}\nSubject: two\n\nbody\n`;
    expect(texts(one + two)).toEqual([one, two]);
  });
});

describe('a Content-Length (mboxcl, mboxcl2)', () => {
  const hidden = `first\n\n${FROM}is quoted here\n`;

  test('that is right hides separators in the body', () => {
    const one = `${mail('one', hidden, `Content-Length: ${hidden.length}\n`)}\n`;
    const two = `${mail('two', hidden, `content-length:${hidden.length}\n`)}\n`;
    expect(texts(one + two)).toEqual([one, two]);
  });

  test('that is right at the end of the input', () => {
    const one = mail('one', hidden, `Content-Length: ${hidden.length}\n`);
    for (const end of ['', '\n', '\n\n']) expect(texts(one + end)).toEqual([one + end]);
  });

  test('with CRLF counts the bytes as they are', () => {
    const body = hidden.replaceAll('\n', '\r\n');
    const one = `${mail('one', '', `Content-Length: ${body.length}\n`).replaceAll('\n', '\r\n')}${body}\r\n`;
    const two = `${mail('two').replaceAll('\n', '\r\n')}`;
    expect(texts(one + two)).toEqual([one, two]);
  });

  test.each([
    ['too small', 3],
    ['zero', 0],
    ['too large', 60],
    ['beyond the end', 100_000],
    ['beyond all', 999_999_999_999],
  ])('that is %s is not believed', (_, length) => {
    const one = `${mail('one', 'the body\n', `Content-Length: ${length}\n`)}\n`;
    const two = `${mail('two')}\n`;
    const three = mail('three');
    expect(texts(one + two + three)).toEqual([one, two, three]);
  });

  test('in the body is none', () => {
    const one = `${mail('one', `Content-Length: ${mail('two').length}\n`)}\n`;
    expect(texts(one + mail('two'))).toEqual([one, mail('two')]);
  });
});

describe('a message that is longer than what is kept', () => {
  const long = (extra: number) =>
    `${FROM}Subject: long\n\n${'x'.repeat(79)}\n`.padEnd(LONGEST_MESSAGE + extra - 2, 'y').concat('\n\n');

  test.each([-1, 0, 1, 3, 4, 5, 500, 300_000])(
    'by %d bytes tells its whole length, and the next one begins where it does',
    (extra) => {
      const one = long(extra);
      const two = mail('two');
      const bytes = Buffer.from(one + two, 'latin1');
      for (const size of [bytes.length, 256 * 1024, 65_536]) {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
        const [first, second, ...rest] = framed(chunks);
        expect(rest).toEqual([]);
        expect([first?.offset, first?.length]).toEqual([0, one.length]);
        expect(first?.text === one.slice(0, LONGEST_MESSAGE)).toBe(true);
        expect(second).toEqual({ text: two, offset: one.length, length: two.length });
      }
    },
  );

  test('is kept from its beginning where all is one message', () => {
    const chunk = Buffer.alloc(1024 * 1024, 'abcdefgh');
    const [message, ...rest] = framed(
      Array.from({ length: 25 }, () => chunk),
      false,
    );
    expect(rest).toEqual([]);
    expect([message?.length, message?.text.length]).toEqual([25 * chunk.length, LONGEST_MESSAGE]);
    expect(message?.text.startsWith('abcdefgh')).toBe(true);
  });

  test('may have no line end at all', () => {
    const chunk = Buffer.alloc(1024 * 1024, 'F');
    const [message, ...rest] = framed(Array.from({ length: 10 }, () => chunk));
    expect([message?.length, message?.text.length, rest.length]).toEqual([10 * chunk.length, LONGEST_MESSAGE, 0]);
  });
});

describe('framing', () => {
  /** Pieces that matter to the framer. */
  const piece = fc.constantFrom(
    FROM,
    FROM,
    '\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    'From ',
    'Fro',
    'Content-Length: 5\n',
    'Content-Length: 70\n',
    'A: 1\n',
    'text',
    'some more of the text\n',
    `>${FROM}`,
  );
  const input = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join('')));
  const cutAt = (bytes: Buffer, cuts: readonly number[]) => {
    const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].toSorted((a, b) => a - b);
    return ends.map((end, i) => bytes.subarray(i === 0 ? 0 : ends[i - 1], end));
  };

  test('does not depend on how the input is cut into chunks', () => {
    fc.assert(
      fc.property(input, fc.array(fc.nat(2000), { maxLength: 12 }), fc.boolean(), (bytes, cuts, mbox) => {
        expect(framed(cutAt(bytes, cuts), mbox)).toEqual(framed([bytes], mbox));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['\n', '\r\n', '\r'])('does not depend on it at any single place, nor byte by byte, with %j', (end) => {
    const body = `text\n\nFrom here on\n\n>${FROM}\n`;
    const text = `${mail('one', body, `Content-Length: ${body.replaceAll('\n', end).length}\n`)}\n${mail('two', body)}\n${mail('three', '')}`;
    const bytes = Buffer.from(text.replaceAll('\n', end));
    const expected = framed([bytes]);
    expect(expected.length).toBe(3);
    for (let cut = 0; cut <= bytes.length; cut++) expect(framed([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected);
    expect(framed([...bytes].map((c) => Buffer.of(c)))).toEqual(expected);
  });

  test('loses no byte: the messages are the input one after another', () => {
    fc.assert(
      fc.property(input, (bytes) => {
        let at = 0;
        for (const { offset, length, text } of framed([bytes])) {
          // Blank lines before the first message are no message.
          if (at === 0 && offset > 0) expect(bytes.toString('latin1', 0, offset)).toMatch(/^[\r\n]*$/);
          else expect(offset).toBe(at);
          expect(text.length).toBe(length);
          at = offset + length;
        }
        expect(bytes.toString('latin1', at)).toMatch(/^[\r\n]*$/);
      }),
    );
  });

  test('hands on bytes that stay when the chunk is used again', () => {
    const chunk = Buffer.from(`${mail('one')}\n${mail('two')}`);
    const text = chunk.toString();
    const seen: Buffer[] = [];
    const framer = new MessageFramer({ mbox: true, isSeparator: isFromLine }, { message: (bytes) => seen.push(bytes) });
    framer.push(chunk);
    chunk.fill(0);
    framer.push(Buffer.alloc(64 * 1024));
    framer.end();
    expect(Buffer.concat(seen).toString().slice(0, text.length)).toBe(text);
  });
});
