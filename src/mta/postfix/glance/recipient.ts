// The recipient of a record as rows count how many there are: see `RecipientHashes`.

import { isPrintable } from './bytes';
import { hash53 } from './hashes';
import { DOMAIN_HASH_AT, IS_HASHED_AT, RECIPIENT_HASH_AT } from './layout';

const AT: i32 = 64;

/** Hashes an address and its domain, where they are written in letters of ASCII. */
export function hashRecipient(start: i32, end: i32): void {
  const isPlain = isPrintable(start, end);
  store<i32>(IS_HASHED_AT, isPlain ? 1 : 0);
  if (!isPlain) return;
  let domain = end;
  while (domain > start && load<u8>(domain - 1) !== AT) domain--;
  // Without an address in front of it, or behind it, it is none.
  const hasDomain = domain > start && domain < end;
  store<f64>(RECIPIENT_HASH_AT, hash53(start, end, hasDomain ? domain : end));
  store<f64>(DOMAIN_HASH_AT, hasDomain ? hash53(domain, end, domain) : 0);
}
