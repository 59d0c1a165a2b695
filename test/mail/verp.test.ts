import { describe, expect, test } from 'vitest';
import { HeaderFields } from '../../src/mail/header-fields.js';
import type { Notice } from '../../src/mail/notice.js';
import { recipientByVerp, recipientInPath } from '../../src/mail/verp.js';

const byHeader = (text: string) => recipientByVerp({ header: HeaderFields.read(text) } as Notice);

describe('a recipient that is encoded in the address of a notice (VERP)', () => {
  test.each([
    ['list-bounces+bob=example.com@lists.example.org', 'bob@example.com'],
    ['list-return-42-bob=example.com@lists.example.org', 'bob@example.com'],
    ['bounce+bob+tag=mail.example.co.uk@lists.example.org', 'bob+tag@mail.example.co.uk'],
    ['list-bounces+bob-smith=example.com@lists.example.org', 'bob-smith@example.com'],
    ['list-return-42-bob-smith=example.com@lists.example.org', 'bob-smith@example.com'],
    ['list-bounces-bob-smith=example.com@lists.example.org', 'bob-smith@example.com'],
    ['bounces+1234567-0a1b-bob=example.com@em.example.org', 'bob@example.com'],
    ['bounce-mc.us1_123.456-bob=example.com@mail.example.org', 'bob@example.com'],
    ['b.123.456-bob=example.com+list@mail.example.org', 'bob@example.com'],
    ['list-bounces+bob.smith=example.com@lists.example.org', 'bob.smith@example.com'],
  ])('%s', (address, recipient) => {
    expect(byHeader(`To: ${address}\n`)).toBe(recipient);
    expect(recipientInPath(`<${address}>`)).toBe(recipient);
  });

  test.each(['list-bounces@lists.example.org', 'sender@example.org', 'a=b@example.org', 'bounce+42=7@example.org', ''])(
    '%j has none',
    (address) => {
      expect(byHeader(`To: ${address}\n`)).toBeNull();
    },
  );

  test('is looked for where the mail was delivered first', () => {
    expect(byHeader('To: l+ann=example.net@example.org\nDelivered-To: l+bob=example.com@example.org\n')).toBe('bob@example.com');
  });
});
