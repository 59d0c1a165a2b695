import { describe, expect, it } from 'vitest';
import { replyCodeFacts } from '../../src/catalogue/reply-codes.js';
import { POSTFIX_LOCAL, POSTFIX_REFUSALS } from '../../src/classify/postfix-local.js';
import { REPLY_CODE_RULES } from '../../src/classify/reply-code-rules.js';
import { matchText } from '../../src/classify/text-rule.js';
import { REASONS } from '../../src/model/verdict.js';

describe.each([
  ['POSTFIX_LOCAL', POSTFIX_LOCAL],
  ['POSTFIX_REFUSALS', POSTFIX_REFUSALS],
])('%s', (_name, rules) => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s decides on its own example', (_id, rule) => {
    expect(rule.example).toContain(rule.literal);
    expect(matchText(rules, rule.example)).toBe(rule);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has a known reason and a source',
    (_id, { reason, source, literal }) => {
      expect(REASONS).toContain(reason);
      expect(source).toMatch(/^Postfix src\//);
      expect(literal).not.toBe('');
    },
  );

  it('is not shadowed: no rule stands behind one that matches wherever it does', () => {
    const shadowed = rules.filter((rule, i) =>
      rules.slice(0, i).some((earlier) => {
        if (earlier.atStart !== true) return rule.literal.includes(earlier.literal);
        return rule.atStart === true && rule.literal.startsWith(earlier.literal);
      }),
    );
    expect(shadowed.map(({ id }) => id)).toEqual([]);
  });
});

describe('rule ids', () => {
  it('are unique', () => {
    const ids = [...POSTFIX_LOCAL, ...POSTFIX_REFUSALS].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('are words that can be typed', () => {
    for (const { id } of [...POSTFIX_LOCAL, ...POSTFIX_REFUSALS]) expect(id).toMatch(/^postfix(\.[a-z0-9]+(-[a-z0-9]+)*)+$/);
  });
});

describe('a text that no rule knows', () => {
  it('matches none', () => {
    expect(matchText(POSTFIX_LOCAL, 'the quick brown fox')).toBeUndefined();
    expect(matchText(POSTFIX_REFUSALS, '')).toBeUndefined();
  });

  it('may hold the words of a rule in another place than its start', () => {
    expect(matchText(POSTFIX_LOCAL, 'a connect to b')).toBeUndefined();
    expect(matchText(POSTFIX_LOCAL, 'connect to b')?.id).toBe('postfix.connect');
  });
});

describe('what Postfix says by itself', () => {
  it.each([
    ['Host or domain name not found. Name service error for name=x.example type=MX: Host not found', 'domain-unknown'],
    ['Host or domain name not found. Name service error for name=x.example type=MX: Host not found, try again', 'dns-failure'],
    ['unable to look up host x.example: Name or service not known', 'domain-unknown|dns-failure'],
    ['mail for example.com loops back to myself', 'routing-loop'],
    ['mail forwarding loop for bob@example.com', 'routing-loop'],
    ['alias database loop for staff', 'routing-loop'],
    [':include: nesting limit exceeded', 'routing-loop'],
    ['recipient nesting limit exceeded', 'routing-loop'],
    ['TLS is required, but our TLS engine is unavailable', 'tls-failure'],
    ['Cannot start TLS: handshake failure', 'tls-failure'],
    ['Server certificate not trusted', 'tls-failure'],
    ['REQUIRETLS policy configuration error. The last attempted server was mx[192.0.2.1]', 'tls-failure'],
    ['message size 31457280 exceeds size limit 26214400 of server mx[192.0.2.1]', 'message-too-big'],
    ['unknown user: "bob"', 'user-unknown'],
    ['cannot update mailbox /var/mail/bob for user bob. error writing message: Disk quota exceeded', 'mailbox-full'],
    [
      'cannot update mailbox /var/mail/bob for user bob. unable to lock for exclusive access: Resource temporarily unavailable',
      'system-error',
    ],
    ['maildir delivery failed: create maildir file /x: No space left on device', 'system-full'],
    ['temporary failure. Command output: no disk', 'system-error'],
    ['Command died with signal 9: "/bin/x"', 'system-error'],
    ['destination /var/mail/bob is not owned by recipient', 'system-error'],
    ['local data error while talking to mx[192.0.2.1]', 'system-error'],
  ])('%s → %s', (text, reasons) => {
    expect(reasons.split('|')).toContain(matchText(POSTFIX_LOCAL, text)?.reason);
  });
});

describe('reply code rules', () => {
  it.each(REPLY_CODE_RULES.map((rule) => [`${rule.code} ${rule.command ?? 'of any command'}`, rule] as const))(
    '%s',
    (_name, rule) => {
      expect(replyCodeFacts.has(rule.code)).toBe(true);
      expect(REASONS).toContain(rule.reason);
      expect(rule.source).toMatch(/^RFC \d{4} §/);
      if (rule.command !== undefined) {
        expect(['CONNECT', 'HELO', 'EHLO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'EOM']).toContain(rule.command);
      }
    },
  );

  it('are one for each code and command', () => {
    const keys = REPLY_CODE_RULES.map(({ code, command }) => `${code} ${command ?? ''}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('say of every code with a command what it means elsewhere', () => {
    const general = new Set(REPLY_CODE_RULES.filter(({ command }) => command === undefined).map(({ code }) => code));
    expect(REPLY_CODE_RULES.filter(({ code }) => !general.has(code))).toEqual([]);
  });
});
