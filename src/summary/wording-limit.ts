import type { Dimension, DimensionValue } from '../model/dimension.js';
import { keyOfValues } from './row-keys.js';

/** So many wordings are told apart: of each code, or whatever else the rows are of, and where rows are of nothing else. */
const MOST_WORDINGS = 500;
const MOST_WORDINGS_ALONE = 10_000;

/** To how many words wordings are cut while they are too many, from one attempt to the next. */
const LENGTHS = [24, 16, 12, 8, 6, 4, 3, 2, 1, 0] as const;
/** Stands behind what was cut. No wording holds this space by itself. */
const CUT = '\u00a0…';

/** What is counted of the events with the same values. */
interface Counted<Row> {
  readonly values: Values;
  merge(other: Row): void;
}

/** The rows that differ in their wording alone. */
interface Group<Row> {
  /** Words that are left of a wording. */
  length: number;
  rows: Row[];
}

type Values = readonly DimensionValue[];

/** What keeps the rows of a grouping few; null where it is not by wording. */
export function wordingLimit<Row extends Counted<Row>>(
  grouping: readonly Dimension[],
  rows: Map<string, Row>,
  make: (values: Values) => Row,
): WordingLimit<Row> | null {
  const place = grouping.indexOf('wording');
  const most = grouping.length === 1 ? MOST_WORDINGS_ALONE : MOST_WORDINGS;
  return place < 0 ? null : new WordingLimit(place, most, rows, make);
}

/**
 * Keeps the rows of a grouping by wording few, whatever servers write: where there are too many, all of one group are cut to
 * as many words as leave few enough. How many these are follows from the set of wordings, so the rows are the same in
 * whatever order events are counted and pieces are merged, and nothing is lost.
 */
export class WordingLimit<Row extends Counted<Row>> {
  readonly #place: number;
  readonly #most: number;
  readonly #rows: Map<string, Row>;
  readonly #make: (values: Values) => Row;
  readonly #groups = new Map<string, Group<Row>>();

  /** @param place of the wording among the values. @param rows by their keys, kept here. */
  constructor(place: number, most: number, rows: Map<string, Row>, make: (values: Values) => Row) {
    this.#place = place;
    this.#most = most;
    this.#rows = rows;
    this.#make = make;
  }

  /** The row that events with these values belong to, made unless it is there. */
  row(values: Values): Row {
    const group = this.#groupOf(values);
    const known = lengthOfCut(values[this.#place]);
    // It comes from where so many wordings were known that they were cut.
    if (known < group.length) this.#cut(group, known);
    for (;;) {
      const cut = this.#cutValues(values, group.length);
      const key = keyOfValues(cut);
      const row = this.#rows.get(key);
      if (row !== undefined) return row;
      this.#add(group, key, this.#make(cut));
      while (group.rows.length > this.#most) this.#cut(group, LENGTHS.find((length) => length < group.length) ?? 0);
    }
  }

  #add(group: Group<Row>, key: string, row: Row): void {
    this.#rows.set(key, row);
    group.rows.push(row);
  }

  #groupOf(values: Values): Group<Row> {
    const key = keyOfValues(values.filter((_, place) => place !== this.#place));
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { length: Infinity, rows: [] };
      this.#groups.set(key, group);
    }
    return group;
  }

  #cut(group: Group<Row>, length: number): void {
    const { rows } = group;
    group.length = length;
    group.rows = [];
    for (const { values } of rows) this.#rows.delete(keyOfValues(values));
    for (const row of rows) {
      const cut = this.#cutValues(row.values, length);
      const key = keyOfValues(cut);
      const known = this.#rows.get(key);
      if (known !== undefined) known.merge(row);
      else {
        const shorter = this.#make(cut);
        shorter.merge(row);
        this.#add(group, key, shorter);
      }
    }
  }

  #cutValues(values: Values, length: number): Values {
    const wording = values[this.#place];
    return length === Infinity || typeof wording !== 'string' ? values : values.with(this.#place, firstWords(wording, length));
  }
}

/** Whether a wording stands for all that begin like it. */
export const isCut = (wording: DimensionValue | undefined): boolean => typeof wording === 'string' && wording.endsWith(CUT);

const wordsOf = (wording: string): string[] => {
  const text = isCut(wording) ? wording.slice(0, -CUT.length) : wording;
  return text === '' ? [] : text.split(' ');
};

/** To how many words a wording was cut; Infinity where it was not. */
const lengthOfCut = (wording: DimensionValue | undefined): number =>
  typeof wording === 'string' && isCut(wording) ? wordsOf(wording).length : Infinity;

function firstWords(wording: string, length: number): string {
  const words = wordsOf(wording);
  return words.length <= length ? wording : `${words.slice(0, length).join(' ')}${CUT}`;
}
