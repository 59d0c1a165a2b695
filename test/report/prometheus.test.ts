import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addToCounters,
  type MetricsOptions,
  PROMETHEUS_GROUPINGS,
  prometheus,
  prometheusCounters,
} from '../../src/report/prometheus.js';
import { type Counted, countsOf, DELIVERED, FULL, RELAY, UNKNOWN } from './overview-of.js';

const DOCS = new URL('../../docs/prometheus/', import.meta.url);
const OPTIONS: MetricsOptions = {
  version: '9.9.9',
  now: 1_800_000_000_500,
  from: 1_700_000_000_000,
  to: null,
  failedInputs: 0,
  succeeded: true,
};
const MIXED: Counted[] = [
  ['delivered', DELIVERED, 6],
  ['failed', UNKNOWN, 2],
  ['expired', FULL, 1],
  ['returned', UNKNOWN, 1],
  ['delayed', FULL, 40],
  ['open', FULL, 3],
  ['rejected', RELAY, 5],
];
const metrics = (counted: readonly Counted[], options: Partial<MetricsOptions> = {}) =>
  prometheus(countsOf(counted, PROMETHEUS_GROUPINGS), { ...OPTIONS, ...options });
/** The samples of one metric by their labels. */
const samples = (text: string, name: string): Record<string, number> =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^bouncelens_${name}(?:\\{(.*)\\})? (\\S+)$`, 'gm'))].map(([, labels = '', value]) => [
      labels,
      Number(value),
    ]),
  );

const promtool = (args: readonly string[], input = '') =>
  spawnSync('promtool', args, { input, encoding: 'utf8', timeout: 20_000 });
const hasPromtool = promtool(['--version']).status === 0;

/** The same as totals over all runs. */
const counted = countsOf(MIXED, PROMETHEUS_GROUPINGS);
const counters = prometheusCounters(addToCounters(new Map(), counted), counted, OPTIONS);

describe('metrics', () => {
  const text = metrics(MIXED);

  test('tell totals and the bounce rate', () => {
    expect(samples(text, 'recipients')).toEqual({
      'outcome="delivered"': 6,
      'outcome="failed"': 2,
      'outcome="expired"': 1,
      'outcome="open"': 3,
    });
    expect(samples(text, 'bounce_ratio')['']).toBeCloseTo(4 / 9, 12);
    for (const [name, value] of [
      ['returned', 1],
      ['delays', 40],
      ['rejected', 5],
      ['failed_inputs', 0],
    ] as const)
      expect(samples(text, name)).toEqual({ '': value });
    expect(samples(text, 'info')).toEqual({ 'version="9.9.9"': 1 });
  });

  test('tell failures by reason and by code', () => {
    expect(samples(text, 'reason_events')).toEqual({
      'direction="outbound",reason="mailbox-full",kind="expired"': 1,
      'direction="outbound",reason="mailbox-full",kind="open"': 3,
      'direction="outbound",reason="mailbox-full",kind="delayed"': 40,
      'direction="inbound",reason="relay-denied",kind="rejected"': 5,
      'direction="outbound",reason="user-unknown",kind="failed"': 2,
      'direction="outbound",reason="user-unknown",kind="returned"': 1,
    });
    expect(samples(text, 'code_events')).toMatchObject({
      'direction="outbound",reply_code="550",enhanced_status="5.1.1",kind="failed"': 2,
    });
  });

  test('have a head each, and a value each', () => {
    const names = [...text.matchAll(/^(bouncelens_\w+)[ {]/gm)].map(([, name]) => name!);
    for (const name of new Set(names)) {
      expect(text.split(`# HELP ${name} `)).toHaveLength(2);
      expect(text.split(`# TYPE ${name} gauge\n`)).toHaveLength(2);
      const unit = /_(seconds|ratio)$/.exec(name)?.[1];
      expect(text.includes(`# UNIT ${name} `)).toBe(unit !== undefined);
      if (unit !== undefined) expect(text).toContain(`# TYPE ${name} gauge\n# UNIT ${name} ${unit}\n${name}`);
    }
    expect(text.match(/^# TYPE/gm)!.length).toBe(new Set(names).size);
  });

  test('tell of the last success only when it was one', () => {
    expect(samples(text, 'last_success_timestamp_seconds')).toEqual({ '': 1_800_000_000.5 });
    const failed = metrics(MIXED, { succeeded: false, failedInputs: 2 });
    expect(failed).not.toContain('last_success');
    expect(samples(failed, 'last_run_timestamp_seconds')).toEqual({ '': 1_800_000_000.5 });
    expect(samples(failed, 'failed_inputs')).toEqual({ '': 2 });
  });

  test('leave out what is not known', () => {
    expect(text).toContain('bouncelens_period_start_timestamp_seconds 1700000000\n');
    expect(text).not.toContain('period_end');
    expect(metrics([['delayed', FULL]])).not.toContain('bounce_ratio');
  });

  test('have few labels, whatever servers answer', () => {
    const counted = Array.from(
      { length: 3000 },
      (_, i): Counted => [
        'failed',
        { ...UNKNOWN, replyCode: 200 + (i % 800), enhancedStatus: `5.${i % 50}.${i}`, recipient: `u@d${i}.example` },
      ],
    );
    const codes = samples(metrics(counted), 'code_events');
    expect(Object.keys(codes).length).toBeLessThanOrEqual(51);
    expect(Object.values(codes).reduce((a, b) => a + b, 0)).toBe(3000);
    const odd = metrics([
      ['failed', { ...UNKNOWN, replyCode: 577, enhancedStatus: '5.99.99' }, 2],
      ['failed', { ...UNKNOWN, replyCode: 578, enhancedStatus: '5.99.98' }],
      ['failed', { ...UNKNOWN, replyCode: null, enhancedStatus: null }],
    ]);
    expect(samples(odd, 'code_events')).toEqual({
      'direction="outbound",reply_code="5xx",enhanced_status="5.x.x",kind="failed"': 3,
      'direction="outbound",reply_code="none",enhanced_status="none",kind="failed"': 1,
    });
  });

  test.skipIf(!hasPromtool)('are what promtool takes for metrics', () => {
    for (const one of [text, metrics([]), metrics(MIXED, { succeeded: false }), counters]) {
      const { status, stdout, stderr } = promtool(['check', 'metrics'], one);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });
});

describe('the documents about metrics', () => {
  const namesIn = (text: string) => new Set([...text.matchAll(/^(bouncelens_\w+)/gm)].map(([, name]) => name!));
  const names = namesIn(metrics(MIXED, { to: 1 }));
  const all = new Set([...names, ...namesIn(counters)]);

  test.each(readdirSync(DOCS))('%s names metrics that there are', (file) => {
    const named = new Set(readFileSync(new URL(file, DOCS), 'utf8').match(/bouncelens_\w+/g));
    expect(named.size).toBeGreaterThan(4);
    expect([...named].filter((name) => !all.has(name))).toEqual([]);
  });

  test('describe every metric', () => {
    const readme = readFileSync(new URL('README.md', DOCS), 'utf8');
    expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test.skipIf(!hasPromtool)('have alerts that promtool takes for rules', () => {
    expect(promtool(['check', 'rules', new URL('alerts.yml', DOCS).pathname])).toMatchObject({ status: 0 });
  });
});
