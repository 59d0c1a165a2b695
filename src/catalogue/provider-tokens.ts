import type { Provider } from '../model/provider.js';
import type { Reason } from '../model/verdict.js';

/** What a provider objects to. */
export type Concern =
  | 'ip'
  | 'domain'
  | 'link'
  | 'account'
  | 'recipient'
  | 'sender'
  | 'message'
  | 'connection'
  | 'login'
  | 'server';

/** A token that a provider puts into its replies, and what it stands for. */
export interface ProviderToken {
  /** The rule that finds it: `yahoo.tss04`. */
  readonly rule: string;
  readonly provider: Provider;
  /** As the provider writes it; `*` stands for digits that vary. */
  readonly token: string;
  /** How it is found in a normalised text; the form is described in `classify/pattern.ts`. */
  readonly pattern: string;
  readonly reason: Reason;
  readonly concern: Concern;
  /** The block list behind it, by its key in `block-lists.ts`. */
  readonly list?: string;
}

type Row = readonly [
  token: string,
  reason: Reason,
  concern: Concern,
  more?: { readonly pattern?: string; readonly list?: string },
];

/** A token that stands as a word of its own, or between the brackets it has. */
const patternOf = (token: string): string =>
  `${token.toLowerCase().replace(/[(){}*|>\\^]/g, '\\$&')}${/[a-z0-9]$/i.test(token) ? '>' : ''}`;

const tokensOf = (provider: Provider, rows: readonly Row[]): ProviderToken[] =>
  rows.map(([token, reason, concern, { pattern = patternOf(token), list } = {}]) => ({
    rule: `${provider}.${token
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`,
    provider,
    token,
    pattern,
    reason,
    concern,
    ...(list === undefined ? {} : { list }),
  }));

