/** What a run came to; the number is what the shell sees. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  threshold: 3,
  nothingRecognised: 4,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

/** An error in the command line or a configuration file. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** An output that could not be written. */
export class OutputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutputError';
  }
}
