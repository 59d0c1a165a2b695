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

describe('the id that a text starts with', () => {
  const end = (queueIds: QueueIds, text: string) => queueIds.leadingEnd(Buffer.from(text), 0, text.length);

  it.each(['4F1A2B', '4F1A2B3C01', '4dj57447jnzJ9mD'])('%s is found before and after it was named', (id) => {
    const queueIds = new QueueIds();
    expect(end(queueIds, `${id}: removed`)).toBe(id.length);
    expect(queueIds.of(Buffer.from(id), 0, id.length)).toBe(id);
    expect(end(queueIds, `${id}: removed`)).toBe(id.length);
    expect(end(queueIds, `${id}:removed`)).toBe(-1);
    expect(end(queueIds, `${id}: `.slice(0, -1))).toBe(-1);
    expect(end(queueIds, `${id}0: removed`)).toBe(id.length + 1);
  });

  it('is none where only its letters were named, in a form that Postfix does not write', () => {
    const queueIds = new QueueIds();
    expect(queueIds.of(Buffer.from('hidden0001'), 0, 10)).toBe('hidden0001');
    expect(end(queueIds, 'hidden0001: removed')).toBe(-1);
  });

  it('is told apart from every other, however alike', () => {
    const queueIds = new QueueIds();
    for (const id of ids) expect(queueIds.of(id, 0, id.length)).toBe(String(id));
    for (const id of ids) expect(end(queueIds, `${id}: removed`)).toBe(id.length);
  });

  it.each(['', 'A1', 'a'.repeat(25)])('may be asked for by a text that is none: "%s"', (text) => {
    const queueIds = new QueueIds();
    expect(queueIds.of(Buffer.from(text), 0, text.length)).toBe(text);
    expect(queueIds.takeOrigin()).toBeNull();
  });
});
