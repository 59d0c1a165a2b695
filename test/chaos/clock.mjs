// Loaded before the command (node --import): its clock stands at CLOCK, milliseconds since 1970.
const now = Number(process.env.CLOCK);
const Real = Date;
globalThis.Date = /** @type {DateConstructor} */ (
  /** @type {unknown} */ (
    class extends Real {
      /** @param {unknown[]} args */
      constructor(...args) {
        if (args.length === 0) super(now);
        else super(.../** @type {[number]} */ (/** @type {unknown} */ (args)));
      }
      /** @override */
      static now() {
        return now;
      }
    }
  )
);
