import type { TextRule } from './text-rule.js';

/**
 * The words by which a server tells a client that it is put off at first contact (RFC 6647). The reply code is whatever
 * its administrator chose: 450, 451 or 421, with any enhanced code.
 */
export const GREYLISTING: readonly TextRule[] = [
  'reylist',
  'raylist',
  'rey-list',
  'ray-list',
  'rey list',
  'ray list',
  'REYLIST',
  'RAYLIST',
].map(
  (literal): TextRule => ({
    id: `greylisting.${literal.toLowerCase().replace(/[^a-z]/g, '-')}${literal === literal.toUpperCase() ? '-capitals' : ''}`,
    literal,
    reason: 'greylisted',
    source: 'RFC 6647 §2.1; the names that greylisting programs give themselves in their replies',
    example: `450 4.2.0 Recipient address rejected: G${literal}ed, try again in 300 seconds`,
  }),
);

/** Whether a text may be about greylisting at all: a look that is cheaper than the rules. */
export const isAboutGreylisting = (text: string): boolean => GREYLISTING.some(({ literal }) => text.includes(literal));
