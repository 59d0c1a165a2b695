import type { Rule } from '../rule.js';
import { MICROSOFT_WORDS } from './microsoft-words.js';

const GMAIL = 'https://support.google.com/a/answer/3726730';
const YAHOO = 'https://senders.yahooinc.com/smtp-error-codes/';
const QQ = 'https://service.mail.qq.com/detail/122';
const NETEASE = 'https://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html';
const MIMECAST = 'https://community.mimecast.com/s/article/Mimecast-SMTP-Error-Codes-842605754';
const GMX_PAGE = 'https://postmaster.gmx.net/en/error-messages';
const ZOHO = 'https://www.zoho.com/mail/help/bounce-emails.html';

/** Sentences of a provider that mean something else there than elsewhere, or that only it uses. */
export const PROVIDER_WORDS: readonly Rule[] = [
  // Gmail and Google Workspace
  {
    id: 'google.inactive',
    reason: 'mailbox-disabled',
    source: GMAIL,
    patterns: {
      'account that you tried to reach is (inactive|disabled)': '550 5.2.1 The email account that you tried to reach is inactive',
    },
  },
  {
    id: 'google.unsolicited-rate',
    reason: 'bad-reputation',
    replyCode: [550],
    enhancedStatus: ['5.7.1', '5.7.28'],
    source: GMAIL,
    patterns: { 'unusual rate of unsolicited': '550 5.7.28 There is an unusual rate of unsolicited mail from your IP address' },
  },
  {
    id: 'google.unusual-rate',
    reason: 'rate-limited',
    enhancedStatus: ['X.7.28'],
    source: GMAIL,
    patterns: {
      'unusual (rate|amount) of': '421 4.7.28 Gmail has detected an unusual rate of email originating from your IP address',
      'exceeded {10}quota for sending messages':
        '421 4.7.28 Gmail has detected this message exceeded its quota for sending messages with the same Message-ID',
    },
  },
  {
    id: 'google.reverse-name',
    reason: 'missing-ptr',
    enhancedStatus: ['X.7.23', 'X.7.25'],
    source: GMAIL,
    patterns: { 'ptr record': '451 4.7.23 The sending IP address for this message does not have a PTR record' },
  },
  {
    id: 'google.group-spam',
    reason: 'spam-content',
    source: 'https://support.google.com/a/answer/168383 (Google Groups)',
    patterns: {
      'rejected due to spam classification': 'Your email to group staff@example.com was rejected due to spam classification',
    },
  },
  {
    id: 'google.relay-credentials',
    reason: 'relay-denied',
    source: GMAIL,
    patterns: { 'credentials for relay': '550 5.7.1 Invalid credentials for relay 192.0.2.1' },
  },
  {
    id: 'google.account-suspended',
    reason: 'sender-account-blocked',
    source: GMAIL,
    patterns: {
      'sending {10}account has been {20}suspended':
        '550 5.7.0 Email relay denied. The sending email account has been temporarily suspended',
    },
  },
  {
    id: 'google.not-direct',
    reason: 'ip-blocklisted',
    source: GMAIL,
    patterns: {
      'not authorized to send email directly':
        '550 5.7.1 The IP you are using to send mail is not authorized to send email directly to our servers',
    },
  },
  {
    id: 'google.tls',
    reason: 'tls-failure',
    source: GMAIL,
    patterns: {
      '(not using a|not sent over a|over a) tls connection': '421 4.7.29 Rate limited because you are not using a TLS connection',
    },
  },
  {
    id: 'google.try-later',
    reason: 'rate-limited',
    provider: ['google'],
    source: GMAIL,
    patterns: { 'try again later, closing connection': '421 4.7.0 Try again later, closing connection. x.1 - gsmtp' },
  },
  {
    id: 'google.destinations',
    reason: 'protocol-error',
    source: GMAIL,
    patterns: { 'multiple destination domains': '451 4.3.0 Multiple destination domains per transaction is unsupported' },
  },
  {
    id: 'google.policy-of-domain',
    reason: 'policy',
    source: GMAIL,
    patterns: {
      'has a policy that prohibit':
        '550 5.7.1 The user or domain that you are sending to has a policy that prohibited the mail that you sent',
    },
  },
  {
    id: 'google.group',
    reason: 'recipient-refused',
    source: 'https://support.google.com/mail/answer/6596 (Google Groups)',
    patterns: {
      'permission to post messages to the group':
        'The group may not exist, or you may not have permission to post messages to the group',
      'skupina, kterou se pokousite kontaktovat': 'Skupina, kterou se pokoušíte kontaktovat, pravděpodobně neexistuje',
      'gruppe, die sie kontaktieren mochten': 'Die Gruppe, die Sie kontaktieren möchten, ist nicht vorhanden',
      'el grupo con el que has intentado': 'El grupo con el que has intentado ponerte en contacto no existe',
      'le groupe que vous avez essaye de contacter': "Le groupe que vous avez essayé de contacter n'existe pas",
      'група, з якою ви намагалися': 'Група, з якою Ви намагалися зв’язатися, не існує',
      'o grupo com o qual voce tentou': 'O grupo com o qual você tentou entrar em contato não existe',
      'il gruppo che hai provato a contattare': 'Il gruppo che hai provato a contattare potrebbe non esistere',
      'de groep waarmee {10}contact': 'De groep waarmee u contact wilt opnemen bestaat niet',
      'группа, с которой {20}связаться': 'Группа, с которой вы пытаетесь связаться, не существует',
    },
  },
  ...MICROSOFT_WORDS,
  // Yahoo
  {
    id: 'yahoo.deferred-from',
    reason: 'invalid-sender',
    source: YAHOO,
    patterns: { 'unresolvable rfc{10}from domain': '451 Message temporarily deferred due to unresolvable RFC.5321 from domain' },
  },
  {
    id: 'yahoo.volume',
    reason: 'rate-limited',
    source: YAHOO,
    patterns: {
      'temporarily deferred':
        '421 4.7.0 Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
    },
  },
  {
    id: 'yahoo.permanently-deferred',
    reason: 'bad-reputation',
    source: YAHOO,
    patterns: { 'permanently deferred': '553 5.7.2 All messages from 192.0.2.1 will be permanently deferred' },
  },
  {
    id: 'yahoo.policy',
    reason: 'policy',
    source: YAHOO,
    patterns: { 'not accepted for policy reasons': '554 5.7.9 Message not accepted for policy reasons' },
  },
  // Tencent
  {
    id: 'qq.rate',
    reason: 'rate-limited',
    provider: ['qq'],
    source: QQ,
    patterns: {
      '(ip|domain|sender) frequency limited': '550 Ip frequency limited http://service.mail.qq.com/',
      'connection frequency limited': '550 Connection frequency limited http://service.mail.qq.com/',
      'mailbox unavailable or access denied': '550 Mailbox unavailable or access denied http://service.mail.qq.com/',
    },
  },
  {
    id: 'qq.bounce-attack',
    reason: 'bad-reputation',
    provider: ['qq'],
    source: QQ,
    patterns: { 'bounce attack': '550 Suspected bounce attacks http://service.mail.qq.com/' },
  },
  {
    id: 'qq.address',
    reason: 'ip-blocklisted',
    provider: ['qq'],
    source: QQ,
    patterns: { '(spam ip|connection denied)': '550 Suspected spam ip http://service.mail.qq.com/' },
  },
  {
    id: 'qq.domain-of-sender',
    reason: 'invalid-sender',
    provider: ['qq'],
    source: QQ,
    patterns: {
      'domain may not exist or dns check failed':
        '550 Domain may not exist or DNS check failed https://service.mail.qq.com/detail/122/171',
    },
    counterExamples: ['550 5.1.2 The domain nx.example does not exist'],
  },
  // NetEase: hosts for its own users, and hosts for everybody else
  {
    id: 'netease.wrong-host',
    reason: 'relay-denied',
    replyCode: [553],
    source: NETEASE,
    patterns: {
      'local user only': '553 Requested action not taken: Local user only',
      'no smtp mx only': '553 Requested action not taken: no smtp MX only',
    },
  },
  {
    id: 'netease.user-listed',
    reason: 'invalid-sender',
    replyCode: [550],
    source: NETEASE,
    patterns: { 'user in blacklist': '550 User in blacklist' },
  },
  // Mimecast
  {
    id: 'mimecast.greylisting',
    reason: 'greylisted',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: {
      'internal resources are temporarily unavailable':
        '451 Internal resources are temporarily unavailable - https://community.mimecast.com/x',
    },
  },
  {
    id: 'mimecast.sender-blocked',
    reason: 'recipient-refused',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: {
      'sender address blocked': '550 Sender address blocked - https://community.mimecast.com/x',
      'manually blocked sender': '550 Manually blocked sender - https://community.mimecast.com/x',
      'block policy for': '550 Block policy for header from - https://community.mimecast.com/x',
      'envelope blocked': '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/x',
    },
  },
  {
    id: 'mimecast.ip',
    reason: 'ip-blocklisted',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: {
      '(ip temporarily blacklisted|recipient temporarily unavailable)':
        '451 IP temporarily blacklisted - https://community.mimecast.com/x',
    },
  },
  {
    id: 'mimecast.network',
    reason: 'policy',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: { 'host network{3}not allowed': '554 Host network not allowed - https://community.mimecast.com/x' },
  },
  {
    id: 'mimecast.spoofing',
    reason: 'policy',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: { 'anti-spoofing policy': '550 Anti-Spoofing policy - Inbound not allowed - https://community.mimecast.com/x' },
  },
  {
    id: 'mimecast.outbounds',
    reason: 'sender-account-blocked',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: { 'outbounds disabled': '550 Account outbounds disabled - https://community.mimecast.com/x' },
  },
  {
    id: 'mimecast.inbounds',
    reason: 'system-error',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: { 'inbounds disabled': '550 Account inbounds disabled - https://community.mimecast.com/x' },
  },
  {
    id: 'mimecast.rate',
    reason: 'rate-limited',
    provider: ['mimecast'],
    source: MIMECAST,
    patterns: {
      'account service is temporarily unavailable':
        '451 Account service is temporarily unavailable - https://community.mimecast.com/x',
    },
  },
  // GMX, web.de, mail.com, IONOS
  {
    id: 'gmx.policy',
    reason: 'policy',
    provider: ['gmx'],
    source: GMX_PAGE,
    patterns: {
      'reject due to policy {5}(violations|restrictions)':
        '550 Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net/en/error-messages',
    },
  },
  {
    id: 'gmx.dns-of-sender',
    reason: 'invalid-sender',
    writer: 'gmx',
    source: GMX_PAGE,
    patterns: {
      'invalid dns mx or a/aaaa':
        '550-Requested action not taken: mailbox unavailable 550 Invalid DNS MX or A/AAAA resource record',
    },
  },
  {
    id: 'gmx.administrative',
    reason: 'system-error',
    provider: ['gmx'],
    source: GMX_PAGE,
    patterns: { 'administrative reject': '450 Administrative reject. Visit https://postmaster.gmx.net/' },
  },
  {
    id: 'gmx.block-listed',
    reason: 'ip-blocklisted',
    provider: ['gmx'],
    source: GMX_PAGE,
    patterns: {
      'ip address is {5}(block listed|blacklisted)': '554 Your IP address is block listed. Visit https://postmaster.gmx.net/',
    },
  },
  // T-Online
  {
    id: 't-online.block-list',
    reason: 'ip-blocklisted',
    source: 'https://postmaster.t-online.de/',
    patterns: {
      'a problem occurred. \\(ask your postmaster': '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help) (BL)',
    },
  },
  {
    id: 't-online.content',
    reason: 'spam-content',
    source: 'https://postmaster.t-online.de/',
    patterns: { 'spam or virus': '550 5.7.0 Message considered as spam or virus, rejected' },
  },
  // Cisco Secure Email
  {
    id: 'ironport.reputation',
    reason: 'bad-reputation',
    source: 'https://www.talosintelligence.com/reputation_center',
    patterns: {
      'access to this mail system has been rejected':
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation",
      'access to submit messages to this email system has been rejected':
        '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected',
    },
  },
  // Symantec Email Security.cloud
  {
    id: 'symantec.rejected',
    reason: 'user-unknown',
    replyCode: [542],
    source: 'https://knowledge.broadcom.com/external/article?legacyId=TECH246726',
    patterns: { rejected: '542 bob@example.com Rejected' },
  },
  {
    id: 'symantec.message-filtered',
    reason: 'spam-content',
    replyCode: [553],
    source: 'https://knowledge.broadcom.com/external/article?legacyId=TECH246726',
    patterns: { 'message filtered': '553 Message filtered. Refer to the Troubleshooting page (#5.7.1)' },
  },
  // Trend Micro
  {
    id: 'trendmicro.rules',
    reason: 'recipient-refused',
    source: 'https://success.trendmicro.com/ (Hosted Email Security, rejection messages)',
    patterns: { 'block-(rcpt|send-er)': '554 5.7.1 <bob@example.com>: Recipient address rejected: BLOCK-RCPT' },
  },
  {
    id: 'trendmicro.recipient',
    reason: 'user-unknown',
    source: 'https://success.trendmicro.com/ (Hosted Email Security, rejection messages)',
    patterns: { 'invalid-recipient': '554 5.7.1 <bob@example.com>: Recipient address rejected: Invalid-Recipient' },
  },
  {
    id: 'trendmicro.domain',
    reason: 'domain-unknown',
    source: 'https://success.trendmicro.com/ (Hosted Email Security, rejection messages)',
    patterns: { 'no-domain>': '554 5.7.1 <bob@example.com>: Recipient address rejected: NO-DOMAIN' },
  },
  // Zoho
  {
    id: 'zoho.policy-of-recipient',
    reason: 'recipient-refused',
    provider: ['zoho'],
    source: ZOHO,
    patterns: {
      '(mailpolicy violation|policy error|rejected by destination domain)':
        '554 5.2.3 MailPolicy violation Error delivering to mailboxes at zoho',
    },
  },
  // Yandex, Rambler, Mail.ru
  {
    id: 'yandex.greylisting',
    reason: 'greylisted',
    provider: ['yandex'],
    source: 'https://yandex.com/support/mail/',
    patterns: {
      'the service is currently unavailable': '451 4.7.1 Sorry, the service is currently unavailable. See http://yandex.ru/x',
    },
  },
  {
    id: 'rambler.blocked',
    reason: 'recipient-refused',
    replyCode: [540],
    source: 'https://smtpfieldmanual.com/provider/rambler',
    patterns: { 'recipient address rejected: blocked': '540 5.7.1 <bob@example.com>: recipient address rejected: Blocked' },
  },
  // The docomo and KDDI networks of Japan
  {
    id: 'docomo.refused',
    reason: 'recipient-refused',
    provider: ['docomo'],
    enhancedStatus: ['5.2.0'],
    source: 'https://www.docomo.ne.jp/english/service/imode_mail/ (domain filters of the subscriber)',
    patterns: { 'message filtered': '550 5.2.0 Message filtered' },
  },
  // Amazon SES, for its own customers
  {
    id: 'ses.quota',
    reason: 'sender-account-blocked',
    source: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
    patterns: { 'daily message quota exceeded': '454 Throttling failure: Daily message quota exceeded' },
  },
  {
    id: 'sendgrid.from',
    reason: 'invalid-sender',
    source: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
    patterns: { 'not authorized to send from that': '403 You are not authorized to send from that email address' },
  },
  // Barracuda
  {
    id: 'barracuda.recipients-failed',
    reason: 'recipient-refused',
    source: 'https://smtpfieldmanual.com/provider/barracuda',
    patterns: {
      'permanent failure for one or more recipients':
        '550 permanent failure for one or more recipients (bob@example.com:blocked)',
    },
  },
  // Exim gives what its routers said of the sender's address before it says that this was verified.
  {
    id: 'exim.sender-verify',
    reason: 'invalid-sender',
    source: 'Exim src/smtp_in.c (sender_verify_failed)',
    patterns: {
      'sender verify failed': '550-Verification failed for <bob@example.com> 550-Unrouteable address 550 Sender verify failed',
    },
  },
  // cPanel: an Exim whose routers find no host for the domain
  {
    id: 'cpanel.no-route',
    reason: 'domain-unknown',
    source: 'cPanel exim.conf, router fail_remote_domains',
    patterns: {
      'mail server could not deliver mail to {80}account or domain may not exist':
        '550 The mail server could not deliver mail to bob@example.com  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
    },
  },
  // Orange, La Poste, Wanadoo
  {
    id: 'laposte.regularise',
    reason: 'bad-reputation',
    source: 'https://postmaster.laposte.net/',
    patterns: {
      'ont ete bloques par nos services': '550 5.5.0 Les emails envoyés vers la messagerie ont été bloqués par nos services',
    },
  },
  {
    id: 'att.reverse',
    reason: 'missing-ptr',
    source: 'https://www.att.com/support/article/email-support/KM1401980/',
    patterns: {
      'fix reverse dns':
        '550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.1',
    },
  },
  {
    id: 'att.mailhost',
    reason: 'user-unknown',
    source: 'https://www.att.com/support/article/email-support/KM1401980/',
    patterns: { 'blank mailhost': '550 5.2.1 blank mailhost' },
  },
  {
    id: 'apple.not-accepting',
    reason: 'policy',
    provider: ['apple'],
    source: 'https://support.apple.com/102322',
    patterns: { 'esmtp not accepting connections': '554 p1.mail.icloud.com ESMTP not accepting connections' },
  },
];
