import { describe } from 'vitest';
import { itReads } from './fixture.js';

const BOB = 'bob@example.com';
const CAROL = 'carol@example.net';
const DAVE = 'dave@nowhere.example.net';
const LOCAL = 'bob@mail.example.org';

describe('servers of hosting companies and offices', () => {
  itReads([
    [
      'communigate/rejected',
      'communigate',
      {
        recipient: BOB,
        original: BOB,
        code: 550,
        enhanced: '5.1.1',
        status: '5.0.0',
        says: 'User unknown',
        host: 'mx.example.com',
      },
    ],
    ['communigate/local-account', 'communigate', { recipient: LOCAL, says: 'account is full' }],
    [
      'mailenable/could-not-be-reached',
      'mailenable',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' },
      { recipient: DAVE, says: 'does not appear to be registered' },
    ],
    [
      'mailenable/delay',
      'mailenable',
      { recipient: BOB, action: 'delayed', code: 421, enhanced: '4.3.2', says: 'Service not available' },
    ],
    ['imail/unknown-user', 'imail', { recipient: BOB, says: 'Unknown user' }],
    ['imail/mailbox-exceeds', 'imail', { recipient: BOB, says: 'User mailbox exceeds allowed size' }],
    ['imail/gave-up', 'imail', { recipient: BOB, says: 'Delivery failed 20 attempts' }],
    ['imail/remote-said', 'imail', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' }],
    ['imail/invalid-userid', 'imail', { recipient: BOB, says: 'Invalid final delivery userid' }],
    ['mdaemon/permanent', 'mdaemon', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown', command: 'RCPT' }],
    ['mdaemon/no-such-user', 'mdaemon', { recipient: LOCAL, says: 'no such user here' }],
    [
      'mdaemon/warning',
      'mdaemon',
      { recipient: BOB, action: 'delayed', code: 451, enhanced: '4.7.1', says: 'Greylisted', command: 'RCPT' },
    ],
    [
      'hmailserver/remote-replied',
      'hmailserver',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Recipient address rejected', ip: '192.0.2.25', command: 'RCPT' },
      { recipient: CAROL, code: 554, enhanced: '5.7.1', says: 'Message content rejected', ip: '198.51.100.3', command: 'EOM' },
    ],
    ['hmailserver/no-mail-servers', 'hmailserver', { recipient: DAVE, says: 'No mail servers appear' }],
    ['kerio/delivery-failed', 'kerio', { recipient: BOB, code: 550, enhanced: '5.1.1', status: '5.1.1', says: 'User unknown' }],
    [
      'mercury/delivery-failure-notification',
      'mercury',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Recipient address rejected' },
      { recipient: CAROL, says: 'Temporary DNS failure' },
    ],
    [
      'xmail/log',
      'xmail',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown', host: 'mx.example.com', ip: '192.0.2.25' },
    ],
    [
      'axigen/failed',
      'axigen',
      { recipient: BOB, code: 550, enhanced: '5.1.1', status: '5.1.1', says: 'Mailbox does not exist' },
    ],
    ['surgemail/failed', 'surgemail', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'No such user here' }],
    [
      'james/error-message',
      'james',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' },
      { recipient: 'carol@example.com', code: 550, enhanced: '5.1.1', says: 'User unknown' },
    ],
    ['james/notify-sender', 'james', { recipient: BOB, code: 550, says: 'no such user here' }],
    [
      'post-office/undeliverable',
      'post-office',
      { recipient: DAVE, status: '5.1.2', says: 'the destination computer was not found' },
    ],
    ['post-office/text-only', 'post-office', { recipient: LOCAL, says: 'account is disabled' }],
  ]);
});

describe('servers of bulk mail', () => {
  itReads([
    ['haraka/one', 'haraka', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Recipient address rejected' }],
    [
      'haraka/two',
      'haraka',
      { recipient: BOB, says: 'Tried all MXs' },
      { recipient: 'carol@example.com', says: 'Tried all MXs' },
    ],
    [
      'powermta/relayed-and-failed',
      'powermta',
      {
        recipient: BOB,
        code: 552,
        enhanced: '5.2.2',
        status: '5.2.2',
        says: 'mailbox full',
        host: 'mx.example.com',
        ip: '192.0.2.25',
      },
    ],
    [
      'powermta/delayed',
      'powermta',
      {
        recipient: BOB,
        action: 'delayed',
        code: 421,
        status: '4.4.1',
        says: 'Too many connections',
        host: 'mx.example.com',
        ip: '192.0.2.25',
      },
    ],
    [
      'kumomta/failed',
      'kumomta',
      { recipient: BOB, code: 550, enhanced: '5.1.1', status: '5.1.1', says: 'No such user', host: 'mx.example.com' },
    ],
    [
      'zonemta/failed',
      'zonemta',
      { recipient: BOB, code: 550, enhanced: '5.1.1', status: '5.0.0', says: 'Recipient address rejected' },
    ],
    [
      'halon/failed',
      'rfc3464',
      { recipient: BOB, code: 550, enhanced: '5.1.1', status: '5.1.1', says: 'No such user', host: 'mx.example.com' },
    ],
    ['postal/failed', 'postal', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'No such user' }],
  ]);
});

describe('filters and mailing lists', () => {
  itReads([
    [
      'amavis/banned',
      'amavis',
      { recipient: LOCAL, original: LOCAL, code: 554, enhanced: '5.7.0', status: '5.7.0', says: 'BANNED: .exe' },
    ],
    ['amavis/spam-text-only', 'amavis', { recipient: LOCAL, says: 'unsolicited bulk e-mail' }],
    ['amavis/not-delivered', 'amavis', { recipient: LOCAL, code: 554, enhanced: '5.6.0', status: '5.6.0', says: 'BAD_HEADER' }],
    ['fml/loop-alert', 'fml', { recipient: 'garden@lists.example.org', says: 'Duplicated Message-ID' }],
    ['listserv/rejected-posting', 'listserv', { recipient: 'GARDEN@LISTS.EXAMPLE.ORG', says: 'not authorized to send mail' }],
    ['mailman/uncaught-bounce', 'qmail', { recipient: CAROL, enhanced: '5.1.1', says: 'no mailbox here by that name' }],
    [
      'mirapoint/wrapped-by-a-filter',
      'rfc3464',
      { recipient: BOB, original: BOB, code: 550, enhanced: '5.1.1', status: '5.1.1', says: 'User unknown' },
    ],
  ]);
});
