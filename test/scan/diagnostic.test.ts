import { describe, expect, it } from 'vitest';
import { bareDiagnostic, readDiagnostic } from '../../src/scan/diagnostic.js';

const read = (text: string) => readDiagnostic(bareDiagnostic(text));

describe('a text that was pasted', () => {
  it.each([
    ['550 5.1.1 no', { replyCode: 550, enhancedStatus: '5.1.1', action: 'failed', command: null }],
    ['421 later', { replyCode: 421, enhancedStatus: null, action: 'delayed' }],
    ['no such user', { replyCode: null, enhancedStatus: null, action: 'failed' }],
    ['5.2.2 full', { replyCode: null, enhancedStatus: '5.2.2', action: 'failed' }],
    ["Remote Server returned '550 5.1.10 not found'", { replyCode: 550, enhancedStatus: '5.1.10' }],
    ['The response was: 452 4.2.2 full', { replyCode: 452, enhancedStatus: '4.2.2', action: 'delayed' }],
    ['ERROR_CODE :550, ERROR_CODE :5.1.1 no', { replyCode: 550, enhancedStatus: '5.1.1' }],
    ['ran 450 times, took 520 ms', { replyCode: null }],
    ['port 192.0.2.1:550', { replyCode: null }],
    [
      'host mx.example.net[192.0.2.1] said: 550 5.1.1 no (in reply to RCPT TO command)',
      { replyCode: 550, remoteMta: 'mx.example.net', remoteIp: '192.0.2.1', command: 'RCPT', diagnostic: '550 5.1.1 no' },
    ],
    [
      'host mx.example.net[192.0.2.1] refused to talk to me: 554 no',
      { replyCode: 554, command: 'CONNECT', remoteMta: 'mx.example.net' },
    ],
    [
      'x postfix/smtp[1]: A: to=<b@c>, relay=mx.example.net[192.0.2.1]:25, dsn=4.0.0, status=deferred (554 5.7.1 no (x) y)',
      { replyCode: 554, loggedStatus: '4.0.0', action: 'delayed', remoteMta: 'mx.example.net', diagnostic: '554 5.7.1 no (x) y' },
    ],
    [
      'x postfix/smtp[1]: A: to=<b@c>, relay=none, dsn=5.4.4, status=bounced (Host not found)',
      { replyCode: null, loggedStatus: '5.4.4', action: 'failed', remoteMta: null, diagnostic: 'Host not found' },
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it('yields to what is given beside it', () => {
    const given = {
      ...bareDiagnostic('550 5.1.1 no'),
      replyCode: 450,
      enhancedStatus: '4.2.0',
      loggedStatus: '5.0.0',
      command: 'EOM',
    };
    expect(readDiagnostic(given)).toMatchObject({
      replyCode: 450,
      enhancedStatus: '4.2.0',
      loggedStatus: '5.0.0',
      command: 'EOM',
      action: 'failed',
    });
  });
});
