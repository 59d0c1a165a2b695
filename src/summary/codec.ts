import { ByteError, type ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/** How values of one type are written down and read again. */
export interface Codec<T> {
  write(to: ByteWriter, value: T): void;
  /** @throws ByteError when the bytes are no such value. */
  read(from: ByteReader): T;
}

export const uint: Codec<number> = { write: (to, value) => to.uint(value), read: (from) => from.uint() };

/** A whole number of either sign: 0, -1, 1, -2 … are written as 0, 1, 2, 3 …. */
export const int: Codec<number> = {
  write: (to, value) => to.uint(value < 0 ? -2 * value - 1 : 2 * value),
  read(from) {
    const value = from.uint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  },
};

export const real: Codec<number> = { write: (to, value) => to.real(value), read: (from) => from.real() };

export const text: Codec<string> = { write: (to, value) => to.text(value), read: (from) => from.text() };

export const flag: Codec<boolean> = {
  write: (to, value) => to.uint(value ? 1 : 0),
  read(from) {
    const value = from.uint();
    if (value > 1) throw new ByteError('a mark is neither on nor off');
    return value === 1;
  },
};

/** A value that may be missing: what is not there is read as null. */
export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  write(to, value) {
    to.uint(value === null ? 0 : 1);
    if (value !== null) codec.write(to, value);
  },
  read: (from) => (flag.read(from) ? codec.read(from) : null),
});

/** One of the names that a table has. */
export function oneOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Codec<Name> {
  const isKnown = (name: string): name is Name => Object.hasOwn(table, name);
  return {
    write: (to, value) => to.text(value),
    read(from) {
      const name = from.text();
      if (!isKnown(name)) throw new ByteError(`'${name}' is not known here`);
      return name;
    },
  };
}

/** The number of entries, then each. */
export const listOf = <T>(codec: Codec<T>): Codec<readonly T[]> => ({
  write(to, list) {
    to.uint(list.length);
    for (const value of list) codec.write(to, value);
  },
  read(from) {
    const length = from.uint();
    if (length > from.left) throw new ByteError('a list is longer than what is left');
    const list: T[] = [];
    for (let i = 0; i < length; i++) list.push(codec.read(from));
    return list;
  },
});

/** A record: its fields one after another, in the order of the table, which names every one. */
export function record<T extends object>(fields: { readonly [Name in keyof T]-?: Codec<T[Name]> }): Codec<T> {
  const entries = Object.entries(fields) as [keyof T, Codec<T[keyof T]>][];
  return {
    write(to, value) {
      for (const [name, codec] of entries) codec.write(to, value[name]);
    },
    read(from) {
      const value: Partial<T> = {};
      for (const [name, codec] of entries) value[name] = codec.read(from);
      return value as T;
    },
  };
}

/** A pair of values. */
export const pair = <A, B>(first: Codec<A>, second: Codec<B>): Codec<readonly [A, B]> => ({
  write(to, [a, b]) {
    first.write(to, a);
    second.write(to, b);
  },
  read: (from) => [first.read(from), second.read(from)],
});
