import { describe, expect, it } from 'vitest';
import { withVisibleLines } from '../../src/mail/html-lines.js';
import { cutMessage } from '../../src/mail/mime-part.js';
import { textOfPart } from '../../src/mail/part-text.js';

const textOf = async (html: string) =>
  (await textOfPart(cutMessage(Buffer.from(`Content-Type: text/html; charset=utf-8\n\n${html}`))))
    .split('\n')
    .map((line) => line.trim());

describe('lines of HTML', () => {
  it('gives each row of a table a line, and keeps its cells apart', async () => {
    const lines = await textOf(
      '<table><tr><td>Recipient:</td><td>bob@example.org</td></tr><tr><td>Error:</td><td>550 unknown</td></tr></table>',
    );
    expect(lines).toContain('Recipient: bob@example.org');
    expect(lines).toContain('Error: 550 unknown');
  });

  it('does the same where the end tags are left out', async () => {
    const lines = await textOf('<table><tr><td>Recipient:<td>bob@example.org<tr><td>Error:<td>550 unknown</table>');
    expect(lines).toContain('Recipient: bob@example.org');
  });

  it('breaks no line to fit a width', async () => {
    const sentence = '550 5.7.1 '.concat('the message was refused by a rule of the site '.repeat(6)).trim();
    expect(await textOf(`<p>${sentence}</p>`)).toContain(sentence);
  });

  it('joins lines that only the source breaks', async () => {
    expect(await textOf('<p>550 5.1.1\r\n  User\n\tunknown</p>')).toContain('550 5.1.1 User unknown');
  });

  it('keeps the lines of preformatted text', async () => {
    const lines = await textOf('<pre>From: alice@example.com\nTo: bob@example.org</pre><p>end of it</p>');
    expect(lines).toContain('From: alice@example.com');
    expect(lines).toContain('To: bob@example.org');
    expect(lines).toContain('end of it');
  });

  it.each(['<', 'text < 5', '<td', 'a<b c', ''])('leaves a tag without its end as it is: %j', (html) => {
    expect(withVisibleLines(html)).toBe(html);
  });
});
