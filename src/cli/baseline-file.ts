import { readFileSync } from 'node:fs';
import { Classifier } from '../classify/classify.js';
import { systemMessage } from '../input/input-error.js';
import type { Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import { periodOf } from '../report/baseline.js';
import type { Counts } from '../summary/counts.js';
import { KnownInputs } from '../summary/known-inputs.js';
import { SummaryFile, SummaryFileError } from '../summary/summary-file.js';
import { UsageError } from './exit-code.js';
import type { Messages } from './messages.js';

/** What of an earlier period is wanted. */
interface BaselineWish {
  /** What the report is grouped by. */
  readonly grouping: readonly Dimension[];
  /** What it counts, of which an earlier period may have less. */
  readonly groupings: readonly (readonly Dimension[])[];
  readonly zone: Zone;
}

const TIMES: ReadonlySet<Dimension> = new Set(['hour', 'day']);

/**
 * Reads the summary of the period that a report is compared with, what was open at its end as it stood.
 * @returns null where it cannot be read, which is said: the report is made without it.
 * @throws UsageError when it was not counted by what the report is grouped by.
 */
export function readBaseline(path: string, wish: BaselineWish, messages: Messages): Counts | null {
  try {
    const file = new SummaryFile(readFileSync(path));
    const { groupings: known, zone } = file.head;
    const asked = wish.grouping.join();
    const has = (by: string) => known.some((names) => names.join() === by);
    if (!has(asked)) {
      const all = known.map((names) => names.join()).sort();
      throw new UsageError(`--compare ${path}: it does not count by ${asked}. It has: ${all.join(' ')}`);
    }
    if (wish.grouping.some((name) => TIMES.has(name)) && zone.name !== wish.zone.name) {
      throw new UsageError(
        `--compare ${path}: its days are those of ${zone.name}, those of the report of ${wish.zone.name}: use --timezone`,
      );
    }
    const groupings = wish.groupings.filter((names) => has(names.join()));
    const classifier = new Classifier();
    const inputs = new KnownInputs();
    const classify = classifier.classify.bind(classifier);
    return file.read({ groupings, classify, inputs, compareInputs: inputs.compare }).conclude();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof SummaryFileError ? error.message : systemMessage(error);
    messages.error(`--compare ${path}: ${why}; the report is made without it`);
    return null;
  }
}

/** Says when the two have time in common: what happened then is counted in both. */
export function reportOverlap(before: Counts, counts: Counts, messages: Messages): void {
  const [{ to }, { from }] = [periodOf(before), periodOf(counts)];
  if (to === null || from === null || from >= to) return;
  messages.note('--compare: the periods overlap, and what happened in both is in both: --since and --until keep them apart');
}
