import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { Baseline } from '../../src/report/baseline.js';
import { OVERVIEW_GROUPINGS, type Overview, type OverviewLimits, overview } from '../../src/report/overview.js';
import { Counts, type RowCount } from '../../src/summary/counts.js';
import { type EventFacts, event } from '../summary/events.js';
import { UTC } from '../summary/reading.js';

export type Counted = readonly [column: RowCount, facts: EventFacts, times?: number];

export const UNKNOWN: EventFacts = { replyCode: 550, enhancedStatus: '5.1.1', reason: 'user-unknown', type: 'hard' };
export const FULL: EventFacts = {
  replyCode: 452,
  enhancedStatus: '4.2.2',
  reason: 'mailbox-full',
  type: 'soft',
  action: 'delayed',
};
export const BLOCKED: EventFacts = { replyCode: 554, enhancedStatus: '5.7.1', reason: 'ip-blocklisted', type: 'block' };
export const RELAY: EventFacts = {
  ...{ direction: 'inbound', action: 'rejected', replyCode: 554, enhancedStatus: '5.7.1' },
  ...{ reason: 'relay-denied', type: 'block' },
};
export const DELIVERED: EventFacts = { delivered: true, action: 'delivered' };

const LIMITS: OverviewLimits = {
  ...{ actions: 5, codes: 5, refusals: 5, reasons: 5, domains: 5, points: 48 },
  ...{ wordings: 3, changes: 5, undetermined: 5 },
};

/** Counts as if these events had been read. */
export function countsOf(counted: readonly Counted[], groupings = OVERVIEW_GROUPINGS): Counts {
  const counts = new Counts({ groupings, since: null, until: null, zone: UTC });
  for (const [column, facts, times] of counted) counts.count(column, event(facts), times);
  return counts;
}

/** What a report tells of these events. */
export function overviewOf(
  counted: readonly Counted[],
  limits: Partial<OverviewLimits> = {},
  by: readonly Dimension[] = DEFAULT_GROUPING,
  baseline: Baseline | null = null,
): Overview {
  const counts = countsOf(counted, [...OVERVIEW_GROUPINGS, by]);
  return overview(counts, by, { text: en, zone: UTC, limits: { ...LIMITS, ...limits }, baseline });
}
