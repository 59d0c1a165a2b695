import { DIMENSIONS, type Dimension, type DimensionValue } from '../model/dimension.js';
import type { BounceEvent } from '../model/event.js';
import type { Zone } from '../model/zone.js';

export const SEPARATOR = '\u001f';
/** More rows than this are many recipients or the like, which seldom come twice: their keys are not kept. */
const MOST_KEPT = 4_096;

/** The values of an event by one dimension after the other, down to the key of its row. */
type Branch = Map<DimensionValue, Branch | string>;

/** The key of the row with these values. */
export function keyOfValues(values: readonly DimensionValue[]): string {
  let key = '';
  // A missing value must not be taken for an empty one.
  for (const value of values) key += value === null ? `\u0000${SEPARATOR}` : `${value}${SEPARATOR}`;
  return key;
}

/** The keys of the rows of one grouping. Events of one row share one string, which is put together only once. */
export class RowKeys {
  readonly #dimensions: readonly ((event: BounceEvent, zone: Zone) => DimensionValue)[];
  readonly #zone: Zone;
  readonly #root: Branch = new Map();
  #kept = 0;
  #lastValue: DimensionValue = null;
  #lastKey = '';

  constructor(grouping: readonly Dimension[], zone: Zone) {
    this.#dimensions = grouping.map((name) => DIMENSIONS[name].value);
    this.#zone = zone;
  }

  /** What the event says of each dimension. */
  values(event: BounceEvent): DimensionValue[] {
    return this.#dimensions.map((read) => read(event, this.#zone));
  }

  /** The same text for events with the same values, another for others. */
  of(event: BounceEvent): string {
    const dimensions = this.#dimensions;
    if (dimensions.length === 1) return this.#ofOne(event, dimensions[0]!(event, this.#zone));
    let at: Branch | string | undefined = this.#root;
    for (let i = 0; i < dimensions.length && at !== undefined; i++) at = (at as Branch).get(dimensions[i]!(event, this.#zone));
    return typeof at === 'string' ? at : this.#add(event);
  }

  /** Hosts and hours are those of the event before, most of the time. */
  #ofOne(event: BounceEvent, value: DimensionValue): string {
    if (value === this.#lastValue && this.#lastKey !== '') return this.#lastKey;
    const key = (this.#root.get(value) as string | undefined) ?? this.#add(event);
    this.#lastValue = value;
    this.#lastKey = key;
    return key;
  }

  #add(event: BounceEvent): string {
    const values = this.values(event);
    const key = keyOfValues(values);
    if (values.length === 0 || this.#kept === MOST_KEPT) return key;
    this.#kept++;
    let branch = this.#root;
    for (const value of values.slice(0, -1)) {
      let next = branch.get(value) as Branch | undefined;
      if (next === undefined) {
        next = new Map();
        branch.set(value, next);
      }
      branch = next;
    }
    branch.set(values.at(-1)!, key);
    return key;
  }
}
