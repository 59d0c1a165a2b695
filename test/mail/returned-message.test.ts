import { describe, expect, test } from 'vitest';
import { splitText } from '../../src/mail/returned-message.js';
import { evidenceOf, notification } from './mails.js';

const RETURNED = `Received: from client.example.org by mx.example.org; Sun, 7 Sep 2008 21:40:07 +0000
Message-ID: <1@client.example.org>
From: sender@example.org
Subject: hello`;
const NOTICE = 'Your message was not delivered.\n\n<bob@example.com>: unknown user';

const split = (text: string) => {
  const { lines, returned } = splitText(text);
  return { notice: lines.join('\n'), subject: returned?.get('subject') ?? null };
};

describe('the returned message in a text', () => {
  test.each([
    ['behind a blank line', `${NOTICE}\n\n${RETURNED}\n\nHello.`],
    ['behind a line of ornaments', `${NOTICE}\n\n--------\n\n${RETURNED}\n\nHello.`],
    ['behind words between ornaments', `${NOTICE}\n\n--- Below this line is a copy of the message.\n\n${RETURNED}\n\nHello.`],
    ['behind words between two ornaments', `${NOTICE}\n\n   ----- Original message follows -----\n\n${RETURNED}`],
    ['that is quoted', `${NOTICE}\n\n${RETURNED.replace(/^/gm, '> ')}\n> \n> Hello.`],
    ['that was folded', `${NOTICE}\n\n${RETURNED.replace(' by ', '\n\tby ')}`],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual({ notice: NOTICE, subject: 'hello' });
  });

  test.each([
    [
      'a table of the message without its transport',
      `${NOTICE}\n\nFrom: sender@example.org\nTo: bob@example.com\nSubject: hello\n`,
    ],
    ['a single field', `${NOTICE}\n\nReceived: yesterday\n`],
    [
      'fields of a delivery status',
      `${NOTICE}\n\nReporting-MTA: dns; mx.example.org\nFinal-Recipient: rfc822; bob@example.com\n`,
    ],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(split(text)).toEqual({ notice: text, subject: null });
  });
});

describe('the sender of the message that came back', () => {
  const senderOf = async (fields: string) => {
    const [one] = await evidenceOf(notification({ returned: `${fields}From: sender@example.org\nSubject: hello\n\nHello.\n` }));
    return one?.envelope.sender;
  };

  test('is its reverse-path, before its author', async () => {
    expect(await senderOf('Return-Path: <bounces@example.org>\n')).toBe('bounces@example.org');
    expect(await senderOf('')).toBe('sender@example.org');
  });

  test('is empty where it was a notice itself, whoever is its author', async () => {
    expect(await senderOf('Return-Path: <>\n')).toBe('');
  });
});
