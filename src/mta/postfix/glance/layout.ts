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

/**
 * 1 where the hour is known to which the last time that was asked for belongs, and all times in it have one offset: when it began, and
 * month, day and hour of its stamps where these have the usual form of RFC 3164. Stamps of RFC 3339 are of the hour below.
 */
export const HAS_HOUR_AT = 0x70018;
export const HOUR_STAMP_AT = 0x70020;
export const HOUR_AT = 0x70030;

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
/** The delivery record at hand, of a recipient who was not taken. Positions are -1 where the record does not tell. */
export const RECIPIENT_START_AT = 0x70500;
export const RECIPIENT_END_AT = 0x70504;
export const ORIGINAL_START_AT = 0x70508;
export const ORIGINAL_END_AT = 0x7050c;
export const STATUS_START_AT = 0x70510;
export const STATUS_END_AT = 0x70514;
export const REASON_START_AT = 0x70518;
export const REASON_END_AT = 0x7051c;
/** What the diagnostic is of the reason. */
export const DIAGNOSTIC_START_AT = 0x70520;
export const DIAGNOSTIC_END_AT = 0x70524;
/** The host that spoke, with its address in brackets. */
export const SPEAKER_START_AT = 0x70528;
export const SPEAKER_END_AT = 0x7052c;
/**
 * 1 where it failed for good; where the text is the reply of who spoke; where names are left in it; where nothing was left out; where it
 * names a host that could not be reached, which is the one that was to speak.
 */
export const IS_FINAL_AT = 0x70530;
export const IS_REPLY_AT = 0x70548;
export const IS_AS_IS_AT = 0x7054c;
export const IS_WHOLE_AT = 0x70568;
export const IS_HOST_FAILED_AT = 0x705a0;
/** Seconds in the queue; not a number where the record does not tell. */
export const DELAY_AT = 0x70538;
/** The numbers of the texts that stand for what was said and for who spoke; -1 where there is none. */
export const SAID_AT = 0x70540;
export const SPEAKER_AT = 0x70544;
/** The refusal at hand, with recipient, diagnostic and text as above: the stage, the client, the sender. */
export const STAGE_START_AT = 0x70550;
export const STAGE_END_AT = 0x70554;
export const CLIENT_START_AT = 0x70558;
export const CLIENT_END_AT = 0x7055c;
export const SENDER_START_AT = 0x70560;
export const SENDER_END_AT = 0x70564;
/**
 * Of a refusal: 1 where the recipient was hashed as rows count recipients; its hash, and that of its domain, 0 where it has none.
 */
export const IS_HASHED_AT = 0x705a4;
export const RECIPIENT_HASH_AT = 0x705a8;
export const DOMAIN_HASH_AT = 0x705b0;
/**
 * Ordinary messages that passed unseen: how many, and how many recipients were taken; when the first and the last was. How many of
 * them waited how long, which stands in a list of its own.
 */
export const PASSED_AT = 0x70570;
export const TAKEN_AT = 0x70574;
export const FIRST_TAKEN_AT = 0x70578;
export const LAST_TAKEN_AT = 0x70580;
export const WAITED_AT = 0x70588;
/** 1 where lines were read of which nobody was told; the time of the last of them, and the latest. */
export const IS_NOTED_AT = 0x7058c;
export const NOTED_TIME_AT = 0x70590;
export const LATEST_TIME_AT = 0x70598;
/** Where the block begins in the input, and how many lines stand before it. */
export const BLOCK_OFFSET_AT = 0x705b8;
export const LINES_BEFORE_AT = 0x705c0;
/** 1 where the record at hand says that no attempt was made. */
export const IS_SUSPENDED_AT = 0x705c4;
/** How many lives are kept; how many counts their ends came to. */
export const LIVES_AT_HAND = 0x705c8;
export const COUNTS_AT_HAND = 0x705cc;
/** What the compiler needs for itself. */
export const OWN_AT = 0x70600;
/** Beginnings of lines that state nothing, in lists by kind of program and first byte: where each list starts, 0 for none. */
export const FORM_LISTS_AT = 0x72000;
export const AGENT_FORMS = 0;
export const SERVER_FORMS = 1;
export const POSTSCREEN_FORMS = 2;
/** The same of lines of agents behind a queue id. */
export const AGENT_FORMS_BEHIND_ID = 3;
/** The names of programs whose lines say nothing of mail, with the bracket behind them. */
export const SILENT_NAMES = 4;
/** What is done to a client's mail without refusing it. */
export const HARMLESS_FORMS = 5;
/** The lists: the length of each beginning and its bytes, and 0 behind the last. */
export const FORMS_AT = 0x73000;
export const FORMS_END = 0x7a000;
/** Where texts are put together, up to so many bytes. */
export const DRAFT_AT = 0x7a000;
export const FAIR_COPY_AT = 0x7b000;
export const LONGEST_TEXT = 1024;

