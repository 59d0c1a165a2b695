import type { Finding } from './finding.js';
import type { Notice } from './notice.js';

/** What tells a form: every literal given must be there. Compared in lower case. */
export interface Cue {
  /** In the From field. */
  readonly from?: string;
  readonly subject?: string;
  /** In what the notice says to people, its white space turned into single spaces. */
  readonly text?: string;
  /** What that begins with. */
  readonly opening?: string;
  /** A header field, with what its value holds; an empty value when its presence tells enough. */
  readonly field?: readonly [name: string, value: string];
  /** A per-message field of the delivery status (RFC 3464 §2.2), in the same way. */
  readonly statusField?: readonly [name: string, value: string];
}

/** How one system writes its notifications. */
export interface Form {
  /** The value of `mta` in the records. */
  readonly name: string;
  /** The programs or services that write so. */
  readonly system: string;
  /** Where that is documented: source file, manual, or the observation that it rests on. */
  readonly source: string;
  /** What a mail of this form is, whoever sent it. Absent where that is asked as of any other mail. */
  readonly kind?: 'bounce' | 'feedback';
  /** One of them is enough. */
  readonly cues: readonly Cue[];
  /**
   * Reads what the form says in a way of its own. Absent where the general reader finds everything by structure. An empty
   * answer means that this notice is written in another way, and the general reader takes it.
   */
  readonly read?: (notice: Notice) => readonly Finding[];
}

/** The strings of a notice that cues are compared with, prepared once. */
export interface CueText {
  readonly from: string;
  readonly subject: string;
  /** What the notice says to people, without white space before it. */
  readonly opening: string;
  /** The texts of cues that it holds. */
  readonly held: ReadonlySet<string>;
}

const holds = (value: string | null | undefined, part: string): boolean => value?.toLowerCase().includes(part) === true;

const fitsHeader = (cue: Cue, notice: Notice, { from, subject }: CueText): boolean =>
  (cue.from === undefined || from.includes(cue.from)) &&
  (cue.subject === undefined || subject.includes(cue.subject)) &&
  (cue.field === undefined || notice.header.all(cue.field[0]).some((value) => holds(value, cue.field![1])));

const fits = (cue: Cue, notice: Notice, texts: CueText): boolean =>
  fitsHeader(cue, notice, texts) && fitsBody(cue, notice, texts);

const fitsBody = (cue: Cue, notice: Notice, { opening, held }: CueText): boolean =>
  (cue.statusField === undefined || holds(notice.deliveryStatus?.message.get(cue.statusField[0]), cue.statusField[1])) &&
  (cue.text === undefined || held.has(cue.text)) &&
  (cue.opening === undefined || opening.startsWith(cue.opening));

/** Whether the sender or a field of the header tells the form, which pasted text does not bring along. */
export const isToldByHeader = (form: Form, notice: Notice, texts: CueText): boolean =>
  form.cues.some((cue) => (cue.from !== undefined || cue.field !== undefined) && fits(cue, notice, texts));

/** Whether a notice is written in this form. */
export const isOfForm = (form: Form, notice: Notice, texts: CueText): boolean =>
  form.cues.some((cue) => fits(cue, notice, texts));
