import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/model/record-sink.js';
import { QueueIds } from '../../../src/mta/postfix/queue-ids.js';

const CLIENT: Origin = {
  client: 'a.example[192.0.2.1]',
  local: false,
  internal: false,
  saslUsername: null,
  messageId: null,
  continues: null,
  replaces: false,
};

/** Asks for an id, and for what began it. */
function take(queueIds: QueueIds, id: Buffer): Origin | null {
  queueIds.of(id, 0, id.length);
  return queueIds.takeOrigin();
}

/** Ids enough that each place is taken many times over. */
const ids = Array.from({ length: 2000 }, (_, i) => Buffer.from((0xa00000 + i * 7919).toString(16).toUpperCase()));

describe('what the first lines of a queue id tell', () => {
  it('is told once, however many ids begin at the same time', () => {
    const queueIds = new QueueIds();
    for (const id of ids) queueIds.begin(id, 0, id.length, CLIENT);
    for (const id of ids) queueIds.begin(id, 0, id.length, null);
    expect(ids.map((id) => take(queueIds, id))).toEqual(ids.map(() => CLIENT));
    expect(ids.map((id) => take(queueIds, id))).toEqual(ids.map(() => null));
    expect([...queueIds.waiting()]).toEqual([]);
  });

  it('waits for its sender line, and every id is named by its own text', () => {
    const queueIds = new QueueIds();
    for (const id of ids) queueIds.begin(id, 0, id.length, CLIENT);
    expect([...queueIds.waiting()].map(([id]) => id).sort()).toEqual(ids.map(String).sort());
    expect(ids.map((id) => queueIds.of(id, 0, id.length))).toEqual(ids.map(String));
  });

  it('is that a program of the MTA wrote the message where only its message-id is known', () => {
    const queueIds = new QueueIds();
    const id = Buffer.from('4F1A2B3C01');
    queueIds.begin(id, 0, id.length, null);
    expect(take(queueIds, id)).toMatchObject({ internal: true, local: true, client: null });
  });
});
