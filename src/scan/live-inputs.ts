import { createHash } from 'node:crypto';
import type { InputNames } from '../model/field.js';
import type { InputIdentities } from '../summary/event-codec.js';

/** Messages of which no more is kept open than this many wait for a log. */
const MOST_PASSING = 100_000;

interface LiveInput {
  readonly path: string;
  /** The hash of its first line, once that was read. */
  fingerprint: string;
}

/** The inputs of a scan that does not end, which come and go. */
export class LiveInputs implements InputNames, InputIdentities {
  readonly #inputs = new Map<number, LiveInput>();
  readonly #numbers = new Map<string, number>();
  readonly #pathOf: (fingerprint: string) => string | null;
  /** Inputs of which there are many, the oldest first. */
  readonly #passing: number[] = [];
  #next = 0;

  /** @param pathOf what an input is called that is known by its first line alone. */
  constructor(pathOf: (fingerprint: string) => string | null) {
    this.#pathOf = pathOf;
  }

  /** A number for an input. @param isPassing whether there may be any number of its kind: the oldest are forgotten. */
  add(path: string, fingerprint: string, isPassing = false): number {
    const input = this.#next++;
    this.#inputs.set(input, { path, fingerprint });
    if (fingerprint !== '') this.#numbers.set(fingerprint, input);
    if (isPassing && this.#passing.push(input) > MOST_PASSING) this.#forget(this.#passing.shift()!);
    return input;
  }

  #forget(input: number): void {
    const fingerprint = this.fingerprint(input);
    if (this.#numbers.get(fingerprint) === input) this.#numbers.delete(fingerprint);
    this.#inputs.delete(input);
  }

  /** The first line of an input is read. */
  startsWith(input: number, line: Uint8Array): void {
    const known = this.#inputs.get(input);
    if (known === undefined || known.fingerprint !== '') return;
    known.fingerprint = createHash('sha256').update(line).digest('base64url');
    this.#numbers.set(known.fingerprint, input);
  }

  path(input: number): string {
    return this.#inputs.get(input)?.path ?? '';
  }

  fingerprint(input: number): string {
    return this.#inputs.get(input)?.fingerprint ?? '';
  }

  /** The order of inputs is that in which they were found. */
  begins(): void {}

  ends(): void {}

  nameOf(input: number): string {
    return this.fingerprint(input);
  }

  inputOf(name: string): number {
    return this.#numbers.get(name) ?? this.add(this.#pathOf(name) ?? '', name);
  }
}
