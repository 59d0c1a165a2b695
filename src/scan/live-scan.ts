import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import type { FollowListener, FollowStatus } from '../input/follow.js';
import { uniqueName } from '../input/maildir.js';
import type { OpenFile } from '../input/read.js';
import { mailShapeOf } from '../mail/mail-shape.js';
import { FULL_DETAIL } from '../model/detail.js';
import type { Dimension } from '../model/dimension.js';
import type { Evidence } from '../model/evidence.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import type { KnownFile } from '../state/known-file.js';
import type { Match } from '../state/known-files.js';
import type { State } from '../state/state.js';
import type { CountOptions, Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/journal-context.js';
import { countEnded } from '../summary/settlement.js';
import { plainContent } from './file-content.js';
import type { InputFormat } from './input-format.js';
import { type InputReport, newInputReport, type UnparsedExample } from './input-report.js';
import { LiveCounts, windowStart } from './live-counts.js';
import { LiveInputs } from './live-inputs.js';
import { LiveLog, type LogDelta } from './live-log.js';
import { LiveSources } from './live-sources.js';
import { OpenEnds } from './open-ends.js';
import { openInput, shapeOf } from './open-input.js';
import { readMails } from './read-mails.js';
import { scanNew } from './scan-new.js';

/** While nothing can be read, as who reads what was printed is slow, names are looked at so often. */
const LOOK_AGAIN = 1_000;
/** How often what is open is settled: a share of the time, and no oftener than this. */
const SETTLE_AFTER = 5_000;
const SETTLE_SHARE = 50;
/** Where nothing came for so long, nothing is left to settle but mails that waited too long. */
const QUIET = 180_000;
const SETTLE_WHEN_QUIET = 3_600_000;
/** A log of which so many lines are of no MTA is not the mail log. */
const ENOUGH_LINES = 1_000;
/** Inputs that come and go are told of in reports up to this many. */
const MOST_REPORTS = 500;
/** More mails than this are looked through for those that are gone. */
const MANY_MAILS = 200_000;
/** What stands for the journal among the files of a state; its cursor has the place of a hash. */
const JOURNAL = 'journal:';

export interface LiveOptions {
  readonly paths: readonly string[];
  /** Units of the journal of systemd to follow; all that is logged as mail when empty, nothing when null. */
  readonly units: readonly string[] | null;
  readonly stdin: NodeJS.ReadStream;
  readonly inputFormat: InputFormat | undefined;
  readonly groupings: readonly (readonly Dimension[])[];
  /** How many days are counted, today among them. */
  readonly days: number;
  readonly zone: Zone;
  readonly year: number | undefined;
  readonly rules: readonly Rule[];
  readonly now: number;
  /** What was read before; what it leaves is new. */
  readonly state: State;
  /** Whether the state is kept, so that nothing may be passed over. */
  readonly isKept: boolean;
  /** Whether the listener is told what the inputs hold at the beginning, too. */
  readonly tellsExisting: boolean;
  readonly listener: (names: InputNames) => JournalListener;
  /** Resolves when what was told is taken: until then nothing more is read. */
  readonly ready: () => Promise<void>;
  /** Called between two reads. */
  readonly between: (now: number) => Promise<void>;
  /** Told what is counted no more. */
  readonly dropped: (counts: Counts) => void;
  readonly note: (message: string) => void;
  readonly failed: (message: string) => void;
}

/** A scan that goes on: what the inputs hold is read, and then what comes. */
export class LiveScan {
  readonly #options: LiveOptions;
  readonly #counting: CountOptions;
  readonly #counts: LiveCounts;
  readonly #inputs: LiveInputs;
  readonly #sources: LiveSources;
  readonly #reports = new Map<string, InputReport>();
  readonly #unparsed: UnparsedExample[] = [];
  readonly #strange = new Set<string>();
  #number: number;
  #records = 0;
  #classifier: Classifier;
  #state: State;
  readonly #open: OpenEnds;
  #hasLog: boolean;
  #isSilent: boolean;
  #isFollowing = false;
  #isStopped = false;
  #stop: () => void = () => {};
  readonly #stopped = new Promise<void>((resolve) => {
    this.#stop = resolve;
  });
  #settleAt = 0;
  /** When anything was read last; null before. Milliseconds since 1970. */
  lastReadAt: number | null = null;
  /** Grows with all that is read or settled: where it stands still, nothing is new. */
  changes = 0;

  constructor(options: LiveOptions) {
    const { groupings, zone, now, days, state, isKept, rules, units } = options;
    this.#options = options;
    const since = isKept ? null : windowStart(now, zone, days);
    this.#counting = { groupings, since, until: null, zone };
    this.#counts = new LiveCounts(this.#counting, days, now, options.dropped);
    this.#classifier = new Classifier(rules);
    this.#state = state;
    this.#hasLog = state.hasLog;
    this.#number = state.run + 1;
    this.#isSilent = !options.tellsExisting;
    this.#inputs = new LiveInputs((fingerprint) => this.#state.files.pathOf(fingerprint));
    const cursor = this.#journalKnown()?.tailHash ?? null;
    const journal = units === null ? null : { units, since: since ?? windowStart(now, zone, days), cursor };
    this.#sources = new LiveSources({ ...options, journal }, this.#listener(), (source) => this.#readMessage(source));
    this.#open = new OpenEnds({
      counting: this.#counting,
      counts: this.#counts.current,
      classify: (evidence: Evidence) => this.#classifier.classify(evidence),
      listener: this.#told(),
      inputs: this.#inputs,
    });
  }

  // -- what it is asked -----------------------------------------------------------------------------------------------

  /** What was counted in the days that are kept, and what is open or not settled now. */
  report(): Counts {
    const total = this.#counts.total();
    countEnded(total);
    this.#open.countAsItStands(total);
    return total;
  }

  /** The counts of each day that is kept, without what is open. */
  get days(): readonly Counts[] {
    return this.#counts.kept;
  }

  /** Recipients whose mail waits. */
  openRecipients(): number {
    const counts = new LiveCounts({ ...this.#counting, groupings: [], since: null }, 1, 0, () => {}).current;
    this.#open.countAsItStands(counts);
    return counts.totals.open;
  }

  get inputs(): readonly InputReport[] {
    return [...this.#reports.values()];
  }

  get statuses(): readonly FollowStatus[] {
    return this.#sources.all.map(({ status }) => status);
  }

  /** Judges by other rules from now on. */
  useRules(rules: readonly Rule[]): void {
    this.#classifier = new Classifier(rules);
  }

  /** What is known now, to be kept. */
  keep(now: number): State {
    const { files } = this.#state;
    this.#sources.mark();
    this.#keepCursor();
    files.bound(this.#number);
    this.#boundMails();
    this.#state = { ...this.#state, run: this.#number, savedAt: now, hasLog: this.#hasLog };
    return { ...this.#state, ...this.#open.kept };
  }

  // -- its course -----------------------------------------------------------------------------------------------------

  /** Reads what the inputs hold. @returns whether it was not stopped before the end. */
  async begin(): Promise<boolean> {
    const { isKept, now, zone, days } = this.#options;
    const { fixed, logs, journal, maildirs } = await this.#sources.begin();
    if (fixed.length > 0) await this.#readFixed(fixed);
    this.#open.load(this.#state, maildirs.length > 0);
    const came = async (amount: number) => {
      await this.#came(amount);
      return !this.#isStopped;
    };
    for (const log of logs) if (!this.#isStopped) await log.readExisting(came);
    if (journal !== null && !this.#isStopped) await journal.readExisting(came);
    for (const maildir of maildirs) {
      if (!this.#isStopped) await maildir.readExisting(isKept ? -Infinity : windowStart(now, zone, days), came);
    }
    // What was not read any more may still change what came before it.
    if (!this.#isStopped) this.#settle(Date.now());
    this.#counts.follow(Date.now());
    this.#open.countInto(this.#counts.current);
    this.#isSilent = false;
    for (const [name, report] of this.#reports) this.#checkRecognition(name, report, 1);
    return !this.#isStopped;
  }

  /** Reads what comes, until it is stopped or no input can go on. */
  async follow(): Promise<void> {
    this.#isFollowing = true;
    while (!this.#isStopped) {
      await this.#sources.search(Date.now());
      let amount = 0;
      for (const follower of this.#sources.all) {
        const read = await follower.read();
        amount += read;
        if (read > 0) await this.#came(read);
        if (this.#isStopped) return;
      }
      const now = Date.now();
      if (this.#counts.advance(now)) this.#open.countInto(this.#counts.current);
      if (this.#isDue(now)) this.#settle(now);
      await this.#looking(this.#options.between(now));
      if (amount > 0) await new Promise<void>((resolve) => setImmediate(resolve));
      else if (this.#sources.isOver) return;
      else await this.#sources.next();
    }
  }

  /** Nothing more is read. */
  stop(): void {
    this.#isStopped = true;
    this.#stop();
    this.#sources.wake();
  }

  close(): void {
    this.#sources.close();
  }

  async #came(amount: number): Promise<void> {
    this.lastReadAt = Date.now();
    this.changes += amount;
    await this.#looking(this.#options.ready());
    // Signals and requests get their turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** Waits for something, or the end; a log that is rotated twice in the meantime is still found. */
  async #looking(what: Promise<void>): Promise<void> {
    const timer = setInterval(() => {
      if (this.#isFollowing && !this.#isStopped) this.#sources.look();
    }, LOOK_AGAIN);
    await Promise.race([what, this.#stopped]).finally(() => clearInterval(timer));
  }

  /** Whether it is time to settle; a clock that was put back does not defer it. */
  #isDue(now: number): boolean {
    const isNew = this.lastReadAt !== null && now - this.lastReadAt < QUIET;
    return now >= this.#settleAt || this.#settleAt - now > (isNew ? SETTLE_AFTER * SETTLE_SHARE : SETTLE_WHEN_QUIET);
  }

  #settle(now: number): void {
    const began = performance.now();
    this.#open.settle(now, this.#hasLog);
    const isQuiet = this.lastReadAt === null || now - this.lastReadAt > QUIET;
    this.#settleAt = now + (isQuiet ? SETTLE_WHEN_QUIET : Math.max(SETTLE_AFTER, (performance.now() - began) * SETTLE_SHARE));
  }

  // -- what is there at the beginning -----------------------------------------------------------------------------------

  #told(): JournalListener {
    const listener = this.#options.listener(this.#inputs);
    return {
      event: (event) => {
        if (!this.#isSilent) listener.event?.(event);
      },
      outcome: (outcome) => {
        this.changes++;
        if (!this.#isSilent) listener.outcome?.(outcome);
      },
    };
  }

  /** Compressed logs, and files of mails, are read as a run that ends reads them, where nothing may be passed over. */
  async #readFixed(sources: readonly Source[]): Promise<void> {
    const { isKept, stdin, inputFormat, groupings, zone, year, rules, listener, ready, note, failed } = this.#options;
    if (!isKept) {
      note(
        `${sources.length === 1 ? `${sources[0]!.path} does` : `${sources.length} compressed or mail files do`} not grow as a log does, and ${sources.length === 1 ? 'is' : 'are'} passed over: bouncelens report reads ${sources.length === 1 ? 'it' : 'them'}`,
      );
      return;
    }
    const result = await scanNew({
      ...{ state: this.#state, sources, stdin, inputFormat, groupings, zone, year, now: Date.now(), rules, listener },
      ready: () => (this.#isStopped ? null : this.#looking(ready())),
      isStopped: () => this.#isStopped,
    });
    for (const message of result.notes) note(message);
    for (const report of result.inputs) {
      if (report.error !== null) failed(`${report.path}: ${report.error.message}`);
      this.#report(report.path, report);
    }
    this.#counts.current.merge(result.counts);
    // The number of the run is that of the whole.
    this.#state = { ...result.state, run: this.#state.run };
    this.#hasLog = this.#state.hasLog;
    await this.#came(0);
  }

  // -- reading ----------------------------------------------------------------------------------------------------------

  #listener(): FollowListener {
    const { note, failed } = this.#options;
    return {
      found: (file, isPatient) => this.#found(file, isPatient),
      began: (name) => this.#newLog(name, NOTHING, '', Date.now()),
      note,
      failed: (name, message) => failed(`${name}: ${message}`),
    };
  }

  #found(file: OpenFile, isPatient: boolean): ReturnType<FollowListener['found']> {
    const { path, sample, stats } = file;
    if (this.#options.inputFormat !== 'postfix' && mailShapeOf(sample) !== null)
      return 'holds mails, and no log: a Maildir can be followed, a file of mails is read by bouncelens report';
    const match = this.#state.files.match(plainContent(file));
    // A copy that is being made is shorter than what was read until it is whole.
    if (match.known === null && match.isBeginning && isPatient) return null;
    const reader = this.#newLog(path, match, match.known?.name ?? '', stats.mtimeMs);
    return { reader, from: reader.start };
  }

  #newLog(name: string, match: Match, fingerprint: string, writtenAt: number): LiveLog {
    const { zone, year, now } = this.#options;
    const input = this.#inputs.add(name, fingerprint);
    const tally = (delta: LogDelta) => this.#tally(name, delta);
    const log = {
      ...{ match, input, sink: this.#open, report: newInputReport(name), unparsed: this.#unparsed, zone, now },
      ...{ year: match.known === null ? year : undefined, detail: FULL_DETAIL, path: name, run: this.#number },
      progress: () => {},
      begins: () => {},
      starts: (line: Uint8Array) => this.#inputs.startsWith(input, line),
    };
    return new LiveLog(log, this.#state.files, writtenAt, tally);
  }

  #tally(name: string, { bytes, lines, unparsedLines, knownLines }: LogDelta): void {
    const report = this.#report(name);
    report.bytes += bytes;
    report.lines += lines;
    report.unparsedLines += unparsedLines;
    report.knownLines += knownLines;
    this.#tallyRecords(report);
    const { totals } = this.#counts.current;
    totals.lines += lines;
    totals.unparsedLines += unparsedLines;
    if (knownLines > 0) {
      report.kind = 'log';
      report.mta = 'postfix';
      this.#hasLog = true;
    } else this.#checkRecognition(name, report, ENOUGH_LINES);
  }

  #tallyRecords(report: InputReport): void {
    const { records } = this.#open;
    report.records += records - this.#records;
    this.#records = records;
  }

  /** Says where a log seems to be none of an MTA. */
  #checkRecognition(name: string, report: InputReport, enough: number): void {
    const { lines, knownLines, kind } = report;
    if (kind !== null || knownLines > 0 || lines < enough || this.#strange.has(name)) return;
    this.#strange.add(name);
    this.#options.note(
      `${name}: no line of a known MTA in ${lines} ${lines === 1 ? 'line' : 'lines'} so far. Is it the mail log?`,
    );
  }

  #report(name: string, first: InputReport = newInputReport(name)): InputReport {
    const known = this.#reports.get(name);
    if (known !== undefined) return known;
    this.#reports.set(name, first);
    if (this.#reports.size > MOST_REPORTS) this.#reports.delete(this.#reports.keys().next().value!);
    return first;
  }

  /** Reads a message of a Maildir. @throws InputError */
  async #readMessage(source: Source): Promise<void> {
    const { isKept, inputFormat } = this.#options;
    const { mails } = this.#state;
    const mark = markOf(uniqueName(source.path));
    if (isKept && mails.meet(mark, this.#number)) return;
    const report = newInputReport(source.path);
    try {
      const opened = await openInput(source, this.#options);
      if ('stream' in opened) return;
      const shape = (await shapeOf(opened, source, inputFormat)) ?? 'message';
      const input = this.#inputs.add(source.path, '', true);
      await readMails({
        ...{ opened, shape, sink: this.#open, input, report },
        classify: (evidence) => this.#classifier.classify(evidence),
        starts: (head) => this.#inputs.startsWith(input, head),
      });
      if (report.error !== null) throw report.error;
    } catch (error) {
      mails.forget(mark);
      throw error;
    }
    const whole = this.#report(source.maildir ?? source.path);
    whole.kind = 'mail';
    if (report.mta !== null && whole.mta !== report.mta) whole.mta = whole.mta === null ? report.mta : 'several';
    whole.bytes += report.bytes;
    whole.messages += report.messages;
    this.#tallyRecords(whole);
  }

  // -- what is kept -----------------------------------------------------------------------------------------------------

  /** Forgets mails that are not there any more, where there are too many; those that are count as seen just now. */
  #boundMails(): void {
    const { mails } = this.#state;
    if (mails.size < MANY_MAILS) return;
    this.#number++;
    for (const name of this.#sources.messages()) mails.meet(markOf(name), this.#number);
    mails.bound(this.#number);
  }

  get #journalName(): string {
    return JOURNAL + (this.#options.units ?? []).join();
  }

  #journalKnown(): KnownFile | null {
    return [...this.#state.files].find(({ fingerprint }) => fingerprint === this.#journalName) ?? null;
  }

  #keepCursor(): void {
    const { cursor } = this.#sources;
    if (cursor === null) return;
    const name = this.#journalName;
    this.#state.files.keep(
      {
        ...{ fingerprint: name, name, path: 'journal', headHash: '', tailHash: cursor, seen: this.#number, recognised: true },
        ...{ headLength: 0, length: 0, lineBefore: 0, lines: 0, waiting: 0, clock: null, lastTime: null, packed: [] },
      },
      this.#journalKnown(),
    );
  }
}

const NOTHING: Match = { known: null, after: null, isShorter: false, recognised: false, isBeginning: false };

/** How the state knows a message of a Maildir. */
const markOf = (name: string): string => `name:${name}`;
