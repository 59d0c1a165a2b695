import { BLOCK_LISTS, listRule, REFUSED_QUERY } from '../../catalogue/block-lists.js';
import type { Rule } from '../rule.js';

const MENTION: Readonly<Record<'ip-blocklisted' | 'domain-blocklisted' | 'bad-reputation', (name: string) => string>> = {
  'ip-blocklisted': (name) => `554 5.7.1 Client host [192.0.2.1] refused; see https://${name} for 192.0.2.1`,
  'domain-blocklisted': (name) => `554 5.7.1 The domain example.com is refused; see ${name}`,
  'bad-reputation': (name) => `550 5.7.1 Refused; see https://${name} for 192.0.2.1`,
};

/**
 * An answer from 127.255.255.0/24 is no listing: the list refuses the receiver's query, because it came through a public
 * resolver, was mistyped, or there were too many (Spamhaus, "Error codes", 127.255.255.252, .254, .255).
 */
const REFUSED_QUERIES: Rule = {
  id: REFUSED_QUERY.rule,
  reason: REFUSED_QUERY.reason,
  source: REFUSED_QUERY.page,
  patterns: {
    '127.255.255.': '554 5.7.1 192.0.2.1 listed at zen.spamhaus.example: 127.255.255.254',
    'error: open resolver':
      '554 5.7.1 Blocked using zen.spamhaus.example; Error: open resolver; https://www.spamhaus.example/returnc/pub/192.0.2.1',
    '/returnc/(pub|vol)': '550 5.7.1 Blocked, see https://www.spamhaus.example/returnc/pub/192.0.2.1/',
  },
  counterExamples: ['554 5.7.1 192.0.2.1 listed at zen.spamhaus.org: 127.0.0.2'],
};

/** A block list that the text names. */
export const NAMED_LISTS: readonly Rule[] = [
  REFUSED_QUERIES,
  {
    id: 'list.spamhaus-domain',
    reason: 'domain-blocklisted',
    source: 'https://check.spamhaus.org/: the name of the sender or of the client is on the DBL',
    patterns: {
      '(domain|mailfrom|helo) {20}listed {15}spamhaus': '550 5.1.0 MailFrom domain is listed in Spamhaus',
    },
  },
  ...BLOCK_LISTS.map(
    (list): Rule => ({
      id: listRule(list),
      reason: list.reason,
      source: list.lookup,
      patterns: Object.fromEntries(list.names.map((name) => [name, MENTION[list.reason](name.replace('>', ''))])),
    }),
  ),
];
