import type { Readable } from 'node:stream';
import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { uniqueName } from '../input/maildir.js';
import { isPipe, type OpenFile, openFile, type Ready, streamOf } from '../input/read.js';
import { spool } from '../input/spool.js';
import { type MailShape, mailShapeOf } from '../mail/mail-shape.js';
import { detailFor, FULL_DETAIL } from '../model/detail.js';
import type { Dimension } from '../model/dimension.js';
import type { BounceEvent } from '../model/event.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import { firstTime } from '../mta/first-time.js';
import { partOf, recent, rememberAll } from '../state/failures.js';
import type { KnownFile } from '../state/known-file.js';
import { asPacked, type KnownFiles, type Match, marksOf } from '../state/known-files.js';
import type { State } from '../state/state.js';
import type { CountOptions, Counts } from '../summary/counts.js';
import type { InputIdentities } from '../summary/event-codec.js';
import type { JournalListener } from '../summary/journal-context.js';
import { PeriodCounts } from '../summary/period-counts.js';
import { Run } from '../summary/run.js';
import { countEnded, countOpen, settle, settleReturns } from '../summary/settlement.js';
import { Summary } from '../summary/summary.js';
import { decodeRuns, decodeWaiting, encodeRuns, encodeWaiting } from '../summary/summary-codec.js';
import {
  bytesAt,
  headOf,
  holdsJust,
  type Open,
  packedContent,
  packedMark,
  plainContent,
  tailBefore,
  withFile,
} from './file-content.js';
import { InputDirectory } from './input-directory.js';
import type { InputFormat } from './input-format.js';
import { type InputReport, InputReports, newInputReport, type UnparsedExample } from './input-report.js';
import { mailMark } from './mail-mark.js';
import { openInput } from './open-input.js';
import { readNewPacked, readNewPlain } from './read-new.js';

export interface ScanNewOptions {
  /** What is known. */
  readonly state: State;
  readonly sources: readonly Source[];
  /** What to read for the path `-`. */
  readonly stdin: Readable;
  readonly inputFormat?: InputFormat | undefined;
  readonly groupings: readonly (readonly Dimension[])[];
  readonly zone: Zone;
  readonly year?: number | undefined;
  readonly now: number;
  readonly rules?: readonly Rule[] | undefined;
  /** Whether every record and every final state is wanted one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  readonly progress?: (bytes: number) => void;
  /** Asked after each piece that was read whether the listener has room for more. */
  readonly ready?: Ready | undefined;
  /** Whether no more is to be read: what is left is new to the next run, and may still change what came before it. */
  readonly isStopped?: () => boolean;
  /** What counts; counts of one period when absent. */
  readonly newCounts?: (options: CountOptions) => Counts;
}

export interface ScanNewResult {
  /** What became final in this run. */
  readonly counts: Counts;
  /** What is open at its end, and nothing else. */
  readonly open: Counts;
  /** What is known now, to be kept; the state that was given is used up. */
  readonly state: State;
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
  readonly notes: readonly string[];
  /** Whether any input held anything new. */
  readonly hasNew: boolean;
  /** Inputs that were recognised in an earlier run, by their path. */
  readonly recognised: ReadonlySet<string>;
  /** How the inputs of the counts are named. */
  readonly names: InputIdentities;
}

/** What is written to a mailbox shortly before may not be all. */
const QUIET = 10_000;
/** A mail whose date is further from now is not believed. */
const BELIEVED = 14 * 24 * 3_600_000;
/** Where nothing more was written for so long, in milliseconds, no line of before is to come. */
const IDLE = 5 * 60_000;

/** An input that was looked at. */
interface Seen {
  readonly input: number;
  readonly source: Source;
  readonly open: Open;
  readonly holds: 'log' | 'mail';
  /** When the new part of it begins; null where that is not known. */
  readonly time: number | null;
  readonly year: number | undefined;
  /** A compressed file that was seen as it is. */
  readonly isKnown?: boolean;
}