/** How long recipients of messages that passed unseen waited, in seconds. */
export const SECONDS_AT = 0x7c000;
export const MOST_SECONDS = 1024;

/** Queues, one for each host. */
export const QUEUES_AT = 0x80000;
export const QUEUES = 8;
export const QUEUE_LENGTH = 0xcc000;
export const MEMORY_PAGES = 345;

/** Texts that come again and again, by number: slots for finding them, and their bytes. */
export const TEXT_SLOTS_AT = 0x6e0000;
export const TEXT_SLOTS = 8192;
export const TEXT_SLOT_LENGTH = 16;
export const MOST_TEXTS = 6000;
export const TEXT_BYTES_AT = 0x700000;
export const TEXT_BYTES = 0x100000;

/** In a queue: the place of the id that was asked for last. */
export const LAST_AT = 0;
/** Whether messages may begin unseen; whether the queue is that of the instance at hand, and of no other. */
export const IS_STARTED_AT = 4;
export const IS_OWNED_AT = 8;

/** In a queue: places for ids, and one more for what is no id. A message's lines stand close together, so few are needed. */
export const PLACES_AT = 64;
export const PLACE_BITS = 12;
export const PLACES = 4096;
export const PLACE_LENGTH = 32;
/** In a place: the id, its length, whether it is one in the form of Postfix, what is known of it, whether its text is kept, its hash. */
export const LONGEST_ID = 24;
export const ID_LENGTH_AT = 24;
export const PROPER_AT = 25;
export const STATE_AT = 26;
export const HAS_TEXT_AT = 27;
export const HASH_AT = 28;

/**
 * Nothing; that it began with a client elsewhere; that it began in another way; that it is an ordinary message; that its message-id was
 * named first.
 */
export const UNKNOWN = 0;
export const BEGUN = 1;
export const BEGUN_OTHERWISE = 2;
export const ORDINARY = 3;
export const BEGUN_HERE = 4;

/** In a queue: two tables of marks, by the lower bits of a hash, of the ids whose origin lost its place. */
export const MARKS_AT = 0xb0200;
export const MARK_BITS = 15;
export const MARKS = 0x8000;

/** In a queue: marks of the ids of which something is known elsewhere, as `markWord` has them, and how many bits of a hash they take. */
export const KNOWN_IDS_AT = 0xc0200;
export const KNOWN_ID_BITS = 18;

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

/**
 * Lives of messages with recipients who were not taken at once, for all queues: the first of those whose hashes begin alike, and the
 * lives. There is no life 0.
 */
export const LIFE_HEADS_AT = 0x800000;
export const LIFE_HEADS = 4096;
export const LIVES_AT = 0x802000;
export const LIFE_LENGTH = 1824;
export const MOST_LIVES = 4096;
/**
 * In a life, behind what stands in a place: when its sender was named and when its last line was written, its queue, the next life,
 * whether it expired; behind its recipients the record of that, when it began, and whether it is a notification. The time of a sender
 * who was not named is not a number.
 */
export const LIFE_SENDER_TIME_AT = 32;
export const LIFE_LAST_TIME_AT = 40;
export const LIFE_SENDER_OFFSET_AT = 48;
export const LIFE_LAST_OFFSET_AT = 52;
export const LIFE_QUEUE_AT = 56;
export const LIFE_NEXT_AT = 60;
export const LIFE_RECIPIENTS_AT = 62;
export const LIFE_IS_EXPIRED_AT = 63;
export const LIFE_FIRST_RECIPIENT_AT = 64;
export const LIFE_RECIPIENT_LENGTH = 424;
export const LIFE_EXPIRY_AT = 1760;
export const LIFE_BEGAN_TIME_AT = 1792;
export const LIFE_BEGAN_OFFSET_AT = 1800;
export const LIFE_IS_NOTIFICATION_AT = 1804;
/**
 * In a recipient of a life: its key; its hash and that of its domain, once it failed; when it was taken, and whether it was passed on, or
 * how many seconds it was in the queue when it failed last; how its mail ended; its failures, and which of them was the last that was not final.
 */
