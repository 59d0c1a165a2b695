import type { Judge } from '../model/said.js';
import { type CountOptions, Counts, type InputOrder } from './counts.js';
import type { JournalContext, JournalListener } from './journal-context.js';
import { MergeError, type Piece, relationOf } from './piece.js';
import { Returns } from './returns.js';
import { Run } from './run.js';

export interface SummaryOptions extends CountOptions {
  readonly classify: Judge;
  readonly listener?: JournalListener;
  /** Whether bounce mails are read too, here or in a summary to merge with, which may tell of failures in the log. */
  readonly mails?: boolean;
  /** What counts, when that is not usual. */
  readonly newCounts?: (options: CountOptions) => Counts;
}

/**
 * What is known of a set of pieces of the input: final counts, and per run of contiguous pieces the open ends on both
 * sides. Summaries form a commutative monoid under `merge`: however the input is cut and in whatever order the pieces
 * are merged, the summary of the pieces equals the summary of the whole. A piece that is merged twice counts once.
 */
export class Summary {
  readonly options: SummaryOptions;
  #counts: Counts;
  #returns: Returns | null;
  #runs: Run[] = [];

  private constructor(options: SummaryOptions) {
    this.options = options;
    this.#counts = options.newCounts?.(options) ?? new Counts(options);
    this.#returns = options.mails === true ? new Returns() : null;
  }

  /** The neutral element: nothing read. */
  static empty(options: SummaryOptions): Summary {
    return new Summary(options);
  }

  /** What is counted for good. */
  get counts(): Counts {
    return this.#counts;
  }

  /** Failures and bounce mails that are still to be joined; null where no mails are read. */
  get returns(): Returns | null {
    return this.#returns;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  get pieces(): readonly Piece[] {
    return this.#runs.flatMap(({ pieces }) => pieces);
  }

  /** A run to add records to. What it read is told by `Run.cover`. */
  startRun(): Run {
    const run = new Run(this.context());
    this.#runs.push(run);
    return run;
  }

  /** A run that counts into this summary. */
  addRun(run: Run): void {
    this.#runs.push(run);
  }

  /** What a run of this summary counts into. */
  context(): JournalContext {
    const { classify, listener = {} } = this.options;
    const returns = this.#returns === null ? {} : { returns: this.#returns };
    return { counts: this.#counts, classify, listener, ...returns };
  }

  /**
   * Takes over another summary, which must not be used afterwards.
   * @returns the pieces that both held, which count once.
   * @throws MergeError when the two hold the same stretch of input and each something else, or ranges overlap that are not
   * equal: then neither is changed.
   */
  merge(other: Summary): readonly Piece[] {
    checkOptions(this.options, other.options);
    const relation = relationOf(this.pieces, other.pieces);
    if (relation === 'within') return other.pieces;
    if (relation === 'around') {
      const { pieces } = this;
      this.#counts = other.#counts;
      this.#returns = other.#returns;
      this.#runs = other.#runs;
      return pieces;
    }
    this.#adopt(other);
    return [];
  }

  #adopt(other: Summary): void {
    this.addCounts(other);
    for (const run of other.#runs) run.adopt(this.#counts);
    this.#runs.push(...other.#runs);
  }

  /** Adds what another summary counted for good, without its runs. */
  addCounts(other: Summary): void {
    this.#counts.merge(other.#counts);
    if (this.#returns === null) this.#returns = other.#returns;
    else if (other.#returns !== null) this.#returns.merge(other.#returns, this.#counts);
  }

  /** Counts what is still open as it stands, joining what was read in its order. The summary must not be used afterwards. */
  conclude(): Counts {
    const [first, ...rest] = inOrder(this.#runs, this.#counts.compareInputs);
    for (const run of rest) first!.append(run);
    first?.conclude();
    this.#returns?.conclude(this.#counts);
    return this.#counts;
  }
}

/** @throws MergeError when the two were asked for different things. */
function checkOptions(mine: SummaryOptions, theirs: SummaryOptions): void {
  if (mine.zone.name !== theirs.zone.name)
    throw new MergeError(`one was made in the time zone ${mine.zone.name}, the other in ${theirs.zone.name}`);
  if (mine.since !== theirs.since || mine.until !== theirs.until) throw new MergeError('they were made for different periods');
  const [a, b] = [mine, theirs].map(({ groupings }) => groupings.map((names) => names.join()).join(' '));
  if (a !== b) throw new MergeError(`one counts by ${a}, the other by ${b}`);
}

/** Runs in the order of their inputs, and within one in that of their bytes. */
function inOrder(runs: readonly Run[], compareInputs: InputOrder): Run[] {
  return [...runs].sort((a, b) => {
    const [x, y] = [a.pieces[0], b.pieces[0]];
    if (x === undefined || y === undefined) return 0;
    return x.input === y.input ? x.from - y.from || x.to - y.to : compareInputs(x.input, y.input);
  });
}
