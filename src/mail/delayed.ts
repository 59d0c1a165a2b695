import type { Notice } from './notice.js';
import { comparable, says } from './phrases.js';
import { FAILURE_SUBJECTS } from './wording.js';
import { DELAY_WORDS, FINAL_WORDS } from './wording-of-outcome.js';

/** What the notice itself says in its subject: behind `Undeliverable:` stands the subject of the message, which may speak of delays. */
export function ownSubject(subject: string): string {
  const colon = subject.search(/[:：]/);
  const first = colon < 0 ? subject : subject.slice(0, colon);
  return says(first, FAILURE_SUBJECTS) ? first : subject;
}

/** A line that tells the subject of the message, in the languages of Exchange and others. */
const SUBJECT_LINE =
  /^[\s>|*-]{0,12}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|konu|тема|件名|主题|主旨|主\s{0,4}题|标题|제목|θέμα)\s{0,4}[:：]/i;

/** Whether a notice without fields says that the message is still being tried (RFC 3464: `delayed`). */
export function isDelay(notice: Notice): boolean {
  const subject = ownSubject(comparable(notice.subject));
  if (says(subject, DELAY_WORDS)) return true;
  const text = comparable(notice.lines.filter((line) => !SUBJECT_LINE.test(line)).join('\n'));
  return says(text, DELAY_WORDS) && !says(text, FINAL_WORDS) && !says(subject, FINAL_WORDS);
}
