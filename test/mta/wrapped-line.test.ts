import { describe, expect, it } from 'vitest';
import { WrappedLines } from '../../src/mta/wrapped-line.js';
import { readLog } from './postfix/read-log.js';

const BODY =
  '4F1A2B3C01: to=<bob@there.example>, relay=mx.there.example[203.0.113.25]:25, delay=1, delays=0/0/0.5/0.5, dsn=5.1.1, status=bounced (host mx.there.example[203.0.113.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const SYSLOG = `Jun  5 02:37:15 mail01 postfix/smtp[20121]: ${BODY}`;

/** What each way of writing the same record comes to. */
async function seen(text: string) {
  const { events } = await readLog(text);
  return events.map(({ time, host, instance, queueId, recipient, replyCode }) => [
    time,
    host,
    instance,
    queueId,
    recipient,
    replyCode,
  ]);
}

const RECORD = ['postfix', '4F1A2B3C01', 'bob@there.example', 550];

describe('a log in what others wrap around it', () => {
  it('is read out of the JSON of the journal', async () => {
    const entry = {
      __REALTIME_TIMESTAMP: '1780661376750604',
      _HOSTNAME: 'mail',
      SYSLOG_IDENTIFIER: 'postfix/smtp',
      _PID: '7',
      MESSAGE: BODY,
    };
    expect(await seen(`${JSON.stringify(entry)}\n`)).toEqual([['2026-06-05T12:09:36.750Z', 'mail', ...RECORD]]);
    expect(await seen(`\u001e${JSON.stringify(entry)}\n`)).toEqual([['2026-06-05T12:09:36.750Z', 'mail', ...RECORD]]);
  });

  it('may be given as bytes by the journal where it is not UTF-8', async () => {
    const MESSAGE = [...Buffer.from(BODY.replace('User unknown', 'Unbekannt: \xfc'), 'latin1')];
    const entry = { __REALTIME_TIMESTAMP: '1780661376000000', _HOSTNAME: 'mail', SYSLOG_IDENTIFIER: 'postfix/smtp', MESSAGE };
    expect(await seen(`${JSON.stringify(entry)}\n`)).toEqual([['2026-06-05T12:09:36Z', 'mail', ...RECORD]]);
  });

  it('is read out of the export format of the journal, with the last entry not ended', async () => {
    const entry = (host: string) =>
      `__CURSOR=s=1\n__REALTIME_TIMESTAMP=1780661376000000\n_HOSTNAME=${host}\nSYSLOG_IDENTIFIER=postfix/smtp\n_PID=7\nMESSAGE=${BODY}\n`;
    expect(await seen(`${entry('a')}\n${entry('b')}`)).toEqual([
      ['2026-06-05T12:09:36Z', 'a', ...RECORD],
      ['2026-06-05T12:09:36Z', 'b', ...RECORD],
    ]);
  });

  it('is read out of a binary field of the export format', async () => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(BODY.length));
    const head = '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1780661376000000\n_HOSTNAME=a\nSYSLOG_IDENTIFIER=postfix/smtp\nMESSAGE\n';
    expect(await seen(`${head}${length.toString('latin1')}${BODY}\n\n`)).toEqual([['2026-06-05T12:09:36Z', 'a', ...RECORD]]);
  });

  it('is read out of the lines of Docker, whole or in parts', async () => {
    const docker = (log: string) => `${JSON.stringify({ log, stream: 'stdout', time: '2026-06-05T12:09:36.75Z' })}\n`;
    expect(await seen(docker(`${SYSLOG}\n`))).toEqual([['2026-06-05T02:37:15Z', 'mail01', ...RECORD]]);
    expect(await seen(docker(SYSLOG.slice(0, 90)) + docker(`${SYSLOG.slice(90)}\n`))).toEqual([
      ['2026-06-05T02:37:15Z', 'mail01', ...RECORD],
    ]);
    expect(await seen(docker(`postfix/smtp[1]: ${BODY}\n`))).toEqual([['2026-06-05T12:09:36.750Z', '-', ...RECORD]]);
  });

  it('is read out of the lines of Kubernetes, whole or in parts, with streams kept apart', async () => {
    const cri = (mark: string, text: string, stream = 'stdout') => `2026-06-05T12:09:36.750604123Z ${stream} ${mark} ${text}\n`;
    expect(await seen(cri('F', SYSLOG))).toEqual([['2026-06-05T02:37:15Z', 'mail01', ...RECORD]]);
    const parts = cri('P', SYSLOG.slice(0, 90)) + cri('F', 'something else', 'stderr') + cri('F', SYSLOG.slice(90));
    expect(await seen(parts)).toEqual([['2026-06-05T02:37:15Z', 'mail01', ...RECORD]]);
  });

  it.each([
    { '@timestamp': '2026-06-05T12:09:36Z', host: 'mail', programname: 'postfix', syslogtag: 'postfix/smtp[7]:', message: BODY },
    { timestamp: '2026-06-05T12:09:36Z', hostname: 'mail', appname: 'postfix/smtp', message: BODY },
    { '@timestamp': '2026-06-05T12:09:36Z', host: { name: 'mail' }, process: { name: 'postfix/smtp' }, message: BODY },
    {
      '@timestamp': '2026-06-05T12:09:36Z',
      host: { hostname: 'mail' },
      log: { syslog: { appname: 'postfix/smtp' } },
      message: BODY,
    },
  ])('is read out of the record of a log shipper: %j', async (record) => {
    expect(await seen(`${JSON.stringify(record)}\n`)).toEqual([['2026-06-05T12:09:36Z', 'mail', ...RECORD]]);
  });

  it('is read without any prefix, where only Postfix says such a thing', async () => {
    expect(await seen(`${BODY}\n`)).toEqual([[null, null, null, ...RECORD.slice(1)]]);
    expect(await seen('DEADBEEF: something else\nTLSRPT: status=failure\n')).toEqual([]);
  });

  it.each([
    ['a level in the place of the host', `2026-06-05T12:09:36Z INFO    postfix/smtp[139]: ${BODY}`, '2026-06-05T12:09:36Z', null],
    ['a facility in front', `mail.info: ${SYSLOG}`, '2026-06-05T02:37:15Z', 'mail01'],
    ['a facility in angle brackets', `<mail.info> ${SYSLOG}`, '2026-06-05T02:37:15Z', 'mail01'],
    ['journalctl -o short-full', `Fri 2026-06-05 12:09:36 UTC mail postfix/smtp[1]: ${BODY}`, '2026-06-05T12:09:36Z', 'mail'],
    ['journalctl -o short-unix', `1780661376.750604 mail postfix/smtp[1]: ${BODY}`, '2026-06-05T12:09:36.750Z', 'mail'],
  ])('is read with %s', async (_, line, time, host) => {
    expect(await seen(`${line}\n`)).toEqual([[time, host, ...RECORD]]);
  });

  it('may mix forms in one file', async () => {
    const docker = JSON.stringify({ log: `${SYSLOG}\n`, stream: 'stdout', time: '2026-06-05T12:09:36Z' });
    expect(await seen(`${SYSLOG}\n${docker}\n2026-06-05T02:37:15Z mail01 postfix/smtp[1]: ${BODY}\n`)).toHaveLength(3);
  });
});

