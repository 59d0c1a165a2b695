import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FRAMED } from '../../../src/input/line-framer.js';
import * as layout from '../../../src/mta/postfix/glance/layout.js';
import { Glance } from '../../../src/mta/postfix/glance.js';

const sourceOf = (file: string) => readFileSync(new URL(`../../../src/mta/postfix/glance/${file}.ts`, import.meta.url), 'utf8');

describe('what a glance compares with', () => {
  const words = [...sourceOf('words').matchAll(/^export const \w+: u(\d+) = 0x(\w+); \/\/ "(.*)"$/gm)];

  test('is all told with its letters', () => {
    expect(words.length).toBeGreaterThan(20);
    expect(words.length).toBe(sourceOf('words').match(/^export const/gm)!.length);
  });

  test.each(words.map(([, bits, digits, letters]) => [letters!, digits!, Number(bits)] as const))(
    '"%s"',
    (letters, digits, bits) => {
      expect(digits).toBe(Buffer.from(letters, 'latin1').reverse().toString('hex'));
      expect(Math.ceil(letters.length / 4) * 32).toBe(bits);
    },
  );
});

describe('the memory of a glance', () => {
  test('has a block with room for what a log is cut from', () => {
    const glance = Glance.lend()!;
    expect(glance.block.length).toBeGreaterThanOrEqual(FRAMED);
    glance.giveBack();
  });

  test('has room for each part before the next begins', () => {
    const { BLOCK_LENGTH, LINES_AT, TAG_AT, HOST_AT, LONGEST_TAG, ISO_STAMP_AT, ID_KINDS_AT, OWN_AT, QUEUES_AT } = layout;
    expect(LINES_AT).toBeGreaterThanOrEqual(BLOCK_LENGTH);
    expect(HOST_AT - TAG_AT).toBeGreaterThanOrEqual(LONGEST_TAG);
    expect(ISO_STAMP_AT - HOST_AT).toBeGreaterThanOrEqual(LONGEST_TAG);
    expect(OWN_AT - ID_KINDS_AT).toBeGreaterThanOrEqual(256);
    expect(QUEUES_AT).toBeGreaterThan(OWN_AT);
  });

  test('has room in each queue for the places and messages that one has', () => {
    const { PLACES, PLACE_BITS, PLACES_AT, PLACE_LENGTH, MESSAGES_AT, MESSAGE_LENGTH, QUEUE_LENGTH, QUEUES, QUEUES_AT } = layout;
    const { FIRST_RECIPIENT_AT, MOST_RECIPIENTS, RECIPIENT_LENGTH, LONGEST_ID, ID_LENGTH_AT, MEMORY_PAGES } = layout;
    expect(PLACES).toBe(2 ** PLACE_BITS);
    expect(ID_LENGTH_AT).toBeGreaterThanOrEqual(LONGEST_ID);
    expect(PLACES_AT + (PLACES + 1) * PLACE_LENGTH).toBeLessThanOrEqual(MESSAGES_AT);
    expect(FIRST_RECIPIENT_AT + MOST_RECIPIENTS * RECIPIENT_LENGTH).toBeLessThanOrEqual(MESSAGE_LENGTH);
    expect(MESSAGES_AT + (PLACES + 1) * MESSAGE_LENGTH).toBeLessThanOrEqual(QUEUE_LENGTH);
    expect(QUEUES_AT + QUEUES * QUEUE_LENGTH).toBeLessThanOrEqual(MEMORY_PAGES * 65_536);
  });

  test('is lent to few logs at once, and to others when it was given back', () => {
    const lent: Glance[] = [];
    for (let glance = Glance.lend(); glance !== null; glance = Glance.lend()) lent.push(glance);
    expect(lent.length).toBeGreaterThan(0);
    expect(new Set(lent).size).toBe(lent.length);
    lent[0]!.giveBack();
    expect(Glance.lend()).toBe(lent[0]);
    for (const glance of lent) glance.giveBack();
  });
});
