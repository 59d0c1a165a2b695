import { describe, expect, it } from 'vitest';
import type { EnhancedCodeFacts } from '../../src/catalogue/documentation.js';
import { ENHANCED_CODES, enhancedCodeFacts } from '../../src/catalogue/enhanced-codes.js';
import { en } from '../../src/catalogue/text/en.js';
import type { Reason } from '../../src/model/verdict.js';
import { REASONS } from '../../src/model/verdict.js';
import { leastTime } from '../least-time.js';

const { enhancedCodes } = en;

const FIELDS = ['title', 'cause', 'when', 'fix'] as const;

describe('facts of enhanced codes', () => {
  it('names every code once', () => {
    const codes = ENHANCED_CODES.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('uses one of four notations', () => {
    const notation = /^(?:[45X]\.\d{1,3}\.\d{1,3}|[45X]\.\d{1,3}\.\d{1,3}-\d{1,3}|[45X]\.\d{1,3}\.x|X\.[0-7])$/;
    expect(ENHANCED_CODES.map((entry) => entry.code).filter((code) => !notation.test(code))).toEqual([]);
  });

  it('gives reasons that exist, and a reference', () => {
    const typed: readonly Reason[] = ENHANCED_CODES.map((entry) => entry.reason);
    expect(typed.filter((reason) => !REASONS.includes(reason))).toEqual([]);
    expect(ENHANCED_CODES.filter((entry) => entry.reference.trim() === '')).toEqual([]);
  });

  it('cites an RFC with its section or the registry for every standard code', () => {
    const standard = ENHANCED_CODES.filter((entry) => entry.status === 'standard');
    expect(standard).toHaveLength(81 + 8);
    expect(standard.filter((entry) => !/^(?:RFC \d+ §|IANA registry, )/.test(entry.reference))).toEqual([]);
  });

  it('never asks for a retry of a success', () => {
    const delivered = ENHANCED_CODES.filter((entry) => entry.reason === 'delivered');
    expect(delivered.length).toBeGreaterThan(0);
    expect(delivered.filter((entry) => entry.retry !== 'n/a' || entry.actor !== 'nobody')).toEqual([]);
  });
});

describe('English text of enhanced codes', () => {
  it('covers exactly the codes that have facts', () => {
    expect(Object.keys(enhancedCodes).sort()).toEqual(ENHANCED_CODES.map((entry) => entry.code).sort());
  });

  it.each(Object.entries(enhancedCodes))('%s is clean prose', (code, prose) => {
    for (const field of FIELDS) {
      const text = prose[field];
      expect(text, field).toMatch(/^[A-Z]/);
      expect(text, field).not.toMatch(/\b([a-z]+)\s+\1\b/i);
      expect(text, field).not.toMatch(/[<>`*]| {2}|\s$|[\n\t]/);
      if (field === 'title') {
        expect(text, field).not.toMatch(/[.!?]$/);
        expect(text, field).not.toContain(code);
      } else {
        expect(text, field).toMatch(/[.!?]$/);
      }
    }
  });

  it('gives every code its own title', () => {
    const titles = Object.values(enhancedCodes).map((prose) => prose.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('enhancedCodeFacts', () => {
  it.each([
    ['5.1.1', 'X.1.1'],
    ['2.1.5', 'X.1.5'],
    ['5.1.10', 'X.1.10'],
    ['4.7.26', 'X.7.26'],
    ['5.7.57', '5.7.57'],
    ['5.7.606', '5.7.606-649'],
    ['5.7.649', '5.7.606-649'],
    ['5.7.605', 'X.7'],
    ['5.7.650', 'X.7'],
    ['4.7.650', '4.7.650'],
    ['4.7.499', 'X.7'],
    ['4.7.500', '4.7.500-699'],
    ['4.7.606', '4.7.500-699'],
    ['4.7.699', '4.7.500-699'],
    ['4.7.321', 'X.7.321-325'],
    ['5.7.325', 'X.7.321-325'],
    ['5.7.326', 'X.7'],
    ['4.7.57', 'X.7'],
    ['4.16.55', '4.16.x'],
    ['4.16.0', '4.16.x'],
    ['5.0.911', '5.0.900-999'],
    ['4.0.999', '4.0.900-999'],
    ['5.0.1', 'X.0'],
    ['5.7.999', 'X.7'],
    ['5.7.0', 'X.7.0'],
  ])('finds %s as %s', (code, entry) => {
    expect(enhancedCodeFacts(code)?.code).toBe(entry);
  });

  it.each([
    '5.7',
    '1.2.3',
    '3.1.1',
    '5.1.1.1',
    '',
    '5..1',
    '.1.1',
    '5.1.',
    '5.1.1 ',
    ' 5.1.1',
    '5.1.1\n',
    '5.01.1',
    '5.1.01',
    '5.1.1000',
    '5.-1.1',
    '5.1.1e1',
    'X.1.1',
    'X.7',
    '5.7.606-649',
    '4.16.x',
    '٥.1.1',
  ])('refuses %j', (code) => {
    expect(enhancedCodeFacts(code)).toBeUndefined();
  });

  it('knows nothing of other private subjects', () => {
    expect(enhancedCodeFacts('5.16.1')).toBeUndefined();
    expect(enhancedCodeFacts('5.9.1')).toBeUndefined();
    expect(enhancedCodeFacts('5.70.1')).toBeUndefined();
  });

  it('refuses very long input at once', () => {
    for (const long of ['5.'.repeat(50_000), '5.7.1'.padEnd(100_000, '1'), '1'.repeat(100_000)]) {
      expect(leastTime(30, () => expect(enhancedCodeFacts(long)).toBeUndefined())).toBeLessThan(30);
    }
  });

  it('finds every exact entry by its own code', () => {
    const concrete = (entry: EnhancedCodeFacts): boolean => /\.\d+\.\d+$/.test(entry.code);
    for (const entry of ENHANCED_CODES.filter(concrete)) {
      expect(enhancedCodeFacts(entry.code.replace('X', '4'))?.code).toBe(entry.code);
      expect(enhancedCodeFacts(entry.code.replace('X', '5'))?.code).toBe(entry.code);
    }
  });
});
