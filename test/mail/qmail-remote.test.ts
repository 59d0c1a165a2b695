import { describe, expect, it } from 'vitest';
import { qmailPartnerIn } from '../../src/mail/qmail-remote.js';

describe('what qmail-remote says of the other server', () => {
  it.each<[string, string, string | null]>([
    ['192.0.2.25 does not like recipient. Remote host said: 550 no', '192.0.2.25', 'RCPT'],
    ['Connected to 192.0.2.25 but sender was rejected. Remote host said: 550 no', '192.0.2.25', 'MAIL'],
    ['Connected to 192.0.2.25 but my name was rejected. Remote host said: 550 no', '192.0.2.25', 'HELO'],
    ['Connected to 192.0.2.25 but greeting failed. Remote host said: 421 no', '192.0.2.25', 'CONNECT'],
    ['Connected to 192.0.2.25 but connection died. (#4.4.2)', '192.0.2.25', null],
    ['192.0.2.25 failed on DATA command. Remote host said: 554 no', '192.0.2.25', 'DATA'],
    ['192.0.2.25 failed after I sent the message. Remote host said: 554 no', '192.0.2.25', 'EOM'],
    ['2001:db8::25 does not like recipient. Remote host said: 550 no', '2001:db8::25', 'RCPT'],
  ])('%s', (text, remoteIp, command) => {
    expect(qmailPartnerIn(text)).toEqual({ remoteIp, command });
  });

  it.each(['', '192.0.2.25', '192.0.2.25 is not our friend', '550 192.0.2.25 does not like recipient', 'Connected to port 25'])(
    'nothing in %j',
    (text) => {
      expect(qmailPartnerIn(text)).toBeNull();
    },
  );
});