const OUTLOOK: readonly Row[] = [
  ['RP-001', 'rate-limited', 'ip'],
  ['RP-002', 'rate-limited', 'ip'],
  ['RP-003', 'too-many-connections', 'connection'],
  ['SC-001', 'bad-reputation', 'ip'],
  ['SC-002', 'bad-reputation', 'ip'],
  ['SC-003', 'ip-blocklisted', 'ip'],
  ['SC-004', 'bad-reputation', 'ip'],
  ['DY-001', 'ip-blocklisted', 'ip'],
  ['DY-002', 'ip-blocklisted', 'ip'],
  ['OU-001', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['OU-002', 'bad-reputation', 'ip'],
  ['(S3140)', 'ip-blocklisted', 'ip'],
  ['(S3150)', 'ip-blocklisted', 'ip'],
  ['(S775)', 'bad-reputation', 'ip'],
  ['(S844)', 'bad-reputation', 'ip'],
  ['(S3113)', 'bad-reputation', 'ip'],
  ['(S3114)', 'bad-reputation', 'ip'],
  ['(S3115)', 'too-many-connections', 'connection'],
  ['(S8001)', 'domain-blocklisted', 'domain', { list: 'spamhaus-dbl' }],
  ['(S8002)', 'domain-blocklisted', 'domain', { list: 'spamhaus-dbl' }],
];

const EXCHANGE_ONLINE: readonly Row[] = [
  ['(AS16012607)', 'ip-blocklisted', 'ip', { pattern: 'as16012607' }],
  ['(AS16012609)', 'ip-blocklisted', 'ip', { pattern: 'as16012609' }],
  ['(AS16012611)', 'ip-blocklisted', 'ip', { pattern: 'as16012611', list: 'spamhaus' }],
  ['(AS77712344)', 'rate-limited', 'ip', { pattern: 'as77712344' }],
];

const YAHOO: readonly Row[] = [
  ['[TSS04]', 'rate-limited', 'ip'],
  ['[TSS05]', 'rate-limited', 'ip'],
  ['[TSS07]', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['[TSS09]', 'bad-reputation', 'ip'],
  ['[TSS11]', 'bad-reputation', 'ip'],
  ['[TS01]', 'rate-limited', 'ip'],
  ['[TS02]', 'rate-limited', 'ip'],
  ['[TS03]', 'bad-reputation', 'ip'],
  ['[IPTS04]', 'rate-limited', 'ip'],
  ['[IPTS05]', 'rate-limited', 'ip'],
  ['[GL01]', 'greylisted', 'ip'],
  ['[BL21]', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['[BL23]', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['[PH01]', 'spam-content', 'message'],
  ['[AU01]', 'auth-failure', 'domain'],
  ['[VS1-IP]', 'bad-reputation', 'ip'],
  ['[VS1-MF]', 'bad-reputation', 'sender'],
];

const APPLE: readonly Row[] = [
  ['[HME1]', 'auth-failure', 'domain'],
  ['[HCM1]', 'rate-limited', 'ip'],
  ['[CS01]', 'policy', 'message'],
  ['[BS02]', 'system-error', 'server'],
];

const COMCAST: readonly Row[] = [
  ['BL000000', 'ip-blocklisted', 'ip'],
  ['BL000001', 'ip-blocklisted', 'ip'],
  ['BL000010', 'ip-blocklisted', 'ip'],
  ['BL000011', 'ip-blocklisted', 'ip'],
  ['BL000100', 'ip-blocklisted', 'ip'],
  ['BL000101', 'ip-blocklisted', 'ip'],
  ['BL000110', 'ip-blocklisted', 'ip'],
  ['BL000111', 'ip-blocklisted', 'ip'],
  ['ES000001', 'ip-blocklisted', 'ip'],
  ['ES000010', 'ip-blocklisted', 'ip'],
  ['RL000001', 'rate-limited', 'ip'],
  ['RL000002', 'rate-limited', 'ip'],
  ['RL000003', 'too-many-recipients', 'connection'],
  ['RL000010', 'rate-limited', 'ip'],
  ['PT000001', 'missing-ptr', 'ip'],
  ['DM000001', 'auth-failure', 'domain'],
];

const COX: readonly Row[] = [
  ['AUP#CXBL', 'ip-blocklisted', 'ip'],
  ['AUP#CXDNS', 'missing-ptr', 'ip'],
  ['AUP#CXSNDR', 'auth-failure', 'domain'],
  ['AUP#CXSMTP', 'protocol-error', 'connection'],
  ['AUP#CXCNCT', 'too-many-connections', 'connection'],
  ['AUP#CXMXRT', 'rate-limited', 'ip'],
  ['AUP#CDRBL', 'ip-blocklisted', 'ip'],
  ['AUP#CXTHRT', 'sender-account-blocked', 'account'],
  ['AUP#CXMJ', 'sender-account-blocked', 'account'],
  ['AUP#IPBL*', 'ip-blocklisted', 'ip', { pattern: 'aup#ipbl' }],
  ['AUP#URLBL*', 'domain-blocklisted', 'link', { pattern: 'aup#urlbl' }],
];

const SPECTRUM: readonly Row[] = [
  ['AUP#In-1000', 'ip-blocklisted', 'ip'],
  ['AUP#In-1010 to 1080', 'sender-account-blocked', 'account', { pattern: 'aup#in-10(10|20|30|40|50|60|70|80)' }],
  ['AUP#In-1090', 'system-error', 'server'],
  ['AUP#In-1100 to 1150', 'missing-ptr', 'ip', { pattern: 'aup#in-11(00|10|20|30|40|50)' }],
  ['AUP#In-1160 to 1190', 'auth-failure', 'domain', { pattern: 'aup#in-11(60|70|80|90)' }],
  ['AUP#In-1200 to 1250', 'ip-blocklisted', 'ip', { pattern: 'aup#in-12(00|10|20|30|40|50)' }],
  ['AUP#In-1260', 'policy', 'message'],
  ['AUP#In-1300 to 1340', 'too-many-connections', 'connection', { pattern: 'aup#in-13(00|10|20|30|40)' }],
  ['AUP#In-1350 to 1390', 'rate-limited', 'ip', { pattern: 'aup#in-13(50|60|70|80|90)' }],
  ['AUP#In-1400 to 1490', 'rate-limited', 'ip', { pattern: 'aup#in-14' }],
  ['AUP#In-1500 to 1520', 'invalid-sender', 'sender', { pattern: 'aup#in-15(00|10|20)' }],
  ['AUP#In-1530', 'message-too-big', 'message'],
  ['AUP#In-1540', 'rate-limited', 'ip'],
  ['AUP#In-1550', 'too-many-recipients', 'connection'],
  ['AUP#In-1560', 'bad-reputation', 'ip'],
  ['AUP#In-1580', 'rate-limited', 'ip'],
];

const ATT: readonly Row[] = [['DNSBL:ATTRBL', 'ip-blocklisted', 'ip']];

const GODADDY: readonly Row[] = [
  ['IB007', 'too-many-connections', 'connection'],
  ['IB101', 'system-error', 'server'],
  ['IB103', 'bad-reputation', 'ip', { list: 'cloudmark' }],
  ['IB104', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['IB105', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['IB106', 'ip-blocklisted', 'ip', { list: 'spamhaus' }],
  ['IB108', 'missing-ptr', 'ip'],
  ['IB110', 'ip-blocklisted', 'ip'],
  ['IB111', 'ip-blocklisted', 'ip'],
  ['IB112', 'bad-reputation', 'ip'],
  ['IB113', 'ip-blocklisted', 'ip'],
  ['IB212', 'spam-content', 'message'],
  ['IB401', 'submission-auth', 'login'],
  ['IB501', 'invalid-sender', 'sender'],
  ['IB502', 'invalid-sender', 'sender'],
  ['IB504', 'rate-limited', 'ip'],
  ['IB506', 'invalid-sender', 'sender'],
  ['IB508', 'auth-failure', 'domain'],
  ['IB510', 'too-many-connections', 'connection'],
  ['IB605', 'too-many-recipients', 'connection'],
  ['IB607', 'rate-limited', 'ip'],
  ['IB705', 'virus', 'message'],
];

/** Orange and La Poste count alike behind `OFR` and `LPN`, with digits that name the server in between. */
const ORANGE_NUMBERS: readonly (readonly [number: string, reason: Reason, concern: Concern])[] = [
  ['101', 'ip-blocklisted', 'ip'],
  ['102', 'ip-blocklisted', 'ip'],
  ['103', 'bad-reputation', 'ip'],
  ['104', 'too-many-connections', 'connection'],
  ['105', 'system-error', 'server'],
  ['107', 'system-error', 'server'],
  ['108', 'bad-reputation', 'ip'],
  ['109', 'rate-limited', 'ip'],
  ['201', 'system-error', 'server'],
  ['305', 'submission-auth', 'login'],
  ['401', 'auth-failure', 'domain'],
  ['402', 'submission-auth', 'login'],
  ['403', 'invalid-sender', 'sender'],
  ['405', 'invalid-sender', 'sender'],
  ['415', 'invalid-sender', 'sender'],
  ['416', 'user-unknown', 'recipient'],
  ['417', 'mailbox-full', 'recipient'],
  ['420', 'mailbox-disabled', 'recipient'],
  ['421', 'invalid-sender', 'sender'],
  ['426', 'mailbox-disabled', 'recipient'],
  ['505', 'policy', 'message'],
  ['506', 'spam-content', 'message'],
  ['510', 'bad-reputation', 'ip'],
  ['513', 'spam-content', 'message'],
  ['514', 'message-too-big', 'message'],
  ['517', 'auth-failure', 'domain'],
  ['630', 'policy', 'message'],
  ['999', 'bad-reputation', 'ip'],
];

const numbered = (letters: string): readonly Row[] =>
  ORANGE_NUMBERS.map(([number, reason, concern]) => [
    `${letters}*_${number}`,
    reason,
    concern,
    { pattern: `${letters.toLowerCase()}{4}_${number}` },
  ]);

const NETEASE: readonly Row[] = [
  ['HL:REP', 'bad-reputation', 'ip'],
  ['HL:ICC', 'too-many-connections', 'connection'],
  ['HL:IFC', 'rate-limited', 'ip'],
  ['HL:ITC', 'rate-limited', 'ip'],
  ['HL:MEP', 'invalid-sender', 'sender'],
  ['HL:IPB', 'ip-blocklisted', 'ip'],
  ['HL:IHU', 'ip-blocklisted', 'ip'],
  ['MI:CEL', 'protocol-error', 'connection'],
  ['MI:CCL', 'protocol-error', 'connection'],
  ['MI:DMC', 'rate-limited', 'connection'],
  ['MI:DMA', 'auth-failure', 'domain'],
  ['MI:NHD', 'protocol-error', 'connection'],
  ['MI:SFQ', 'rate-limited', 'sender'],
  ['MI:SPB', 'recipient-refused', 'sender'],
  ['MI:SPF', 'auth-failure', 'domain'],
  ['MI:IMF', 'invalid-sender', 'sender'],
  ['MI:STC', 'rate-limited', 'sender'],
  ['RP:DRC', 'too-many-recipients', 'connection'],
  ['RP:CEL', 'protocol-error', 'connection'],
  ['RP:CCL', 'protocol-error', 'connection'],
  ['RP:FRL', 'relay-denied', 'connection'],
  ['RP:ORQ', 'rate-limited', 'sender'],
  ['RP:QRC', 'rate-limited', 'sender'],
  ['RP:RCL', 'too-many-recipients', 'connection'],
  ['RP:TRC', 'rate-limited', 'sender'],
  ['RP:RFL', 'user-unknown', 'recipient'],
  ['DT:RBL', 'ip-blocklisted', 'ip'],
  ['DT:SPM', 'spam-content', 'message'],
  ['DT:SUM', 'invalid-sender', 'sender'],
  ['WM:BLI', 'ip-blocklisted', 'ip'],
  ['WM:BLU', 'invalid-sender', 'sender'],
];

const FACEBOOK: readonly Row[] = [
  ['POL-P1', 'ip-blocklisted', 'ip'],
  ['POL-P2', 'ip-blocklisted', 'ip'],
  ['POL-P3', 'ip-blocklisted', 'ip'],
  ['POL-P4', 'ip-blocklisted', 'ip'],
  ['POL-P5', 'virus', 'message'],
  ['POL-P6', 'domain-blocklisted', 'link'],
  ['POL-P7', 'auth-failure', 'domain'],
  ['POL-T1', 'rate-limited', 'ip'],
  ['POL-T2', 'rate-limited', 'ip'],
  ['POL-T3', 'rate-limited', 'ip'],
  ['MSG-P1', 'message-too-big', 'message'],
  ['MSG-P2', 'content-rejected', 'message'],
  ['MSG-P3', 'not-rfc-compliant', 'message'],
  ['MSG-T1', 'too-many-recipients', 'connection'],
  ['RCP-P1', 'user-unknown', 'recipient'],
  ['RCP-P2', 'recipient-refused', 'recipient'],
  ['RCP-P3', 'recipient-refused', 'recipient'],
  ['RCP-T1', 'system-error', 'server'],
  ['RCP-T4', 'mailbox-disabled', 'recipient'],
  ['INT-P1', 'user-unknown', 'recipient'],
  ['INT-P2', 'message-too-big', 'message'],
  ['INT-P3', 'user-unknown', 'recipient'],
  ['INT-P4', 'user-unknown', 'recipient'],
  ['DNS-P1', 'invalid-sender', 'domain'],
  ['DNS-P2', 'invalid-sender', 'domain'],
  ['DNS-P3', 'missing-ptr', 'ip'],
  ['DNS-T1', 'invalid-sender', 'domain'],
  ['DNS-T2', 'missing-ptr', 'ip'],
  ['CON-T1', 'too-many-connections', 'connection'],
  ['CON-T2', 'too-many-connections', 'connection'],
  ['CON-T3', 'too-many-connections', 'connection'],
  ['CON-T4', 'too-many-recipients', 'connection'],
];

const I_UA: readonly Row[] = [
  ['i.ua/err/1/', 'relay-denied', 'connection'],
  ['i.ua/err/2/', 'user-unknown', 'recipient'],
  ['i.ua/err/3/', 'mailbox-disabled', 'recipient'],
  ['i.ua/err/4/', 'mailbox-full', 'recipient'],
  ['i.ua/err/5/', 'rate-limited', 'sender'],
  ['i.ua/err/6/', 'relay-denied', 'connection'],
  ['i.ua/err/7/', 'protocol-error', 'connection'],
  ['i.ua/err/8/', 'invalid-sender', 'sender'],
  ['i.ua/err/9/', 'ip-blocklisted', 'ip'],
  ['i.ua/err/10/', 'recipient-refused', 'recipient'],
];

const IMPROVMX: readonly Row[] = [
  ['#id-5.9.0', 'routing-loop', 'recipient', { pattern: 'id-5.9.0>' }],
  ['#id-5.9.2', 'domain-unknown', 'recipient', { pattern: 'id-5.9.2>' }],
  ['#id-5.9.3', 'domain-unknown', 'recipient', { pattern: 'id-5.9.3>' }],
  ['#id-5.9.4', 'system-error', 'server', { pattern: 'id-5.9.4>' }],
  ['#id-5.9.5', 'system-error', 'server', { pattern: 'id-5.9.5>' }],
];

const GMX: readonly Row[] = [
  ['c=r0201', 'ip-blocklisted', 'ip'],
  ['c=rdns', 'missing-ptr', 'ip'],
];

export const PROVIDER_TOKENS: readonly ProviderToken[] = [
  ...tokensOf('outlook', OUTLOOK),
  ...tokensOf('exchange-online', EXCHANGE_ONLINE),
  ...tokensOf('yahoo', YAHOO),
  ...tokensOf('yahoo-jp', [['[VS98-IP0]', 'ip-blocklisted', 'ip']]),
  ...tokensOf('apple', APPLE),
  ...tokensOf('comcast', COMCAST),
  ...tokensOf('cox', COX),
  ...tokensOf('spectrum', SPECTRUM),
  ...tokensOf('att', ATT),
  ...tokensOf('godaddy', GODADDY),
  ...tokensOf('gmx', GMX),
  ...tokensOf('orange', numbered('OFR')),
  ...tokensOf('laposte', numbered('LPN')),
  ...tokensOf('netease', NETEASE),
  ...tokensOf('facebook', FACEBOOK),
  ...tokensOf('iua', I_UA),
  ...tokensOf('improvmx', IMPROVMX),
  ...tokensOf('trendmicro', [
    ['ERS-DUL', 'ip-blocklisted', 'ip'],
    ['ERS-QIL', 'ip-blocklisted', 'ip'],
    ['ERS-RBL', 'ip-blocklisted', 'ip'],
  ]),
];

const BY_RULE: ReadonlyMap<string, ProviderToken> = new Map(PROVIDER_TOKENS.map((token) => [token.rule, token]));

/** The token that a rule finds in a reply. */
export const tokenOfRule = (rule: string): ProviderToken | undefined => BY_RULE.get(rule);
