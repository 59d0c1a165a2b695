// How lines begin that state nothing: see `isInformation`.

import { FORM_LISTS_AT } from './layout';

/** Whether a text begins with one of the forms of a list. */
export function isForm(start: i32, end: i32, list: i32): bool {
  let at: i32 = load<u16>(FORM_LISTS_AT + (list * 256 + <i32>load<u8>(start)) * 2);
  if (at === 0) return false;
  at += FORM_LISTS_AT;
  for (let length: i32 = load<u8>(at); length !== 0; at += length + 1, length = load<u8>(at)) {
    if (end - start < length) continue;
    let i = 1;
    while (i < length && load<u8>(start + i) === load<u8>(at + 1 + i)) i++;
    if (i === length) return true;
  }
  return false;
}
