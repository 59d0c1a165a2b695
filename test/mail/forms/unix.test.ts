import { describe } from 'vitest';
import { itReads } from './fixture.js';

const BOB = 'bob@example.com';
const CAROL = 'carol@example.net';
const DAVE = 'dave@nowhere.example.net';

describe('Exim', () => {
  itReads([
    [
      'exim/rejected-at-rcpt',
      'exim',
      {
        recipient: BOB,
        code: 550,
        enhanced: '5.1.1',
        says: 'User unknown in local recipient table',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'exim/four-kinds-of-address',
      'exim',
      {
        recipient: CAROL,
        original: 'staff@example.org',
        code: 552,
        says: '552 Message size exceeds',
        host: 'mx.example.net',
        ip: '198.51.100.3',
        command: 'EOM',
      },
      { recipient: BOB, says: 'retry timeout exceeded' },
      { recipient: 'archive@example.org', says: 'mailbox is full' },
      { recipient: 'tickets@example.org', says: 'local delivery failed' },
    ],
    [
      'exim/undisclosed-address',
      'exim',
      {
        recipient: 'board@example.org',
        code: 554,
        enhanced: '5.7.1',
        says: 'Relay access denied',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'exim/delay-warning',
      'exim',
      {
        recipient: BOB,
        action: 'delayed',
        code: 451,
        enhanced: '4.7.1',
        status: '4.0.0',
        says: 'Try again later',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'exim/delay-warning-plain',
      'exim',
      { recipient: BOB, action: 'delayed', says: 'retry time not reached' },
      { recipient: CAROL, action: 'delayed', says: 'Connection timed out' },
    ],
    [
      'exim/version-2',
      'exim',
      { recipient: BOB, says: 'unknown local-part "bob"' },
      { recipient: CAROL, code: 550, says: 'User unknown', host: 'mx.example.net', ip: '198.51.100.3', command: 'RCPT' },
    ],
    ['exim/frozen', 'exim', { recipient: BOB, action: 'delayed', says: 'Unrouteable address' }],
    ['exim/own-text', 'exim', { recipient: BOB, says: 'The account or domain may not exist' }],
    ['exim/malformed-recipient', 'exim', { recipient: 'bob@@example.com', says: 'domain missing or malformed' }],
    ['exim/cpanel', 'exim', { recipient: BOB, code: 550, says: 'exceeded the max emails per hour' }],
    [
      'exim/delay-custom',
      'exim',
      {
        recipient: BOB,
        action: 'delayed',
        code: 451,
        says: 'Temporary local problem',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'exim/status-fields',
      'exim',
      {
        recipient: BOB,
        code: 550,
        enhanced: '5.1.1',
        status: '5.0.0',
        says: 'no such mailbox',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'exim/file-in-status-fields',
      'exim',
      { recipient: 'archive@example.org', status: '5.0.0', says: 'mailbox is full: retry timeout exceeded' },
    ],
    ['exim/rejected-by-scan', 'exim', { recipient: BOB, says: 'rejected by the local scanning code' }],
  ]);
});

describe('qmail and its kin', () => {
  itReads([
    [
      'qmail/remote-said',
      'qmail',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: '5.1.1 does not exist', ip: '192.0.2.25', command: 'RCPT' },
      { recipient: CAROL, code: 554, enhanced: '5.7.1', says: 'client host blocked', ip: '198.51.100.3', command: 'MAIL' },
      { recipient: DAVE, enhanced: '5.1.2', says: "couldn't find any host" },
      { recipient: 'erin@example.org', enhanced: '5.4.6', says: 'This message is looping' },
    ],
    [
      'qmail/queue-lifetime',
      'qmail',
      { recipient: BOB, enhanced: '4.4.1', says: 'in the queue too long' },
      { recipient: CAROL, code: 451, enhanced: '4.3.0', says: 'Message held', ip: '198.51.100.3', command: 'EOM' },
    ],
    [
      'qmail/local',
      'qmail',
      { recipient: 'bob@mail.example.org', enhanced: '5.1.1', says: 'no mailbox here' },
      { recipient: 'carol@mail.example.org', enhanced: '5.1.1', says: 'vpopmail' },
      { recipient: 'dave@mail.example.org', says: 'user is over quota' },
      { recipient: 'erin@mail.example.org', says: 'mailfolder is full' },
    ],
    [
      'qmail/ldap',
      'qmail',
      { recipient: 'bob@mail.example.org', says: 'LDAP-ERR #220' },
      { recipient: 'carol@mail.example.org', enhanced: '5.2.1', says: 'administrative disabled' },
    ],
    [
      'qmail/double-bounce',
      'qmail',
      {
        recipient: 'alice@example.org',
        code: 550,
        enhanced: '5.1.1',
        says: 'No such user here',
        ip: '192.0.2.80',
        command: 'RCPT',
      },
    ],
    [
      'qmail/own-text',
      'qmail',
      { recipient: BOB, code: 421, says: 'Too many connections', ip: '192.0.2.25', command: 'CONNECT' },
    ],
    ['yahoo/sorry', 'yahoo', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' }],
    ['yahoo/remote-said', 'yahoo', { recipient: BOB, code: 554, enhanced: '5.7.1', says: 'refused as spam' }],
    [
      'yahoo/message-from',
      'yahoo',
      { recipient: BOB, says: "This user doesn't have a example.com account" },
      { recipient: CAROL, code: 553, enhanced: '5.3.0', says: 'No such user', ip: '198.51.100.3', command: 'RCPT' },
    ],
    ['yahoo/other-domain', 'yahoo', { recipient: BOB, says: 'Mail quota exceeded' }],
    ['yahoo/disabled', 'yahoo', { recipient: BOB, code: 554, says: 'This mailbox is disabled' }],
  ]);
});

describe('Sendmail', () => {
  itReads([
    [
      'sendmail/rejected-and-expanded',
      'sendmail',
      {
        recipient: 'staff@example.org',
        code: 550,
        enhanced: '5.1.1',
        status: '5.1.1',
        says: 'User unknown',
        host: 'mx.example.com',
        command: 'RCPT',
      },
    ],
    [
      'sendmail/program-failed',
      'sendmail',
      { recipient: 'tickets@example.org', code: 550, enhanced: '5.0.0', status: '5.3.0', says: "Can't create output" },
    ],
    [
      'sendmail/warning',
      'sendmail',
      { recipient: BOB, action: 'delayed', status: '4.4.1', says: 'Deferred: Connection timed out', host: 'mx.example.com' },
    ],
    [
      'sendmail/without-mime',
      'sendmail',
      { recipient: BOB, code: 550, says: 'No such user', host: 'mx.example.com', command: 'RCPT' },
      { recipient: CAROL, code: 551, enhanced: '5.7.1', says: 'carol is not local', host: 'mx.example.net', command: 'RCPT' },
    ],
    ['sendmail/version-8-6', 'sendmail', { recipient: DAVE, code: 550, says: 'Host unknown' }],
    [
      'sendmail/version-8-7',
      'sendmail',
      { recipient: BOB, code: 552, says: 'Message size exceeds', host: 'mx.example.com', command: 'MAIL' },
    ],
    ['sendmail/cannot-send-for-days', 'sendmail', { recipient: BOB, code: 451, says: 'Name server timeout' }],
    [
      'sendmail/warning-without-mime',
      'sendmail',
      { recipient: BOB, action: 'delayed', says: 'Deferred: Connection refused', host: 'mx.example.com' },
    ],
    ['sendmail/local-user', 'sendmail', { recipient: 'bob', code: 550, enhanced: '5.1.1', says: 'User unknown' }],
    [
      'sendmail-5/three-recipients',
      'sendmail-5',
      { recipient: BOB, code: 553, says: 'Access denied', host: 'mx.example.com', command: 'MAIL' },
      { recipient: DAVE, code: 554, says: 'Host unknown' },
      { recipient: CAROL, code: 551, says: 'User moved', host: 'mx.example.net', command: 'RCPT' },
    ],
    ['sendmail-5/recipients-section', 'sendmail-5', { recipient: DAVE, code: 554, says: 'Host unknown' }],
    [
      'sendmail-5/sunos',
      'sendmail-5',
      { recipient: BOB, code: 550, says: 'User unknown', host: 'mx.example.com', command: 'RCPT' },
    ],
    ['sendmail-5/irix', 'sendmail-5', { recipient: BOB, code: 421, says: 'Connection timed out during user open' }],
    ['meta1/failed', 'meta1', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' }],
    ['smail/message-log', 'smail', { recipient: BOB, says: 'unknown user' }, { recipient: DAVE, says: 'unknown host' }],
    ['smail/session', 'smail', { recipient: BOB, code: 550, says: 'User unknown' }],
  ]);
});

describe('Postfix', () => {
  itReads([
    [
      'postfix/version-1',
      'postfix',
      { recipient: CAROL, original: 'staff@example.org', says: 'unknown user: "carol"' },
      { recipient: BOB, code: 550, says: 'User unknown', host: 'mx.example.com', ip: '192.0.2.25', command: 'RCPT' },
    ],
    [
      'postfix/delay-warning',
      'postfix',
      {
        recipient: BOB,
        original: BOB,
        action: 'delayed',
        status: '4.4.1',
        says: 'Connection timed out',
        host: 'mx.example.com',
        ip: '192.0.2.25',
      },
    ],
    [
      'postfix/delay-text-only',
      'postfix',
      {
        recipient: BOB,
        action: 'delayed',
        code: 450,
        enhanced: '4.2.0',
        says: 'Greylisted',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'postfix/german-template',
      'postfix',
      {
        recipient: BOB,
        code: 550,
        enhanced: '5.7.1',
        status: '5.7.1',
        says: 'Relaying denied',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
  ]);
});

describe('other servers of Unix', () => {
  itReads([
    [
      'courier/undeliverable',
      'courier',
      {
        recipient: BOB,
        code: 550,
        enhanced: '5.1.1',
        status: '5.0.0',
        says: 'No such user',
        host: 'mx.example.com',
        command: 'RCPT',
        ip: '192.0.2.25',
      },
    ],
    [
      'courier/text-only',
      'courier',
      {
        recipient: BOB,
        code: 552,
        enhanced: '5.2.2',
        says: 'Mailbox full',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'courier/delayed',
      'courier',
      {
        recipient: BOB,
        action: 'delayed',
        code: 421,
        enhanced: '4.3.2',
        says: 'Try later',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    [
      'opensmtpd/error',
      'opensmtpd',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Recipient address rejected' },
      { recipient: CAROL, says: 'No MX found for domain' },
    ],
    [
      'opensmtpd/warning',
      'opensmtpd',
      { recipient: BOB, action: 'delayed', code: 451, enhanced: '4.7.1', says: 'Greylisted' },
      { recipient: CAROL, action: 'delayed', says: 'Network error' },
    ],
    [
      'dma/rejected',
      'dma',
      {
        recipient: BOB,
        code: 550,
        enhanced: '5.1.1',
        says: 'no such user',
        host: 'mx.example.com',
        ip: '192.0.2.25',
        command: 'RCPT',
      },
    ],
    ['dma/gave-up', 'dma', { recipient: BOB, says: 'Could not resolve' }],
    [
      'messaging-server/rejected',
      'messaging-server',
      { recipient: 'bob@ims-ms-daemon', original: BOB, status: '5.2.2', says: 'Over quota' },
      {
        recipient: CAROL,
        original: CAROL,
        code: 550,
        enhanced: '5.1.1',
        status: '5.1.1',
        says: 'User unknown',
        host: 'mx.example.net',
        ip: '198.51.100.3',
      },
    ],
    [
      'messaging-server/delayed',
      'messaging-server',
      { recipient: BOB, original: BOB, action: 'delayed', status: '4.4.7', says: 'unable to deliver this message after 1 day' },
    ],
    [
      'messaging-server/text-only',
      'messaging-server',
      { recipient: BOB, says: 'unable to deliver this message after 4 days' },
      { recipient: 'carol@ims-ms-daemon', original: CAROL, says: 'Illegal host/domain name found' },
    ],
    [
      'messaging-server/boundary-lost',
      'messaging-server',
      {
        recipient: BOB,
        original: BOB,
        code: 550,
        enhanced: '5.1.1',
        status: '5.0.0',
        says: 'User unknown',
        host: 'mx.example.com',
        ip: '192.0.2.25',
      },
    ],
    [
      'pmdf/text-only',
      'messaging-server',
      { recipient: BOB, code: 554, enhanced: '5.7.1', says: 'No SMTP service here', host: 'mx.example.com', ip: '192.0.2.25' },
    ],
  ]);
});
