import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, ndjson, queued, queueId, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();

const USER_UNKNOWN = '550 5.1.1 <bob@example.com>: no such user';
const LISTED = '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org';

describe('classify', () => {
  it('tells two replies with one code apart by their words', async () => {
    const { code, stdout, stderr } = await here.run(['classify'], { stdin: `550 5.7.1 no such user here\n${LISTED}\n` });
    expect([code, stderr]).toEqual([0, '']);
    expect(ndjson(stdout)).toEqual([
      expect.objectContaining({ type: 'hard', reason: 'user-unknown', replyCode: 550, enhancedStatus: '5.7.1' }),
      expect.objectContaining({ type: 'block', reason: 'ip-blocklisted', rule: 'list.spamhaus' }),
    ]);
  });

  it('takes a text as argument, quoted or not', async () => {
    for (const args of [[USER_UNKNOWN], USER_UNKNOWN.split(' ')]) {
      const { code, stdout } = await here.run(['classify', ...args]);
      expect(code).toBe(0);
      expect(ndjson(stdout)).toEqual([
        {
          text: USER_UNKNOWN,
          replyCode: 550,
          enhancedStatus: '5.1.1',
          loggedStatus: null,
          command: null,
          remoteMta: null,
          provider: null,
          type: 'hard',
          reason: 'user-unknown',
          rule: expect.any(String),
        },
      ]);
    }
  });

  it('gives one record for each line, in order, and none for an empty one', async () => {
    const lines = ['550 no such user', '', '   ', '452 4.2.2 Mailbox full', 'colourless green ideas', '\t'];
    const { stdout } = await here.run(['classify'], { stdin: lines.join('\r\n') });
    expect(ndjson(stdout).map(({ text, reason }) => [text, reason])).toEqual([
      ['550 no such user', 'user-unknown'],
      ['452 4.2.2 Mailbox full', 'mailbox-full'],
      ['colourless green ideas', 'undetermined'],
    ]);
    expect((await here.run(['classify'], { stdin: '' })).stdout).toBe('');
  });

  it('takes whole lines of a log', async () => {
    const time = '2026-06-05T10:00:01+00:00';
    const line = bounced(time, queueId(1), 'user@example.net', '552 5.2.2 Over quota');
    const { stdout } = await here.run(['classify'], { stdin: `${line}\n${queued(time, queueId(1))}\n` });
    expect(ndjson(stdout)).toEqual([
      {
        text: line,
        replyCode: 552,
        enhancedStatus: '5.2.2',
        loggedStatus: '5.1.1',
        command: 'RCPT',
        remoteMta: 'mx.example.net',
        provider: null,
        type: 'soft',
        reason: 'mailbox-full',
        rule: expect.any(String),
      },
      expect.objectContaining({ reason: 'undetermined' }),
    ]);
  });

  it('takes JSON objects with what is known beside the text', async () => {
    const records = [
      { text: 'go on', replyCode: 550, enhancedStatus: '5.4.1', remoteMta: 'x.mail.protection.outlook.com' },
      { text: 'go on', replyCode: 550, enhancedStatus: '5.4.1' },
      { text: 'no such user', loggedStatus: '4.1.1' },
      { text: 'go on', replyCode: 550, command: 'MAIL' },
      { diagnostic: '421 4.7.0 [TSS04] deferred', replyCode: null },
      { text: 'no such user', replyCode: 7, enhancedStatus: 'x', command: null },
    ];
    const { code, stdout } = await here.run(['classify'], { stdin: records.map((record) => JSON.stringify(record)).join('\n') });
    expect(code).toBe(0);
    expect(ndjson(stdout).map(({ provider, type, reason }) => [provider, type, reason])).toEqual([
      ['exchange-online', 'hard', 'user-unknown'],
      [null, 'soft', 'network-error'],
      [null, 'soft', 'user-unknown'],
      [null, 'block', 'invalid-sender'],
      ['yahoo', 'soft', 'rate-limited'],
      [null, 'hard', 'user-unknown'],
    ]);
  });

  it('takes no byte order mark for a part of the first line', async () => {
    const { code, stdout } = await here.run(['classify'], { stdin: '\ufeff{"text":"full","enhancedStatus":"5.2.2"}\r\n' });
    expect(code).toBe(0);
    expect(ndjson(stdout)).toEqual([expect.objectContaining({ text: 'full', reason: 'mailbox-full' })]);
  });

  it('says which line is no object that it can take, and takes it as a text', async () => {
    const { code, stdout, stderr } = await here.run(['classify'], { stdin: 'no such user\n{"text": 1}\n{mailbox full}\n' });
    expect(code).toBe(1);
    expect(ndjson(stdout).map(({ reason }) => reason)).toEqual(['user-unknown', 'undetermined', 'mailbox-full']);
    expect(stderr).toMatch(/^bouncelens: \(stdin\):2: .*'text'.*\nbouncelens: \(stdin\):3: no JSON.*\n$/);
  });

  it('explains in text and JSON, in the language that is asked for', async () => {
    const { stdout } = await here.run(['classify', '-f', 'text', LISTED]);
    expect(stdout).toContain(
      `${LISTED}\n  block ip-blocklisted (list.spamhaus)\n  IP on a Block List (Spamhaus). The reply names Spamhaus. `,
    );
    expect(stdout).toContain('\n  https://check.spamhaus.org/\n');
    const { stdout: json } = await here.run(['classify', '-f', 'json', '--lang', 'de'], { stdin: `${USER_UNKNOWN}\n${LISTED}` });
    const { schema, rows } = JSON.parse(json) as { schema: string; rows: Record<string, unknown>[] };
    expect(schema).toBe('bouncelens-classification/1');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      reason: 'user-unknown',
      title: expect.stringContaining('unbekannt'),
      cause: expect.any(String),
    });
    expect(rows[1]).toMatchObject({
      reason: 'ip-blocklisted',
      reference: 'https://check.spamhaus.org/',
      fix: expect.any(String),
    });
    expect(JSON.parse((await here.run(['classify', '-f', 'json'])).stdout)).toMatchObject({ rows: [] });
  });

  it('writes CSV, and files in the format of their extension', async () => {
    const { stdout } = await here.run(['classify', '-f', 'csv'], { stdin: `${USER_UNKNOWN}\n=1+1\n` });
    expect(csvRecords(stdout).map(({ text, reason }) => [text, reason])).toEqual([
      [USER_UNKNOWN, 'user-unknown'],
      ["'=1+1", 'undetermined'],
    ]);
    const both = await here.run(['classify', '-o', 'a.csv', '-o', 'a.txt', USER_UNKNOWN]);
    expect([both.code, both.stdout, both.stderr]).toEqual([0, '', '']);
    expect((await here.shell('cat a.csv')).stdout).toContain('user-unknown');
    expect((await here.shell('cat a.txt')).stdout).toContain('hard user-unknown');
  });

  it('refuses a format that it does not have', async () => {
    const { code, stderr } = await here.run(['classify', '-f', 'html', USER_UNKNOWN]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/'html'.*ndjson/);
  });

  it('does not let a text speak to the terminal', async () => {
    const { stdout } = await here.run(['classify', '-f', 'text', '550 \u001b[31mno such user']);
    expect(stdout).toContain('\\x1b[31m');
  });

  it('takes a line that is too long for a reply', async () => {
    const { code, stdout } = await here.run(['classify'], { stdin: `550 no such user ${'x'.repeat(200_000)}\n550 spam\n` });
    expect(code).toBe(0);
    expect(ndjson(stdout).map(({ reason }) => reason)).toEqual(['user-unknown', 'spam-content']);
  });
});