describe('repeated lines', () => {
  it('count as often as rsyslog says, with the bracket left out of the reason', async () => {
    const { totals, events } = await readLog(
      `Jun  5 02:37:15 mail01 postfix/smtp[20121]: message repeated 3 times: [ ${BODY}]\n`,
    );
    expect(totals.records.bounced).toBe(3);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
    expect(events[0]).toMatchObject({ diagnostic: '550 5.1.1 User unknown', command: 'RCPT' });
  });

  it('count as often as syslogd says of the line before, of the same host only', async () => {
    const repeated = (host: string) => `Jun  5 02:37:20 ${host} last message repeated 2 times\n`;
    expect((await readLog(`${SYSLOG}\n${repeated('mail01')}`)).totals.records.bounced).toBe(3);
    expect((await readLog(`${SYSLOG}\n${repeated('mail02')}`)).totals.records.bounced).toBe(1);
  });
});

describe('what only looks like a wrapper', () => {
  it.each([
    '{',
    '{}',
    '{"MESSAGE":null,"SYSLOG_IDENTIFIER":"postfix/smtp"}',
    '{"MESSAGE":"x"}',
    '[1,2]',
    '{"log":5}',
    '{"message":"hello"}',
    '2026 stdout X y',
    `{"log":${'"a'.repeat(10)}}`,
  ])('is left alone: %s', (text) => {
    const line = Buffer.from(text);
    expect(new WrappedLines().unwrap(line, 0, line.length)).toBeNull();
  });

  it('is one line, whatever line ends are written into it', () => {
    const line = SYSLOG.replace('User unknown', 'User\\r\\n550 unknown');
    const forms = [
      `{"log":"${line}\\n","stream":"stdout"}`,
      `{"message":"${line}\\n"}`,
      `{"message":"${line.slice(line.indexOf(BODY.slice(0, 10)))}","syslogtag":"postfix/smtp[1]:","timestamp":"2026-06-05T10:00:00Z"}`,
    ];
    for (const form of forms) {
      const inside = new WrappedLines().unwrap(Buffer.from(form), 0, Buffer.byteLength(form));
      const text = inside === null || inside === 'held' ? '' : inside.line.toString();
      expect(text).toContain('User 550 unknown');
      expect(text).not.toMatch(/[\r\n]/);
    }
  });

  const docker = (log: string, stream: string) => Buffer.from(JSON.stringify({ log, stream }));

  it('takes no longer for a part the more there are', () => {
    const wrapped = new WrappedLines();
    const large = docker('x'.repeat(60_000), 'stdout');
    for (let i = 0; i < 5; i++) wrapped.unwrap(large, 0, large.length);
    const small = docker('x', 'stdout');
    for (let i = 0; i < 600_000; i++) wrapped.unwrap(small, 0, small.length);
    const last = docker('end\n', 'stdout');
    const whole = wrapped.unwrap(last, 0, last.length);
    expect(whole !== null && whole !== 'held' && whole.line.length).toBeLessThan(300_000);
  });

  it('keeps the parts of a few streams', () => {
    const wrapped = new WrappedLines();
    for (let i = 0; i < 1000; i++) {
      const part = docker(`part ${i} `, `stream ${i}`);
      wrapped.unwrap(part, 0, part.length);
    }
    const end = (stream: number) => {
      const last = docker('end\n', `stream ${stream}`);
      const whole = wrapped.unwrap(last, 0, last.length);
      return whole === null || whole === 'held' ? null : whole.line.toString();
    };
    expect([end(0), end(999)]).toEqual(['end', 'part 999 end']);
  });

  it('holds no more of a line without end than a bounded part', () => {
    const lines = new WrappedLines();
    const part = Buffer.from(`2026-06-05T12:09:36Z stdout P ${'x'.repeat(60_000)}`);
    for (let i = 0; i < 1000; i++) expect(lines.unwrap(part, 0, part.length)).toBe('held');
    const last = Buffer.from('2026-06-05T12:09:36Z stdout F end');
    const whole = lines.unwrap(last, 0, last.length);
    expect(whole !== null && whole !== 'held' && whole.line.length).toBeLessThan(300_000);
  });
});
