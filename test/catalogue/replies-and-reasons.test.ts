import { describe, expect, it } from 'vitest';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { REPLY_CODES, replyCodeFacts } from '../../src/catalogue/reply-codes.js';
import { en } from '../../src/catalogue/text/en.js';
import { REASONS } from '../../src/model/verdict.js';

const { reasons, replyCodes } = en;

const RFC_5321_CODES = [
  211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 455, 500, 501, 502, 503, 504, 550, 551, 552, 553, 554, 555,
];

/** Every text with a label that names its place: title, or sentence (cause, when, fix). */
function* texts(): Generator<{ label: string; field: string; text: string }> {
  const entries: [string, object][] = [
    ...Object.entries(replyCodes),
    ...Object.entries(replyCodes).flatMap(([code, { senses = [] }]) =>
      senses.map(({ reason, cause, fix }): [string, object] => [`${code} as ${reason}`, { cause, fix }]),
    ),
    ...Object.entries(reasons),
    ...Object.entries(reasons).map(([reason, { inbound }]): [string, object] => [`inbound ${reason}`, inbound]),
  ];
  for (const [label, prose] of entries) {
    for (const [field, text] of Object.entries(prose)) {
      if (field === 'senses' || field === 'inbound') continue;
      expect(text, `${label}: ${field}`).toBeTypeOf('string');
      yield { label: `${label}: ${field}`, field, text: text as string };
    }
  }
}

const all = [...texts()];
const failing = (test: (entry: (typeof all)[number]) => boolean): string[] => all.filter(test).map(({ label }) => label);

describe('reply code facts', () => {
  it('are ascending and unique', () => {
    const codes = REPLY_CODES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(replyCodeFacts.size).toBe(codes.length);
  });

  it('have text for every code, and there is no text without facts', () => {
    expect(Object.keys(replyCodes).map(Number).sort()).toEqual(REPLY_CODES.map(({ code }) => code).sort());
  });

  it('mark every code of RFC 5321 §4.2.3 as standard and cite that document', () => {
    for (const code of RFC_5321_CODES) {
      expect(replyCodeFacts.get(code), String(code)).toMatchObject({ status: 'standard' });
      expect(replyCodeFacts.get(code)?.reference).toContain('RFC 5321 §');
    }
  });

  it('cite a section for each defined code, and say of the others that no RFC defines them', () => {
    for (const { code, status, reference } of REPLY_CODES) {
      if (status === 'observed') {
        expect(reference, String(code)).toMatch(/^(No RFC defines it|Not an SMTP reply); \S/);
        expect(replyCodes[code]?.cause, String(code)).toMatch(
          new RegExp(`no RFC defines ${code}|no RFC defines$|a code that no RFC defines`, 'i'),
        );
      } else {
        expect(reference, String(code)).toMatch(/^RFC \d{4} §/);
      }
    }
  });

  it('never ask for a new attempt or for action after a success', () => {
    for (const { code, retry, actor } of REPLY_CODES) {
      const positive = code >= 200 && code < 400;
      if (positive) expect({ code, retry, actor }).toEqual({ code, retry: 'n/a', actor: 'nobody' });
      if (positive) expect(replyCodes[code]?.fix, String(code)).toMatch(/^No fix needed/);
      if (code >= 500 && code < 600) expect(['no', 'after-fix'], String(code)).toContain(retry);
    }
  });
});

describe('reason facts', () => {
  it('exist for every reason, in the order of the documentation, with text', () => {
    expect(Object.keys(REASON_FACTS)).toEqual([...REASONS]);
    expect(Object.keys(reasons)).toEqual([...REASONS]);
    for (const reason of REASONS) expect(REASON_FACTS[reason].reason).toBe(reason);
  });

  it('suppress an address only when the address or its owner is the cause', () => {
    for (const { reason, defaultType, suppress, group } of Object.values(REASON_FACTS)) {
      if (defaultType === 'block') expect(suppress, reason).toBe('no');
      if (suppress !== 'no') expect(['recipient', 'not-a-bounce'], reason).toContain(group);
    }
  });

  it('agree on group, type and retry', () => {
    for (const { reason, defaultType, group, retry, inbound } of Object.values(REASON_FACTS)) {
      if (group === 'not-a-bounce') expect(defaultType, reason).toBe('none');
      if (group === 'pace') expect(defaultType, reason).toBe('soft');
      if (defaultType === 'hard') expect(retry, reason).toBe('no');
      if (group === 'pace') expect(['yes', 'slowly'], reason).toContain(inbound.retry);
    }
  });

  it('name a standards document wherever one exists', () => {
    const without = Object.values(REASON_FACTS).filter(({ reference }) => !/^RFC \d{4} §\d/.test(reference));
    expect(without.map(({ reason }) => reason)).toEqual(['suppressed']);
  });
});

