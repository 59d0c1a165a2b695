import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, contentOf, cutMessage, leavesOf, type MimePart } from '../../src/mail/mime-part.js';

const cut = (...lines: readonly string[]): MimePart => cutMessage(Buffer.from(lines.join('\r\n')));
const leaves = (part: MimePart) =>
  leavesOf(part).map((leaf) => [
    leaf.contentType.type,
    contentOf(leaf)
      .toString('latin1')
      .replace(/[\r\n]+$/, ''),
  ]);

const MIXED = 'Content-Type: multipart/mixed; boundary=b';

describe('the parts of a message (RFC 2046 §5.1)', () => {
  test('lie between the lines of their boundary', () => {
    const message = cut(
      MIXED,
      '',
      'preamble',
      '--b',
      '',
      'one',
      '--b',
      'Content-Type: text/html',
      '',
      'two',
      '--b--',
      'epilogue',
    );
    expect(leaves(message)).toEqual([
      ['text/plain', 'one'],
      ['text/html', 'two'],
    ]);
  });

  test('do not have the line end before a boundary, which belongs to that', () => {
    const [leaf] = leavesOf(cut(MIXED, '', '--b', '', 'one', '', '--b--'));
    expect(leaf?.body.toString()).toBe('one\r\n');
  });

  test('may be multiparts themselves', () => {
    const message = cut(
      'Content-Type: multipart/report; report-type=delivery-status; boundary="outer"',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary="outer.inner"',
      '',
      '--outer.inner',
      '',
      'plain',
      '--outer.inner',
      'Content-Type: text/html',
      '',
      '<p>html',
      '--outer.inner--',
      '--outer',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.com',
      '--outer--',
    );
    expect(leaves(message)).toEqual([
      ['text/plain', 'plain'],
      ['text/html', '<p>html'],
      ['message/delivery-status', 'Reporting-MTA: dns; mx.example.com'],
    ]);
  });

  test('may be empty', () => {
    expect(leaves(cut(MIXED, '', '--b', '--b', '', '--b--'))).toEqual([
      ['text/plain', ''],
      ['text/plain', ''],
    ]);
  });

  test.each([['has blanks behind it', '--b  \t']])('begin also where the boundary line %s', (_, line) => {
    expect(leaves(cut(MIXED, '', line, '', 'one', '--b--'))[0]?.[1]).toBe('one');
  });

  test('do not begin at a line that only starts like a boundary', () => {
    expect(leaves(cut(MIXED, '', '--b', '', 'one', '--bb', 'x --b', '--b--'))).toEqual([['text/plain', 'one\r\n--bb\r\nx --b']]);
  });
});

describe('damage', () => {
  test('a message that was cut off keeps its last part', () => {
    expect(leaves(cut(MIXED, '', '--b', '', 'one', '--b', 'Content-Type: message/delivery-status', '', 'Final-Rec'))).toEqual([
      ['text/plain', 'one'],
      ['message/delivery-status', 'Final-Rec'],
    ]);
  });

  test('a message that was cut off in a part header has that part without a body', () => {
    expect(leaves(cut(MIXED, '', '--b', '', 'one', '--b', 'Content-Type: text/ht'))).toEqual([
      ['text/plain', 'one'],
      ['text/ht', ''],
    ]);
  });

  test.each([
    ['no boundary parameter', 'Content-Type: multipart/report'],
    ['an empty one', 'Content-Type: multipart/report; boundary=""'],
    ['another one', 'Content-Type: multipart/report; boundary="other"'],
  ])('with %s the boundary that the body uses counts', (_, header) => {
    const message = cut(header, '', '--real_1', 'Content-Type: text/plain', '', 'one', '--real_1', '', 'two', '--real_1--');
    expect(leaves(message).map(([, text]) => text)).toEqual(['one', 'two']);
  });

  test('a multipart without any boundary line is one text', () => {
    expect(leaves(cut(MIXED, '', 'all the text')).map(([, text]) => text)).toEqual(['all the text']);
  });

  test('an inner multipart that is not closed ends with the outer one', () => {
    const message = cut(
      MIXED,
      '',
      '--b',
      'Content-Type: multipart/mixed; boundary=i',
      '',
      '--i',
      '',
      'one',
      '--b',
      '',
      'two',
      '--b--',
    );
    expect(leaves(message).map(([, text]) => text)).toEqual(['one', 'two']);
  });

  test('a part that begins with its text has no header', () => {
    expect(leaves(cut(MIXED, '', '--b', 'Your message was', 'not delivered.', '', 'Reason: full', '--b--'))).toEqual([
      ['text/plain', 'Your message was\r\nnot delivered.\r\n\r\nReason: full'],
    ]);
  });

  test('a part without a type that is written like a message is the returned message', () => {
    const message = cut(MIXED, '', '--b', 'Received: from a by b', 'Subject: hello', '', 'text', '--b--');
    expect(leaves(message)[0]?.[0]).toBe('message/rfc822');
  });

  test('lines may end with LF or CR alone, and begin behind blank lines or a byte order mark', () => {
    const lines = [MIXED, '', '--b', '', 'one', '--b--'];
    for (const text of [
      lines.join('\n'),
      lines.join('\r'),
      `\r\n\r\n${lines.join('\r\n')}`,
      `\ufeff${lines.join('\n')}`,
      lines.join('\r\r\n'),
    ]) {
      expect(leaves(cutMessage(Buffer.from(text)))[0]?.[1]).toBe('one');
    }
  });
});

