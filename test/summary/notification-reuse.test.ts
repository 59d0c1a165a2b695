import { expect, it } from 'vitest';
import { log, read } from './reading.js';

/** A notification with its own life: `named` before or behind the lines of its beginning. */
const notification = (time: string, by: string) => `
    ${time}0 cleanup: BBBBB1: message-id=<${time.replaceAll(':', '')}.BBBBB1@mx.here.example>
    ${time}0 bounce: ${by}: sender non-delivery notification: BBBBB1
    ${time}0 qmgr: BBBBB1: from=<>, size=900, nrcpt=1 (queue active)
    ${time}1 local: BBBBB1: to=<news@here.example>, relay=local, delay=1, delays=0/0/0.5/0.5, dsn=2.0.0, status=sent (delivered to mailbox)
    ${time}1 qmgr: BBBBB1: removed`;

it('tells two notifications apart that get the same queue id within seconds', () => {
  const { totals } = read(log(`${notification('10:00:0', 'AAAAA1')}${notification('10:00:1', 'AAAAA2')}\n`));
  expect([totals.notifications, totals.messages, totals.delivered]).toEqual([2, 0, 0]);
});

it('takes a line that names an id for the life that has just begun, not for the one that has just ended', () => {
  const before = `
    10:00:00 smtpd: BBBBB1: client=localhost[127.0.0.1]
    10:00:00 qmgr: BBBBB1: from=<shop@here.example>, size=900, nrcpt=1 (queue active)
    10:00:01 local: BBBBB1: to=<news@here.example>, relay=local, delay=1, delays=0/0/0.5/0.5, dsn=2.0.0, status=sent (delivered to mailbox)
    10:00:01 qmgr: BBBBB1: removed`;
  const { totals } = read(log(`${before}${notification('10:00:1', 'AAAAA2')}\n`));
  expect([totals.notifications, totals.messages, totals.delivered]).toEqual([1, 1, 1]);
});
