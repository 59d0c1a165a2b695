// What the glance asks of the rest. Positions are addresses in the block.

/** The stamp at hand is a new one: its time is put where both sides look for it. */
export declare function timeAt(start: i32): void;
/** Whether a stamp in the usual form of RFC 3164 stands at `start`, whose month is another than before. */
export declare function isPlainStampAt(start: i32): i32;
/** An id begins with a client elsewhere. */
export declare function beginId(start: i32, end: i32): void;
/** Whether the message that begins in a place, with the line at `start`, may be read at a glance. */
export declare function mayBegin(place: i32, start: i32): i32;
/** A recipient was taken: time went on. */
export declare function reached(): void;
/** An ordinary message is over. */
export declare function passed(place: i32): void;
/** The sender of a message is named that is no ordinary one. */
export declare function named(start: i32, place: i32): void;
/** The place of an id that has none. */
export declare function placeFor(start: i32, end: i32): i32;
/** A notification about a message was written, under an id of its own. */
export declare function notified(start: i32, idStart: i32, idEnd: i32, newStart: i32, newEnd: i32): void;
/** A message is over that is no ordinary one. */
export declare function removed(start: i32, place: i32): void;
/** A recipient of such a message was taken, who does not go on under another id. */
export declare function accepted(start: i32, place: i32, key: f64, passedOn: bool, seconds: f64): void;
/** How long the recipient waited, in seconds; not a number where that is not told. Of a record that begins behind `to=`, in which it is written in an unusual way. */
export declare function queueSeconds(start: i32, end: i32): f64;
/** Texts get new numbers from now on: what is kept with them has to be told before. */
export declare function forgetTexts(): void;
/**
 * A recipient was not taken: what stands in the record is put where both sides look for it.
 * @returns whether that is all there is to know of the line.
 */
export declare function failed(start: i32, idStart: i32, idEnd: i32, program: i32): i32;
/** The kind of failures that the record at hand is one of; -1 where it has to be told of, whatever others were. */
export declare function kindAtHand(): i32;
/** The time behind which failures of a kind can be counted as others were; infinite where none was. */
export declare function countedAfter(kind: i32): f64;
/** The kind of refusals that the one at hand is one of, where it can be counted as others were; -1 where it cannot. */
export declare function refusalKindAtHand(): i32;
/** More has to be known of a message that is kept as a life. What was cut is of another record then. */
export declare function tellLife(life: i32): void;
/** A notification is over that is kept as a life; what its lines state of recipients is counted. */
export declare function passedNotification(life: i32): void;
/** A client was refused, without a queue id where that has no length: as above. */
export declare function refused(start: i32, program: i32, idStart: i32, idEnd: i32): i32;
/** Hands a line on that says anything else. @returns whether it was understood. */
export declare function other(start: i32, body: i32, end: i32, program: i32, nameStart: i32, nameEnd: i32): i32;
