import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, deferred, log, ndjson, queued, queueId, removed, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const read = (name: string) => readFileSync(here.at(name), 'utf8');
const day = (number: number, time = '10:00:00') => `2026-06-${String(number).padStart(2, '0')}T${time}Z`;

let next = 0;
const message = (number: number, line: (time: string, id: string) => string) => {
  const id = queueId(++next);
  return [queued(day(number), id), line(day(number, '10:00:01'), id), removed(day(number, '10:00:02'), id)];
};
const gone = (number: number, recipient: string) => message(number, (time, id) => bounced(time, id, recipient));
const arrived = (number: number, recipient: string) => message(number, (time, id) => sent(time, id, recipient));
const blocked = (number: number, recipient: string) =>
  message(number, (time, id) => bounced(time, id, recipient, '554 5.7.1 Your IP 192.0.2.25 is blocked, see https://bl.example/'));
const overQuota = (number: number, recipient: string) =>
  message(number, (time, id) => bounced(time, id, recipient, '552 5.2.2 Mailbox full'));

const LOG = log(
  ...gone(1, 'gone@example.net'),
  ...gone(1, 'back@example.net'),
  ...arrived(2, 'back@example.net'),
  ...blocked(2, 'fine@example.net'),
  ...overQuota(2, 'full@example.org'),
  ...overQuota(3, 'full@example.org'),
  ...overQuota(4, 'full@example.org'),
  ...overQuota(4, 'once@example.org'),
  ...[queued(day(4), queueId(900)), deferred(day(4), queueId(900), 'later@example.org')],
);

