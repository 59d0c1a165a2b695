import { log } from './reading.js';

const FULL = '452 4.2.2 <$> Mailbox full';
const UNKNOWN = '550 5.1.1 <$> User unknown';

/** A deferral by a full mailbox: reply code 452, enhanced code 4.2.2. */
const full = (recipient: string) =>
  `to=<${recipient}>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=4.2.2, status=deferred (host mx.there.example[192.0.2.9] said: ${FULL.replace('$', recipient)} (in reply to RCPT TO command))`;

/** A bounce by an unknown user: reply code 550, enhanced code 5.1.1. */
const unknown = (recipient: string) =>
  `to=<${recipient}>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=5.1.1, status=bounced (host mx.there.example[192.0.2.9] said: ${UNKNOWN.replace('$', recipient)} (in reply to RCPT TO command))`;

const busy = (recipient: string) =>
  `to=<${recipient}>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=4.7.0, status=deferred (host mx.there.example[192.0.2.9] said: 421 4.7.0 Too many connections (in reply to MAIL FROM command))`;

/** A deferral in words of its own for each number. */
const inWords = (recipient: string, number: number) =>
  busy(recipient).replace(
    'Too many connections',
    `${['Greylisted', 'Busy', 'Later', 'Locked', 'Slow', 'Full', 'Closed', 'Asleep'][number]!}, try again`,
  );

const suspended = (recipient: string) =>
  `to=<${recipient}>, relay=none, delay=900, delays=900/0/0/0, dsn=4.2.2, status=deferred (delivery temporarily suspended: host mx.there.example[192.0.2.9] said: ${FULL.replace('$', recipient)} (in reply to RCPT TO command))`;

const sent = (recipient: string, reply = '250 2.0.0 Ok: queued as 77777777') =>
  `to=<${recipient}>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=2.0.0, status=sent (${reply})`;

const toFilter = (recipient: string, reply: string) =>
  `to=<${recipient}>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0.5/0.5, dsn=2.0.0, status=sent (${reply})`;

const CLIENT = 'client=mail.here.example[192.0.2.1]';
const LOCALHOST = 'client=localhost[127.0.0.1]';
const ACTIVE = 'size=900, nrcpt=1 (queue active)';

/** A message that bounces, and the first line of the notification of that; and up to where that begins. */
const BOUNCED = `
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:01 cleanup: BBBBB1: message-id=<2@here.example>
`;
const NOTIFIED = `
    ${BOUNCED}
    10:00:01 bounce: AAAAA1: sender non-delivery notification: BBBBB1
    10:00:01 qmgr: BBBBB1: from=<>, ${ACTIVE}
    10:00:01 qmgr: AAAAA1: removed
`;