const OWN = {
  rules: [
    {
      id: 'house.courtyard',
      reason: 'recipient-refused',
      patterns: { 'not in the courtyard': '550 5.1.1 Bob is not in the courtyard' },
      counterExamples: ['550 5.1.1 no such user'],
    },
    { id: 'house.code', reason: 'mailbox-disabled', type: 'soft', replyCode: [550], enhancedStatus: ['X.9.9'] },
  ],
};

describe('own rules', () => {
  const courtyard = '550 5.1.1 Bob is not in the courtyard';

  it('come before ours, in every command that judges', async () => {
    here.put('own.json', JSON.stringify(OWN));
    const { stdout } = await here.run(['classify', '--rules', 'own.json'], { stdin: `${courtyard}\n550 5.9.9 go on\n` });
    expect(ndjson(stdout).map(({ type, reason, rule }) => [type, reason, rule])).toEqual([
      ['block', 'recipient-refused', 'house.courtyard'],
      ['soft', 'mailbox-disabled', 'house.code'],
    ]);
    here.put('mail.log', SMALL_LOG.replace('550 5.1.1 User unknown', courtyard));
    for (const command of ['events', 'report']) {
      const run = await here.run([command, '--rules', 'own.json', '-f', 'csv', 'mail.log']);
      expect([run.code, csvRecords(run.stdout).map(({ reason }) => reason)]).toEqual([
        0,
        expect.arrayContaining(['recipient-refused', 'mailbox-full']),
      ]);
    }
    const trace = await here.run(['trace', 'user@example.net', '--rules', 'own.json', '-f', 'ndjson', 'mail.log']);
    expect(trace.stdout).toContain('house.courtyard');
    here.put('bouncelens.config.json', JSON.stringify({ rules: 'own.json' }));
    expect((await here.run(['classify', courtyard])).stdout).toContain('house.courtyard');
  });

  it('are tested with their own examples', async () => {
    here.put('own.json', JSON.stringify(OWN));
    const good = await here.run(['rules', 'test', 'own.json']);
    expect([good.code, good.stdout, good.stderr]).toEqual([0, 'own.json: 2 rules, 2 texts\n', '']);
    here.put(
      'bad.json',
      `[
  {"id": "house.a", "reason": "policy", "patterns": {"courtyard": "550 5.1.1 in the garden"}},
  {"id": "house.b", "reason": "virus",
   "patterns": {"garden": "550 in the garden"}, "counterExamples": ["550 a garden"]},
  {"id": "house.c", "reason": "spam-content", "patterns": {"the garden": "550 in the garden"}}
]`,
    );
    const bad = await here.run(['rules', 'test', 'bad.json']);
    expect(bad.code).toBe(1);
    expect(bad.stderr.split('\n')).toEqual([
      "bouncelens: bad.json:2: house.a: pattern 'courtyard': '550 5.1.1 in the garden': the example does not match",
      "bouncelens: bad.json:3: house.b: '550 a garden': must not match, but does",
      "bouncelens: bad.json:5: house.c: pattern 'the garden': '550 in the garden': 'house.b' decides before it",
      '',
    ]);
  });

  it.each([
    ['[\n {"id": "house.a"}\n]', 2, /needs 'reason'/],
    ['[\n {"id": "house.a",\n  "reason": "nonsense"}\n]', 3, /reason must be one of user-unknown/],
    ['{"rules": [\n {"id": "a b", "reason": "virus"}]}', 2, /id must look like/],
    ['[{"id": "house.a", "reason": "virus"}]', 1, /needs one of patterns/],
    ['[{"id": "house.a", "reason": "virus", "patterns": {\n"a(b": "a b"}}]', 2, /pattern 'a\(b': \( without \)/],
    ['[{"id": "house.a", "reason": "virus", "patterns": {"abc": ""}}]', 1, /needs a text that it matches/],
    ['[{"id": "house.a", "reason": "virus",\n"colour": 1}]', 2, /'colour' is not known/],
    ['[{"id": "house.a", "reason": "virus", "replyCode": [5]}]', 1, /replyCode must be numbers from 200 to 599/],
    ['[{"id": "house.a", "reason": "virus", "replyCode": 550}]', 1, /replyCode must be a list/],
    ['[{"id": "house.a", "reason": "virus", "provider": ["nobody"]}]', 1, /provider must be one of google/],
    ['[{"id": "user.unknown", "reason": "virus", "replyCode": [550]}]', 1, /name of a rule of ours/],
    [
      '[{"id": "h.a", "reason": "virus", "replyCode": [550]},\n\n{"id": "h.a", "reason": "virus", "replyCode": [551]}]',
      3,
      /line 1 already/,
    ],
    ['{"rules": [],\n "other": 1}', 2, /'other' is not known/],
    [
      '[{"id": "h.a", "reason": "virus",\n"replyCode": [550],\n\n"\\u0072eason": "spam"}]',
      4,
      /'reason' stands in the same object on line 1 already.*take one away/,
    ],
    ['[{"id": "h.a", "reason": "virus", "patterns": {"no \\"x": "a no \\"x",\n"no \\"x": "b no \\"x"}}]', 2, /'no "x' stands/],
    ['{"rules": [{"id": "h.a"}],\n"rules": []}', 2, /'rules' stands in the same object on line 1 already/],
    ['7', 1, /must be a list of rules/],
    ['[\n\n{"id": }\n]', 3, /is not JSON/],
  ])('with a fault name file and line: %s', async (json, line, message) => {
    here.put('own.json', json);
    for (const [args, whose] of [
      [['classify', '--rules', 'own.json', 'text'], '--rules own.json'],
      [['rules', 'test', 'own.json'], 'own.json'],
    ] as const) {
      const { code, stdout, stderr } = await here.run(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`bouncelens: ${whose}:${line}: `);
      expect(stderr).toMatch(message);
    }
  });

  it('are refused when there is no such file, or nothing is to be done with it', async () => {
    expect((await here.run(['classify', '--rules', 'none.json', 'text'])).stderr).toMatch(/--rules none.json: cannot be read/);
    for (const args of [['rules'], ['rules', 'test'], ['rules', 'list', 'own.json']]) {
      const { code, stderr } = await here.run(args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/rules test/);
    }
  });
});
