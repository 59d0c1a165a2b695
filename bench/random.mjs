// @ts-check

/** Repeatable random numbers (sfc32), so that one seed always gives one log. */
export class Random {
  #a;
  #b;
  #c = 0x9e3779b9 | 0;
  #counter = 1;

  /** @param {number} seed */
  constructor(seed) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 0x1_0000_0000) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** A number in [0, 1). */
  next() {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  /**
   * A whole number below `limit`.
   * @param {number} limit
   */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /**
   * A whole number from `low` to `high`, both included.
   * @param {number} low
   * @param {number} high
   */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  pick(list) {
    return /** @type {T} */ (list[this.below(list.length)]);
  }

  /**
   * One of a list whose members say how often they come.
   * @template {{ weight: number }} T
   * @param {readonly T[]} list
   * @returns {T}
   */
  weighted(list) {
    let total = 0;
    for (const member of list) total += member.weight;
    let rest = this.next() * total;
    for (const member of list) {
      rest -= member.weight;
      if (rest < 0) return member;
    }
    return /** @type {T} */ (list[list.length - 1]);
  }

  /**
   * `length` characters of `alphabet`.
   * @param {string} alphabet
   * @param {number} length
   */
  text(alphabet, length) {
    let text = '';
    for (let i = 0; i < length; i++) text += alphabet[this.below(alphabet.length)];
    return text;
  }

  /**
   * A waiting time with the given mean (exponential).
   * @param {number} mean
   */
  wait(mean) {
    return -Math.log(1 - this.next()) * mean;
  }
}
