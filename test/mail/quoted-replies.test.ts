import { describe, expect, it } from 'vitest';
import { QuotedReplies } from '../../src/mail/quoted-replies.js';

const repliesIn = (text: string, isTaken: (line: number) => boolean = () => false) =>
  new QuotedReplies(text.split('\n'), new Set(['bob@example.com', 'carol@example.net']), isTaken);

describe('the replies that a notice quotes', () => {
  it('belong to the recipient that they or their command name', () => {
    const replies = repliesIn(
      '>>> RCPT To:<Bob@example.com>\n<<< 550 no\n>>> DATA\n<<< 554 5.7.1 <carol@example.net>: refused\n<<< 503 no recipients',
    );
    expect(replies.exchangeFor('bob@example.com')?.reply).toBe('550 no');
    expect(replies.exchangeFor('carol@example.net')?.reply).toBe('554 5.7.1 <carol@example.net>: refused');
  });

  it('belong to all when they name none', () => {
    const replies = repliesIn('>>> DATA\n<<< 554 5.7.1 refused');
    expect(replies.exchangeFor('bob@example.com')?.reply).toBe('554 5.7.1 refused');
    expect(replies.exchangeFor('carol@example.net')?.command).toBe('DATA');
  });

  it('are not passed on from one recipient to another', () => {
    expect(repliesIn('550 5.1.1 <bob@example.com> unknown').lineFor('carol@example.net')).toBeNull();
    expect(repliesIn('550 5.1.1 unknown', (line) => line === 0).lineFor('carol@example.net')).toBeNull();
    expect(repliesIn('550 5.1.1 unknown').lineFor('carol@example.net')).toBe('550 5.1.1 unknown');
  });

  it('go on to the next gap', () => {
    expect(repliesIn('said: 550-5.1.1 first\n550 5.1.1 second\n\nthird').lineFor('bob@example.com')).toBe(
      'said: 550-5.1.1 first 550 5.1.1 second',
    );
  });
});
