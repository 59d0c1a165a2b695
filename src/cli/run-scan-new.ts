import { findSources } from '../input/find.js';
import type { InputError } from '../input/input-error.js';
import type { Ready } from '../input/read.js';
import type { Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import { type ScanNewResult, scanNew } from '../scan/scan-new.js';
import type { State } from '../state/state.js';
import { StateStore } from '../state/state-store.js';
import type { CountOptions, Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/journal-context.js';
import { PeriodCounts } from '../summary/period-counts.js';
import { EXIT, UsageError } from './exit-code.js';
import { limitYoungGeneration } from './heap-growth.js';
import { checkNotWrittenOver, defaultPaths, reportErrors, reportRecognition, totalSize } from './inputs.js';
import { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { handOver, type Outputs } from './output.js';
import { ownRules } from './own-rules-file.js';
import { Progress } from './progress.js';
import { reportNotes } from './run-scan.js';

/** What is wanted of a run that goes on from the one before. */
export interface ScanNewWish {
  readonly options: CheckedScanOptions;
  readonly state: State;
  readonly groupings: readonly (readonly Dimension[])[];
  readonly now: number;
  /** Whether outcomes are told, so that messages without one matter. */
  readonly outcomes: boolean;
  readonly listener?: (names: InputNames) => JournalListener;
  /** Whether there is room for what the listener writes; asked while the inputs are read. */
  readonly ready?: Ready | undefined;
  readonly newCounts?: (options: CountOptions) => Counts;
  readonly messages?: Messages;
}

export interface ScanNewRun {
  readonly result: ScanNewResult;
  /** What could not be found or opened. */
  readonly missing: readonly InputError[];
  readonly exitCode: number;
}

/** Finds the inputs and reads what is new of them, and tells the user on standard error what the report cannot say. */
export async function runScanNew(wish: ScanNewWish): Promise<ScanNewRun> {
  const { options, state, groupings, now, outcomes, listener, newCounts, ready } = wish;
  const { messages = new Messages(options.quiet) } = wish;
  limitYoungGeneration();
  const rules = await ownRules(options.rules);
  const paths = options.paths.length > 0 ? options.paths : await defaultPaths();
  const found = await findSources(paths);
  checkNotWrittenOver(found.sources, options.outputs);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  const progress = await Progress.start(options.progress && !options.quiet, totalSize(found.sources));
  const forgotten = state.files.forgotten + state.mails.forgotten;
  const result = await scanNew({
    ...{ state, sources: found.sources, groupings, zone: options.zone, now, rules },
    // Made when it is asked for, which takes its time.
    get stdin() {
      return process.stdin;
    },
    ...{ year: options.year, inputFormat: options.inputFormat },
    ...(listener === undefined ? {} : { listener }),
    ready,
    ...(newCounts === undefined ? {} : { newCounts }),
    progress: (bytes) => {
      progress.update(bytes);
      limitYoungGeneration();
    },
  }).finally(() => progress.stop());
  for (const note of result.notes) messages.note(note);
  const failed = reportErrors(result.inputs, messages) || found.errors.length > 0;
  const nothing = reportRecognition(result.inputs, found.sources, messages, {
    recognised: result.recognised,
    empty: 'nothing new since the last run',
  });
  const { counts } = result;
  const whole = counts instanceof PeriodCounts ? counts.whole() : counts;
  reportNotes({ ...result, counts: whole }, options, outcomes, messages);
  const dropped = result.state.files.forgotten + result.state.mails.forgotten - forgotten;
  if (dropped > 0) {
    messages.note(
      `${dropped} files and mails that were not seen for long had no room in the state any more: if they come back, they are counted again`,
    );
  }
  return { result, missing: found.errors, exitCode: failed ? EXIT.failed : nothing ? EXIT.nothingRecognised : EXIT.done };
}

/** A state, and who uses it. */
export interface StateUse {
  readonly file: string;
  /** The command: what one has reported, another has not. */
  readonly use: string;
  readonly now: number;
  readonly messages: Messages;
}

/** Has the state for as long as an action takes. @throws StateError or UsageError */
export async function withState<T>(whose: StateUse, action: (store: StateStore) => Promise<T>): Promise<T> {
  const store = StateStore.open(whose.file);
  const close = () => store.close();
  // A signal ends the run without coming back here.
  process.once('exit', close);
  try {
    checkState(store, whose);
    return await action(store);
  } finally {
    close();
    process.off('exit', close);
  }
}

/** Says what was found. @throws UsageError when the state belongs to another command. */
function checkState(store: StateStore, { file, use, now, messages }: StateUse): void {
  const before = store.state.use;
  if (before !== '' && before !== use)
    throw new UsageError(
      `--state ${file}: is the state of ${before}, and what it has read would be missing in ${use}: give each its own`,
    );
  if (store.isNew) messages.note(`${file}: there is no state yet; all that the inputs hold is new`);
  if (store.wasFinished) messages.note(`${file}: the run before was ended when its report was ready, which is in its place now`);
  const { savedAt } = store.state;
  if (savedAt > now + CLOCK_SLACK) {
    messages.note(
      `${file}: the last run was at ${new Date(savedAt).toISOString()}, which is to come by the clock of this machine: is it right?`,
    );
  }
}

/** A clock that is put right goes back by less. */
const CLOCK_SLACK = 5 * 60_000;

/**
 * Keeps the state together with what was written: both or neither. What went to standard output is flushed first.
 * @returns whether it was kept. @throws StateError
 */
export async function keepState(
  store: StateStore,
  state: State,
  outputs: readonly Pick<Outputs<never>, 'prepare' | 'discard'>[],
): Promise<boolean> {
  const files = outputs.map((one) => one.prepare());
  if (files.includes(null)) {
    for (const one of outputs) one.discard();
    return false;
  }
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  const pending = files.flatMap((some) => some ?? []);
  handOver(pending);
  store.commit(state, pending);
  return true;
}
