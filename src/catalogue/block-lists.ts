import type { Reason } from '../model/verdict.js';

/** A list of addresses or domains that receivers consult in the DNS. */
export interface BlockList {
  /** Its key. */
  readonly key: string;
  readonly name: string;
  /** Zones, names and pages by which a reply names it, in lower case. */
  readonly names: readonly string[];
  /** What being on it means. */
  readonly reason: Extract<Reason, 'ip-blocklisted' | 'domain-blocklisted' | 'bad-reputation'>;
  /** Where one looks up an entry and asks for its removal. */
  readonly lookup: string;
}

/** Lists that replies name. A list of domains stands before one of the same house that holds addresses. */
export const BLOCK_LISTS: readonly BlockList[] = [
  {
    key: 'spamhaus-dbl',
    name: 'Spamhaus DBL',
    names: ['dbl.spamhaus', 'spamhaus dbl', 'spamhaus.org/query/domain', 'spamhaus.org/query/dbl', 'spamhaus.org/dbl'],
    reason: 'domain-blocklisted',
    lookup: 'https://check.spamhaus.org/',
  },
  {
    key: 'spamhaus',
    name: 'Spamhaus',
    names: ['spamhaus'],
    reason: 'ip-blocklisted',
    lookup: 'https://check.spamhaus.org/',
  },
  { key: 'spamcop', name: 'SpamCop', names: ['spamcop'], reason: 'ip-blocklisted', lookup: 'https://www.spamcop.net/bl.shtml' },
  {
    key: 'barracuda',
    name: 'Barracuda Reputation Block List',
    names: ['barracudacentral', 'barracuda reputation', 'barracuda.com/reputation'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.barracudacentral.org/lookups',
  },
  {
    key: 'sorbs',
    name: 'SORBS',
    names: ['sorbs.net', 'sorbs>'],
    reason: 'ip-blocklisted',
    lookup: 'http://www.sorbs.net/lookup.shtml',
  },
  {
    key: 'uceprotect',
    name: 'UCEPROTECT',
    names: ['uceprotect'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.uceprotect.net/en/rblcheck.php',
  },
  {
    key: 'backscatterer',
    name: 'Backscatterer',
    names: ['backscatterer'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.backscatterer.org/?target=test',
  },
  { key: 'psbl', name: 'PSBL', names: ['psbl.surriel', 'psbl.org'], reason: 'ip-blocklisted', lookup: 'https://psbl.org/' },
  { key: 'gbudb', name: 'GBUdb Truncate', names: ['gbudb'], reason: 'ip-blocklisted', lookup: 'http://www.gbudb.com/truncate/' },
  {
    key: 'invaluement',
    name: 'Invaluement',
    names: ['invaluement', 'ivmsip', 'ivmuri'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.invaluement.com/lookup/',
  },
  {
    key: 'hostkarma',
    name: 'Hostkarma (JunkEmailFilter)',
    names: ['hostkarma', 'junkemailfilter'],
    reason: 'ip-blocklisted',
    lookup: 'https://ipadmin.junkemailfilter.com/remove.php',
  },
  {
    key: 'nixspam',
    name: 'NiX Spam',
    names: ['ix.dnsbl.manitu', 'manitu.net', 'nixspam'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.dnsbl.manitu.net/',
  },
  {
    key: 'mailspike',
    name: 'Mailspike',
    names: ['mailspike'],
    reason: 'ip-blocklisted',
    lookup: 'https://mailspike.io/ip_verify',
  },
  {
    key: 'abuseat',
    name: 'CBL (Spamhaus)',
    names: ['abuseat.org', 'cbl.'],
    reason: 'ip-blocklisted',
    lookup: 'https://check.spamhaus.org/',
  },
  { key: 'uribl', name: 'URIBL', names: ['uribl'], reason: 'domain-blocklisted', lookup: 'https://lookup.uribl.com/' },
  { key: 'surbl', name: 'SURBL', names: ['surbl'], reason: 'domain-blocklisted', lookup: 'https://www.surbl.org/surbl-analysis' },
  {
    key: 'nordspam',
    name: 'NordSpam',
    names: ['nordspam'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.nordspam.com/delist/',
  },
  {
    key: 'abusix',
    name: 'Abusix Mail Intelligence',
    names: ['abusix'],
    reason: 'ip-blocklisted',
    lookup: 'https://lookup.abusix.com/',
  },
  { key: 'dronebl', name: 'DroneBL', names: ['dronebl'], reason: 'ip-blocklisted', lookup: 'https://dronebl.org/lookup' },
  {
    key: 'spameatingmonkey',
    name: 'Spam Eating Monkey',
    names: ['spameatingmonkey'],
    reason: 'ip-blocklisted',
    lookup: 'https://spameatingmonkey.com/lookup',
  },
  { key: '0spam', name: '0spam', names: ['0spam'], reason: 'ip-blocklisted', lookup: 'https://0spam.org/' },
  {
    key: 'blocklist-de',
    name: 'blocklist.de',
    names: ['bl.blocklist.de', 'blocklist.de'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.blocklist.de/en/search.html',
  },
  {
    key: 'lashback',
    name: 'LashBack UBL',
    names: ['ubl.unsubscore', 'lashback'],
    reason: 'ip-blocklisted',
    lookup: 'https://blacklist.lashback.com/',
  },
  { key: 'wpbl', name: 'WPBL', names: ['wpbl.info'], reason: 'ip-blocklisted', lookup: 'http://www.wpbl.info/' },
  {
    key: 'cymru',
    name: 'Team Cymru bogons',
    names: ['bogons.cymru'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.team-cymru.com/bogon-networks',
  },
  { key: 'nerd', name: 'countries.nerd.dk', names: ['nerd.dk'], reason: 'ip-blocklisted', lookup: 'http://countries.nerd.dk/' },
  {
    key: 'proofpoint',
    name: 'Proofpoint Dynamic Reputation',
    names: ['ipcheck.proofpoint', 'support.proofpoint.com/dnsbl', 'prs.proofpoint', 'proofpoint.com/rbl'],
    reason: 'ip-blocklisted',
    lookup: 'https://ipcheck.proofpoint.com/',
  },
  {
    key: 'trendmicro',
    name: 'Trend Micro Email Reputation Services',
    names: ['ers.trendmicro', 'mail-abuse.', 'ers-customized-block', 'rbl-plus'],
    reason: 'ip-blocklisted',
    lookup: 'https://www.ers.trendmicro.com/reputations/index',
  },
  {
    key: 'symantec',
    name: 'Symantec IP Reputation',
    names: ['ipremoval.sms.symantec', 'symantec zodiac', 'symantec reputation'],
    reason: 'ip-blocklisted',
    lookup: 'https://ipremoval.sms.symantec.com/lookup/',
  },
  {
    key: 'cloudmark',
    name: 'Cloudmark Sender Intelligence',
    names: ['csi.cloudmark', 'cloudmark sender intelligence'],
    reason: 'bad-reputation',
    lookup: 'https://csi.cloudmark.com/en/reset/',
  },
  {
    key: 'talos',
    name: 'Cisco Talos (SenderBase)',
    names: ['senderbase', 'talosintelligence'],
    reason: 'bad-reputation',
    lookup: 'https://www.talosintelligence.com/reputation_center',
  },
  {
    key: 'senderscore',
    name: 'Sender Score (Validity)',
    names: ['senderscore'],
    reason: 'bad-reputation',
    lookup: 'https://senderscore.org/',
  },
  {
    key: 'microsoft',
    name: 'Microsoft block list',
    names: ['sender.office.com', 'messaging.microsoft.com'],
    reason: 'ip-blocklisted',
    lookup: 'https://sender.office.com/',
  },
];

/** The rule that finds a list by its name. */
export const listRule = ({ key }: BlockList): string => `list.${key}`;

/** Rules that find a list by more than its name, with the key of the list. */
const BY_SENTENCE = { 'list.spamhaus-domain': 'spamhaus-dbl' };

const BY_RULE: ReadonlyMap<string, BlockList> = new Map([
  ...BLOCK_LISTS.map((list): [string, BlockList] => [listRule(list), list]),
  ...Object.entries(BY_SENTENCE).map(([rule, key]): [string, BlockList] => [rule, blockList(key)]),
]);

/** The list that a rule finds in a reply. */
export const listOfRule = (rule: string): BlockList | undefined => BY_RULE.get(rule);

/** A list by its key. @throws Error when there is none. */
export function blockList(key: string): BlockList {
  const found = BLOCK_LISTS.find((list) => list.key === key);
  if (found === undefined) throw new Error(`no block list '${key}'`);
  return found;
}

/**
 * What an answer of a list is that refuses the receiver's query: no listing. It lies in 127.255.255.0/24, where the last number
 * tells why.
 */
export const REFUSED_QUERY = {
  rule: 'list.query-refused',
  network: '127.255.255.0/24',
  reason: 'system-error',
  actor: 'recipient admin',
  page: 'https://www.spamhaus.com/resource-hub/dnsbl/using-our-public-mirrors-check-your-return-codes-now/',
} as const;