/** Reads what is new of all inputs, in the order of its time, and carries on what was open. */
export async function scanNew(options: ScanNewOptions): Promise<ScanNewResult> {
  return new Increment(options).read();
}

class Increment {
  readonly #options: ScanNewOptions;
  readonly #directory: InputDirectory;
  readonly #files: KnownFiles;
  readonly #summary: Summary;
  readonly #classifier: Classifier;
  readonly #listener: JournalListener;
  readonly #number: number;
  readonly #reports = new InputReports([]);
  readonly #unparsed: UnparsedExample[] = [];
  readonly #notes: string[] = [];
  readonly #recognised = new Set<string>();
  #run!: Run;
  #hasNew = false;
  #hasLog: boolean;
  #bytesBefore = 0;

  constructor(options: ScanNewOptions) {
    const { state, groupings, zone, listener, sources, rules = [], newCounts } = options;
    this.#options = options;
    this.#number = state.run + 1;
    this.#files = state.files;
    this.#hasLog = state.hasLog;
    this.#directory = new InputDirectory(sources, (fingerprint) => this.#files.pathOf(fingerprint));
    this.#classifier = new Classifier(rules);
    this.#listener = listener?.(this.#directory) ?? {};
    const counting = { groupings, since: null, until: null, zone, compareInputs: this.#directory.compare };
    this.#summary = Summary.empty({
      ...counting,
      mails: true,
      classify: (evidence, said) => this.#classifier.classify(evidence, said),
      listener: this.#listener,
      ...(newCounts === undefined ? {} : { newCounts }),
    });
  }

  async read(): Promise<ScanNewResult> {
    const { state, sources, now } = this.#options;
    const seen: Seen[] = [];
    for (const [input, source] of sources.entries()) {
      if (this.#isStopped()) break;
      try {
        seen.push(await this.#look(input, source));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        this.#reports.inputs.push({ ...newInputReport(source.path), error });
      }
    }
    const at = ({ time }: Seen) => time ?? Infinity;
    seen.sort((a, b) => (at(a) === at(b) ? a.input - b.input : at(a) - at(b)));
    this.#restore(state);
    for (const one of seen) if (!this.#isStopped()) await this.#readOne(one);
    return this.#conclude(state, now);
  }

  #isStopped(): boolean {
    return this.#options.isStopped?.() ?? false;
  }

  /** Takes up what was open. */
  #restore(state: State): void {
    const [run] = state.open.length === 0 ? [] : decodeRuns(state.open, this.#summary, this.#directory);
    this.#run = run ?? new Run(this.#summary.context());
    if (state.waiting.length > 0) decodeWaiting(state.waiting, this.#summary, this.#directory);
  }

  // -- looking --------------------------------------------------------------------------------------------------------

  async #look(input: number, source: Source): Promise<Seen> {
    const { inputFormat, zone, year } = this.#options;
    const isToldMail = inputFormat === 'mbox' || inputFormat === 'mail';
    if (source.maildir !== undefined) {
      const open = () => openFile(source.path);
      return { input, source, open, holds: 'mail', time: null, year: undefined };
    }
    const open = await this.#opener(source);
    if (await this.#isSeen(open, source)) return { input, source, open, holds: 'log', time: null, year, isKnown: true };
    const head = await headOf(open);
    const mail = { input, source, open, holds: 'mail', time: null, year: undefined } as const;
    if (isToldMail || (inputFormat === undefined && (mailShapeOf(head) !== null || source.path.endsWith('.eml')))) return mail;
    const [known] = this.#files.alike(head);
    const first = await withFile(open, (file) => {
      const dating = { zone, reference: file.stats.mtimeMs, year: known === undefined ? year : undefined };
      if (known === undefined || file.content !== 'text') return firstTime(head, dating);
      // What is new may begin years behind the first line.
      return firstTime(bytesAt(file.descriptor, known.length, 64 * 1024), { ...dating, state: known.clock });
    });
    if (head.length > 0) this.#directory.identify(input, known?.name ?? marksOf(head, head, 0).fingerprint);
    this.#directory.begins(input, first?.ms ?? null);
    // What is compressed is older than what is not, where its new part is not known without reading it.
    return { input, source, open, holds: 'log', time: first?.ms ?? null, year };
  }

  /** Whether a compressed file was seen as it is: then nothing of it is new. */
  #isSeen(open: Open, { path }: Source): Promise<boolean> {
    return withFile(open, (file) => {
      if (file.content === 'text' || file.content === 'empty') return false;
      const mark = packedMark(file);
      const known = this.#files.withPacked(mark);
      if (known === null) return false;
      this.#files.keep({ ...known, path, seen: this.#number }, known);
      return true;
    });
  }

  /** A way to read an input more than once: what comes from a pipe is kept in a file without a name. */
  async #opener({ path }: Source): Promise<Open> {
    if (path !== '-' && !isPipe(path)) return () => openFile(path);
    const stream = path === '-' ? this.#options.stdin : streamOf(openFile(path));
    const files = await spool(path === '-' ? '(stdin)' : path, stream, SPOOLED);
    return () => {
      const file = files.shift();
      if (file === undefined) throw new InputError(path, 'cannot be read again');
      return file;
    };
  }

  // -- reading --------------------------------------------------------------------------------------------------------

  async #readOne(seen: Seen): Promise<void> {
    const report = newInputReport(seen.source.path);
    const before = this.#run.records;
    try {
      if (seen.source.maildir !== undefined) await this.#readMessage(seen, report);
      else if (seen.holds === 'mail') await this.#readMails(seen, report);
      else await this.#readLog(seen, report);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      report.error = error;
    }
    report.records = this.#run.records - before;
    const { counts } = this.#summary;
    if (!(counts instanceof PeriodCounts)) {
      counts.totals.lines += report.lines;
      counts.totals.unparsedLines += report.unparsedLines;
    }
    if (report.bytes > 0) this.#hasNew = true;
    this.#reports.add(report, seen.source);
    this.#bytesBefore += report.bytes;
  }

  async #readLog({ input, source, open, year, isKnown }: Seen, report: InputReport): Promise<void> {
    if (isKnown) return;
    const { zone, now, groupings, listener } = this.#options;
    const { counts } = this.#summary;
    const packed = await this.#knownPacked(open);
    if (packed !== null) {
      this.#files.keep({ ...packed, path: source.path, seen: this.#number }, packed);
      return;
    }
    const file = open();
    const isPacked = file.content !== 'text';
    if (file.content === 'empty' || file.content === 'binary') {
      await withFile(
        () => file,
        () => {},
      );
      if (file.content === 'binary') throw new InputError(file.path, 'is a binary file, not a log');
      return;
    }
    const head = isPacked ? await headOf(open) : file.sample;
    const content = isPacked
      ? await packedContent(
          open,
          head,
          this.#files.alike(head).map(({ length }) => length),
        )
      : plainContent(file);
    const match = this.#files.match(content);
    if (match.recognised) this.#recognised.add(source.path);
    const job = {
      ...{
        match,
        input,
        sink: this.#run,
        report,
        unparsed: this.#unparsed,
        zone,
        year,
        now,
        path: source.path,
        run: this.#number,
      },
      begins: () => counts instanceof PeriodCounts && counts.startLines(report),
      detail: listener === undefined ? detailFor(groupings, true) : FULL_DETAIL,
      // Periods count each line beside the records around it.
      ...(counts instanceof PeriodCounts ? {} : { messages: this.#run }),
      progress: (bytes: number) => this.#options.progress?.(this.#bytesBefore + bytes),
      ready: this.#options.ready,
      isStopped: this.#options.isStopped,
    };
    const lines = match.known?.lines ?? 0;
    const known = isPacked
      ? await readNewPacked(file, head, job)
      : await withFile(
          () => file,
          () => readNewPlain(file, job),
        );
    if (counts instanceof PeriodCounts) counts.endLines();
    report.lines = Math.max(0, report.lines - lines);
    this.#sayOrigin(source, match, report);
    if (report.knownLines > 0) {
      report.kind = 'log';
      report.mta = 'postfix';
      this.#hasLog = true;
    }
    if (known.length > 0) this.#files.keep(known, match.known);
  }

  /** What a compressed file holds, where that is known without reading it; null where it is not, or not all. */
  async #knownPacked(open: Open): Promise<KnownFile | null> {
    const mark = await withFile(open, (file) => (file.content === 'text' || file.content === 'empty' ? null : packedMark(file)));
    if (mark === null) return null;
    const alike = this.#files.alike(await headOf(open));
    if (alike.length === 0) return null;
    return withFile(open, (file) => {
      const known = alike.find((one) => holdsJust(file, mark, one));
      return known === undefined ? null : this.#replaced(known, asPacked(known, mark));
    });
  }

  #replaced(before: KnownFile, file: KnownFile): KnownFile {
    this.#files.keep(file, before);
    return file;
  }

  #sayOrigin({ path }: Source, { known, after, isShorter }: Match, { lines }: InputReport): void {
    // Of a file that was told of before, and has nothing more, there is nothing to say.
    if (after === null || (known !== null && lines === 0)) return;
    const what =
      known !== null
        ? 'goes on otherwise than it did, as after a restored backup'
        : isShorter
          ? 'begins as a log that is known, and is shorter, as an older copy is'
          : 'begins as a log that is known, but goes on otherwise, as after a restored backup';
    this.#notes.push(
      `${path}: ${what}; of it counts what is later than the log that is known${lines === 0 ? ', which is nothing' : ''}`,
    );
  }

  // -- mails ----------------------------------------------------------------------------------------------------------

  /** A message of a Maildir is known by its name, which is its own and stays when it is marked or moved. */
  async #readMessage(seen: Seen, report: InputReport): Promise<void> {
    const { mails } = this.#options.state;
    const name = `name:${uniqueName(seen.source.path)}`;
    if (mails.meet(name, this.#number)) return;
    try {
      await this.#readMails(seen, report);
    } catch (error) {
      mails.forget(name);
      throw error;
    }
  }

  async #readMails({ input, source, open }: Seen, report: InputReport): Promise<void> {
    const { inputFormat, now, state } = this.#options;
    const opened = source.maildir === undefined ? open() : await openInput(source, this.#options);
    if ('stream' in opened) return;
    const head = opened.content === 'text' ? opened.sample : Buffer.alloc(0);
    const shape: MailShape =
      inputFormat === 'mbox'
        ? 'mbox'
        : inputFormat === 'mail'
          ? 'message'
          : (mailShapeOf(await this.#headOfMail(opened, open)) ?? 'message');
    const isBox = shape === 'mbox' && opened.content === 'text';
    const known = isBox ? this.#boxKnown(opened) : null;
    const age = now - opened.stats.mtimeMs;
    const { readMails } = await import('./read-mails.js');
    const starts = (first: Uint8Array) => this.#directory.startsWith(input, first);
    if (known !== null) this.#directory.identify(input, known.name);
    const messages = known?.lines ?? 0;
    let number = messages;
    const end = await readMails({
      ...{
        opened,
        shape,
        sink: { mail: (event, identity) => this.#run.mail(this.#dated(event), identity) },
        input,
        report,
        starts,
      },
      classify: (evidence) => this.#classifier.classify(evidence),
      progress: (bytes) => this.#options.progress?.(this.#bytesBefore + bytes),
      ready: this.#options.ready,
      isStopped: this.#options.isStopped,
      isKnown: (bytes) => {
        number++;
        return state.mails.meet(mailMark(bytes), this.#number);
      },
      before: { bytes: known?.length ?? 0, messages },
      lastWaits: isBox && age >= 0 && age < QUIET,
    });
    if (report.messages === 0) report.bytes = 0;
    if (!isBox || end === 0 || report.error !== null) return;
    await withFile(open, ({ descriptor }) => {
      const marks = marksOf(head, tailBefore(descriptor, end), end);
      const name = this.#directory.fingerprint(input) || marks.fingerprint;
      this.#files.keep(
        {
          ...marks,
          ...{ name, lineBefore: 0, lines: number, clock: null, lastTime: null, recognised: true },
          ...{ waiting: 0, packed: [], path: source.path, seen: this.#number },
        },
        known,
      );
    });
  }

  /**
   * Anybody can write any date into a mail: by periods, one that is far from now counts when it is read, so that nobody makes
   * reports of days of his choice.
   */
  #dated(event: BounceEvent): BounceEvent {
    const { now } = this.#options;
    const { time } = event.evidence;
    if (!(this.#summary.counts instanceof PeriodCounts) || time === null || Math.abs(now - time.ms) < BELIEVED) return event;
    return { ...event, evidence: { ...event.evidence, time: null } };
  }

  async #headOfMail(opened: OpenFile, open: Open): Promise<Buffer> {
    return opened.content === 'text' || opened.content === 'empty' ? opened.sample : headOf(open);
  }

  /** How far an mbox is known, where it goes on with a message. */
  #boxKnown(file: OpenFile): KnownFile | null {
    const { known } = this.#files.match(plainContent(file));
    if (known === null) return null;
    const next = bytesAt(file.descriptor, known.length, 5).toString('latin1');
    return next === '' || next === 'From ' ? known : null;
  }

  // -- the end --------------------------------------------------------------------------------------------------------

  #conclude(state: State, now: number): ScanNewResult {
    const summary = this.#summary;
    const { counts } = summary;
    const lastLines = new Map<string, number>();
    for (const [host, journal] of this.#run.journals) lastLines.set(labelOf(host), journal.state().now);
    this.#run = settle(this.#run, summary.context(), (last) => (this.#isStopped() ? last : Math.max(last, now - IDLE)));
    const { waiting, failures } = this.#settleReturns(state, lastLines, now);
    const openSummary = Summary.empty(summary.options);
    countOpen(this.#run, openSummary.context());
    for (const all of [counts, openSummary.counts]) countEnded(all);
    const kept = Summary.empty(summary.options);
    kept.addRun(this.#run);
    this.#files.bound(this.#number);
    state.mails.bound(this.#number);
    return {
      counts,
      open: openSummary.counts,
      state: {
        ...state,
        run: this.#number,
        savedAt: now,
        open: Uint8Array.from(encodeRuns(kept, this.#directory)),
        waiting,
        failures,
        hasLog: this.#hasLog,
      },
      inputs: this.#reports.inputs,
      unparsed: this.#unparsed,
      notes: this.#notes,
      hasNew: this.#hasNew,
      recognised: this.#recognised,
      names: this.#directory,
    };
  }

  /** Joins mails with failures, where there are mails; else the failures of this run are put to the others. */
  #settleReturns(state: State, lastLines: ReadonlyMap<string, number>, now: number): Pick<State, 'waiting' | 'failures'> {
    const returns = this.#summary.returns!;
    const { parts, areMany } = recent(state.failures);
    if (returns.waiting.length === 0 && !areMany) {
      const part = partOf(returns);
      return { waiting: new Uint8Array(), failures: part === null ? parts : [...parts, part] };
    }
    rememberAll(parts, returns);
    const progress = { hasLog: this.#hasLog, now, lastLineOf: (label: string) => lastLines.get(label) ?? null };
    const rest = this.#isStopped() ? returns : settleReturns(returns, this.#summary.counts, progress);
    const part = partOf(rest);
    const waiting = rest.waiting.length === 0 ? new Uint8Array() : Uint8Array.from(encodeWaiting(rest, this.#directory));
    return { waiting, failures: part === null ? [] : [part] };
  }
}

/** So often a pipe is read: for its head, its hashes, and its lines. */
const SPOOLED = 10;

const labelOf = (host: string): string => host.split('.', 1)[0]!.toLowerCase();