describe('prose', () => {
  it('is not empty and has no space at its ends or doubled inside', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(
      failing(({ text, field }) => text.length < (field === 'title' ? 2 : 15) || text !== text.trim() || / {2}/.test(text)),
    ).toEqual([]);
  });

  it('begins with a capital letter or a digit and ends as a sentence', () => {
    expect(failing(({ text }) => !/^[A-Z0-9]/.test(text))).toEqual([]);
    expect(failing(({ text, field }) => field !== 'title' && !/[.!?]$/.test(text))).toEqual([]);
    expect(failing(({ text, field }) => field === 'title' && /[.!?]$/.test(text))).toEqual([]);
  });

  it('doubles no word', () => {
    expect(failing(({ text }) => /\b([a-z]+)\s+\1\b/i.test(text))).toEqual([]);
  });

  it('says when in a sentence of its own that a template can neither double nor break', () => {
    expect(failing(({ text, field }) => field === 'when' && /^(When|If|You (see|encounter))\b/.test(text))).toEqual([]);
  });

  it('carries no markup and no mangled address', () => {
    expect(failing(({ text }) => /[<>`*]|&[a-z]+;|\]\(|\[email|\bprotected\]/.test(text))).toEqual([]);
  });

  it('does not repeat the code in the title', () => {
    expect(failing(({ text, field }) => field === 'title' && /\d{3}/.test(text))).toEqual([]);
  });
});

describe('names that are kept', () => {
  it.each([
    [211, 'System Status'],
    [214, 'Help Message'],
    [450, 'Mailbox Unavailable'],
    [550, 'Mailbox Not Found'],
    [553, 'Mailbox Name Invalid'],
    [554, 'Transaction Failed'],
  ])('%i is %s', (code, title) => {
    expect(replyCodes[code]?.title).toBe(title);
  });

  it.each([
    [211, 'cause', ['current state', 'HELP']],
    [214, 'fix', ['No fix needed', 'commands the server supports']],
    [450, 'cause', ['temporarily unavailable', 'locked']],
    [450, 'fix', ['few minutes', 'second attempt', 'full or disabled']],
    [550, 'cause', ['does not exist', 'policy', 'permanent']],
    [550, 'fix', ['typos', 'deleted', 'reputation', 'SPF/DKIM/DMARC']],
    [553, 'cause', ['syntactically incorrect', 'expected format']],
    [554, 'cause', ['catch-all', 'greeting']],
    [554, 'fix', ['DNSBL', 'SPF, DKIM, and DMARC', 'delisting']],
  ] as const)('%i keeps what it says: %s', (code, field, statements) => {
    for (const statement of statements) expect(replyCodes[code]?.[field]).toContain(statement);
  });
});

describe('senses of overloaded codes', () => {
  it('use valid reasons, each once per code', () => {
    for (const [code, { senses }] of Object.entries(replyCodes)) {
      if (!senses) continue;
      const used = senses.map(({ reason }) => reason);
      expect(used.length, code).toBeGreaterThan(1);
      expect(new Set(used).size, code).toBe(used.length);
      for (const reason of used) expect(REASONS, code).toContain(reason);
    }
  });

  it.each([
    [421, ['too-many-connections', 'rate-limited', 'system-error']],
    [450, ['greylisted', 'mailbox-full', 'user-unknown', 'rate-limited', 'missing-ptr']],
    [451, ['system-error', 'greylisted', 'dns-failure', 'rate-limited']],
    [452, ['system-full', 'too-many-recipients', 'mailbox-full', 'rate-limited']],
    [454, ['submission-auth', 'tls-failure', 'relay-denied', 'rate-limited']],
    [
      550,
      [
        'user-unknown',
        'mailbox-disabled',
        'mailbox-full',
        'policy',
        'ip-blocklisted',
        'auth-failure',
        'spam-content',
        'relay-denied',
        'missing-ptr',
        'invalid-sender',
        'rate-limited',
      ],
    ],
    [552, ['mailbox-full', 'message-too-big', 'too-many-recipients', 'spam-content', 'content-rejected']],
    [553, ['invalid-address', 'relay-denied', 'invalid-sender', 'ip-blocklisted']],
    [554, ['ip-blocklisted', 'spam-content', 'relay-denied', 'auth-failure', 'policy']],
  ])('%i covers its common meanings', (code, expected) => {
    const used = replyCodes[code]?.senses?.map(({ reason }) => reason);
    expect(used).toEqual(expect.arrayContaining(expected));
  });
});
