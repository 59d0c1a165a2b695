import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { bounced, log, queued, queueId, removed } from './bouncelens.js';
import { message, until, WatchPlace } from './watching.js';

const here = new WatchPlace();
const [A, B] = [1, 2].map(queueId) as [string, string];

/** A message of which everything is known, so that it counts at once. */
const whole = (id: string, recipient: string, text: string): string => {
  const time = new Date().toISOString();
  const client = `${time} mx postfix/smtpd[9]: ${id}: client=web.example.com[192.0.2.7]`;
  return log(client, queued(time, id), bounced(time, id, recipient, text), removed(time, id));
};

const metric = (text: string, name: string): number | null => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
};

/** Asks with a Host field of its own, which fetch does not allow. */
function ask(url: string, options: { host?: string; method?: string; path?: string }): Promise<number> {
  const { hostname, port } = new URL(url);
  const { host = 'localhost', method = 'GET', path = '/healthz' } = options;
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('metrics', () => {
  test('count what comes, in the form of Prometheus and in OpenMetrics', async () => {
    here.put('mail.log', whole(A, 'old@example.net', '550 5.1.1 User unknown'));
    const watching = await here.following(['mail.log']);
    here.append('mail.log', whole(B, 'new@example.net', '550 5.1.1 User unknown'));
    const code = 'bouncelens_code_events_total{direction="outbound",reply_code="550",enhanced_status="5.1.1",kind="failed"}';
    const text = await until(async () => {
      const answer = await (await watching.get('metrics')).text();
      return metric(answer, code) === 1 ? answer : null;
    });
    // What was there before was counted by another process, or never.
    expect(metric(text, 'bouncelens_recipients_total{outcome="failed"}')).toBe(1);
    expect(metric(text, 'bouncelens_records_total{kind="bounced"}')).toBe(1);
    expect(metric(text, 'bouncelens_lines_total')).toBe(4);
    expect(metric(text, 'bouncelens_reason_events_total{direction="outbound",reason="user-unknown",kind="failed"}')).toBe(1);
    expect(metric(text, 'bouncelens_open_recipients')).toBe(0);
    expect(metric(text, 'bouncelens_failed_inputs')).toBe(0);
    expect(metric(text, 'bouncelens_inputs{state="following"}')).toBe(1);
    expect(execFileSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })).toBe('');
    const open = await watching.get('metrics', { headers: { accept: 'application/openmetrics-text;version=1.0.0' } });
    expect(open.headers.get('content-type')).toContain('application/openmetrics-text');
    const openText = await open.text();
    expect(openText).toContain('# TYPE bouncelens_code_events counter\n');
    expect(openText.endsWith('# EOF\n')).toBe(true);
  });

  test('have few labels, whatever the replies hold', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log']);
    const replies = Array.from({ length: 1500 }, (_, i) =>
      whole(queueId(i), `u${i}@d${i}.example`, `5${i % 60} 5.${i % 1000}.${i % 997} "}{\\\\ no "quotes`),
    );
    here.append('mail.log', replies.join(''));
    const text = await until(async () => {
      const answer = await (await watching.get('metrics')).text();
      return metric(answer, 'bouncelens_recipients_total{outcome="failed"}') === 1500 ? answer : null;
    });
    expect(text.split('\n').filter((line) => line.startsWith('bouncelens_code_events_total')).length).toBeLessThan(1000);
    expect(text).not.toMatch(/quotes|\.example|u1@/);
    expect(execFileSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })).toBe('');
  });
});

describe('the report at /', () => {
  test('shows what was there and what came, and runs nothing of it', async () => {
    const hostile = '550 5.1.1 <script>alert(1)</script><img src=x onerror=alert(2)>';
    here.put('mail.log', whole(A, 'old@example.net', hostile));
    const watching = await here.following(['mail.log']);
    const answer = await watching.get('');
    const page = await answer.text();
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script|<img/);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
      ['cache-control', 'no-store'],
      ['x-frame-options', 'DENY'],
      ['cross-origin-resource-policy', 'same-origin'],
    ] as const)
      expect(answer.headers.get(name)).toBe(value);
    const head = await watching.get('', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([
      200,
      '',
      String(Buffer.byteLength(page)),
    ]);
  });
});

describe('the server', () => {
  test('answers to addresses, localhost and names that are allowed, and to GET and HEAD alone', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log', '--allow-host', 'mx.example.com']);
    const url = await watching.url();
    const { port } = new URL(url);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    for (const host of [
      'localhost',
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      '[::1]:80',
      'MX.example.com:9155',
      'mx.example.com.',
    ])
      expect.soft([host, await ask(url, { host })]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'a@localhost',
    ])
      expect.soft([host, await ask(url, { host })]).toEqual([host, 421]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect.soft([method, await ask(url, { method })]).toEqual([method, 405]);
    for (const path of ['/nothing', '/__proto__', '/../mail.log', '/constructor'])
      expect.soft([path, await ask(url, { path })]).toEqual([path, 404]);
    expect(await ask(url, { path: '/healthz?x=1' })).toBe(200);
  });

  test('lets go of who sends no request, or too much', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    const { port } = new URL(await watching.url());
    const closed = (send: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(send));
        socket.on('error', () => {});
        socket.on('close', () => resolve());
        socket.resume();
      });
    await Promise.all([
      closed('GET / HTTP/1.1\r\nHost: localhost\r\n'),
      closed(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      closed('\u0000\u0001no http\r\n\r\n'),
    ]);
    expect((await watching.get('healthz')).status).toBe(200);
  });

  test('is not started where somebody else listens', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    const { port } = new URL(await watching.url());
    const taken = await here.run(['watch', 'mail.log', '--listen', `127.0.0.1:${port}`]);
    expect([taken.code, taken.stderr]).toEqual([1, expect.stringContaining('somebody else listens there already')]);
  });
});

describe('health', () => {
  test('tells of inputs that cannot be read', async () => {
    here.put('mail.log', message(A));
    here.put('binary', Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 7)));
    const watching = await here.following(['mail.log', 'binary']);
    const answer = await watching.get('healthz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: 'failing',
      lastReadAt: expect.stringMatching(/^\d{4}-.*Z$/),
      inputs: [
        { name: 'mail.log', state: 'following' },
        { name: 'binary', state: 'failed', error: 'is a binary file, not a log' },
      ],
    });
    expect(watching.stderr).toContain('binary: is a binary file, not a log');
  });
});
