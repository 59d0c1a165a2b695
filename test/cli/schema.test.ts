import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../src/model/dimension.js';
import { SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const SAMPLES = new URL('../../fixtures/logs', import.meta.url).pathname;
const schema = JSON.parse(readFileSync(new URL('../../dist/report.schema.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/);
const validate = ajv.compile(schema);

const objections = (text: string) => {
  validate(JSON.parse(text));
  return validate.errors ?? [];
};

describe('the JSON Schema that is shipped', () => {
  it('is the one that the package offers by name', () => {
    const { exports, files } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(exports['./report.schema.json']).toBe('./dist/report.schema.json');
    expect(files).toContain('dist');
  });

  it('describes a report of the samples, whatever it is grouped by', async () => {
    const groupings = [null, 'recipientDomain,day', 'type', 'hour', Object.keys(DIMENSIONS).join(',')];
    const reports = await Promise.all(
      groupings.map((by) => here.run([SAMPLES, '-f', 'json', ...(by === null ? [] : ['--by', by])])),
    );
    for (const { code, stdout } of reports) {
      expect(code).toBe(0);
      expect(JSON.parse(stdout).rows.length).toBeGreaterThan(2);
      expect(objections(stdout)).toEqual([]);
    }
  });

  it('describes a report of nothing, and of inputs that cannot be read', async () => {
    here.put('empty.log', '');
    const [empty, missing] = await Promise.all([here.run(['empty.log', '-f', 'json']), here.run(['missing.log', '-f', 'json'])]);
    expect(missing.code).toBe(1);
    for (const { stdout } of [empty, missing]) expect(objections(stdout)).toEqual([]);
  });

  it('refuses what is no report', async () => {
    const { stdout } = await here.run(['-', '-f', 'json'], { stdin: SMALL_LOG });
    const report = JSON.parse(stdout);
    const spoilt = [
      { ...report, schema: 'bouncelens-report/0' },
      { ...report, totals: { ...report.totals, failed: -1 } },
      { ...report, totals: { ...report.totals, delivered: undefined } },
      { ...report, by: ['moon'] },
      { ...report, rows: [{ ...report.rows[0], reason: 'full moon' }] },
      { ...report, rows: [{ ...report.rows[0], moon: 'full' }] },
      { ...report, rows: [{ ...report.rows[0], firstSeen: 'yesterday' }] },
      { ...report, rows: [{ ...report.rows[0], actor: 'somebody' }] },
    ];
    expect(objections(JSON.stringify(report))).toEqual([]);
    expect(spoilt.map((one) => objections(JSON.stringify(one)).length > 0)).toEqual(spoilt.map(() => true));
  });
});
