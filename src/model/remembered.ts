/**
 * A map that keeps what was used of late: when it is full, what was not asked for since the last time is let go. Its
 * memory is bounded, whatever is put in.
 */
export class Remembered<Value> {
  readonly #most: number;
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  /** @param most entries kept for certain; twice as many at most. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    this.#recent.set(key, value);
    if (this.#recent.size < this.#most) return;
    this.#older = this.#recent;
    this.#recent = new Map();
  }
}
