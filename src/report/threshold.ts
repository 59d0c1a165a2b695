import { DEFAULT_GROUPING, type Dimension, type DimensionValue } from '../model/dimension.js';
import { REASONS } from '../model/verdict.js';
import type { Counts, Totals } from '../summary/counts.js';
import { rowsIn } from './rows.js';

/** Totals that are one number. */
const TOTALS = [
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
] as const satisfies readonly (keyof Totals)[];
type Total = (typeof TOTALS)[number];

/** Dimensions whose values can be asked for: their failed deliveries are counted. */
const VALUES = ['reason', 'replyCode', 'enhancedStatus'] as const satisfies readonly Dimension[];

const COMPARISONS = {
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
} as const;

/** A condition under which a run fails: `bounceRate>5%`, `failed>100`, `reason:ip-blocklisted>0`. */
export interface Threshold {
  /** As it was written. */
  readonly text: string;
  readonly subject:
    | { readonly kind: 'bounceRate' }
    | { readonly kind: 'total'; readonly name: Total }
    /** Rows of the report that fail and did not in the period that it is compared with. */
    | { readonly kind: 'new' }
    | { readonly kind: 'value'; readonly dimension: Dimension; readonly value: string };
  readonly comparison: keyof typeof COMPARISONS;
  readonly limit: number;
}

/** What a threshold needs counted beside what is asked for. */
export const groupingsOf = ({ subject }: Threshold): readonly (readonly Dimension[])[] =>
  subject.kind === 'value' ? [DEFAULT_GROUPING] : [];

const FORM = /^([A-Za-z]+)(?::([\w.-]{1,40}))? *(>=|<=|>|<|=) *(\d{1,15}(?:\.\d{1,6})?)(%?)$/;

const REPLY_CODE = /^\d{3}$/;
const ENHANCED_CODE = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** Reads a threshold. @returns why it is none, in words, where it is none. */
export function readThreshold(text: string): Threshold | string {
  const found = FORM.exec(text);
  if (found === null)
    return `'${text}' is no condition. Write a name, >, >=, <, <= or =, and a number: 'bounceRate>5%', 'failed>100'`;
  const [, name = '', value, comparison, number, percent] = found;
  const subject = subjectOf(name, value);
  if (typeof subject === 'string') return subject;
  if (percent === '%' && subject.kind !== 'bounceRate')
    return `'${text}': only bounceRate is a part of something; ${name} is a number`;
  if (percent === '' && subject.kind === 'bounceRate' && Number(number) >= 1)
    return `'${text}': without % the rate is a part of 1: write '${name}${comparison}${number}%'`;
  return {
    text,
    subject,
    comparison: comparison as Threshold['comparison'],
    limit: percent === '%' ? Number(number) / 100 : Number(number),
  };
}

function subjectOf(name: string, value: string | undefined): Threshold['subject'] | string {
  const dimension = VALUES.find((one) => one === name);
  if (dimension !== undefined) {
    if (value === undefined) return `'${name}' needs a value: '${name}:${EXAMPLES[dimension]}>0'`;
    if (dimension === 'reason' && !(REASONS as readonly string[]).includes(value))
      return `'${value}' is no reason; bouncelens codes --kind reason lists them`;
    // What no reply can have would never be crossed, and nobody would know.
    if (dimension === 'replyCode' && !REPLY_CODE.test(value))
      return `'${value}' is no reply code: write three digits, 'replyCode:${EXAMPLES.replyCode}>0'`;
    if (dimension === 'enhancedStatus' && !ENHANCED_CODE.test(value))
      return `'${value}' is no enhanced status code: write three numbers, 'enhancedStatus:${EXAMPLES.enhancedStatus}>0'`;
    return { kind: 'value', dimension, value };
  }
  if (name === 'new') return value === undefined ? { kind: 'new' } : `'new' has no values: write 'new>0'`;
  const total = TOTALS.find((one) => one === name);
  if (total === undefined && name !== 'bounceRate')
    return `'${name}' is no number of a report. There are: bounceRate, new, ${TOTALS.join(', ')}, ${VALUES.map((one) => `${one}:${EXAMPLES[one]}`).join(', ')}`;
  if (value !== undefined) return `'${name}' has no values: write '${name}>0'`;
  return total === undefined ? { kind: 'bounceRate' } : { kind: 'total', name: total };
}

/** Digits behind the point of a percentage. */
const LEAST_DIGITS = 2;
const MOST_DIGITS = 15;

/** So many new rows are named. */
const MOST_NAMED = 3;

const EXAMPLES = { reason: 'ip-blocklisted', replyCode: '554', enhancedStatus: '5.7.1' } as const;

/** Whether a condition can only be told where the report is compared with an earlier period. */
export const needsBaseline = ({ subject }: Threshold): boolean => subject.kind === 'new';

/**
 * Why a threshold is crossed, in one line; null when it is not.
 * @param fresh the rows of the report that are new; null where it is not compared, so that nothing can be said of them.
 */
export function crossed(threshold: Threshold, counts: Counts, fresh: readonly string[] | null = null): string | null {
  const { subject, comparison, limit, text } = threshold;
  const value = subject.kind === 'new' ? (fresh?.length ?? null) : measured(subject, counts);
  // Where nothing came to an end there is no rate, and nothing to fail on.
  if (value === null || !COMPARISONS[comparison](value, limit)) return null;
  if (subject.kind === 'new' && value > 0) {
    const more = value > MOST_NAMED ? `, and ${value - MOST_NAMED} more` : '';
    return `${text}: it is ${value}: ${fresh!.slice(0, MOST_NAMED).join(', ')}${more}`;
  }
  if (subject.kind !== 'bounceRate') return `${text}: it is ${value}`;
  const { delivered, failed, expired, returned } = counts.totals;
  return `${text}: it is ${percentBeyond(threshold, value)}, ${failed + expired + returned} of ${delivered + failed + expired} recipients`;
}

/** A rate in percent, with as many digits as it takes to see that the threshold is crossed. */
function percentBeyond({ comparison, limit }: Threshold, value: number): string {
  for (let digits = LEAST_DIGITS; digits < MOST_DIGITS; digits++) {
    const rounded = Number((value * 100).toFixed(digits));
    const isNothing = rounded === 0 && value > 0;
    if (!isNothing && COMPARISONS[comparison](rounded / 100, limit)) return `${rounded}%`;
  }
  return `${value * 100}%`;
}

function measured(subject: Exclude<Threshold['subject'], { kind: 'new' }>, counts: Counts): number | null {
  const { totals } = counts;
  switch (subject.kind) {
    case 'total':
      return totals[subject.name];
    case 'bounceRate': {
      const ended = totals.delivered + totals.failed + totals.expired;
      return ended === 0 ? null : (totals.failed + totals.expired + totals.returned) / ended;
    }
    case 'value': {
      const place = DEFAULT_GROUPING.indexOf(subject.dimension);
      const isMeant = (value: DimensionValue | undefined) => String(value) === subject.value;
      const rows = (rowsIn(counts, DEFAULT_GROUPING) ?? []).filter(({ values }) => isMeant(values[place]));
      return rows.reduce((sum, row) => sum + row.events - row.counts.rejected, 0);
    }
  }
}
