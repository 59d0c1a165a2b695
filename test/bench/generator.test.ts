import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { differences } from '../../bench/compare.mjs';
import { generate, parseSize, truthFile, writeLog } from '../../bench/generate.mjs';

type Options = Parameters<typeof generate>[0];
type Truth = ReturnType<typeof generated>['truth'];

const BYTES = 3_000_000;

function generated(options: Partial<Options> = {}) {
  const pieces = generate({ bytes: BYTES, seed: 1, ...options });
  let text = '';
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) text += piece.value;
  return { text, truth: piece.value };
}

function count(text: string, pattern: RegExp) {
  return text.match(pattern)?.length ?? 0;
}

/** A report that says what the truth says. */
function reportOf({ totals, rows }: Truth) {
  return {
    totals: { ...totals, feedback: 0 } as Record<string, unknown>,
    rows: rows.map((row) => ({
      ...row,
      firstSeen: new Date(row.firstSeen).toISOString(),
      lastSeen: new Date(row.lastSeen).toISOString(),
    })) as Record<string, unknown>[],
  };
}

describe('the generated log', () => {
  test('is the same for the same seed, and another for another', () => {
    const one = generated({ seed: 5 });
    const same = generated({ seed: 5 });
    expect(same.text === one.text).toBe(true);
    expect(same.truth).toEqual(one.truth);
    expect(generated({ seed: 6 }).text === one.text).toBe(false);
  });

  test.each(['rfc3164', 'rfc3339'] as const)('has the size asked for and whole lines in order of time (%s)', (format) => {
    const { text, truth } = generated({ format });
    expect(Math.abs(text.length - BYTES) / BYTES).toBeLessThan(0.01);
    expect(truth.bytes).toBe(text.length);
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.slice(0, -1).split('\n');
    expect(lines.length).toBe(truth.totals.lines);
    const time = (line: string) =>
      Date.parse(format === 'rfc3339' ? line.slice(0, 32) : `${line.slice(0, 6)} 2025 ${line.slice(7, 15)} UTC`);
    const times = lines.map(time);
    expect(times.every((value, i) => i === 0 || value >= (times[i - 1] ?? 0))).toBe(true);
    expect(times.at(-1)).toBe(truth.end);
    expect(truth.end - truth.start).toBeGreaterThan(2 * 86_400_000);
  });

  test('is ASCII, with every kind of line', () => {
    const { text } = generated({ failureRate: 0.3 });
    expect(/^[\n -~]*$/.test(text)).toBe(true);
    for (const pattern of [
      / queued as /,
      /status=sent \(delivered to maildir\)/,
      /relay=mx1\.example\.net\[private\/dovecot-lmtp\]/,
      /orig_to=</,
      /said: 550-5\.7\.26 .* 550 5\.7\.26 /,
      /refused to talk to me: 554 .*/,
      /postfix\/error\[\d+\]: .*status=deferred \(delivery temporarily suspended: /,
      /[0-9A-F]{11}: host \S+ said: 4/,
      /status=expired, returned to sender/,
      /sender non-delivery notification: /,
      /from=<>, size=/,
      /NOQUEUE: reject: RCPT from \S+\[/,
      /postscreen\[\d+\]: NOQUEUE: reject: RCPT from \[/,
      /[0-9A-F]{11}: reject: RCPT from /,
      /reject_warning: /,
      /anvil\[\d+\]: statistics: /,
      / dovecot: /,
    ]) {
      expect(text).toMatch(pattern);
    }
  });

  test('without failures holds none', () => {
    const { text, truth } = generated({ failureRate: 0 });
    expect(truth.rows).toEqual([]);
    expect(truth.totals.delivered).toBe(truth.totals.recipients);
    expect(count(text, /status=(?:deferred|bounced|expired)|reject:/g)).toBe(0);
  });

  test('is written to a file with its truth', () => {
    const file = join(folder, 'mail.log');
    const truth = writeLog({ bytes: 100_000, seed: 3 }, file);
    expect(statSync(file).size).toBe(truth.bytes);
    expect(statSync(file).mtimeMs).toBe(truth.end);
    expect(readFileSync(file, 'latin1')).toBe(generated({ bytes: 100_000, seed: 3 }).text);
    expect(JSON.parse(readFileSync(truthFile(file), 'utf8'))).toMatchObject({ ...truth });
  });

  const folder = mkdtempSync(join(tmpdir(), 'bouncelens-bench-'));
  afterAll(() => rmSync(folder, { recursive: true }));
});

describe.each([
  { seed: 1, format: 'rfc3164' as const, failureRate: 0.08 },
  { seed: 2, format: 'rfc3339' as const, failureRate: 0.5 },
])('the truth about $format at a failure rate of $failureRate', (options) => {
  const { text, truth } = generated(options);
  const { totals, rows } = truth;

  test('adds up', () => {
    expect(totals.recipients).toBe(totals.delivered + totals.failed + totals.expired + totals.open);
    expect(totals.records.rejected).toBe(totals.rejected);
    expect(totals.records.deferred).toBeGreaterThan(totals.delayed);
    expect(totals.records.sent).toBeGreaterThan(totals.delivered);
    const sum = (column: keyof (typeof rows)[number]) => rows.reduce((total, row) => total + Number(row[column]), 0);
    for (const column of ['failed', 'delayed', 'expired', 'returned', 'rejected', 'recovered', 'open'] as const) {
      expect([column, sum(column)]).toEqual([column, totals[column]]);
      expect(totals[column] > 0 || column === 'returned').toBe(true);
    }
    for (const row of rows) {
      expect(row.events).toBe(row.failed + row.delayed + row.expired + row.returned + row.rejected);
      expect(row.events).toBeGreaterThan(0);
      expect(row.firstSeen).toBeLessThanOrEqual(row.lastSeen);
      expect(row.firstSeen).toBeGreaterThanOrEqual(truth.start - 1000);
      expect(row.lastSeen).toBeLessThanOrEqual(truth.end);
      expect(row.recipients).toBeLessThanOrEqual(row.events);
      expect(row.domains).toBeLessThanOrEqual(row.recipients ?? 0);
    }
  });

  test('agrees with a plain count of lines', () => {
    expect(totals.lines).toBe(count(text, /\n/g));
    expect(totals.records).toEqual({
      sent: count(text, /: to=<.*, status=sent \(/g),
      deferred: count(text, /: to=<.*, status=deferred \(/g),
      bounced: count(text, /: to=<.*, status=bounced \(/g),
      expired: count(text, /: from=<.*, status=expired, /g),
      rejected: count(text, /: (?:milter-)?reject: /g),
    });
    expect(totals.notifications).toBe(count(text, /bounce\[\d+\]: .* notification: /g));
  });

  test('agrees with the messages in the log', () => {
    const notifications = new Set<string>();
    const active = new Set<string>();
    let messages = 0;
    let reused = 0;
    const gone = new Set<string>();
    for (const [, id = '', told, sender, removed] of text.matchAll(
      /\]: ([0-9A-F]{11}): (?:sender [a-z-]+ notification: ([0-9A-F]{11})$|(from=<.*queue active)|(removed)$)/gm,
    )) {
      if (told) notifications.add(told);
      if (sender && !active.has(id)) {
        active.add(id);
        if (gone.has(id)) reused++;
        if (!notifications.has(id)) messages++;
      }
      if (removed) {
        active.delete(id);
        notifications.delete(id);
        gone.add(id);
      }
    }
    expect(totals.messages).toBe(messages);
    expect(reused).toBeGreaterThan(0);
  });

  test('is its own equal', () => {
    expect(differences(reportOf(truth), truth)).toEqual([]);
  });
});

describe('differences', () => {
  const { truth } = generated({ bytes: 400_000 });
  const first = truth.rows[0];

  test('names a total that is off, nested ones too', () => {
    const report = reportOf(truth);
    report.totals = { ...report.totals, failed: -1, records: { ...truth.totals.records, sent: 0 } };
    expect(differences(report, truth)).toEqual([
      `totals.failed: -1, should be ${truth.totals.failed}`,
      `totals.records.sent: 0, should be ${truth.totals.records.sent}`,
    ]);
  });

  test('names rows that are missing and rows too many', () => {
    const report = reportOf(truth);
    report.rows[0] = { ...report.rows[0], replyCode: 299 };
    const found = differences(report, truth);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^row .*: missing \(\d+ events\)$/);
    expect(found[1]).toMatch(/^row .* 299 .*: not in the truth$/);
  });

  test('names each column that is off', () => {
    for (const column of [
      'events',
      'failed',
      'delayed',
      'expired',
      'returned',
      'rejected',
      'recovered',
      'open',
      'recipients',
      'domains',
    ]) {
      const report = reportOf(truth);
      report.rows[0] = { ...report.rows[0], [column]: 987_654 };
      const found = differences(report, truth);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`.${column}: 987654, should be`);
    }
    for (const column of ['firstSeen', 'lastSeen']) {
      const report = reportOf(truth);
      report.rows[0] = { ...report.rows[0], [column]: '1999-01-01T00:00:00Z' };
      expect(differences(report, truth)[0]).toContain(`.${column}: 1999-01-01T00:00:00.000Z, should be`);
    }
  });

  test('does not compare distinct values that the truth did not count', () => {
    const open = { ...truth, rows: truth.rows.map((row) => ({ ...row, recipients: null, domains: null })) };
    const report = reportOf(truth);
    report.rows[0] = { ...report.rows[0], recipients: 123_456 };
    expect(differences(report, open)).toEqual([]);
  });

  test('adds rows that differ in reason only', () => {
    const report = reportOf(truth);
    const half = {
      ...report.rows[0],
      events: 1,
      rejected: 1,
      failed: 0,
      delayed: 0,
      expired: 0,
      recovered: 0,
      open: 0,
      recipients: 1,
      domains: 1,
    };
    const rest = { ...report.rows[0], events: Number(first?.events) - 1, rejected: Number(first?.rejected) - 1 };
    report.rows.splice(0, 1, { ...half, reason: 'a' }, { ...rest, reason: 'b' });
    expect(differences(report, truth)).toEqual([]);
  });
});

test('sizes', () => {
  expect(['500MiB', '2GB', '4096', '1.5KiB', '10M', '7B'].map(parseSize)).toEqual([524_288_000, 2e9, 4096, 1536, 1e7, 7]);
  expect(() => parseSize('many')).toThrow('not a size: many');
});
