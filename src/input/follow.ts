import type { OpenFile } from './read.js';

/** What is known of an input that was read to some place. */
export interface FollowMarks {
  readonly path: string;
  /** Its first bytes, as many as tell it. */
  readonly head: Buffer;
  /** The bytes before a place that is no further back than a line is long. */
  readonly tailBefore: (place: number) => Buffer;
  /** Up to where it was read. */
  readonly position: number;
}

/** Reads what one input holds, as it comes. */
export interface FollowReader {
  /** Reads the next block. @param read like `fs.readSync`, from where reading stands. @returns how many bytes came. */
  fill(read: (buffer: Buffer, at: number, length: number) => number): number;
  /** Takes the next bytes of a stream. */
  push(chunk: Uint8Array): void;
  /** Remembers how far a file was read. */
  mark(marks: FollowMarks): void;
  /** Nothing more is to come. @param isWhole whether a last line that has no end is a line all the same. */
  end(isWhole: boolean): void;
}

/** What is told while inputs are followed. */
export interface FollowListener {
  /**
   * A file was found that is not followed yet.
   * @param isPatient whether it may be looked at later, where it may become a copy of what was read.
   * @returns what reads it, and from where; null when it is to be looked at later, and words where it is no log.
   */
  found(file: OpenFile, isPatient: boolean): { readonly reader: FollowReader; readonly from: number } | string | null;
  /** A stream, or a file that holds something else now, is read from its beginning. */
  began(path: string): FollowReader;
  /** Something to know although nothing is wrong. */
  note(message: string): void;
  /** What is wrong with an input, once until it is another thing. */
  failed(path: string, message: string): void;
}

/** How one of the inputs that are followed is. */
export interface FollowStatus {
  /** As it was given, or found. */
  readonly name: string;
  /** `waiting` for what is not there yet; `ended` for what does not go on. */
  readonly state: 'following' | 'waiting' | 'failed' | 'ended';
  readonly error: string | null;
}

/** An input that is followed. */
export interface Follower {
  /** Reads a little of what is there. @returns how much, 0 when there is nothing now. */
  read(): number | Promise<number>;
  readonly status: FollowStatus;
  /** No more of it is wanted. */
  close(): void;
}

/** Told how much of what is there was read. @returns whether more of it is wanted. */
export type ReadOn = (amount: number) => Promise<boolean>;
