import { describe, expect, test } from 'vitest';
import { compare } from '../../src/catalogue/compare.js';
import { documentsIn } from '../../src/catalogue/documents.js';
import { ENHANCED_CODES } from '../../src/catalogue/enhanced-codes.js';
import { lookUp } from '../../src/catalogue/look-up.js';
import { REPLY_CODES } from '../../src/catalogue/reply-codes.js';
import { LANGUAGES, type Language, loadLanguage } from '../../src/catalogue/text/language.js';

const languages = await Promise.all(LANGUAGES.map(loadLanguage));
const english = languages[0]!;

function comparison(a: string, b: string, language: Language = english) {
  const { articles } = lookUp([a, b], language);
  expect(articles).toHaveLength(2);
  return compare(articles[0]!, articles[1]!, language);
}
const about = (a: string, b: string) => comparison(a, b).differences.map((difference) => difference.about);
const difference = (a: string, b: string, kind: string) =>
  comparison(a, b)
    .differences.filter((one) => one.about === kind)
    .map(({ text }) => text);

describe('two reply codes', () => {
  const { title, summary, differences, which, learnMore } = comparison('214', '553');
  const { replyCodes } = english.text;

  test('have a title as on the seed pages', () => {
    expect(title).toBe('SMTP 214 Help Message vs 553 Mailbox Name Invalid');
    expect(comparison('214', '450').title).toBe('SMTP 214 Help Message vs 450 Mailbox Unavailable');
  });

  test('are summed up by class and cause', () => {
    expect(summary).toContain(
      'SMTP 214 (Help Message) is a 2xx Positive Completion response, while 553 (Mailbox Name Invalid) is a 5xx Permanent Negative response.',
    );
    expect(summary).toContain(`214 means: ${replyCodes[214]!.cause}`);
    expect(summary).toContain(`In contrast, 553 means: ${replyCodes[553]!.cause}`);
  });

  test('differ in class, meaning and situation, and then in every fact that is not the same', () => {
    expect(differences.map(({ about }) => about)).toEqual([
      'class',
      ...['meaning', 'meaning', 'when', 'when'],
      ...['retry', 'actor', 'commands', 'reference'],
    ]);
    expect(differences.slice(0, 5).map(({ text }) => text)).toEqual([
      '214 is a 2xx Positive Completion response, while 553 is a 5xx Permanent Negative response.',
      `SMTP 214: ${replyCodes[214]!.cause}`,
      `SMTP 553: ${replyCodes[553]!.cause}`,
      `You encounter 214 in this situation: ${replyCodes[214]!.when}`,
      `You encounter 553 in this situation: ${replyCodes[553]!.when}`,
    ]);
  });

  test('each have their advice and their documents', () => {
    expect(which).toEqual([
      `For 214 (Help Message): ${replyCodes[214]!.fix}`,
      `For 553 (Mailbox Name Invalid): ${replyCodes[553]!.fix}`,
    ]);
    expect(learnMore[0]).toEqual({ name: 'RFC 5321 §4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' });
    expect(new Set(learnMore.map(({ url }) => url)).size).toBe(learnMore.length);
  });

  test('of one class have it in common', () => {
    expect(comparison('550', '553').summary).toContain(
      'SMTP 550 (Mailbox Not Found) and 553 (Mailbox Name Invalid) have the same class: 5xx Permanent Negative.',
    );
    expect(about('550', '553')).not.toContain('class');
  });

  test('differ in retry, actor, commands and standing where the facts do', () => {
    expect(difference('450', '550', 'retry')).toEqual([
      'After 450 the same message may be sent again later. After 550 a new attempt makes sense only when the cause is removed.',
    ]);
    expect(difference('354', '550', 'commands')[0]).toMatch(
      /^354 answers DATA\. 550 answers the connection, HELO, .* and EXPN\.$/,
    );
    expect(difference('421', '354', 'commands')[0]).toMatch(/^421 is not bound to one command\. /);
    expect(difference('421', '420', 'status')).toEqual([
      '421 is defined by a standard. 420 is seen in practice, but no standard defines it.',
    ]);
    expect(difference('450', '550', 'actor')).toEqual([
      'With 450 nobody needs to act at first; the next attempt may succeed. With 550 the owner of the address list must act.',
    ]);
    expect(about('211', '214')).toEqual(['meaning', 'meaning', 'when', 'when']);
  });

  test('outside the classes of SMTP are said to be that', () => {
    expect(difference('101', '550', 'class')[0]).toMatch(/^101 is a number outside the classes of SMTP, while/);
  });
});

