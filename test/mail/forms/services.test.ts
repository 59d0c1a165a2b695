import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/mail-reader.js';
import { checkRow, type Row, recordsOf } from './told.js';

const BOB = 'bob@example.org';
const CAROL = 'carol@example.net';
const UNKNOWN = { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.1', says: 'User unknown' } as const;
const NOT_FOUND = {
  recipient: BOB,
  replyCode: 550,
  enhancedStatus: '5.1.1',
  says: '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
  saysNot: '##',
} as const;

const ROWS: readonly Row[] = [
  [
    'exchange-5.5/unknown-recipient',
    'exchange-5.5',
    {
      recipient: BOB,
      replyCode: null,
      enhancedStatus: null,
      says: 'The recipient name is not recognized MSEXCH:IMS:',
      saysNot: 'MTS-ID',
    },
    { recipient: 'carol@example.org', replyCode: 550, enhancedStatus: '5.7.1', says: 'Access denied', saysNot: '2002' },
  ],
  [
    'exchange-5.5/x400-address',
    'exchange-5.5',
    { recipient: BOB, says: 'Unable to deliver the message due to a communications failure' },
  ],
  [
    'exchange-2003/no-account',
    'exchange-2003',
    { recipient: BOB, loggedStatus: '5.1.1', remoteMta: null, says: 'The e-mail account does not exist', saysNot: '2004' },
  ],
  [
    'exchange-2003/reply-of-server',
    'exchange-2003',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.7.1',
      loggedStatus: '5.5.0',
      remoteMta: null,
      says: '550 5.7.1 <bob@example.org>: Recipient address rejected',
    },
    { recipient: CAROL, replyCode: null, loggedStatus: '5.0.0', says: 'did not report a specific reason' },
  ],
  [
    'exchange-2003/german',
    'exchange-2003',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.1', loggedStatus: '5.1.1', says: '550 5.1.1 User unknown' },
  ],
  ['exchange-2003/french', 'exchange-2003', { recipient: BOB, loggedStatus: '5.1.1', says: "n'existe pas" }],
  ['exchange-2003/italian', 'exchange-2003', { recipient: BOB, loggedStatus: '5.1.1', says: 'non esiste' }],
  [
    'exchange-2003/some-or-all',
    'exchange-2003',
    { recipient: BOB, loggedStatus: '5.1.1', says: 'The e-mail account does not exist', saysNot: 'Carol' },
  ],
  [
    'exchange-2003/smtp-service',
    'exchange-2003',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.7.1', loggedStatus: '5.7.1', says: 'Unable to relay' },
  ],
  ['exchange/not-found-2010', 'exchange', NOT_FOUND],
  ['exchange/html-only', 'exchange', NOT_FOUND],
  ['exchange/german', 'exchange', NOT_FOUND],
  ['exchange/french', 'exchange', NOT_FOUND],
  ['exchange/spanish', 'exchange', NOT_FOUND],
  ['exchange/italian', 'exchange', NOT_FOUND],
  ['exchange/dutch', 'exchange', NOT_FOUND],
  ['exchange/japanese', 'exchange', NOT_FOUND],
  ['exchange/chinese', 'exchange', NOT_FOUND],
  ['exchange/russian', 'exchange', NOT_FOUND],
  ['exchange/portuguese', 'exchange', { ...UNKNOWN, remoteMta: 'mx.example.org', saysNot: '##' }],
  [
    'exchange/remote-2007',
    'exchange',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.7.1',
      remoteMta: 'mx.example.org',
      says: 'Sender address rejected: Access denied',
      saysNot: '##',
    },
  ],
  [
    'exchange/bracketed-2010',
    'exchange',
    {
      recipient: BOB,
      replyCode: 552,
      enhancedStatus: '5.2.2',
      loggedStatus: '5.2.2',
      remoteMta: 'mx.example.org',
      says: 'Mailbox is full',
      saysNot: 'SMTP',
    },
  ],
  [
    'exchange/retries-2013',
    'exchange',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '4.4.7',
      remoteMta: 'mx.example.org',
      remoteIp: '192.0.2.77',
      says: 'QUEUE.Expired; message expired',
      saysNot: '451',
    },
    { recipient: CAROL, replyCode: 550, enhancedStatus: '5.7.1', says: 'RESOLVER.RST.NotAuthorized', saysNot: 'QUEUE' },
  ],
  [
    'exchange/quoted-reply',
    'exchange',
    { recipient: BOB, replyCode: 554, enhancedStatus: '5.1.0', says: '#5.1.10 smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound' },
  ],
  [
    'exchange/no-diagnostics',
    'exchange',
    { recipient: BOB, replyCode: null, says: "mailbox is full and can't accept messages now" },
  ],
  [
    'exchange/x500-recipient',
    'exchange',
    {
      recipient: 'IMCEAEX-_O=EXAMPLE_OU=EXCHANGE+20ADMINISTRATIVE+20GROUP_CN=RECIPIENTS_CN=SALES@example.net',
      replyCode: 550,
      enhancedStatus: '5.7.1',
      says: 'RESOLVER.RST.AuthRequired',
    },
  ],
  [
    'exchange/delay',
    'exchange',
    {
      recipient: BOB,
      action: 'delayed',
      replyCode: 451,
      enhancedStatus: '4.4.0',
      remoteMta: 'mx.example.org',
      remoteIp: '192.0.2.77',
      says: 'Primary target IP address responded',
    },
  ],
  [
    'exchange-online/page',
    'exchange-online',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.10', loggedStatus: '5.1.10', says: 'RESOLVER.ADR.RecipientNotFound' },
  ],
  [
    'exchange-online/page-only',
    'exchange-online',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.7.1',
      remoteMta: 'mx.example.org',
      says: 'Client host [198.51.100.7] blocked',
      saysNot: 'DSN generated',
    },
  ],
  [
    'exchange-online/text',
    'exchange-online',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.4.1',
      loggedStatus: '5.4.1',
      remoteMta: 'mx.example.org',
      says: 'Access denied',
    },
  ],
  [
    'outlook.com/mailbox-unavailable',
    'outlook.com',
    { recipient: BOB, replyCode: 550, loggedStatus: '5.5.0', says: 'mailbox unavailable' },
  ],
  [
    'domino/not-listed',
    'domino',
    { recipient: BOB, replyCode: null, says: 'User bob (bob@example.org) not listed in Domino Directory', saysNot: 'because' },
  ],
  [
    'domino/status-fields',
    'domino',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: '5.0.0',
      remoteMta: 'mx.example.org',
      says: 'User unknown',
    },
  ],
  ['domino/japanese', 'domino', { recipient: BOB, says: 'not listed in Domino Directory', saysNot: '理由' }],
  ['domino/german', 'domino', { recipient: BOB, says: 'Maximum hop count exceeded', saysNot: 'weil' }],
  [
    'notes/failure-reasons',
    'notes',
    { recipient: BOB, says: 'User not listed in public Name & Address Book' },
    { recipient: 'carol@example.org', says: 'User not listed in public Name & Address Book' },
  ],
  ['groupwise/undeliverable', 'groupwise', UNKNOWN],
  ['groupwise/attachment', 'groupwise', { ...UNKNOWN, saysNot: 'Transcript' }],
  ['gmail/failure-2014', 'gmail', { ...UNKNOWN, remoteMta: 'mx.example.org', remoteIp: '192.0.2.77', saysNot: 'Google tried' }],
  ['gmail/failure-2008', 'gmail', { recipient: BOB, replyCode: 550, enhancedStatus: '5.7.1', says: 'Relay access denied' }],
  ['gmail/no-connection', 'gmail', { recipient: BOB, replyCode: null, says: '[mx.example.org (10): Connection timed out]' }],
  ['gmail/delay-2014', 'gmail', { recipient: BOB, action: 'delayed', replyCode: null, says: 'Connection timed out' }],
  [
    'gmail/address-not-found',
    'gmail',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: '5.1.1',
      remoteMta: 'mx.example.org',
      remoteIp: '192.0.2.77',
      says: 'unnecessary spaces',
    },
  ],
  ['gmail/text-only-german', 'gmail', UNKNOWN],
  ['gmail/french', 'gmail', UNKNOWN],
  ['gmail/japanese', 'gmail', UNKNOWN],
  [
    'gmail/blocked',
    'gmail',
    { recipient: BOB, replyCode: 554, enhancedStatus: '5.7.1', says: 'Client host rejected: blocked', saysNot: 'See technical' },
  ],
  ['gmail/inbox-full', 'gmail', { recipient: BOB, replyCode: 552, enhancedStatus: '5.2.2', says: 'over quota' }],
  ['gmail/no-domain', 'gmail', { recipient: BOB, replyCode: null, says: 'DNS Error: Domain name not found' }],
  [
    'gmail/incomplete',
    'gmail',
    { recipient: BOB, action: 'delayed', loggedStatus: '4.4.1', says: 'did not accept our requests to connect' },
  ],
  [
    'google-groups/english',
    'google-groups',
    { recipient: 'team@googlegroups.com', replyCode: null, says: 'may not exist, or you may not have permission' },
  ],
  ['google-groups/german', 'google-groups', { recipient: 'team@example.org', replyCode: null, says: 'nicht berechtigt' }],
  ['amazon-ses/user-unknown', 'amazon-ses', { ...UNKNOWN, loggedStatus: '5.1.1' }],
  ['amazon-ses/text-only', 'amazon-ses', { ...UNKNOWN, saysNot: 'undeliverable' }],
  ['amazon-ses/no-cause', 'amazon-ses', { recipient: BOB, replyCode: null, enhancedStatus: null }],
  ['amazon-workmail/technical-report', 'amazon-workmail', { ...UNKNOWN, says: 'User Unknown', loggedStatus: '5.1.1' }],
  [
    'amazon-ses-inbound/bounce-action',
    'amazon-ses-inbound',
    {
      recipient: BOB,
      originalRecipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: '5.1.1',
      says: 'Mailbox does not exist',
    },
  ],
  ['amazon-sns/permanent', 'amazon-sns', { ...UNKNOWN, loggedStatus: '5.1.1', remoteIp: '192.0.2.77', saysNot: 'smtp;' }],
  ['amazon-sns/broken-line', 'amazon-sns', { ...UNKNOWN, loggedStatus: '5.1.1', remoteIp: '192.0.2.77' }],
  ['amazon-sns/pretty', 'amazon-sns', { ...UNKNOWN, loggedStatus: '5.1.1', remoteIp: '192.0.2.77' }],
  ['amazon-sns/cut-off', 'amazon-sns', { ...UNKNOWN, loggedStatus: '5.1.1' }],
  [
    'amazon-sns/transient-two',
    'amazon-sns',
    { recipient: BOB, replyCode: null, loggedStatus: null, says: 'Transient General' },
    { recipient: CAROL, replyCode: 554, enhancedStatus: '4.4.7', loggedStatus: '4.4.7', says: 'Message expired' },
  ],
  ['amazon-sns/envelope-undetermined', 'amazon-sns', { recipient: BOB, replyCode: null, says: 'Undetermined' }],
  ['amazon-sns/complaint', 'amazon-sns', { recipient: BOB, action: 'feedback', feedbackType: 'abuse' }],
  ['amazon-sns/complaint-cut-off', 'amazon-sns', { recipient: null, action: 'feedback' }],
  ['amazon-sns/reject', 'amazon-sns', { recipient: BOB, says: 'Bad content' }],
  [
    'amazon-sns/delivery',
    'amazon-sns',
    { recipient: BOB, action: 'delivered', replyCode: 250, enhancedStatus: '2.6.0', remoteIp: '192.0.2.77' },
  ],
  [
    'amazon-sns/delay',
    'amazon-sns',
    { recipient: BOB, action: 'delayed', replyCode: 421, enhancedStatus: '4.4.1', loggedStatus: '4.4.1' },
  ],
  ['sendgrid/bounce', 'sendgrid', { ...UNKNOWN, originalRecipient: BOB, loggedStatus: '5.1.1' }],
  ['postmark/bounce', 'postmark', { ...UNKNOWN, loggedStatus: '5.1.1' }],
  [
    'mandrill/bounce',
    'mandrill',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.2.1', loggedStatus: '5.2.1', says: 'mailbox disabled' },
  ],
  [
    'mailgun/bounce',
    'mailgun',
    { recipient: BOB, replyCode: 552, enhancedStatus: '5.2.2', loggedStatus: '5.2.2', says: 'Mailbox full' },
  ],
  [
    'sparkpost/ecelerity',
    'sparkpost',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.1', command: 'RCPT', says: 'Recipient address rejected' },
  ],
  ['zoho/failed', 'zoho', { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.1', says: 'User Unknown' }],
  ['zoho/page', 'zoho', { ...UNKNOWN, saysNot: 'permanent' }],
  ['zoho/delay', 'zoho', { recipient: BOB, action: 'delayed', replyCode: 421, says: 'Host not reachable' }],
  [
    'facebook/refused',
    'facebook',
    { recipient: 'bob@facebook.com', replyCode: 550, enhancedStatus: '5.1.1', loggedStatus: '5.1.1', says: 'RCP-P2' },
  ],
  [
    'verizon/vtext',
    'verizon',
    { recipient: '5550100@vtext.com', replyCode: 550, says: 'no such user here', saysNot: 'Message details' },
  ],
  ['feedback/abuse', 'arf', { recipient: BOB, action: 'feedback', feedbackType: 'abuse', remoteIp: '198.51.100.7' }],
  ['feedback/redacted', 'arf', { recipient: 'bob@example.net', action: 'feedback', feedbackType: 'abuse' }],
  ['feedback/several-addressees', 'arf', { recipient: null, action: 'feedback', feedbackType: 'abuse' }],
  ['feedback/opt-out', 'arf', { recipient: BOB, action: 'feedback', feedbackType: 'opt-out' }],
  [
    'feedback/auth-failure',
    'arf',
    { recipient: null, action: 'feedback', feedbackType: 'auth-failure', remoteIp: '203.0.113.9' },
  ],
  ['feedback/auth-failure-named', 'arf', { recipient: 'bob@example.net', action: 'feedback', feedbackType: 'auth-failure' }],
  ['feedback/hotmail-jmrp', 'hotmail-jmrp', { recipient: 'bob@hotmail.example', action: 'feedback', feedbackType: 'abuse' }],
  ['feedback/hotmail-jmrp-bare', 'hotmail-jmrp', { recipient: 'bob@hotmail.example', action: 'feedback', feedbackType: 'abuse' }],
  ['feedback/spamcop', 'spamcop', { recipient: null, action: 'feedback', feedbackType: 'abuse' }],
];

describe('notices of services and of their mail servers', () => {
  it.each(ROWS.map((row) => ({ name: row[0], row })))('$name', ({ row }) => checkRow(row));
});

describe('mails that look like notices of services', () => {
  it.each([
    'amazon-sns/send-event',
    'amazon-sns/subscription',
    'services-not-bounces/forwarded-exchange-report',
    'services-not-bounces/question-about-ses-json',
    'services-not-bounces/sns-alarm',
    'services-not-bounces/groups-digest',
    'services-not-bounces/notes-vacation',
    'services-not-bounces/mimecast-held-message',
    'services-not-bounces/dmarc-aggregate',
  ])('%s fails nobody', async (file) => {
    const actions = (await recordsOf(file)).map(({ action }) => action);
    expect(actions.filter((action) => action !== 'auto-reply')).toEqual([]);
  });

  it('takes the message of a notification of SES out of its JSON', async () => {
    for (const file of ['permanent', 'pretty', 'complaint', 'delivery', 'envelope-undetermined']) {
      const [evidence] = await recordsOf(`amazon-sns/${file}`);
      expect(evidence?.envelope).toMatchObject({ sender: 'news@example.com', messageId: 'minutes-1@example.com' });
    }
  });

  it('names who is away', async () => {
    expect(await recordsOf('services-not-bounces/notes-vacation')).toMatchObject([{ action: 'auto-reply', recipient: BOB }]);
  });
});

describe('damaged notices of services', () => {
  it.each([
    'amazon-sns/permanent',
    'amazon-sns/envelope-undetermined',
    'exchange-online/page',
    'exchange/retries-2013',
    'feedback/redacted',
  ])('%s is read without an error wherever it is cut off', async (file) => {
    const bytes = readFileSync(new URL(`../../../fixtures/mail/${file}.eml`, import.meta.url));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.string(), async (at, junk) => {
        const damaged = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(junk),
          bytes.subarray(Math.min(bytes.length, at + junk.length)),
        ]);
        const { records } = await readMail(damaged, { input: 0, offset: 0, index: 0 }, 1);
        for (const { evidence } of records) expect(evidence.diagnostic?.length ?? 0).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 60 },
    );
  });
});
