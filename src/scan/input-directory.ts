import { createHash } from 'node:crypto';
import type { Source } from '../input/find.js';
import type { InputNames } from '../model/field.js';
import type { InputIdentities } from '../summary/event-codec.js';
import { compareInputs, numberedName } from '../summary/known-inputs.js';

/** An input of which the first line is known: its number, the hash of the line, and the time of the first that has one. */
export interface Beginning {
  readonly input: number;
  readonly fingerprint: string;
  readonly time: number | null;
}

/** What an input is told by: the hash of its first line. */
export const fingerprintOf = (line: Uint8Array): string => createHash('sha256').update(line).digest('base64url');

/** What identifies the inputs of a scan by their place in reading order. */
export class InputDirectory implements InputNames, InputIdentities {
  readonly #sources: readonly Source[];
  readonly #fingerprints: string[] = [];
  /** Names, by which inputs that begin alike are told apart. */
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #times: (number | null)[] = [];
  readonly #pathOf: (fingerprint: string) => string | null;
  /** Names of inputs that are not read, to which open ends refer; numbered behind the others. */
  readonly #others: string[] = [];

  /** @param pathOf what an input is called that is not read, but known by its first line. */
  constructor(sources: readonly Source[], pathOf: (fingerprint: string) => string | null = () => null) {
    this.#sources = sources;
    this.#pathOf = pathOf;
  }

  path(input: number): string {
    const other = this.#others[input - this.#sources.length];
    const path = this.#sources[input]?.path ?? (other === undefined ? null : this.#pathOf(other)) ?? '';
    return path === '-' ? '(stdin)' : path;
  }

  fingerprint(input: number): string {
    return this.#fingerprints[input] ?? '';
  }

  /** The first line of an input is read. */
  startsWith(input: number, line: Uint8Array): void {
    if (this.#fingerprints[input] === undefined) this.identify(input, fingerprintOf(line));
  }

  /** The first line of an input is known by its hash. */
  identify(input: number, fingerprint: string): void {
    if (this.#fingerprints[input] !== undefined) return;
    this.#fingerprints[input] = fingerprint;
    let name = fingerprint;
    for (let number = 2; this.#numbers.has(name); number++) name = numberedName(fingerprint, number);
    this.#names[input] = name;
    this.#numbers.set(name, input);
  }

  nameOf(input: number): string {
    return this.#names[input] ?? '';
  }

  inputOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#sources.length + this.#others.push(name) - 1;
    this.#numbers.set(name, number);
    this.#names[number] = name;
    this.#fingerprints[number] = name.split('#', 1)[0]!;
    return number;
  }

  /** What is known of the first line of an input; null while it was not read. */
  beginning(input: number): Beginning | null {
    const fingerprint = this.#fingerprints[input];
    return fingerprint === undefined ? null : { input, fingerprint, time: this.#times[input] ?? null };
  }

  begins(input: number, time: number | null): void {
    this.#times[input] ??= time;
  }

  /** Where two begin alike, the order in which they are read decides. */
  ends(): void {}

  /**
   * The order of inputs, the same in every summary that holds them, and in every thread: of those that begin alike a thread
   * may know only some, which have other names there, so that their places decide.
   */
  readonly compare = (a: number, b: number): number =>
    compareInputs(
      { time: this.#times[a] ?? null, name: this.fingerprint(a) },
      { time: this.#times[b] ?? null, name: this.fingerprint(b) },
    ) || a - b;
}