describe('two enhanced codes', () => {
  test('differ in subject and reason', () => {
    expect(difference('5.1.1', '5.7.1', 'subject')).toEqual([
      'The subject of 5.1.1 is X.1 Addressing Status. The subject of 5.7.1 is X.7 Security or Policy Status.',
    ]);
    expect(difference('5.1.1', '5.7.1', 'reason')).toEqual([
      '5.1.1 stands for the reason user-unknown (User Unknown). 5.7.1 stands for the reason policy (Policy Rejection).',
    ]);
  });

  test('of one entry differ in what the class says alone', () => {
    expect(about('4.1.1', '5.1.1')).toEqual(['class', 'retry']);
    expect(comparison('4.1.1', '5.1.1').summary).toContain('Apart from the class both mean the same');
  });

  test('may be unregistered', () => {
    expect(difference('5.16.2', '5.1.1', 'status')).toEqual(['5.16.2 is not registered. 5.1.1 is defined by a standard.']);
  });

  test('lead to the document and the registry of such codes', () => {
    expect(comparison('5.1.1', '5.7.1').learnMore.map(({ name }) => name)).toEqual([
      'RFC 3463 §3.2',
      'RFC 3463 §3.8',
      'RFC 3463 §2',
      'IANA, SMTP Enhanced Status Codes Registry',
    ]);
  });
});

describe('a reply code and an enhanced code', () => {
  test.each([
    ['550', '5.1.1'],
    ['5.1.1', '550'],
  ])('that may stand in one reply say so: %s and %s', (a, b) => {
    expect(comparison(a, b).summary).toContain('550 and 5.1.1 may stand in one reply');
    expect(comparison(a, b).summary).toContain('Together they mean: The mailbox does not exist at that domain.');
  });

  test('that cannot stand in one reply do not', () => {
    expect(comparison('450', '5.1.1').summary).not.toContain('one reply');
    expect(comparison('354', 'X.1.1').summary).not.toContain('one reply');
  });

  test('of one class still differ in kind', () => {
    expect(difference('550', '5.1.1', 'class')).toEqual([
      '550 is a 5xx Permanent Negative response, while 5.1.1 is a 5.x.x Permanent Failure status.',
    ]);
  });
});

describe.each(languages)('every pair in $tag', (language) => {
  const codes = [...REPLY_CODES.map(({ code }) => String(code)), ...ENHANCED_CODES.map(({ code }) => code)];

  test('gives sentences that are filled, without a doubled word or an empty place', () => {
    for (const [i, a] of codes.entries()) {
      const b = codes[(i * 7 + 1) % codes.length]!;
      if (a === b) continue;
      const { title, summary, differences, which } = comparison(a, b, language);
      for (const said of [title, summary, ...which, ...differences.map(({ text }) => text)]) {
        expect(said).not.toMatch(/[{}]|undefined|\(\)| {2}|: :/);
        if (language.tag === 'en') expect(said).not.toMatch(/\b([a-z]{2,}) \1\b/i);
        expect(said).toMatch(/\S/);
      }
      expect(differences.length).toBeGreaterThan(0);
    }
  });
});

describe('the documents of a reference', () => {
  test.each([
    ['RFC 5321 §3.8, §4.2.3', ['RFC 5321 §3.8', 'RFC 5321 §4.2.3']],
    ['RFC 3463 §3.4; RFC 7504', ['RFC 3463 §3.4', 'RFC 7504']],
    ['RFC 5321 §4.2.3 (greeting); RFC 3207 §4 (reply to STARTTLS)', ['RFC 5321 §4.2.3', 'RFC 3207 §4']],
    ['IANA registry, X.7.28', ['IANA, SMTP Enhanced Status Codes Registry']],
    ['No RFC defines it; Rambler', []],
  ])('%s', (reference, names) => {
    expect(documentsIn(reference).map(({ name }) => name)).toEqual(names);
  });

  test('have addresses', () => {
    expect(documentsIn('RFC 5248 §2.4')[0]!.url).toBe('https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4');
  });
});
