import type { InputIdentities } from './event-codec.js';

interface Place {
  readonly time: number | null;
  /** The last time that is known; null where none is. */
  readonly end?: number | null;
  readonly name: string;
}

/** The name of one of several inputs that begin alike: the second and those behind it get a number. */
export const numberedName = (name: string, number: number): string => `${name}#${number}`;

/**
 * Which of two inputs stands first: that which begins first; those without a time come last. Of two that begin within the
 * same second, which is all that most stamps tell, the one that ends first: the other goes on behind it.
 */
export function compareInputs(a: Place, b: Place): number {
  return (
    compareTimes(a.time ?? Infinity, b.time ?? Infinity) ||
    compareTimes(a.end ?? Infinity, b.end ?? Infinity) ||
    compareNames(a.name, b.name)
  );
}

const compareTimes = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

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
  readonly #ends: number[] = [];

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

  ends(input: number, time: number): void {
    const known = this.#ends[input];
    if (known === undefined || time > known) this.#ends[input] = time;
  }

  /** The order of inputs: by when they begin and end, and then by name. It does not depend on which summary was read first. */
  readonly compare = (a: number, b: number): number => compareInputs(this.#placeOf(a), this.#placeOf(b));

  #placeOf(input: number): Place {
    return { time: this.#times[input] ?? null, end: this.#ends[input] ?? null, name: this.nameOf(input) };
  }
}
