import { closeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { LineFramer } from '../input/line-framer.js';
import { type OpenFile, openFile, readFile, streamOf } from '../input/read.js';
import { spool } from '../input/spool.js';
import { FULL_DETAIL, NO_DETAIL } from '../model/detail.js';
import type { InputNames } from '../model/field.js';
import type { RecordSink } from '../model/record-sink.js';
import type { Story, TracedLine } from '../model/story.js';
import type { Zone } from '../model/zone.js';
import { LogClock } from '../mta/log-clock.js';
import { PostfixReader } from '../mta/postfix/reader.js';
import { InputDirectory } from './input-directory.js';
import type { InputFormat } from './input-format.js';
import { type InputReport, newInputReport, type UnparsedExample } from './input-report.js';
import { type OrderedSource, orderByTime } from './order.js';
import { type LineVisitor, TraceLines } from './trace-lines.js';
import { TraceLives } from './trace-lives.js';
import { TraceSearch } from './trace-search.js';
import { TraceSubject } from './trace-subject.js';

/** How often every input is read. */
const READINGS = 2;

export interface TraceOptions {
  /** A queue id, a message-id or an address. */
  readonly sought: string;
  readonly sources: readonly Source[];
  /** What to read for the path `-`. */
  readonly stdin: Readable;
  /** Restrict which lines are told, by their time; milliseconds since 1970. */
  readonly since: number | null;
  readonly until: number | null;
  readonly zone: Zone;
  readonly year?: number | undefined;
  readonly inputFormat?: InputFormat | undefined;
  /** Own rules, which come before ours. */
  readonly rules?: readonly Rule[] | undefined;
  /** Told how many bytes of all inputs were read, twice each. */
  readonly progress?: (bytes: number) => void;
}

export interface TraceResult {
  readonly story: Story;
  readonly names: InputNames;
  /** In reading order. */
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
  /** Which inputs are left out, and why. */
  readonly notes: readonly string[];
  /** Lines that belong to the story but lie outside of the period. */
  readonly outside: number;
}

/** Tells the story of one message or address: what its lines say, in order, with everything that is tied to it. */
export async function trace(options: TraceOptions): Promise<TraceResult> {
  const { zone, year } = options;
  const subject = new TraceSubject(options.sought);
  const ordered = await orderByTime(options.sources, zone, year, options.inputFormat ?? null);
  const logs = ordered.sources.filter(({ holds }) => holds !== 'mail');
  const directory = new InputDirectory(logs.map(({ source }) => source));
  const inputs = new TracedInputs(options, logs, directory);
  const failed = ordered.errors.map((error): InputReport => ({ ...newInputReport(error.path), error }));

  const search = new TraceSearch(subject);
  const first = await inputs.read(search, search, false);
  const classifier = new Classifier(options.rules);
  const { queueIds } = search;
  const lives = new TraceLives({
    subject,
    queueIds,
    ownersOf: (host) => search.ownersOf(host),
    classify: (evidence) => classifier.classify(evidence),
  });
  const isFound = queueIds.size > 0 || search.unqueued;
  if (isFound) {
    const again = await inputs.read(lives, lives, true, (input) => {
      lives.input = input;
    });
    for (const [i, { error }] of again.reports.entries()) first.reports[i]!.error ??= error;
  }
  inputs.close();
  const { story, outside } = within(lives.story(), options);
  const notes = [...ordered.notes, ...notesOnMails(ordered.sources)];
  return { story, names: directory, inputs: [...failed, ...first.reports], unparsed: first.unparsed, notes, outside };
}

/** A story is told of the lines of logs: says which inputs hold mails, and are not part of it. */
function notesOnMails(sources: readonly OrderedSource[]): readonly string[] {
  const [first, ...others] = sources.filter(({ holds }) => holds === 'mail');
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [`${first.source.path}${more}: holds mails, which trace does not read (events and report do)`];
}

/** What is read twice: files by their names, and what comes once from a copy of it. */
class TracedInputs {
  readonly #options: TraceOptions;
  readonly #sources: readonly OrderedSource[];
  readonly #directory: InputDirectory;
  /** Copies that were not read yet, by the place of their input. */
  readonly #copies = new Map<number, OpenFile[]>();
  #before = 0;

  constructor(options: TraceOptions, sources: readonly OrderedSource[], directory: InputDirectory) {
    this.#options = options;
    this.#sources = sources;
    this.#directory = directory;
  }

  /** Reads all inputs once. Failures of one do not stop the others. */
  async read(visitor: LineVisitor, sink: RecordSink, full: boolean, starts?: (input: number) => void) {
    const reports: InputReport[] = [];
    const unparsed: UnparsedExample[] = [];
    for (const [input, { source, year }] of this.#sources.entries()) {
      const report = newInputReport(source.path);
      reports.push(report);
      starts?.(input);
      try {
        const file = await this.#open(input, source);
        const clock = new LogClock({ zone: this.#options.zone, reference: file.stats.mtimeMs, year });
        const reader = new PostfixReader(sink, { clock, input, ...(full ? FULL_DETAIL : NO_DETAIL) });
        const first = (line: Uint8Array) => this.#directory.startsWith(input, line);
        const lines = new TraceLines({ reader, clock, visitor, report, unparsed, first });
        const framer = new LineFramer(lines);
        report.error = (await readFile(file, framer, { progress: (bytes) => this.#tell(bytes) })).error;
        report.bytes = framer.position;
        lines.end(report.bytes);
        this.#before += file.stats.size;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        report.error = error;
      }
      if (report.knownLines > 0) {
        report.kind = 'log';
        report.mta = 'postfix';
      }
    }
    return { reports, unparsed };
  }

  #tell(bytes: number): void {
    this.#options.progress?.(this.#before + bytes);
  }

  async #open(input: number, { path }: Source): Promise<OpenFile> {
    const copies = this.#copies.get(input);
    if (copies !== undefined) {
      const file = copies.pop();
      if (file === undefined) throw new InputError(path, 'could not be kept to be read twice');
      return file;
    }
    if (path === '-') return this.#copy(input, '(stdin)', this.#options.stdin);
    const file = openFile(path);
    return file.stats.isFIFO() ? this.#copy(input, path, streamOf(file)) : file;
  }

  async #copy(input: number, name: string, stream: Readable): Promise<OpenFile> {
    this.#copies.set(input, []);
    const copies = await spool(name, stream, READINGS);
    this.#copies.set(input, copies);
    return copies.pop()!;
  }

  /** Lets go of the copies that were not read. */
  close(): void {
    for (const { descriptor } of [...this.#copies.values()].flat()) closeSync(descriptor);
    this.#copies.clear();
  }
}
/** The part of a story that lies in the period; messages of which no line does are left out. */
function within(story: Story, { since, until }: TraceOptions): { readonly story: Story; readonly outside: number } {
  if (since === null && until === null) return { story, outside: 0 };
  let outside = 0;
  const inside = (lines: readonly TracedLine[]) =>
    lines.filter(({ time }) => {
      const isInside = time !== null && (since === null || time.ms >= since) && (until === null || time.ms < until);
      if (!isInside) outside++;
      return isInside;
    });
  const messages = story.messages
    .map((message) => ({ ...message, lines: inside(message.lines) }))
    .filter(({ lines }) => lines.length > 0);
  return { story: { messages, unqueued: inside(story.unqueued) }, outside };
}
