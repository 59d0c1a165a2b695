import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfId } from '../../src/model/id-hash.js';
import { IdMarks } from '../../src/summary/id-marks.js';
import { Lifetime } from '../../src/summary/lifetime.js';
import { OpenLives } from '../../src/summary/open-lives.js';

const idOf = (number: number) => number.toString(16).toUpperCase().padStart(10, '0');

describe('open lives', () => {
  test('are what a map of them is, and none of them is overlooked', () => {
    const step = fc.record({ number: fc.nat(20), kind: fc.constantFrom('set', 'set elsewhere', 'delete', 'get') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const marks: IdMarks = new IdMarks(() => [...lives.values()].map(({ queueId }) => queueId));
        const lives = new OpenLives(marks);
        const map = new Map<string, Lifetime>();
        for (const { number, kind } of steps) {
          const id = idOf(number);
          // Two instances of a host may use the same id.
          const key = kind === 'set elsewhere' ? `other/${id}` : id;
          if (kind === 'delete') {
            lives.delete(key);
            map.delete(key);
          } else if (kind === 'get') expect(lives.get(key)).toBe(map.get(key));
          else {
            const lifetime = new Lifetime(id, number);
            lives.set(key, lifetime);
            map.set(key, lifetime);
          }
          expect([...lives]).toEqual([...map]);
          expect(lives.size).toBe(map.size);
          for (const [known, { queueId }] of map)
            expect([lives.has(known), marks.mayHold(hashOfId(queueId))]).toEqual([true, true]);
        }
      }),
    );
  });

  test('tell most other ids without a look, however many there were', () => {
    const marks: IdMarks = new IdMarks(() => [...lives.values()].map(({ queueId }) => queueId));
    const lives = new OpenLives(marks);
    for (let i = 0; i < 300_000; i++) {
      lives.set(idOf(i), new Lifetime(idOf(i), i));
      if (i >= 1_000) lives.delete(idOf(i - 1_000));
    }
    expect(lives.size).toBe(1_000);
    const mistaken = Array.from({ length: 10_000 }, (_, i) => idOf(1_000_000 + i)).filter((id) => marks.mayHold(hashOfId(id)));
    expect(mistaken.length).toBeLessThan(3_500);
    for (const { queueId } of lives.values()) expect(marks.mayHold(hashOfId(queueId))).toBe(true);
  });

  test('tell the lives of an id in all instances, but no more than a host can have', () => {
    const lives = new OpenLives(new IdMarks(() => []));
    const named = (id: string) => {
      const asked: number[] = [];
      lives.named(id, ({ first }) => asked.push(first) === 0);
      return asked;
    };
    for (let i = 0; i < 40; i++) lives.set(i === 0 ? 'AAAAA1' : `mx${i}/AAAAA1`, new Lifetime('AAAAA1', i));
    lives.set('AAAAA2', new Lifetime('AAAAA2', 99));
    expect(named('AAAAA1')).toEqual(Array.from({ length: 17 }, (_, i) => i));
    lives.delete('AAAAA1');
    lives.delete('mx2/AAAAA1');
    expect(named('AAAAA1').slice(0, 3)).toEqual([1, 3, 4]);
    for (let i = 0; i < 40; i++) lives.delete(`mx${i}/AAAAA1`);
    expect(named('AAAAA1')).toEqual([]);
    expect(named('AAAAA2')).toEqual([99]);
    expect(lives.named('AAAAA2', ({ first }) => first === 99)?.first).toBe(99);
  });
});
