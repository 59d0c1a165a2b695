import type { InputIdentities } from './event-codec.js';

interface Beginning {
  readonly time: number | null;
  readonly name: string;
}

/** The name of one of several inputs that begin alike: the second and those behind it get a number. */
export const numberedName = (name: string, number: number): string => `${name}#${number}`;

/** Which of two inputs stands first: that which begins first; those without a time come last. */
export function compareInputs(a: Beginning, b: Beginning): number {
  const [x, y] = [a.time ?? Infinity, b.time ?? Infinity];
  if (x !== y) return x < y ? -1 : 1;
  return compareNames(a.name, b.name);
}

/** By name, and by number where that is the same. */
function compareNames(a: string, b: string): number {
  const [x, y] = [a.split('#', 1)[0]!, b.split('#', 1)[0]!];
  if (x !== y) return x < y ? -1 : 1;
  // A longer number is a larger one.
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Numbers the inputs of several summaries by their names, which are the same in all. */
export class KnownInputs implements InputIdentities {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #times: (number | null)[] = [];

  nameOf(input: number): string {
    return this.#names[input]!;
  }

  inputOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  begins(input: number, time: number | null): void {
    this.#times[input] ??= time;
  }

  /** The order of inputs: by when they begin, and then by name. It does not depend on which summary was read first. */
  readonly compare = (a: number, b: number): number =>
    compareInputs({ time: this.#times[a] ?? null, name: this.nameOf(a) }, { time: this.#times[b] ?? null, name: this.nameOf(b) });
}
