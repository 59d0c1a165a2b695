import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalText } from '../../src/classify/normal-text.js';

/** One that holds no link. */
const address = fc.emailAddress().filter((text) => !text.includes('//'));

describe('a normalised text', () => {
  it.each([
    ['see https://www.spamhaus.org/query/ip/198.51.100.157', 'see https://www.spamhaus.org/query/ip/#'],
    ['see https://list.example/?ip=198.51.100.157&x=1', 'see https://list.example/?ip=#&x=1'],
    ['see https://list.example/127.0.0.2', 'see https://list.example/127.0.0.2'],
    ['see https://host-198.51.100.157.example/x', 'see https://host-198.51.100.157.example/x'],
    ['550 5.1.1 <bob@example.com>: User Unknown', '550 5.1.1 @: user unknown'],
    ['550 5.1.1 bob@example.com... User unknown', '550 5.1.1 @ user unknown'],
    ['user "bob" is  gone\t', 'user bob is gone'],
    ['<greylist>: Helo command rejected', '@: helo command rejected'],
    ['<http://list.example/x>', 'http://list.example/x'],
    ['wait 300 seconds', 'wait # seconds'],
    ['IP 192.0.2.1 and [2001:db8::1] and 127.0.0.2', 'ip # and [#] and 127.0.0.2'],
    ['id 4dj57447jnzJ9mD, 8A1F2C03D5 of 2026-06-05T14:09:36.123Z', 'id #, # of #'],
    ['[TSS04] OFR006_102 AS16012609 (S3150) IB007', '[tss04] ofr006_102 as16012609 (s3150) ib007'],
    ["He can't, won't, doesn't; it's Bob's e-mail", "he cannot, will not, does not; it's bob's email"],
    ['Boîte pleine, Postfach überfüllt', 'boite pleine, postfach uberfullt'],
    ['メールボックスが一杯', 'メールボックスが一杯'],
    ['** Address not found **', 'address not found'],
    ['', ''],
    [' \r\n ', ''],
  ])('%s → %s', (text, expected) => {
    expect(normalText(text)).toBe(expected);
  });

  it('tells the codes of a reply once, so that its sentences are whole', () => {
    expect(
      normalText('550-5.7.26 blocked because the sender 550-5.7.26 is unauthenticated. See 550 5.7.26 the help x1 - gsmtp'),
    ).toBe('550 5.7.26 blocked because the sender is unauthenticated. see the help x1 - gsmtp');
    expect(normalText('550-no such 550-user 550 here')).toBe('550 no such user here');
  });

  it('keeps another code that it quotes', () => {
    expect(normalText('554 5.7.0 from MTA: 550 5.1.1 no')).toBe('554 5.7.0 from mta: 550 5.1.1 no');
  });

  it('is no longer than 1,500 characters, of the first 2,000', () => {
    expect(normalText('word '.repeat(1_000))).toHaveLength(1_499);
    expect(normalText(`${' '.repeat(2_000)}word`)).toBe('');
    expect(normalText('é'.repeat(5_000)).length).toBeLessThanOrEqual(1_500);
  });

  it('is the same whatever the address, the number and the id', () => {
    fc.assert(
      fc.property(address, address, fc.nat(), fc.nat(), (a, b, i, j) => {
        const text = (address: string, number: number) => `450 4.2.1 <${address}>: wait ${number + 10_000} seconds`;
        expect(normalText(text(a, i))).toBe(normalText(text(b, j)));
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(normalText(text)).toBe(normalText(text));
        expect(normalText(text)).not.toMatch(/[A-Z\t\r\n]|^ | $/);
      }),
    );
  });
});
