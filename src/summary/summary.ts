import type { Evidence } from '../model/evidence.js';
import type { Verdict } from '../model/verdict.js';
import { type CountOptions, Counts } from './counts.js';
import type { JournalListener } from './queue-journal.js';
import { Returns } from './returns.js';
import { follows, type InputRange, Run } from './run.js';

export interface SummaryOptions extends CountOptions {
  readonly classify: (evidence: Evidence) => Verdict;
  readonly listener?: JournalListener;
  /** Whether bounce mails are read too, which may tell of failures in the log. */
  readonly mails?: boolean;
}

/**
 * What is known of a set of input ranges: final counts, and per contiguous run of ranges the open ends on both
 * sides. Summaries form a commutative monoid under `merge`: however the input is cut and in whatever order the pieces
 * are merged, the summary of the pieces equals the summary of the whole.
 */
export class Summary {
  readonly counts: Counts;
  readonly #options: SummaryOptions;
  readonly #returns: Returns | null;
  #runs: Run[] = [];

  private constructor(options: SummaryOptions) {
    this.#options = options;
    this.counts = new Counts(options);
    this.#returns = options.mails === true ? new Returns() : null;
  }

  /** The neutral element: nothing read. */
  static empty(options: SummaryOptions): Summary {
    return new Summary(options);
  }

  /** A run to add records to. Its ranges are told by `Run.cover` when they are read. */
  startRun(): Run {
    const { classify, listener = {} } = this.#options;
    const returns = this.#returns === null ? {} : { returns: this.#returns };
    const run = new Run({ counts: this.counts, classify, listener, ...returns });
    this.#runs.push(run);
    return run;
  }

  /**
   * Takes over another summary, which must not be used afterwards.
   * @throws Error when the two hold the same stretch of input, which would be counted twice.
   */
  merge(other: Summary): void {
    const runs = withoutEmpty([...this.#runs, ...other.#runs]).sort(byPosition);
    for (let i = 1; i < runs.length; i++) {
      const [earlier, later] = [runs[i - 1]!.ranges.at(-1)!, runs[i]!.ranges[0]!];
      if (later.input === earlier.input ? later.from < earlier.to : later.input < earlier.input) throw overlap(earlier, later);
    }
    this.counts.merge(other.counts);
    if (other.#returns !== null) this.#returns?.merge(other.#returns, this.counts);
    this.#runs = [];
    for (const run of runs) {
      run.adopt(this.counts);
      const before = this.#runs.at(-1);
      if (before !== undefined && follows(run.ranges[0]!, before.ranges.at(-1)!)) before.append(run);
      else this.#runs.push(run);
    }
  }

  /** Counts what is still open as it stands, joining what was read in its order. The summary must not be used afterwards. */
  conclude(): Counts {
    const [first, ...rest] = this.#runs.sort(byPosition);
    for (const run of rest) first!.append(run);
    first?.conclude();
    this.#returns?.conclude(this.counts);
    return this.counts;
  }
}

const isEmpty = ({ ranges }: Run) => ranges.every(({ from, to }) => from === to);

/** Leaves out runs that hold nothing and lie within others: they add no bytes, and no overlap. */
function withoutEmpty(runs: readonly Run[]): Run[] {
  const ranges = runs.filter((run) => !isEmpty(run)).flatMap((run) => run.ranges);
  const isWithin = ({ input, from, atEnd }: InputRange) =>
    ranges.some(
      (range) => range.input === input && range.from <= from && from <= range.to && (range.atEnd || !atEnd || from < range.to),
    );
  return runs.filter((run) => run.ranges.length > 0 && !(isEmpty(run) && run.ranges.every(isWithin)));
}

function byPosition(a: Run, b: Run): number {
  const [x, y] = [a.ranges[0], b.ranges[0]];
  if (x === undefined || y === undefined) return 0;
  return x.input - y.input || x.from - y.from || x.to - y.to;
}

const overlap = (earlier: InputRange, later: InputRange) =>
  new Error(
    `input ${later.input} was read twice from byte ${later.from} to ${earlier.to}: summaries of overlapping ranges cannot be merged`,
  );
