import { BLOCK_LENGTH, ID_KINDS_AT, MESSAGES_AT, QUEUE_LENGTH, QUEUES, QUEUES_AT } from './glance/layout.js';
import { GLANCE_CODE } from './glance-code.js';
import { ID_KINDS } from './queue-id.js';

/** What the machine code asks of who uses it; `glance/calls.ts` says what each is for. */
export interface GlanceCalls {
  timeAt(start: number): void;
  isPlainStampAt(start: number): boolean;
  beginId(start: number, end: number): void;
  mayBegin(place: number, start: number): boolean;
  reached(): void;
  passed(place: number): void;
  goesOn(start: number, end: number): boolean;
  /** Not a number where the record does not tell. */
  queueSeconds(start: number, end: number): number;
  other(start: number, body: number, end: number, program: number, nameStart: number, nameEnd: number): boolean;
}

interface GlanceExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  begin(withDelays: boolean): void;
  follow(queue: number, stampLength: number, tagLength: number, hostLength: number): void;
  read(start: number, end: number): number;
}

/** Where the ids of one host are kept. */
export interface QueueMemory {
  /** Its address in the memory of a glance. */
  readonly at: number;
  readonly buffer: ArrayBuffer;
}

/** Node has it, unless it runs without a compiler (`--jitless`). */
declare const WebAssembly:
  | {
      readonly Module: new (code: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    }
  | undefined;

/** Only so many logs are read at a glance at once: each takes 6 MiB and a place among the addresses of the process. */
const MOST = 8;

let code: object | null = null;
let made = 0;
const idle: Glance[] = [];

/**
 * The machine code (WebAssembly, from the sources in `glance/`) that reads ordinary lines, and the memory that it shares with who
 * uses it. It needs no time to become fast, as functions of JavaScript do.
 */
export class Glance {
  readonly #exports: GlanceExports;
  readonly #buffer: ArrayBuffer;
  #calls: GlanceCalls | null = null;
  #queues = 0;

  /** What a log has to be read into to be looked at. */
  readonly block: Buffer;
  readonly view: DataView;

  private constructor(wasm: NonNullable<typeof WebAssembly>) {
    code ??= new wasm.Module(Buffer.from(GLANCE_CODE, 'base64'));
    const calls = {
      timeAt: (start: number) => this.#calls!.timeAt(start),
      isPlainStampAt: (start: number) => this.#calls!.isPlainStampAt(start),
      beginId: (start: number, end: number) => this.#calls!.beginId(start, end),
      mayBegin: (place: number, start: number) => this.#calls!.mayBegin(place, start),
      reached: () => this.#calls!.reached(),
      passed: (place: number) => this.#calls!.passed(place),
      goesOn: (start: number, end: number) => this.#calls!.goesOn(start, end),
      queueSeconds: (start: number, end: number) => this.#calls!.queueSeconds(start, end),
      other: (start: number, body: number, end: number, program: number, nameStart: number, nameEnd: number) =>
        this.#calls!.other(start, body, end, program, nameStart, nameEnd),
    };
    this.#exports = new wasm.Instance(code, { calls }).exports as GlanceExports;
    this.#buffer = this.#exports.memory.buffer;
    this.block = Buffer.from(this.#buffer, 0, BLOCK_LENGTH);
    this.view = new DataView(this.#buffer);
    new Uint8Array(this.#buffer).set(ID_KINDS, ID_KINDS_AT);
  }

  /** One for a log; null where a log has to be read line by line. It has to be given back. */
  static lend(): Glance | null {
    const glance = idle.pop();
    if (glance !== undefined) return glance;
    if (made === MOST || typeof WebAssembly === 'undefined') return null;
    made++;
    return new Glance(WebAssembly);
  }

  giveBack(): void {
    this.#calls = null;
    this.#queues = 0;
    idle.push(this);
  }

  /** A log begins. */
  begin(calls: GlanceCalls, withDelays: boolean): void {
    this.#calls = calls;
    this.#exports.begin(withDelays);
  }

  /** Memory for the ids of one more host; null where there is no more. Nothing stands in its places. */
  queueMemory(): QueueMemory | null {
    if (this.#queues === QUEUES) return null;
    const at = QUEUES_AT + this.#queues++ * QUEUE_LENGTH;
    new Uint8Array(this.#buffer, at, MESSAGES_AT).fill(0);
    return { at, buffer: this.#buffer };
  }

  /** The lines to come are of that queue, with stamps, tag and host of these lengths, which stand where they belong. */
  follow(queue: number, stampLength: number, tagLength: number, hostLength: number): void {
    this.#exports.follow(queue, stampLength, tagLength, hostLength);
  }

  /** Takes the lines of the block from `start` on as far as they can be read. @returns where the first starts that cannot. */
  read(start: number, end: number): number {
    return this.#exports.read(start, end);
  }
}
