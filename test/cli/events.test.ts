import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  bounced,
  csvRecords,
  csvRows,
  deferred,
  log,
  ndjson,
  queued,
  queueId,
  removed,
  SMALL_LOG,
  sent,
  Workplace,
} from './bouncelens.js';

const here = new Workplace();

const FIELDS = [
  ...[
    'id',
    'time',
    'sourceType',
    'file',
    'line',
    'message',
    'mta',
    'host',
    'instance',
    'queueId',
    'messageId',
    'direction',
    'action',
  ],
  ...[
    'sender',
    'recipient',
    'originalRecipient',
    'recipientDomain',
    'saslUsername',
    'client',
    'transport',
    'remoteMta',
    'remoteIp',
  ],
  ...[
    'command',
    'replyCode',
    'enhancedStatus',
    'loggedStatus',
    'diagnostic',
    'type',
    'reason',
    'provider',
    'rule',
    'feedbackType',
  ],
];
const OUTCOME_FIELDS = ['outcome', 'attempts', 'firstAttempt', 'lastAttempt', 'queueSeconds'];

describe('events', () => {
  it('are one JSON object per line with the fields of the record, in order', async () => {
    here.put('mail.log', SMALL_LOG);
    const [plain, asked] = await Promise.all([
      here.run(['events', 'mail.log']),
      here.run(['events', 'mail.log', '-f', 'ndjson']),
    ]);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(asked).toEqual(plain);
    expect(plain.stdout.endsWith('}\n')).toBe(true);
    const events = ndjson(plain.stdout);
    for (const event of events) expect(Object.keys(event)).toEqual(FIELDS);
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^\S{10,}$/),
        time: expect.stringMatching(/^2026-06-05T10:00:01/),
        sourceType: 'log',
        file: 'mail.log',
        line: 2,
        message: null,
        mta: 'postfix',
        host: 'mx',
        instance: 'postfix',
        queueId: queueId(1),
        messageId: null,
        direction: 'outbound',
        action: 'failed',
        sender: 'news@example.com',
        recipient: 'user@example.net',
        originalRecipient: null,
        recipientDomain: 'example.net',
        saslUsername: null,
        client: null,
        transport: 'smtp',
        remoteMta: 'mx.example.net',
        remoteIp: '192.0.2.1',
        command: 'RCPT',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        loggedStatus: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        type: 'hard',
        reason: 'user-unknown',
        provider: null,
        rule: expect.anything(),
        feedbackType: null,
      },
      expect.objectContaining({ line: 5, action: 'delayed', recipient: 'full@example.org', replyCode: 452, type: 'soft' }),
    ]);
  });

  it('have the same fields as columns of CSV', async () => {
    here.put('mail.log', SMALL_LOG);
    const [csv, json] = await Promise.all([here.run(['events', 'mail.log', '-f', 'csv']), here.run(['events', 'mail.log'])]);
    expect(csvRows(csv.stdout)[0]).toEqual(FIELDS);
    const strings = ndjson(json.stdout).map((event) =>
      Object.fromEntries(Object.entries(event).map(([name, value]) => [name, value === null ? '' : String(value)])),
    );
    expect(csvRecords(csv.stdout)).toEqual(strings);
    here.put('empty.log', '');
    expect((await here.run(['events', 'empty.log', '-f', 'csv'])).stdout).toBe(`${FIELDS.join(',')}\r\n`);
  });

  it('hold deliveries with --all', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.run(['events', '--all', 'mail.log']);
    expect(code).toBe(0);
    const events = ndjson(stdout);
    expect(events.map(({ line, action }) => [line, action])).toEqual([
      [2, 'failed'],
      [5, 'delayed'],
      [6, 'delivered'],
    ]);
    expect(Object.keys(events[2]!)).toEqual(FIELDS);
    expect(events[2]).toMatchObject({ replyCode: 250, enhancedStatus: '2.0.0', type: 'none', sender: 'news@example.com' });
  });

  it('are one per recipient with --outcomes', async () => {
    here.put(
      'mail.log',
      log(SMALL_LOG.trimEnd(), queued('2026-06-05T13:00:00Z', queueId(3)), deferred('2026-06-05T13:00:01Z', queueId(3))),
    );
    const [json, csv] = await Promise.all([
      here.run(['events', '--outcomes', 'mail.log']),
      here.run(['events', '--outcomes', 'mail.log', '-f', 'csv']),
    ]);
    const records = ndjson(json.stdout);
    for (const record of records) expect(Object.keys(record)).toEqual([...FIELDS, ...OUTCOME_FIELDS]);
    expect(csvRows(csv.stdout)[0]).toEqual([...FIELDS, ...OUTCOME_FIELDS]);
    const byId = new Map(records.map((record) => [record.queueId, record]));
    expect(byId.size).toBe(3);
    expect(byId.get(queueId(1))).toMatchObject({ outcome: 'failed', attempts: 1, action: 'failed' });
    expect(byId.get(queueId(2))).toMatchObject({
      outcome: 'delivered',
      attempts: 2,
      firstAttempt: expect.stringMatching(/^2026-06-05T11:00:01/),
      lastAttempt: expect.stringMatching(/^2026-06-05T12:00:01/),
      queueSeconds: expect.any(Number),
    });
    expect(byId.get(queueId(3))).toMatchObject({ outcome: 'open', attempts: 1, action: 'delayed' });
  });

  it('come in the order of the input', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => {
      const id = queueId(i);
      return log(
        queued('2026-06-05T10:00:00Z', id),
        bounced('2026-06-05T10:00:00Z', id, `u${i}@example.net`),
        removed('2026-06-05T10:00:00Z', id),
      );
    });
    here.put('mail.log', lines.join(''));
    const { stdout } = await here.run(['events', 'mail.log']);
    expect(ndjson(stdout).map((event) => event.line)).toEqual(lines.map((_, i) => 3 * i + 2));
  });

  it('hold remote text as one line, with nothing lost', async () => {
    const text = '550 5.1.1 "quoted", \\back\\ \x1b[31mr\u00e4d\u202e';
    here.put(
      'mail.log',
      log(queued('2026-06-05T10:00:00Z', queueId(1)), bounced('2026-06-05T10:00:00Z', queueId(1), 'a@example.net', text)),
    );
    const [json, csv] = await Promise.all([here.run(['events', 'mail.log']), here.run(['events', 'mail.log', '-f', 'csv'])]);
    expect(json.stdout.split('\n')).toHaveLength(2);
    expect(ndjson(json.stdout)[0]!.diagnostic).toBe(text);
    expect(csvRecords(csv.stdout)[0]!.diagnostic).toBe(text);
  });
});

