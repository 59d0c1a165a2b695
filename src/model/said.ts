import type { Evidence } from './evidence.js';
import type { KnownWording } from './known-wording.js';
import type { Verdict } from './verdict.js';

/**
 * Stands for all failures of one kind whose texts differ in names alone: the recipient, hosts, addresses, ids. What became of the
 * mail, codes, words and who runs the host that spoke are the same in all of them. Who judges or counts them keeps here what was
 * found of the first.
 */
export class Said {
  /** Whether the name of a recipient may stand in the text, which then may mean something else. */
  readonly mayNameRecipient: boolean;
  /** Who judged the first, what that came to, and the text in which the name of a recipient is looked for, if it may stand there. */
  judge: object | null = null;
  verdict: Verdict | null = null;
  text: string | null = null;
  /** The wording of a text, and that text. */
  wording: KnownWording | null = null;
  /** Who counts, by which verdict, and the keys of rows that are kept, by the number of the grouping. */
  counter: object | null = null;
  counted: Verdict | null = null;
  keys: string[] = [];

  constructor(mayNameRecipient = false) {
    this.mayNameRecipient = mayNameRecipient;
  }
}

/** Judges a failure. @param said stands for its text, where it is known that others say the same. */
export type Judge = (evidence: Evidence, said?: Said) => Verdict;
