import type { Rule } from '../rule.js';

/** What Postfix answers a client that it refuses (src/smtpd/smtpd_check.c, src/postscreen, 3.12), where the codes alone do not tell. An administrator may have changed the codes, but not these words. */
export const POSTFIX_REFUSALS: readonly Rule[] = [
  {
    id: 'postfix.refused.sender-undeliverable',
    reason: 'invalid-sender',
    source: 'Postfix src/smtpd/smtpd_check.c (reject_unverified_sender)',
    patterns: {
      'sender address rejected: undeliverable address':
        '<bob@example.com>: Sender address rejected: undeliverable address: unknown user: "bob"',
    },
    counterExamples: ['550 5.1.1 <bob@example.com>: Recipient address rejected: undeliverable address: unknown user: "bob"'],
  },
  {
    id: 'postfix.refused.relay-denied',
    reason: 'relay-denied',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'relay access denied': '<bob@example.com>: Relay access denied' },
  },
  {
    id: 'postfix.refused.blocklist',
    reason: 'ip-blocklisted',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'blocked using': 'Service unavailable; Client host [192.0.2.1] blocked using zen.example; https://list.example' },
  },
  {
    id: 'postfix.refused.user-unknown',
    reason: 'user-unknown',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'rejected: user unknown': '<bob@example.com>: Recipient address rejected: User unknown in local recipient table',
    },
  },
  {
    id: 'postfix.refused.undeliverable',
    reason: 'user-unknown',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'rejected: undeliverable address':
        '<bob@example.com>: Recipient address rejected: undeliverable address: unknown user: "bob"',
    },
  },
  {
    id: 'postfix.refused.unverified',
    reason: 'system-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'rejected: unverified address': '<bob@example.com>: Recipient address rejected: unverified address: connection timed out',
    },
  },
  {
    id: 'postfix.refused.verification',
    reason: 'system-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'rejected: address verification problem': '<bob@example.com>: Recipient address rejected: address verification problem',
    },
  },
  {
    id: 'postfix.refused.sender-domain',
    reason: 'invalid-sender',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'sender address rejected: domain not found': '<bob@nx.example>: Sender address rejected: Domain not found' },
  },
  {
    id: 'postfix.refused.recipient-domain',
    reason: 'domain-unknown',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'recipient address rejected: domain not found': '<bob@nx.example>: Recipient address rejected: Domain not found',
    },
  },
  {
    id: 'postfix.refused.sender-owner',
    reason: 'submission-auth',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'sender address rejected: not owned by user': '<bob@example.com>: Sender address rejected: not owned by user alice',
    },
  },
  {
    id: 'postfix.refused.sender-login',
    reason: 'submission-auth',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'sender address rejected: not logged in': '<bob@example.com>: Sender address rejected: not logged in' },
  },
  {
    id: 'postfix.refused.sender-fqdn',
    reason: 'invalid-sender',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'sender address rejected: need fully-qualified': '<bob>: Sender address rejected: need fully-qualified address' },
  },
  {
    id: 'postfix.refused.recipient-fqdn',
    reason: 'invalid-address',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'recipient address rejected: need fully-qualified': '<bob>: Recipient address rejected: need fully-qualified address',
    },
  },
  {
    id: 'postfix.refused.helo',
    reason: 'protocol-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'helo command rejected': '<localhost>: Helo command rejected: need fully-qualified hostname' },
  },
  {
    id: 'postfix.refused.reverse-hostname',
    reason: 'missing-ptr',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'cannot find your': 'Client host rejected: cannot find your reverse hostname, [192.0.2.1]' },
  },
  {
    id: 'postfix.refused.encryption',
    reason: 'tls-failure',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'session encryption is required': 'Session encryption is required' },
  },
  {
    id: 'postfix.refused.sender-null-mx',
    reason: 'invalid-sender',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: {
      'does not accept mail \\(nullmx':
        '<bob@example.com>: Sender address rejected: Domain example.com does not accept mail (nullMX)',
    },
  },
  {
    id: 'postfix.refused.pipelining',
    reason: 'protocol-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'improper use of smtp command pipelining': 'Improper use of SMTP command pipelining' },
  },
  {
    id: 'postfix.refused.postscreen-protocol',
    reason: 'protocol-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'protocol error': 'Protocol error' },
  },
  {
    id: 'postfix.refused.postscreen-connections',
    reason: 'too-many-connections',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'too many connections': 'too many connections' },
  },
  {
    id: 'postfix.refused.postscreen-ports',
    reason: 'too-many-connections',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'server ports busy': 'all server ports busy' },
  },
  {
    id: 'postfix.refused.postscreen-screening',
    reason: 'too-many-connections',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'screening ports busy': 'all screening ports busy' },
  },
  {
    id: 'postfix.refused.rate',
    reason: 'rate-limited',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'too many mail deliveries': 'Error: too many mail deliveries from 192.0.2.1' },
  },
  {
    id: 'postfix.refused.recipients-rate',
    reason: 'rate-limited',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'too many recipients from': 'Error: too many recipients from 192.0.2.1' },
  },
  {
    id: 'postfix.refused.recipients',
    reason: 'too-many-recipients',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'too many recipients': 'Error: too many recipients' },
  },
  {
    id: 'postfix.refused.size',
    reason: 'message-too-big',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'message size exceeds fixed limit': 'Message size exceeds fixed limit' },
  },
  {
    id: 'postfix.refused.storage',
    reason: 'system-full',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'insufficient system storage': 'Insufficient system storage' },
  },
  {
    id: 'postfix.refused.lookup',
    reason: 'system-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'temporary lookup failure': '<bob@example.com>: Temporary lookup failure' },
  },
  {
    id: 'postfix.refused.configuration',
    reason: 'system-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'server configuration error': 'Server configuration error' },
  },
  {
    id: 'postfix.refused.multi-bounce',
    reason: 'protocol-error',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'multi-recipient bounce': '<bob@example.com>: Recipient address rejected: Multi-recipient bounce' },
  },
  {
    id: 'postfix.refused.content',
    reason: 'content-rejected',
    speaker: 'refusal',
    source: 'Postfix src/smtpd/smtpd_check.c, src/postscreen',
    patterns: { 'message content rejected': '5.7.1 message content rejected' },
  },
];
