/** A state that cannot be used or kept: what is wrong, and what to do. */
export class StateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StateError';
  }
}

/** Somebody else has the state now: what this run knows must not be kept any more. */
export class StateLost extends StateError {}