describe('suppress', () => {
  it('lists the addresses to mail no more, with the evidence', async () => {
    here.put('mail.log', LOG);
    const { code, stdout, stderr } = await here.run(['suppress', 'mail.log']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(csvRecords(stdout)).toEqual([
      {
        address: 'full@example.org',
        status: 'new',
        why: 'soft',
        reason: 'mailbox-full',
        failures: '3',
        firstFailure: '2026-06-02T10:00:01Z',
        lastFailure: '2026-06-04T10:00:01Z',
        replyCode: '552',
        enhancedStatus: '5.2.2',
        loggedStatus: '5.1.1',
        queueId: expect.stringMatching(/^4F1A2/),
        diagnostic: '552 5.2.2 Mailbox full',
      },
      expect.objectContaining({ address: 'gone@example.net', why: 'hard', reason: 'user-unknown', failures: '1' }),
    ]);
  });

  it('writes plain lines, NDJSON and JSON', async () => {
    here.put('mail.log', LOG);
    const { code } = await here.run(['suppress', 'mail.log', '-o', 'l.txt', '-o', 'l.ndjson', '-o', 'l.json']);
    expect(code).toBe(0);
    expect(read('l.txt')).toBe('full@example.org\ngone@example.net\n');
    expect(ndjson(read('l.ndjson')).map(({ address }) => address)).toEqual(['full@example.org', 'gone@example.net']);
    expect(JSON.parse(read('l.json'))).toMatchObject({
      schema: 'bouncelens-suppressions/1',
      policy: { hard: 1, soft: { failures: 3, days: 14 } },
      removed: [],
      addresses: [{ address: 'full@example.org' }, { address: 'gone@example.net', replyCode: 550 }],
    });
  });

  it('does not pass control characters on as text, and keeps them where the format escapes them', async () => {
    const hostile = '\x1b[2Jesc\u202e@x.example';
    here.put('mail.log', log(...gone(1, hostile), ...gone(1, 'gone@example.net')));
    const files = ['-o', 'l.txt', '-o', 'l.csv', '-o', 'l.ndjson'];
    const [plain] = await Promise.all([
      here.run(['suppress', 'mail.log', '-f', 'text']),
      here.run(['suppress', 'mail.log', ...files]),
    ]);
    expect(plain.stdout).toBe('\\x1b[2Jesc\\u202e@x.example\ngone@example.net\n');
    expect(read('l.txt')).toBe(plain.stdout);
    expect(csvRecords(read('l.csv')).map(({ address }) => address)).toEqual([hostile, 'gone@example.net']);
    expect(ndjson(read('l.ndjson')).map(({ address }) => address)).toEqual([hostile, 'gone@example.net']);
    // What was written is read again as it stands there, and does not come twice.
    const again = await here.run(['suppress', 'mail.log', '-f', 'text', '--existing', 'l.txt']);
    expect(again.stdout).toBe(plain.stdout);
  });

  it('follows --hard, --soft and the period', async () => {
    here.put('mail.log', LOG);
    const plain = async (...options: string[]) => (await here.run(['suppress', 'mail.log', '-f', 'text', ...options])).stdout;
    expect(await plain('--hard', '2')).toBe('full@example.org\n');
    expect(await plain('--soft', 'never')).toBe('gone@example.net\n');
    expect(await plain('--soft', '1/1d')).toBe('full@example.org\ngone@example.net\nonce@example.org\n');
    expect(await plain('--soft', '3/1d')).toBe('gone@example.net\n');
    expect(await plain('--until', '2026-06-02')).toBe('back@example.net\ngone@example.net\n');
  });

  it('goes on from the list of last time, and takes off what was delivered since', async () => {
    here.put('one.log', log(...gone(1, 'gone@example.net'), ...gone(1, 'back@example.net'), ...gone(1, 'quiet@example.net')));
    here.put('two.log', log(...gone(9, 'gone@example.net'), ...arrived(9, 'back@example.net'), ...gone(9, 'new@example.net')));
    const list = ['--existing', 'list.csv', '-o', 'list.csv'];
    expect(await here.run(['suppress', 'one.log', ...list])).toEqual({ code: 0, stdout: '', stderr: '' });
    const before = csvRecords(read('list.csv'));
    const { stderr } = await here.run(['suppress', 'two.log', ...list]);
    expect(stderr).toBe('bouncelens: 1 address is off the list: mail was delivered after the failure\n');
    const after = csvRecords(read('list.csv'));
    expect(after.map(({ address, status }) => [address, status])).toEqual([
      ['gone@example.net', 'known'],
      ['new@example.net', 'new'],
      ['quiet@example.net', 'kept'],
    ]);
    expect(after[2]).toEqual({ ...before.find(({ address }) => address === 'quiet@example.net'), status: 'kept' });
  });

  it('keeps the addresses of a plain list, of which nobody knows when they failed', async () => {
    here.put('mail.log', log(...arrived(1, 'kept@example.net')));
    writeFileSync(here.at('list.txt'), '# from the shop\nkept@example.net # complained\n\nother@EXAMPLE.net\r\n');
    const { stdout } = await here.run(['suppress', 'mail.log', '-f', 'text', '--existing', 'list.txt']);
    expect(stdout).toBe('kept@example.net\nother@example.net\n');
  });

  it('can be passed on with hashes in place of names', async () => {
    here.put('mail.log', LOG);
    const { stdout } = await here.run(['suppress', 'mail.log', '--redact', 'hash', '--redact-key', 'k']);
    const records = csvRecords(stdout);
    expect(records.map(({ address }) => address)).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}@example\.org$/),
      expect.stringMatching(/^[0-9a-f]{16}@example\.net$/),
    ]);
    expect(stdout).not.toMatch(/full@|gone@/);
  });

  it('reads bounce mails and complaints too', async () => {
    const mail = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
    here.put(
      'mails/bounce.eml',
      mail(
        'From: MAILER-DAEMON@mx.example.net',
        'To: news@example.com',
        'Date: Fri, 5 Jun 2026 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Your message could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.net',
        '',
        'Final-Recipient: rfc822; bounced@example.net',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
        '--b--',
      ),
    );
    here.put(
      'mails/complaint.eml',
      mail(
        'From: feedback@provider.example',
        'To: abuse@example.com',
        'Date: Fri, 5 Jun 2026 11:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is an email abuse report.',
        '--b',
        'Content-Type: message/feedback-report',
        '',
        'Feedback-Type: abuse',
        'User-Agent: Feedback/1.0',
        'Version: 1',
        'Original-Rcpt-To: <annoyed@example.org>',
        '--b--',
      ),
    );
    const { code, stdout } = await here.run(['suppress', 'mails']);
    expect(code).toBe(0);
    expect(csvRecords(stdout).map(({ address, why, reason, replyCode }) => [address, why, reason, replyCode])).toEqual([
      ['annoyed@example.org', 'complaint', 'feedback', ''],
      ['bounced@example.net', 'hard', 'user-unknown', '550'],
    ]);
    const none = await here.run(['suppress', 'mails', '--since', '2026-06-06']);
    expect(csvRecords(none.stdout)).toEqual([]);
  });

  it('lists an address at the largest number that may be asked for', async () => {
    const hours = Array.from({ length: 64 }, (_, hour) => new Date(Date.UTC(2026, 5, 5, hour)).toISOString());
    here.put(
      'mail.log',
      log(...hours.flatMap((time, i) => [queued(time, queueId(i)), bounced(time, queueId(i)), removed(time, queueId(i))])),
    );
    const listed = async (most: string) => csvRecords((await here.run(['suppress', 'mail.log', '--hard', most])).stdout);
    expect(await listed('64')).toEqual([expect.objectContaining({ failures: '64', why: 'hard' })]);
  });

  it('refuses what makes no sense', async () => {
    here.put('mail.log', LOG);
    here.put('list.json', '{}');
    for (const [options, said] of [
      [['--hard', '0'], "--hard: '0'"],
      [['--hard', 'x'], "--hard: 'x'"],
      [['--hard', '65'], "--hard: '65' can never be reached"],
      [['--soft', '65/30d'], "--soft: '65/30d' can never be reached"],
      [['--soft', '3'], "--soft: '3'"],
      [['--soft', '3/0d'], "--soft: '3/0d'"],
      [['--existing', 'missing.csv'], '--existing missing.csv'],
      [['--existing', 'list.json'], '--existing list.json'],
      [['--redact', 'local-part'], '--redact local-part'],
      [['-f', 'html'], "'html' is no format"],
    ] as const) {
      const { code, stdout, stderr } = await here.run(['suppress', 'mail.log', ...options]);
      expect([options, code, stdout]).toEqual([options, 2, '']);
      expect(stderr).toContain(said);
    }
  });
});
