/**
 * Where things stand in the memory that the glance shares with the rest: bytes from its start, little-endian. This file is read by
 * both compilers, so it holds whole numbers only.
 */

/** The block of lines, which begins at 0: an index into it is an address. */
export const BLOCK_LENGTH = 0x70000;

/** What is told about the lines to be read, and what is told of them. */
export const LINES_AT = 0x70000;
export const KNOWN_AT = 0x70004;
/** What is known of the time of the stamp at hand; its offset; the time in milliseconds since 1970. */
export const HAS_TIME_AT = 0x70008;
export const OFFSET_AT = 0x7000c;
export const TIME_AT = 0x70010;

/** Nobody asked for it; it is known; the stamp has none. */
export const NOT_ASKED = 0;
export const KNOWN = 1;
export const NONE = 2;

/** What stands behind the stamp: ` host instance/` and ` host `, up to so many bytes. */
export const LONGEST_TAG = 256;
export const TAG_AT = 0x70100;
export const HOST_AT = 0x70200;
/** Date and hour of a stamp of RFC 3339, and its offset. */
export const ISO_STAMP_AT = 0x70300;
export const ISO_OFFSET_AT = 0x70310;
/** Which kinds of queue id a byte may stand in. */
export const ID_KINDS_AT = 0x70400;
/** What the compiler needs for itself. */
export const OWN_AT = 0x70600;

/** Queues, one for each host. */
export const QUEUES_AT = 0x80000;
export const QUEUES = 8;
export const QUEUE_LENGTH = 0xb4000;
export const MEMORY_PAGES = 98;

/** In a queue: the place of the id that was asked for last. */
export const LAST_AT = 0;

/** In a queue: places for ids, and one more for what is no id. A message's lines stand close together, so few are needed. */
export const PLACES_AT = 64;
export const PLACE_BITS = 12;
export const PLACES = 4096;
export const PLACE_LENGTH = 32;
/** In a place: the id, its length, whether it is one in the form of Postfix, what is known of it, its hash. */
export const LONGEST_ID = 24;
export const ID_LENGTH_AT = 24;
export const PROPER_AT = 25;
export const STATE_AT = 26;
export const HASH_AT = 28;

/** Nothing; that it began with a client elsewhere; that it began in another way; that it is an ordinary message. */
export const UNKNOWN = 0;
export const BEGUN = 1;
export const BEGUN_OTHERWISE = 2;
export const ORDINARY = 3;

/** In a queue: what is known of the ordinary message in each place. */
export const MESSAGES_AT = 0x20080;
export const MESSAGE_LENGTH = 144;
/** In a message. */
export const SENDER_TIME_AT = 0;
export const SENDER_OFFSET_AT = 8;
export const RECIPIENTS_AT = 12;
/** Messages with more recipients are told line by line. */
export const MOST_RECIPIENTS = 4;
export const FIRST_RECIPIENT_AT = 16;
export const RECIPIENT_LENGTH = 32;
/** In a recipient; the seconds are not a number where nobody asked for them. */
export const KEY_AT = 0;
export const RECIPIENT_TIME_AT = 8;
export const QUEUE_SECONDS_AT = 16;
export const RECIPIENT_OFFSET_AT = 24;
export const PASSED_ON_AT = 28;