export const LIFE_KEY_AT = 0;
export const LIFE_HASH_AT = 8;
export const LIFE_DOMAIN_HASH_AT = 16;
export const TAKEN_TIME_AT = 24;
export const FAILED_SECONDS_AT = 24;
export const TAKEN_OFFSET_AT = 32;
export const TAKEN_PASSED_ON_AT = 36;
export const ENDING_AT = 37;
export const FAILURES_AT = 38;
export const LAST_DEFERRAL_AT = 39;
export const FIRST_FAILURE_AT = 40;
export const FAILURE_LENGTH = 64;
export const MOST_FAILURES = 6;
/** Not yet; taken; failed. */
export const NOT_ENDED = 0;
export const TAKEN = 1;
export const FAILED = 2;
/** In failures that are alike: their kind, how they are to be counted, how many; of the first and of the last its line, program, time and place. */
export const KIND_AT = 0;
export const COLUMN_AT = 2;
export const TIMES_AT = 4;
export const FIRST_RECORD_AT = 8;
export const LAST_RECORD_AT = 36;
/** In a record: its line among those kept, its program, the time and its offset, the place of the line in the input and its number. */
export const RECORD_TIME_AT = 0;
export const RECORD_PLACE_AT = 8;
export const RECORD_OFFSET_AT = 16;
export const RECORD_NUMBER_AT = 20;
export const RECORD_LINE_AT = 24;
export const RECORD_PROGRAM_AT = 26;
export const RECORD_LENGTH = 28;
/**
 * What failures come to: deferrals, those without an attempt, a failure for good, a success behind a deferral; a refused client; the end of the queue
 * lifetime. */
export const DELAYED_COLUMN = 0;
export const SUSPENDED_COLUMN = 1;
export const FAILED_COLUMN = 2;
export const RECOVERED_COLUMN = 3;
export const REJECTED_COLUMN = 4;
export const EXPIRED_COLUMN = 5;
/** The line of an expiry, whatever recipients it is about. */
export const EXPIRY_COLUMN = 6;
/** The lines of a recipient of a notification who was taken, or not. */
export const SENT_COLUMN = 7;
export const BOUNCED_COLUMN = 8;

/** The records of failures that are kept, from `to=` to the end of the line. There is no line 0. */
export const KEPT_LINES_AT = 0xf22800;
export const KEPT_LINE_LENGTH = 736;
export const MOST_KEPT_LINES = 8192;

/**
 * What ended lives came to: kind, column, how often, when first and last, the hashes of recipient and domain, seconds in the queue until
 * the end; not a number where they are not told.
 */
export const COUNTS_AT = 0x14e2c00;
export const COUNT_LENGTH = 48;
export const MOST_COUNTS = 2048;
export const COUNT_COLUMN_AT = 2;
export const COUNT_TIMES_AT = 4;
export const COUNT_FIRST_AT = 8;
export const COUNT_LAST_AT = 16;
export const COUNT_HASH_AT = 24;
export const COUNT_DOMAIN_HASH_AT = 32;
export const COUNT_SECONDS_AT = 40;

/**
 * Kinds of failures that may be counted without being told: the number of their text with that of the provider who spoke, the kind, and,
 * of refusals, since when.
 */
export const KINDS_AT = 0x14fb000;
export const KIND_SLOTS = 4096;
export const KIND_SLOT_LENGTH = 16;
export const KIND_NUMBER_AT = 4;
export const KIND_SINCE_AT = 8;
/** With a kind: it is that of the record at hand, whatever others say; it is that of all in which the recipient is not named. */
export const FOR_THIS_RECORD = 0x10000;
export const UNLESS_NAMED = 0x20000;
/** The providers of those who spoke, by the numbers of their texts: 0 where it was not asked for, 1 where there is none. */
export const PROVIDERS_AT = 0x150b000;
/** By the number of a kind: the time behind which failures of it can be counted as others were; infinite where none was. */
export const COUNTED_AFTER_AT = 0x150d000;
export const MOST_KINDS = 0x10000;
