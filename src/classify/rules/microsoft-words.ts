import type { Rule } from '../rule.js';

const EXCHANGE =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online';
const OUTLOOK = 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting';

/** Sentences of Exchange Server, Exchange Online and Outlook.com. */
export const MICROSOFT_WORDS: readonly Rule[] = [
  {
    id: 'microsoft.no-relay',
    reason: 'relay-denied',
    enhancedStatus: ['5.4.1'],
    source: `${EXCHANGE} (the MX leads to a server that does not take mail for the domain)`,
    patterns: { 'relay access denied': '550 5.4.1 Relay Access Denied' },
    counterExamples: ['550 5.4.1 Recipient address rejected: Access denied'],
  },
  {
    id: 'microsoft.edge-blocking',
    reason: 'user-unknown',
    enhancedStatus: ['5.4.1'],
    source: `${EXCHANGE} (directory-based edge blocking)`,
    patterns: { 'access denied': '550 5.4.1 Recipient address rejected: Access denied. [XX1.prod.protection.outlook.com]' },
    counterExamples: ['550 5.7.1 Recipient address rejected: Access denied', '550 5.4.1 Relay Access Denied'],
  },
  {
    id: 'microsoft.disabled-mailbox',
    reason: 'mailbox-disabled',
    source: EXCHANGE,
    patterns: {
      'storedrv{60}(accountdisabledexception|mapiexceptionmailboxdisabled|mapiexceptionaccountdisabled)':
        '554 5.2.0 STOREDRV.Deliver.Exception:MailboxUnavailableException.MapiExceptionMailboxDisabled; Failed to process message',
    },
  },
  {
    id: 'microsoft.internal-senders',
    reason: 'recipient-refused',
    source: EXCHANGE,
    patterns: {
      'resolver.rst.(authrequired|notauthorized|restricted|sendernotauthenticated)':
        '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
      'sender (was |)not authenticated': '550 5.7.136 Sender was not authenticated',
      'rejected by recipient>': '550 5.7.507 Access denied, rejected by recipient',
      'unifiedgroupagent; delivery failed':
        "550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member",
    },
  },
  {
    id: 'microsoft.tenant-list',
    reason: 'policy',
    source: EXCHANGE,
    patterns: { 'tenant allow{1}block list': '550 5.7.703 blocked by your organization using Tenant Allow Block List' },
  },
  {
    id: 'microsoft.banned-sender',
    reason: 'sender-account-blocked',
    enhancedStatus: ['5.7.501', '5.7.502', '5.7.503'],
    source: EXCHANGE,
    patterns: { 'access denied': '550 5.7.502 Access denied, banned sender' },
  },
  {
    id: 'microsoft.banned-sender-ip',
    reason: 'ip-blocklisted',
    enhancedStatus: ['5.7.511'],
    source: EXCHANGE,
    patterns: { 'banned sender': '550 5.7.511 Access denied, banned sender' },
  },
  {
    id: 'microsoft.banned-domain',
    reason: 'domain-blocklisted',
    enhancedStatus: ['5.7.800'],
    source: EXCHANGE,
    patterns: { 'banned sender': '550 5.7.800 Access denied, banned sender' },
  },
  {
    id: 'microsoft.send-as',
    reason: 'invalid-sender',
    source: EXCHANGE,
    patterns: {
      'permissions to send as': '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      sendasdenied: '554 5.2.252 SendAsDenied; alice@example.org not allowed to send as carol@example.org',
    },
  },
  {
    id: 'microsoft.outbound-spam',
    reason: 'sender-account-blocked',
    source: EXCHANGE,
    patterns: {
      outboundspamexception: '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message',
    },
  },
  {
    id: 'microsoft.wrong-region',
    reason: 'system-error',
    source: `${EXCHANGE} (the MX of the recipient leads to another region than that of the tenant)`,
    patterns: { 'wrong {12}region': '451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35' },
  },
  {
    id: 'microsoft.busy',
    reason: 'rate-limited',
    enhancedStatus: ['4.7.500'],
    source: EXCHANGE,
    patterns: { 'server busy': '451 4.7.500 Server busy. Please try again later from 192.0.2.1' },
  },
  {
    id: 'microsoft.try-later',
    reason: 'rate-limited',
    enhancedStatus: ['4.7.500', '4.7.850'],
    source: EXCHANGE,
    patterns: { 'access denied, please try again': '451 4.7.500 Access denied, please try again later' },
  },
  {
    id: 'microsoft.unwanted',
    reason: 'bad-reputation',
    source: OUTLOOK,
    patterns: { 'too many unwanted messages': '550 Too many unwanted messages have been sent from the IP address above' },
  },
  {
    id: 'microsoft.receive-limit',
    reason: 'rate-limited',
    source: EXCHANGE,
    patterns: {
      'message receive limit': "554 5.2.121 The recipient's per hour message receive limit from specific sender was exceeded",
      'to this recipient per hour':
        '554 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour',
    },
  },
  {
    id: 'microsoft.forest-connections',
    reason: 'too-many-connections',
    source: EXCHANGE,
    patterns: {
      'connections per {20}(forest|tenant)':
        '421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit',
    },
  },
  {
    id: 'microsoft.queue-quota',
    reason: 'rate-limited',
    source: OUTLOOK,
    patterns: { 'organization queue quota': '450 4.7.3 Organization queue quota exceeded' },
  },
  {
    id: 'microsoft.replication',
    reason: 'system-error',
    source: OUTLOOK,
    patterns: { 'failed to be replicated': '451 4.4.0 Message failed to be replicated: No healthy secondary server available' },
  },
  {
    id: 'microsoft.ipv6',
    reason: 'policy',
    source: EXCHANGE,
    patterns: { 'not accept email over ipv6': '550 5.7.510 The domain does not accept email over IPv6' },
  },
  {
    id: 'microsoft.thread-limit',
    reason: 'rate-limited',
    source: EXCHANGE,
    patterns: { 'thread limit exceeded': '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded' },
  },
];
