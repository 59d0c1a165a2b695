import { expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { json, type ReportDocument } from '../../src/report/json.js';
import { reportTable } from '../../src/report/rows.js';
import { LIVES } from '../summary/lives.js';
import { read, UTC } from '../summary/reading.js';

const counts = read(LIVES.threeRecipients + LIVES.refusals, { groupings: [DEFAULT_GROUPING] });
const document: ReportDocument = {
  generator: 'bouncelens 9.9.9',
  generatedAt: '2026-06-06T00:00:00Z',
  period: { from: '2026-06-05T10:00:00Z', to: null },
  inputs: [
    {
      path: 'mail.log',
      kind: 'log',
      mta: 'postfix',
      bytes: 1234,
      lines: 9,
      records: 5,
      unparsedLines: 0,
      error: null,
    },
    {
      path: 'gone.log',
      kind: null,
      mta: null,
      bytes: 0,
      lines: 0,
      records: 0,
      unparsedLines: 0,
      error: 'no such file',
    },
  ],
  totals: counts.totals,
  by: DEFAULT_GROUPING,
  table: reportTable(counts, DEFAULT_GROUPING, en, UTC, null),
};

test('the report as JSON has its parts in their order, the schema first', () => {
  const text = json(document);
  expect(text.endsWith('}\n')).toBe(true);
  const report = JSON.parse(text);
  expect(Object.keys(report)).toEqual(['schema', 'generator', 'generatedAt', 'period', 'inputs', 'totals', 'by', 'rows']);
  expect(report.schema).toMatch(/^bouncelens-report\/\d+$/);
  expect(report.generator).toBe('bouncelens 9.9.9');
  expect(report.generatedAt).toBe('2026-06-06T00:00:00Z');
  expect(report.period).toEqual({ from: '2026-06-05T10:00:00Z', to: null });
  expect(report.inputs).toEqual(document.inputs);
  expect(report.by).toEqual(['direction', 'replyCode', 'enhancedStatus', 'reason']);
});

test('the totals of the report have the names and the order of the documentation', () => {
  const { totals } = JSON.parse(json(document));
  expect(Object.keys(totals)).toEqual([
    'messages',
    'recipients',
    'delivered',
    'failed',
    'expired',
    'open',
    'delayed',
    'recovered',
    'returned',
    'rejected',
    'notifications',
    'feedback',
    'autoReplies',
    'lines',
    'unparsedLines',
    'records',
  ]);
  expect(Object.keys(totals.records)).toEqual(['sent', 'deferred', 'bounced', 'expired', 'rejected']);
  expect([totals.recipients, totals.failed, totals.rejected]).toEqual([3, 1, 2]);
});

test('the rows of the report are objects with every column', () => {
  const { rows } = JSON.parse(json(document));
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(Object.keys(row)).toEqual(document.table.columns);
  const failed = rows.find(({ replyCode, direction }: Record<string, unknown>) => replyCode === 550 && direction === 'outbound');
  expect(failed).toMatchObject({
    direction: 'outbound',
    replyCode: 550,
    enhancedStatus: '5.1.1',
    reason: 'user-unknown',
    type: 'hard',
    events: 1,
    failed: 1,
    recipients: 1,
    domains: 1,
    firstSeen: '2026-06-05T10:00:01Z',
    lastSeen: '2026-06-05T10:00:01Z',
    example: '550 5.1.1 <bob@there.example> User unknown',
  });
});
