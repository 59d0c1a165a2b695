import { describe, expect, test } from 'vitest';
import { depthOf } from '../../src/mail/html-depth.js';
import { cutMessage } from '../../src/mail/mime-part.js';
import { textOfPart } from '../../src/mail/part-text.js';

const text = (type: string, body: string | Buffer, fields = '') =>
  textOfPart(cutMessage(Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n${fields}\r\n`), Buffer.from(body as string)])));

describe('the text of a part', () => {
  test('has lines that end with LF, and no NUL or no-break space', async () => {
    expect(await text('text/plain', 'a\r\nb\rc\nd\r\r\ne\0f\u00a0g')).toBe('a\nb\nc\nd\ne f g');
  });

  test.each([
    ['quoted-printable', '=C3=BCber =\r\nall'],
    ['base64', Buffer.from('über all').toString('base64')],
    ['8bit', 'über all'],
  ])('is decoded from %s', async (encoding, body) => {
    expect(await text('text/plain; charset=utf-8', body, `Content-Transfer-Encoding: ${encoding}\r\n`)).toBe('über all');
  });

  test('in a charset that is not known is still read', async () => {
    expect(await text('text/plain; charset=x-none', 'bob@example.com: 550 unknown')).toBe('bob@example.com: 550 unknown');
    expect((await text('text/plain; charset=none-such', 'bob@example.com: 550 unknown')).trim()).toBe(
      'bob@example.com: 550 unknown',
    );
  });
});

describe('the text of HTML', () => {
  test('has no tags, and its entities as characters', async () => {
    const html =
      '<html><head><style>p { color: red }</style></head><body><p>Not delivered to &lt;bob@example.com&gt;</p></body></html>';
    expect((await text('text/html', html)).trim()).toBe('Not delivered to <bob@example.com>');
  });

  test('that is nested too deep is what stands between its tags', async () => {
    const found = await text('text/html', `${'<div>'.repeat(5_000)}bob@example.com<br>550 unknown${'</div>'.repeat(5_000)}`);
    expect(found.split(/\s+/).filter((word) => word !== '')).toEqual(['bob@example.com', '550', 'unknown']);
  });
});

describe('the depth of HTML', () => {
  test.each([
    ['', 0],
    ['text < 5 > 3', 0],
    ['<div></div><div></div>', 1],
    ['<div><b><i>x</i></b></div>', 3],
    ['<p>a<p>b<p>c<br><br><hr>', 0],
    ['</div></div><div>', 1],
    ['<DIV><Div>', 2],
    ['<div', 1],
    ['<!-- x --><a href="x">y</a>', 1],
  ])('%s', (html, depth) => {
    expect(depthOf(html)).toBe(depth);
  });
});