/** Logs of a few messages each; what they mean is said by the tests of outcomes. */
export const LIVES = {
  deferredThenDelivered: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 cleanup: AAAAA1: message-id=<1@here.example>
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    10:10:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:10:01 smtp: AAAAA1: ${full('bob@there.example')}
    10:30:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:30:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:30:01 qmgr: AAAAA1: removed
  `),

  threeRecipients: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 cleanup: AAAAA1: message-id=<1@here.example>
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, size=900, nrcpt=3 (queue active)
    10:00:01 smtp: AAAAA1: ${sent('ann@there.example')}
    10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:02 smtp: AAAAA1: ${full('cat@there.example')}
  `),

  /** 10:00: delivered; 12:00: the same id, bounced. */
  idUsedTwice: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:01 qmgr: AAAAA1: removed
    12:00:00 smtpd: AAAAA1: ${CLIENT}
    12:00:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    12:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    12:00:01 qmgr: AAAAA1: removed
  `),

  idUsedTwiceWithoutRemoved: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    12:00:00 smtpd: AAAAA1: ${CLIENT}
    12:00:00 cleanup: AAAAA1: message-id=<2@here.example>
    12:00:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    12:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    12:00:01 qmgr: AAAAA1: removed
  `),

  sameRecipientByTwoAliases: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 smtp: AAAAA1: to=<bob@there.example>, orig_to=<info@here.example>, ${sent('').slice('to=<>, '.length)}
    10:00:01 smtp: AAAAA1: to=<bob@there.example>, orig_to=<sales@here.example>, ${unknown('').slice('to=<>, '.length)}
    10:00:01 qmgr: AAAAA1: removed
  `),

  expired: log(`
    1 10:00:00 smtpd: AAAAA1: ${CLIENT}
    1 10:00:00 qmgr: AAAAA1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    1 10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    1 10:00:02 smtp: AAAAA1: ${sent('ann@there.example')}
    1 11:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    1 11:00:01 smtp: AAAAA1: ${busy('bob@there.example')}
    6 10:00:02 qmgr: AAAAA1: from=<news@here.example>, status=expired, returned to sender
    6 10:00:02 cleanup: AAAAA2: message-id=<2@here.example>
    6 10:00:02 bounce: AAAAA1: sender non-delivery notification: AAAAA2
    6 10:00:02 qmgr: AAAAA2: from=<>, ${ACTIVE}
    6 10:00:02 qmgr: AAAAA1: removed
    6 10:00:03 smtp: AAAAA2: ${sent('news@here.example')}
    6 10:00:03 qmgr: AAAAA2: removed
  `),

  expiredWithoutDeferral: log(`
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, status=expired, returned to sender
    10:00:00 qmgr: AAAAA1: removed
  `),

  forceExpired: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    10:05:00 qmgr: AAAAA1: from=<news@here.example>, status=force-expired, returned to sender
    10:05:00 qmgr: AAAAA1: removed
  `),

  suspended: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    10:15:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:15:00 error: AAAAA1: ${suspended('bob@there.example')}
  `),

  onlySuspended: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:00 error: AAAAA1: ${suspended('bob@there.example')}
  `),

  /** The notification is named between its own first line and its sender line. */
  notifiedBefore: log(`
    ${NOTIFIED}
    10:00:02 smtp: BBBBB1: ${full('news@here.example')}
    10:20:00 qmgr: BBBBB1: from=<>, ${ACTIVE}
    10:20:02 smtp: BBBBB1: ${unknown('news@here.example')}
    10:20:02 qmgr: BBBBB1: removed
  `),

  /** All lines of the notification stand before the one that names it. */
  notifiedAfter: log(`
    ${BOUNCED}
    10:00:01 qmgr: BBBBB1: from=<>, ${ACTIVE}
    10:00:02 smtp: BBBBB1: ${sent('news@here.example')}
    10:00:02 qmgr: BBBBB1: removed
    10:00:02 bounce: AAAAA1: sender non-delivery notification: BBBBB1
    10:00:02 qmgr: AAAAA1: removed
  `),

  /** The sender is an alias: the notification goes on under other ids, and is named as one first, or last. */
  notificationForwarded: log(`
    ${NOTIFIED}
    10:00:02 cleanup: BBBBB2: message-id=<2@here.example>
    10:00:02 qmgr: BBBBB2: from=<>, ${ACTIVE}
    10:00:02 local: BBBBB1: to=<news@here.example>, relay=local, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (forwarded as BBBBB2)
    10:00:02 qmgr: BBBBB1: removed
    10:00:03 smtp: BBBBB2: ${full('news@there.example')}
    10:30:03 smtp: BBBBB2: ${unknown('news@there.example')}
    10:30:03 qmgr: BBBBB2: removed
  `),

  notificationForwardedLate: log(`
    ${BOUNCED}
    10:00:01 qmgr: BBBBB1: from=<>, ${ACTIVE}
    10:00:02 local: BBBBB1: to=<news@here.example>, relay=local, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (forwarded as BBBBB2)
    10:00:02 qmgr: BBBBB1: removed
    10:00:02 cleanup: BBBBB2: message-id=<2@here.example>
    10:00:02 qmgr: BBBBB2: from=<>, ${ACTIVE}
    10:00:03 smtp: BBBBB2: ${toFilter('news@there.example', '250 2.0.0 Ok: queued as BBBBB3')}
    10:00:03 qmgr: BBBBB2: removed
    10:00:03 smtpd: BBBBB3: ${LOCALHOST}
    10:00:03 qmgr: BBBBB3: from=<>, ${ACTIVE}
    10:00:04 bounce: AAAAA1: sender non-delivery notification: BBBBB1
    10:00:04 qmgr: AAAAA1: removed
    10:00:05 smtp: BBBBB3: ${unknown('news@there.example')}
    10:00:05 qmgr: BBBBB3: removed
  `),

  /** The notification waits for an hour before it goes on. */
  notificationForwardedLater: log(`
    ${NOTIFIED}
    10:00:02 local: BBBBB1: to=<news@here.example>, relay=local, delay=0.1, delays=0/0/0/0.1, dsn=4.3.0, status=deferred (alias database unavailable)
    11:00:02 qmgr: BBBBB1: from=<>, ${ACTIVE}
    11:00:02 cleanup: BBBBB2: message-id=<2@here.example>
    11:00:02 local: BBBBB1: to=<news@here.example>, relay=local, delay=3601, delays=3601/0/0/0.1, dsn=2.0.0, status=sent (forwarded as BBBBB2)
    11:00:02 qmgr: BBBBB2: from=<>, ${ACTIVE}
    11:00:02 qmgr: BBBBB1: removed
    11:00:03 smtp: BBBBB2: ${unknown('news@there.example')}
    11:00:03 qmgr: BBBBB2: removed
    11:10:00 qmgr: BBBBB4: removed
  `),

  delayNotification: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    14:00:01 cleanup: BBBBB1: message-id=<2@here.example>
    14:00:01 bounce: AAAAA1: sender delay notification: BBBBB1
    14:00:01 qmgr: BBBBB1: from=<>, ${ACTIVE}
    14:00:02 smtp: BBBBB1: ${sent('news@here.example')}
    14:00:02 qmgr: BBBBB1: removed
  `),

  probe: log(`
    10:00:00 cleanup: CCCCC1: message-id=<3@here.example>
    10:00:00 qmgr: CCCCC1: from=<double-bounce@here.example>, ${ACTIVE}
    10:00:01 smtp: CCCCC1: to=<bob@there.example>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=5.1.1, status=undeliverable (host mx.there.example[192.0.2.9] said: 550 5.1.1 <bob@there.example> User unknown (in reply to RCPT TO command))
    10:00:01 qmgr: CCCCC1: removed
    10:00:02 cleanup: CCCCC2: message-id=<4@here.example>
    10:00:02 qmgr: CCCCC2: from=<double-bounce@here.example>, ${ACTIVE}
    10:00:03 smtp: CCCCC2: to=<ann@there.example>, relay=mx.there.example[192.0.2.9]:25, delay=1, delays=0/0/0.5/0.5, dsn=2.1.5, status=deliverable (250 2.1.5 Ok)
    10:00:03 qmgr: CCCCC2: removed
  `),

  /** bob is an alias for two people elsewhere; one of them is unknown. */
  forwarded: log(`
    10:00:00 smtpd: DDDDD1: client=mail.there.example[192.0.2.9]
    10:00:00 cleanup: DDDDD1: message-id=<1@there.example>
    10:00:00 qmgr: DDDDD1: from=<ann@there.example>, ${ACTIVE}
    10:00:00 cleanup: DDDDD2: message-id=<1@there.example>
    10:00:00 local: DDDDD1: to=<bob@here.example>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=2.0.0, status=sent (forwarded as DDDDD2)
    10:00:00 qmgr: DDDDD2: from=<ann@there.example>, size=1000, nrcpt=2 (queue active)
    10:00:00 qmgr: DDDDD1: removed
    10:00:01 smtp: DDDDD2: to=<bob@far.example>, orig_to=<bob@here.example>, relay=mx.far.example[192.0.2.20]:25, delay=1, delays=0/0/0.5/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 99999)
    10:00:01 smtp: DDDDD2: to=<bobby@far.example>, orig_to=<bob@here.example>, ${unknown('').slice('to=<>, '.length)}
    10:00:01 cleanup: DDDDD3: message-id=<3@here.example>
    10:00:01 bounce: DDDDD2: sender non-delivery notification: DDDDD3
    10:00:01 qmgr: DDDDD3: from=<>, ${ACTIVE}
    10:00:01 qmgr: DDDDD2: removed
    10:00:02 smtp: DDDDD3: ${sent('ann@there.example')}
    10:00:02 qmgr: DDDDD3: removed
  `),

  /** A content filter hands the message back; both final recipients belong to the first message. */
  filteredQueuedAs: log(`
    10:00:00 smtpd: EEEEE1: ${CLIENT}
    10:00:00 cleanup: EEEEE1: message-id=<1@here.example>
    10:00:00 qmgr: EEEEE1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 smtpd: EEEEE2: ${LOCALHOST}
    10:00:01 cleanup: EEEEE2: message-id=<1@here.example>
    10:00:01 qmgr: EEEEE2: from=<news@here.example>, size=1200, nrcpt=2 (queue active)
    10:00:01 smtp: EEEEE1: ${toFilter('ann@there.example', '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as EEEEE2')}
    10:00:01 smtp: EEEEE1: ${toFilter('bob@there.example', '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as EEEEE2')}
    10:00:01 qmgr: EEEEE1: removed
    10:00:02 smtp: EEEEE2: ${sent('ann@there.example')}
    10:00:02 smtp: EEEEE2: ${full('bob@there.example')}
    10:20:00 qmgr: EEEEE2: from=<news@here.example>, ${ACTIVE}
    10:20:01 smtp: EEEEE2: ${unknown('bob@there.example')}
    10:20:01 qmgr: EEEEE2: removed
  `),

  /** A before-queue proxy tells the old id; its reply does not name the new one. */
  filteredOriginalId: log(`
    10:00:00 smtpd: FFFFF1: ${CLIENT}
    10:00:00 cleanup: FFFFF1: message-id=<1@here.example>
    10:00:00 qmgr: FFFFF1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtpd: FFFFF2: ${LOCALHOST}, orig_queue_id=FFFFF1, orig_client=mail.here.example[192.0.2.1]
    10:00:01 cleanup: FFFFF2: message-id=<1@here.example>
    10:00:01 qmgr: FFFFF2: from=<news@here.example>, size=1200, nrcpt=1 (queue active)
    10:00:01 smtp: FFFFF1: ${toFilter('bob@there.example', '250 2.0.0 Ok, taken over')}
    10:00:01 qmgr: FFFFF1: removed
    10:00:02 smtp: FFFFF2: ${unknown('bob@there.example')}
    10:00:02 qmgr: FFFFF2: removed
  `),

  filteredToElsewhere: log(`
    10:00:00 smtpd: FFFFF1: ${CLIENT}
    10:00:00 qmgr: FFFFF1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: FFFFF1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as EEEEE9')}
    10:00:01 qmgr: FFFFF1: removed
  `),

  requeued: log(`
    10:00:00 smtpd: ABCDA1: ${CLIENT}
    10:00:00 cleanup: ABCDA1: message-id=<1@here.example>
    10:00:00 qmgr: ABCDA1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 smtp: ABCDA1: ${sent('ann@there.example')}
    10:00:01 smtp: ABCDA1: ${full('bob@there.example')}
    11:00:00 postsuper: ABCDA1: requeued
    11:00:30 pickup: ABCDA2: uid=105 from=<news@here.example> orig_id=ABCDA1
    11:00:30 cleanup: ABCDA2: message-id=<1@here.example>
    11:00:30 qmgr: ABCDA2: from=<news@here.example>, ${ACTIVE}
    11:00:31 smtp: ABCDA2: ${sent('bob@there.example')}
    11:00:31 qmgr: ABCDA2: removed
  `),

  emptySender: log(`
    10:00:00 smtpd: BCDEA1: client=mail.there.example[192.0.2.9]
    10:00:00 cleanup: BCDEA1: message-id=<1@there.example>
    10:00:00 qmgr: BCDEA1: from=<>, ${ACTIVE}
    10:00:01 smtp: BCDEA1: ${unknown('bob@there.example')}
    10:00:01 qmgr: BCDEA1: removed
  `),

  noSenderLine: log(`
    10:00:01 smtp: CDEFA1: ${unknown('bob@there.example')}
    10:00:01 smtp: CDEFA1: ${sent('ann@there.example')}
    10:00:02 qmgr: CDEFA1: removed
    10:00:03 smtp: CDEFA2: ${full('cat@there.example')}
  `),

  twoHosts: log(`
    10:00:00 mx1 smtpd: AAAAA1: ${CLIENT}
    10:00:00 mx2 smtpd: AAAAA1: ${CLIENT}
    10:00:00 mx1 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:00 mx2 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    10:00:01 mx1 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:01 mx2 smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:01 mx1 qmgr: AAAAA1: removed
    10:00:02 mx2 qmgr: AAAAA1: removed
  `),

  twoInstances: log(`
    09:00:00 mx1 postfix/smtpd: AAAAA0: ${CLIENT}
    09:00:00 mx1 postfix/qmgr: AAAAA0: from=<news@here.example>, ${ACTIVE}
    09:00:01 mx1 postfix/smtp: AAAAA0: ${sent('ann@there.example')}
    09:00:01 mx1 postfix/qmgr: AAAAA0: removed
    09:10:00 mx1 postfix-out/smtpd: BBBBB0: ${CLIENT}
    09:10:00 mx1 postfix-out/qmgr: BBBBB0: from=<shop@here.example>, ${ACTIVE}
    09:10:01 mx1 postfix-out/smtp: BBBBB0: ${sent('ann@there.example')}
    09:10:01 mx1 postfix-out/qmgr: BBBBB0: removed
    10:00:00 mx1 postfix/smtpd: AAAAA1: ${CLIENT}
    10:00:00 mx1 postfix-out/smtpd: AAAAA1: ${CLIENT}
    10:00:00 mx1 postfix/qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:00 mx1 postfix-out/qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    10:00:01 mx1 postfix/smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:01 mx1 postfix-out/smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:01 mx1 postfix/qmgr: AAAAA1: removed
    10:00:02 mx1 postfix-out/qmgr: AAAAA1: removed
  `),

  /** Only one queue manager: what other tags deliver is its mail. */
  relayService: log(`
    10:00:00 mx1 postfix/submission/smtpd: AAAAA1: ${CLIENT}, sasl_method=PLAIN, sasl_username=news
    10:00:00 mx1 postfix/qmgr: AAAAA1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 mx1 postfix/relay/smtp: AAAAA1: ${sent('ann@there.example')}
    10:00:01 mx1 postfix-slow/smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:01 mx1 postfix/qmgr: AAAAA1: removed
  `),

  refusals: log(`
    10:00:00 smtpd: NOQUEUE: reject: RCPT from mail.there.example[192.0.2.9]: 554 5.7.1 <x@far.example>: Relay access denied; from=<ann@there.example> to=<x@far.example> proto=ESMTP helo=<mail.there.example>
    10:00:01 smtpd: NOQUEUE: reject_warning: RCPT from mail.there.example[192.0.2.9]: 554 5.7.1 <x@far.example>: Relay access denied; from=<ann@there.example> to=<x@far.example> proto=ESMTP helo=<mail.there.example>
    10:00:02 postscreen: NOQUEUE: reject: RCPT from [192.0.2.66]:4711: 550 5.7.1 Service unavailable; client [192.0.2.66] blocked using dnsbl.example; from=<a@spam.example>, to=<bob@here.example>, proto=ESMTP, helo=<spam.example>
  `),
} as const satisfies Readonly<Record<string, string>>;

export { ACTIVE, busy, CLIENT, full, inWords, LOCALHOST, sent, suspended, toFilter, unknown };
