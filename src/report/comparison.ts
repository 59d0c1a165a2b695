import type { Dimension } from '../model/dimension.js';
import type { Counts } from '../summary/counts.js';
import type { Baseline } from './baseline.js';
import { bounceRateOf } from './changes.js';
import type { ReportComparison } from './json.js';
import { beforeIn, localTime, newRows, rowsIn } from './rows.js';
import { newWordings, type WordingOptions, type Wordings } from './wordings.js';

interface ComparisonOptions extends WordingOptions {
  /** What the rows of the report are of. */
  readonly by: readonly Dimension[];
  readonly wordings: Wordings | null;
  /** At most this many wordings; all when null. */
  readonly top: number | null;
}

/** What programs are told of the period that a report is compared with. */
export function comparisonOf(counts: Counts, baseline: Baseline, options: ComparisonOptions): ReportComparison {
  const { by, wordings, top, ...rest } = options;
  const { period, scale } = baseline;
  const { totals } = baseline.counts;
  const rows = rowsIn(counts, by) ?? [];
  const before = beforeIn(baseline, by);
  return {
    period: { from: localTime(period.from, rest.zone), to: localTime(period.to, rest.zone) },
    scale,
    totals,
    bounceRate: bounceRateOf(totals),
    new: before === null ? 0 : newRows(rows, before.rows).length,
    gone: before === null ? 0 : newRows(before.rows, rows).length,
    newWordings: wordings === null ? null : newWordings(wordings, top, rest),
  };
}
