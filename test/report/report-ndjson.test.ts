import { expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { reportNdjson } from '../../src/report/report-ndjson.js';
import { reportTable } from '../../src/report/rows.js';
import { LIVES } from '../summary/lives.js';
import { read, UTC } from '../summary/reading.js';

test('the rows as NDJSON are one object per line with every column in its order', () => {
  const counts = read(LIVES.threeRecipients, { groupings: [DEFAULT_GROUPING] });
  const table = reportTable(counts, DEFAULT_GROUPING, en, UTC, null);
  const text = [...reportNdjson(table)].join('');
  expect(text.endsWith('}\n')).toBe(true);
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(Object.keys(row)).toEqual(table.columns);
  expect(rows).toContainEqual(expect.objectContaining({ replyCode: 550, enhancedStatus: '5.1.1', failed: 1, delayed: 0 }));
  expect(rows).toContainEqual(expect.objectContaining({ replyCode: 452, delayed: 1, open: 1, failed: 0 }));
});
