import { describe, it } from 'vitest';
import { checkRow, type Row } from './told.js';

const BOB = 'bob@example.org';
const UNKNOWN = { recipient: BOB, replyCode: 550, enhancedStatus: '5.1.1', says: 'User unknown' } as const;

const ROWS: readonly Row[] = [
  ['mimecast/postmaster', 'mimecast', { ...UNKNOWN, saysNot: '--' }],
  [
    'mimecast/no-details',
    'mimecast',
    { recipient: BOB, replyCode: null, says: 'The recipient email server is not accepting connections', saysNot: 'attempt' },
  ],
  ['proofpoint/sendmail', 'proofpoint', { ...UNKNOWN, loggedStatus: '5.1.1' }],
  ['proofpoint-essentials/dispatch', 'proofpoint-essentials', { ...UNKNOWN, loggedStatus: '5.1.1' }],
  ['messagelabs/reason', 'messagelabs', { ...UNKNOWN, loggedStatus: '5.0.0', saysNot: 'subject' }],
  [
    'messagelabs/several-lines',
    'messagelabs',
    { recipient: BOB, replyCode: 550, loggedStatus: '5.0.0', says: 'relay through this server without authentication' },
  ],
  [
    'barracuda/blocked',
    'barracuda',
    { recipient: BOB, replyCode: 550, enhancedStatus: '5.7.1', loggedStatus: '5.7.1', says: 'Message content rejected, UBE' },
  ],
  ['interscan/transcript', 'interscan', { ...UNKNOWN, command: 'RCPT', says: 'User unknown' }],
  ['interscan/no-reply', 'interscan', { recipient: BOB, replyCode: null, says: 'Please check if address is correct' }],
  ['mcafee/delivery-problems', 'mcafee', { ...UNKNOWN, originalRecipient: BOB, remoteIp: '192.0.2.77' }],
  ['mxlogic/failed', 'mxlogic', UNKNOWN],
  ['surfcontrol/transcript', 'surfcontrol', UNKNOWN],
  ['mailmarshal/because', 'mailmarshal', { ...UNKNOWN, saysNot: 'recipients were affected' }],
  [
    'mailfoundry/server-failed',
    'mailfoundry',
    {
      recipient: BOB,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      remoteMta: 'mx.example.org',
      remoteIp: '192.0.2.77',
      says: 'No such user',
      saysNot: 'permanent',
    },
  ],
  ['ironport/undeliverable', 'ironport', { ...UNKNOWN, loggedStatus: '5.0.0', remoteIp: '192.0.2.77' }],
  [
    'ironport/text-only',
    'ironport',
    { recipient: BOB, replyCode: 450, enhancedStatus: '4.2.1', says: '5.4.7 - Delivery expired', saysNot: 'undeliverable' },
  ],
];

describe('notices of mail gateways', () => {
  it.each(ROWS.map((row) => ({ name: row[0], row })))('$name', ({ row }) => checkRow(row));
});
