import { describe, expect, test } from 'vitest';
import { checkWatchOptions } from '../../src/cli/watch-options.js';

const check = (options: Record<string, unknown>) => checkWatchOptions({ events: true, ...options });

describe('the options of watch', () => {
  test('have what most want as their defaults', () => {
    expect(check({})).toEqual({
      all: false,
      outcomes: false,
      events: true,
      fromStart: false,
      summaryEvery: null,
      days: 2,
      units: null,
      listen: { host: '127.0.0.1', port: 9155, isAsked: false },
      allowedHosts: [],
      state: null,
    });
  });

  test.each([
    ['10s', 10_000],
    ['5m', 300_000],
    ['24h', 86_400_000],
  ])('take %s for a span', (value, span) => {
    expect(check({ 'summary-every': value })).toMatchObject({ summaryEvery: span, events: false });
  });

  test.each([
    ['9200', '127.0.0.1', 9200],
    [':9200', '127.0.0.1', 9200],
    ['0.0.0.0:80', '0.0.0.0', 80],
    ['[::1]:9155', '::1', 9155],
    ['localhost:0', 'localhost', 0],
  ])('take %s for a place to listen', (value, host, port) => {
    expect(check({ listen: value }).listen).toEqual({ host, port, isAsked: true });
  });

  test('may name units, which are the journal, and no place to listen', () => {
    expect(check({ unit: ['postfix@-', 'postfix*'], listen: 'none' })).toMatchObject({
      units: ['postfix@-', 'postfix*'],
      listen: null,
    });
    expect(check({ journal: true }).units).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>]>([
    ['summary-every', { 'summary-every': '0s' }],
    ['summary-every', { 'summary-every': '25h' }],
    ['all', { 'summary-every': '10s', all: true }],
    ['from-start', { 'summary-every': '10s', 'from-start': true }],
    ['format', { 'summary-every': '10s', format: 'csv' }],
    ['no-events', { events: false, listen: 'none' }],
    ['days', { days: 0 }],
    ['days', { days: 32 }],
    ['unit', { unit: '--merge -D /etc; rm' }],
    ['unit', { unit: '' }],
    ['allow-host', { 'allow-host': 'a b' }],
    ...['example.com:80', '127.0.0.1', '1.2.3.4:99999', '[127.0.0.1]:1', 'x', '::1:9155', '1.2.3:80'].map(
      (listen) => ['listen', { listen }] as const,
    ),
  ])('refuse --%s of %j', (name, options) => {
    expect(() => check(options)).toThrow(`--${name}`);
  });
});