describe('where the header ends', () => {
  const header = (...lines: readonly string[]) => {
    const bytes = Buffer.from(lines.join('\n'));
    const { headerEnd, bodyStart } = boundsOf(bytes);
    return [bytes.subarray(0, headerEnd).toString(), bytes.subarray(bodyStart).toString()];
  };

  test('at the first blank line', () => {
    expect(header('A: 1', 'B: 2', '', 'body', '', 'more')).toEqual(['A: 1\nB: 2\n', 'body\n\nmore']);
    expect(header('', 'body')).toEqual(['', 'body']);
    expect(header('A: 1')).toEqual(['A: 1', '']);
    expect(header('')).toEqual(['', '']);
  });

  test('before a text that no blank line separates', () => {
    expect(header('Subject: x', 'To: y', 'Your message was', 'not delivered.', '', 'more')).toEqual([
      'Subject: x\nTo: y\n',
      'Your message was\nnot delivered.\n\nmore',
    ]);
    expect(header('Subject: x', 'Your message was not delivered', '', 'more')[1]).toBe('Your message was not delivered\n\nmore');
  });

  test('not at a damaged line amid the fields', () => {
    expect(header('Subject: x', 'damaged line', 'To: y', '', 'body')).toEqual(['Subject: x\ndamaged line\nTo: y\n', 'body']);
    expect(header('Subject: x', 'damaged', 'twice', 'Message-ID: <y>', '', 'body')[1]).toBe('body');
  });

  test('not at the separator of an mbox, or one that was quoted', () => {
    expect(header('From bob@example.com Sun Sep  7 21:40:07 2008', 'A: 1', '>From x', 'B: 2', '', 'body')[1]).toBe('body');
  });

  test('not at a folded line of blanks', () => {
    expect(header('A: 1', ' ', ' 2', 'B: 3', '', 'body')[1]).toBe('body');
  });
});

describe('any bytes', () => {
  test('are cut without an error, and no part holds what the message does not', () => {
    const line = fc.constantFrom(
      '--b',
      '--b--',
      '--c',
      '--c--',
      '',
      'Content-Type: multipart/mixed; boundary=c',
      MIXED,
      'text',
      ' x',
      'Content-Transfer-Encoding: base64',
      '\r',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }).map(Buffer.from),
          fc.array(line, { maxLength: 40 }).map((lines) => Buffer.from(`${MIXED}\n\n${lines.join('\n')}`)),
        ),
        (bytes) => {
          for (const leaf of leavesOf(cutMessage(bytes))) {
            expect(leaf.parts).toEqual([]);
            expect(leaf.body.length).toBeLessThanOrEqual(bytes.length);
          }
        },
      ),
    );
  });

  test('in the parts of a tree come out as they went in', () => {
    interface Tree {
      readonly text?: string;
      readonly parts?: readonly Tree[];
    }
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.record({ text: fc.stringMatching(/^[a-z .]{0,20}(\r\n[a-z .]{1,20}){0,3}$/) }),
        fc.record({ parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
      ),
    }));
    let count = 0;
    const write = ({ text, parts }: Tree): string => {
      if (parts === undefined) return `Content-Type: text/plain\r\n\r\n${text ?? ''}`;
      const boundary = `b${count++}_`;
      return `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${write(one)}\r\n`).join('')}--${boundary}--\r\n`;
    };
    const texts = ({ text, parts }: Tree): string[] => (parts === undefined ? [text ?? ''] : parts.flatMap(texts));
    fc.assert(
      fc.property(tree, (one) => {
        const found = leavesOf(cutMessage(Buffer.from(write(one)))).map(({ body }) => body.toString());
        expect(found).toEqual(texts(one));
      }),
    );
  });
});