describe('events as text', () => {
  const LONG = `550 5.7.1 [TSS09] \x1b[31m${'refused '.repeat(40)}`;

  it('tell when, what, to whom, the codes, the verdict and the reply, a block for each', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.run(['events', 'mail.log', '-f', 'text']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, second, ...rest] = stdout.split('\n\n');
    expect(first!.split('\n')).toEqual([
      '2026-06-05T10:00:01Z failed <user@example.net> 550 5.1.1',
      expect.stringMatching(/^ {2}hard user-unknown \(\S+\)$/),
      '  550 5.1.1 User unknown',
    ]);
    expect(second).toMatch(/^\S+ delayed <full@example\.org> 452 4\.2\.2\n {2}soft mailbox-full \(/);
    expect(rest).toEqual(['']);
  });

  it('name the provider, cut the reply to the width and let nobody speak to the terminal', async () => {
    const line = bounced('2026-06-05T10:00:00Z', queueId(1), 'a@example.net', LONG);
    here.put('mail.log', log(queued('2026-06-05T10:00:00Z', queueId(1)), line));
    const { stdout } = await here.run(['events', 'mail.log', '-f', 'text']);
    expect(stdout).toContain('\n  block bad-reputation, Yahoo, AOL (yahoo.tss09)\n');
    const reply = stdout.split('\n')[2]!;
    expect(reply).toMatch(/^ {2}550 5\.7\.1 \[TSS09\] \\x1b\[31mrefused .*…$/);
    expect(reply).toHaveLength(100);
    expect(stdout).not.toContain('\x1b');
  });

  it('hold deliveries with --all, and final states with --outcomes', async () => {
    here.put('mail.log', SMALL_LOG);
    const [all, outcomes] = await Promise.all([
      here.run(['events', 'mail.log', '--all', '-f', 'text']),
      here.run(['events', 'mail.log', '--outcomes', '-f', 'text']),
    ]);
    expect(all.stdout.split('\n\n')[2]).toMatch(/^\S+ delivered <full@example\.org> 250 2\.0\.0\n {2}250 /);
    expect(outcomes.stdout).toMatch(
      / failed <user@example\.net> 550 5\.1\.1\n {2}hard user-unknown .*\n {2}1 attempt, .* in the queue\n/,
    );
    expect(outcomes.stdout).toMatch(/ delivered <full@example\.org> 250 2\.0\.0\n {2}2 attempts, .* in the queue\n/);
  });

  it('are written to a file whose name ends so, and in colours where they are asked for', async () => {
    here.put('mail.log', SMALL_LOG);
    const [{ stdout }, colored] = await Promise.all([
      here.shell('$bouncelens events mail.log -o events.txt -o events.csv && cat events.txt && head -c 8 events.csv'),
      here.run(['events', 'mail.log', '-f', 'text', '--color', 'always']),
    ]);
    expect(stdout).toContain('failed <user@example.net> 550 5.1.1\n');
    expect(stdout.endsWith('id,time,')).toBe(true);
    expect(colored.stdout).toContain('\x1b[1mhard user-unknown\x1b[22m');
  });

  it('are what a terminal shows, in its width', async () => {
    const line = bounced('2026-06-05T10:00:00Z', queueId(1), 'a@example.net', LONG);
    here.put('mail.log', log(queued('2026-06-05T10:00:00Z', queueId(1)), line));
    const { stdout } = await here.shell(
      'TERM=xterm script -qec "stty cols 60; $bouncelens events mail.log --color never --no-progress" /dev/null',
    );
    const lines = stdout.split('\r\n');
    expect(lines[0]).toBe('2026-06-05T10:00:00Z failed <a@example.net> 550 5.7.1 logged 5.1.1');
    expect(lines[2]).toHaveLength(60);
  });

  it('tell who was refused', async () => {
    here.put(
      'mail.log',
      log(
        '2026-06-05T10:00:00Z mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <x@example.org>: Relay access denied; from=<a@example.com> to=<x@example.org> proto=ESMTP helo=<h.example>',
      ),
    );
    const { stdout } = await here.run(['events', 'mail.log', '-f', 'text']);
    expect(stdout).toMatch(/^\S+ rejected <x@example\.org> from unknown\[192\.0\.2\.7\] 554 5\.7\.1\n {2}block relay-denied \(/);
  });
});

describe('the id of an event', () => {
  const ids = (stdout: string) => ndjson(stdout).map((event) => event.id);

  it('stays when the file is renamed, compressed or read from a pipe', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('other/mail.log.7', SMALL_LOG);
    here.put('mail.log.gz', gzipSync(SMALL_LOG));
    const runs = await Promise.all([
      here.run(['events', 'mail.log']),
      here.run(['events', 'other/mail.log.7']),
      here.run(['events', 'mail.log.gz']),
      here.run(['events', '-'], { stdin: SMALL_LOG }),
      here.run(['events', 'mail.log', '--timezone', 'Asia/Tokyo', '--year', '2001']),
    ]);
    const [first] = runs.map(({ stdout }) => ids(stdout));
    expect(first).toHaveLength(2);
    for (const { stdout } of runs) expect(ids(stdout)).toEqual(first);
  });

  it('stays when the file grows and when other files are read before it', async () => {
    here.put('a.log', SMALL_LOG);
    here.put('before.log', SMALL_LOG.replaceAll('2026-06-05', '2026-06-04').replaceAll('4F1A2', '5F1A2'));
    const short = ids((await here.run(['events', 'a.log'])).stdout);
    here.put(
      'a.log',
      log(SMALL_LOG.trimEnd(), queued('2026-06-06T10:00:00Z', queueId(5)), bounced('2026-06-06T10:00:01Z', queueId(5))),
    );
    const long = ids((await here.run(['events', 'before.log', 'a.log'])).stdout);
    expect(long).toHaveLength(5);
    expect(long.slice(2, 4)).toEqual(short);
    expect(new Set(long).size).toBe(5);
  });

  it('tells equal lines apart', async () => {
    const again = deferred('2026-06-05T10:00:01Z', queueId(1));
    here.put(
      'mail.log',
      log(queued('2026-06-05T10:00:00Z', queueId(1)), again, again, again, sent('2026-06-05T10:00:02Z', queueId(1))),
    );
    const found = ids((await here.run(['events', 'mail.log'])).stdout);
    expect(found).toHaveLength(3);
    expect(new Set(found).size).toBe(3);
  });
});
