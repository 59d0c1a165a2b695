import type { CodeClass, EnhancedCodeFacts, Retry } from './documentation.js';
import { REASON_FACTS } from './reasons.js';

/** The class of a reply code (RFC 5321 §4.2.1). */
export function replyClass(code: number): Exclude<CodeClass, 'X'> {
  const digit = Math.floor(code / 100);
  return digit === 2 || digit === 3 || digit === 4 || digit === 5 ? `${digit}` : 'other';
}

type EnhancedClass = Exclude<CodeClass, '3' | 'other'>;

/** The class of an enhanced status code or of an entry of the catalogue (RFC 3463 §2). */
export function enhancedClass(code: string): EnhancedClass {
  const digit = code[0];
  return digit === '2' || digit === '4' || digit === '5' ? digit : 'X';
}

/**
 * The classes in which an entry of the catalogue makes sense: what documents a success no failure, what documents a failure
 * no success; a detail of 0 says nothing beside subject and class, so that it fits each (RFC 3463 §3.1).
 */
export function classesOf({ code, retry }: EnhancedCodeFacts): readonly EnhancedClass[] {
  const own = enhancedClass(code);
  if (own !== 'X') return [own];
  if (retry === 'n/a') return ['2'];
  return code.endsWith('.0') || code.split('.').length === 2 ? ['2', '4', '5'] : ['4', '5'];
}

/** Whether to retry after an enhanced code of this class: what is refused only for now is retried although the cause would not tell so. */
export function retryInClass({ retry, reason }: Pick<EnhancedCodeFacts, 'retry' | 'reason'>, its: EnhancedClass): Retry {
  if (its === '2') return 'n/a';
  if (retry === 'by class') return its === '4' ? 'yes' : its === '5' ? 'no' : retry;
  return its === '4' && retry === 'no' && REASON_FACTS[reason].defaultType !== 'soft' ? 'yes' : retry;
}
