// @ts-check

/**
 * Writes a Postfix log of any size, and the truth about it.
 *
 *   node bench/generate.mjs --bytes 500MiB --seed 1 --format rfc3164 --failure-rate 0.08 --domains 2000 --out FILE
 *
 * gives FILE and FILE.truth.json. Every message, session and refusal is a task that writes one line each time its turn comes; the tasks wait in a
 * queue ordered by time, so that messages overlap as they do on a real host. The truth is counted as the lines are written.
 */

import { closeSync, openSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from './random.mjs';
import { Tally } from './truth.mjs';
import {
  BOUNCES,
  DELAYS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  LOCAL_BOUNCES,
  LOCAL_DELAYS,
  LOCAL_DOMAINS,
  OWN_ADDRESS,
  PASSED_OVER,
  REFUSALS,
  SYLLABLES,
} from './vocabulary.mjs';

/** @typedef {import('./truth.mjs').Truth} Truth */
/** @typedef {import('./truth.mjs').Recipient} Recipient */
/** @typedef {import('./vocabulary.mjs').Cause} Cause */
/** @typedef {import('./vocabulary.mjs').Refusal} Refusal */
/** @typedef {import('./vocabulary.mjs').Operator} Operator */

/**
 * @typedef {object} Options
 * @property {number} bytes size of the log; it ends with the first line that reaches it
 * @property {number} [seed]
 * @property {'rfc3164' | 'rfc3339'} [format]
 * @property {number} [failureRate] share of the recipients that are not delivered at the first attempt; 1: nothing is ever delivered
 * @property {number} [domains] how many remote domains there are
 * @property {number} [start] time of the first line, milliseconds since 1970
 */

/** @typedef {Truth & { bytes: number, start: number, end: number }} GeneratedTruth */

/**
 * A task writes at most one line, then yields how many milliseconds it waits.
 * @typedef {Generator<number, void, void>} Task
 */

/**
 * Where mail for a domain goes.
 * @typedef {object} Destination
 * @property {string} domain
 * @property {'smtp' | 'virtual' | 'lmtp'} agent
 * @property {Operator} operator
 * @property {{ name: string, ip: string }[]} hosts
 */

/**
 * A recipient and what will become of it.
 * @typedef {Recipient & {
 *   original: string | null,
 *   destination: Destination,
 *   delays: number,
 *   end: 'sent' | 'bounced',
 *   cause: Cause | null,
 *   reason: string,
 * }} Addressee
 */

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {string} sender
 * @property {Destination} origin where the sender's mail goes
 * @property {number} size
 * @property {boolean} covered false for a notification of this host
 * @property {number} arrived
 * @property {Addressee[]} addressees
 */

const HOST = 'mx1';
const HOST_NAME = 'mx1.example.net';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** rfc3339 stamps carry this offset; rfc3164 stamps are in UTC. */
const OFFSET = HOUR;
const OFFSET_TEXT = '+01:00';
const MINIMAL_BACKOFF = 300 * SECOND;
const MAXIMAL_BACKOFF = 4000 * SECOND;
const QUEUE_LIFETIME = 4 * HOUR;
const CHUNK = 1 << 18;
/** What one arrival writes on average, to choose how fast mail arrives. */
const BYTES_PER_ARRIVAL = 1100;
const FASTEST_PER_SECOND = 10;
const HEX = '0123456789ABCDEF';
const LOWER_HEX = '0123456789abcdef';
const LETTERS = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';

/** The log while it is written: clock, waiting tasks, output, counts. */
class Log {
  tally = new Tally();
  now;
  bytes = 0;
  /** The time of the last line, as it shows it. */
  shown = 0;
  /** @type {{ at: number, order: number, task: Task }[]} */
  #waiting = [];
  #order = 0;
  #rfc3339;
  #second = -1;
  #prefix = '';
  /** @type {string[]} */
  #lines = [];
  #linesBytes = 0;
  #wrote = false;
  /** @type {Set<string>} */
  #ids = new Set();
  /** @type {string[]} */
  #freed = [];
  /** @type {Map<string, string[]>} */
  #tags = new Map();

  /**
   * @param {Random} random
   * @param {'rfc3164' | 'rfc3339'} format
   * @param {number} start
   */
  constructor(random, format, start) {
    this.random = random;
    this.#rfc3339 = format === 'rfc3339';
    this.now = start;
    this.qmgr = `postfix/qmgr[${random.between(900, 1500)}]`;
  }

  /**
   * One of the few processes of a program that run side by side; they are replaced from time to time.
   * @param {string} program
   */
  process(program) {
    let tags = this.#tags.get(program);
    if (!tags) {
      tags = Array.from({ length: 12 }, () => this.#tag(program));
      this.#tags.set(program, tags);
    }
    const i = this.random.below(tags.length);
    if (this.random.chance(0.01)) tags[i] = this.#tag(program);
    return /** @type {string} */ (tags[i]);
  }

  /** @param {string} program */
  #tag(program) {
    return `${program}[${this.random.between(1600, 65_535)}]`;
  }

  /**
   * @param {string} tag
   * @param {string} body
   */
  write(tag, body) {
    if (this.#wrote) throw new Error(`two lines in one step: ${body}`);
    this.#wrote = true;
    const now = this.now;
    const second = Math.floor(now / SECOND);
    if (second !== this.#second) {
      this.#second = second;
      const date = new Date(this.#rfc3339 ? now + OFFSET : now);
      const iso = date.toISOString();
      this.#prefix = this.#rfc3339
        ? iso.slice(0, 20)
        : `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${iso.slice(11, 19)} ${HOST} `;
    }
    let line;
    if (this.#rfc3339) {
      // microseconds below 500, so that rounding and cutting to milliseconds agree
      const fraction = 1_000_000 + (now - second * SECOND) * 1000 + this.random.below(500);
      line = `${this.#prefix}${String(fraction).slice(1)}${OFFSET_TEXT} ${HOST} ${tag}: ${body}\n`;
      this.shown = now;
    } else {
      line = `${this.#prefix}${tag}: ${body}\n`;
      this.shown = second * SECOND;
    }
    this.#lines.push(line);
    this.#linesBytes += line.length;
    this.bytes += line.length;
    this.tally.totals.lines++;
  }

  get full() {
    return this.#linesBytes >= CHUNK;
  }

  /** The lines since the last call. */
  take() {
    const chunk = this.#lines.join('');
    this.#lines = [];
    this.#linesBytes = 0;
    return chunk;
  }

  /**
   * Lets a task begin in `delay` milliseconds.
   * @param {Task} task
   * @param {number} delay
   */
  spawn(task, delay) {
    const heap = this.#waiting;
    const entry = { at: this.now + delay, order: this.#order++, task };
    let i = heap.length;
    heap.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = /** @type {typeof entry} */ (heap[parent]);
      if (above.at < entry.at || (above.at === entry.at && above.order < entry.order)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  /** Gives the task whose turn it is its turn. */
  step() {
    const heap = this.#waiting;
    const first = heap[0];
    if (!first) throw new Error('nothing left to write');
    this.now = first.at;
    this.#wrote = false;
    // what the task spawns now comes after it, so that it stays the first
    const result = first.task.next();
    let entry = first;
    if (result.done) {
      entry = /** @type {typeof first} */ (heap.pop());
      if (entry === first) return;
    } else {
      entry.at += result.value;
      entry.order = this.#order++;
    }
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      let below = /** @type {typeof first} */ (heap[child]);
      const right = heap[child + 1];
      if (right && (right.at < below.at || (right.at === below.at && right.order < below.order))) {
        below = right;
        child++;
      }
      if (entry.at < below.at || (entry.at === below.at && entry.order < below.order)) break;
      heap[i] = below;
      i = child;
    }
    heap[i] = entry;
  }

  /** A queue id that no message holds; sometimes one that an earlier message held. */
  queueId() {
    let id;
    if (this.#freed.length > 32 && this.random.chance(0.01)) {
      const i = this.random.below(this.#freed.length);
      id = /** @type {string} */ (this.#freed[i]);
      this.#freed[i] = /** @type {string} */ (this.#freed[this.#freed.length - 1]);
      this.#freed.pop();
      if (!this.#ids.has(id)) {
        this.#ids.add(id);
        return id;
      }
    }
    do {
      const number = this.random.below(1_000_000) * 0x100_0000 + 0x25a000 + this.random.below(0x8000);
      id = number.toString(16).toUpperCase().padStart(11, '0');
    } while (this.#ids.has(id));
    this.#ids.add(id);
    return id;
  }

  /** @param {string} id */
  free(id) {
    this.#ids.delete(id);
    if (this.#freed.length < 256) this.#freed.push(id);
    else this.#freed[this.random.below(256)] = id;
  }
}

/** The hosts, domains and people that send and receive. */
class World {
  /** @type {(Destination | undefined)[]} */
  #remote;

  /**
   * @param {Random} random
   * @param {number} domains
   */
  constructor(random, domains) {
    this.random = random;
    this.#remote = new Array(domains);
    /** @type {Destination[]} */
    this.local = LOCAL_DOMAINS.map((domain, i) => ({
      domain,
      agent: i % 2 ? 'lmtp' : 'virtual',
      operator: 'own',
      hosts: [{ name: HOST_NAME, ip: 'private/dovecot-lmtp' }],
    }));
  }

  /** A remote domain; the first ones come most often. */
  remoteDestination() {
    const i = Math.min(this.#remote.length - 1, Math.floor((this.#remote.length + 1) ** this.random.next()) - 1);
    let destination = this.#remote[i];
    if (!destination) {
      destination = remoteDestination(i);
      this.#remote[i] = destination;
    }
    return destination;
  }

  /** @returns {Destination} */
  localDestination() {
    return this.random.pick(this.local);
  }

  /** @param {Destination} destination */
  address(destination) {
    const { random } = this;
    const given = random.pick(GIVEN_NAMES);
    const shape = random.below(8);
    const family = random.pick(FAMILY_NAMES);
    const local =
      shape < 4
        ? `${given}.${family}`
        : shape < 6
          ? `${given[0]}${family}`
          : shape < 7
            ? `${family}${random.below(100)}`
            : `${given}+${family}`;
    return `${local}@${destination.domain}`;
  }

  /** A client somewhere: `name[address]`. */
  client() {
    const { random } = this;
    const ip = `${random.chance(0.5) ? '198.51.100' : '203.0.113'}.${random.between(1, 254)}`;
    const name = random.chance(0.25) ? 'unknown' : `mx${random.below(90)}.${this.remoteDestination().domain}`;
    return { name, ip, text: `${name}[${ip}]` };
  }
}

/**
 * The same domain for the same number, whatever the seed.
 * @param {number} i
 * @returns {Destination}
 */
function remoteDestination(i) {
  const random = new Random(i + 1);
  const name = `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}`;
  const domain = `${name}${i.toString(36)}.example`;
  const kind = random.next();
  const operator = kind < 0.15 ? 'google' : kind < 0.23 ? 'microsoft' : kind < 0.27 ? 'yahoo' : 'own';
  const names = {
    google: ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'],
    microsoft: [`${domain.replace('.', '-')}.mail.protection.outlook.com`],
    yahoo: ['mta5.am0.yahoodns.net', 'mta6.am0.yahoodns.net'],
    own: [`mx1.${domain}`, `mx2.${domain}`],
  };
  const hosts = names[operator].map((host) => ({
    name: host,
    ip: random.chance(0.15)
      ? `2001:db8:${random.below(65536).toString(16)}::${random.between(1, 255).toString(16)}`
      : `${random.chance(0.5) ? '198.51.100' : '203.0.113'}.${random.between(1, 254)}`,
  }));
  return { domain, agent: 'smtp', operator, hosts };
}

/**
 * @param {string} text
 * @param {Record<string, string>} values
 */
function fill(text, values) {
  return text.includes('{') ? text.replace(/\{([a-z-]+)\}/g, (_, name) => values[name] ?? '') : text;
}

/**
 * Seconds with two digits, as Postfix prints them.
 * @param {number} milliseconds
 */
function seconds(milliseconds) {
  if (milliseconds >= 10_000) return String(Math.round(milliseconds / 1000));
  if (milliseconds >= 1000) return String(Math.round(milliseconds / 100) / 10);
  return String(Math.round(milliseconds / 10) / 100);
}

/** Everything that happens on the host. */
class Traffic {
  /**
   * @param {Log} log
   * @param {Random} random
   * @param {World} world
   * @param {number} failureRate
   */
  constructor(log, random, world, failureRate) {
    this.log = log;
    this.random = random;
    this.world = world;
    this.failureRate = failureRate;
    const nothingArrives = failureRate === 1;
    this.localFailureRate = nothingArrives ? 1 : failureRate / 3;
    this.notificationFailureRate = nothingArrives ? 1 : 0.08;
    this.refusalRate = Math.min(0.5, failureRate * 1.2);
  }

  /**
   * Starts whatever comes in, more of it by day than by night.
   * @param {number} meanGap
   * @returns {Task}
   */
  *arrivals(meanGap) {
    const { log, random } = this;
    for (;;) {
      log.spawn(this.#arrival(), 0);
      const hour = (log.now % DAY) / HOUR;
      const activity = 1 + 0.6 * Math.sin(((hour - 7) / 24) * 2 * Math.PI);
      yield Math.ceil(random.wait(meanGap / activity));
    }
  }

  /** @returns {Task} */
  #arrival() {
    const { random } = this;
    if (random.chance(this.refusalRate)) {
      const refusal = random.weighted(REFUSALS);
      if (refusal.form === 'postscreen' || refusal.form === 'postscreen-connect') return this.#screened(refusal);
      if (refusal.form === 'smtpd') return this.#refused(refusal);
      return this.#session('inbound', 1, refusal);
    }
    const kind = random.next();
    if (kind < 0.3) return this.#session('submission', 1 + (random.chance(0.2) ? random.below(4) : 0), null);
    if (kind < 0.305) return this.#session('submission', random.between(20, 120), null);
    if (kind < 0.35) return this.#pickup();
    if (kind < 0.6) return this.#session('inbound', 1 + (random.chance(0.1) ? 1 : 0), null);
    return this.#otherProgram();
  }

  /**
   * @param {string} address
   * @param {Destination} destination
   * @param {boolean} covered
   * @param {number} failureRate
   * @returns {Addressee}
   */
  #addressee(address, destination, covered, failureRate) {
    const { random } = this;
    /** @type {Addressee} */
    const addressee = {
      address,
      original: null,
      destination,
      covered,
      tried: false,
      openAt: null,
      delays: 0,
      end: 'sent',
      cause: null,
      reason: '',
    };
    if (random.chance(failureRate)) {
      if (random.chance(0.45)) {
        addressee.end = 'bounced';
      } else {
        const later = random.next();
        addressee.delays = 1;
        if (later < 0.15) addressee.delays = Number.POSITIVE_INFINITY;
        else while (addressee.delays < 6 && random.chance(0.4)) addressee.delays++;
        if (later > 0.93) addressee.end = 'bounced';
      }
    }
    if (this.failureRate === 1) addressee.end = 'bounced';
    return addressee;
  }

  /** @returns {Addressee[]} */
  #remoteAddressees() {
    const { random, world } = this;
    const count = random.chance(0.72) ? 1 : random.between(2, 4);
    let destination = world.remoteDestination();
    /** @type {Addressee[]} */
    const addressees = [];
    for (let i = 0; i < count; i++) {
      if (i && random.chance(0.5)) destination = random.chance(0.15) ? world.localDestination() : world.remoteDestination();
      const address = world.address(destination);
      if (addressees.some((other) => other.address === address)) continue;
      addressees.push(this.#addressee(address, destination, true, this.failureRate));
    }
    return addressees;
  }

  /** @returns {Addressee[]} */
  #localAddressees() {
    const { random, world } = this;
    const destination = world.localDestination();
    const count = random.chance(0.9) ? 1 : 2;
    /** @type {Addressee[]} */
    const addressees = [];
    for (let i = 0; i < count; i++) {
      const address = world.address(destination);
      if (addressees.some((other) => other.address === address)) continue;
      const addressee = this.#addressee(address, destination, true, this.localFailureRate);
      if (random.chance(0.1)) addressee.original = `${random.pick(['info', 'sales', 'office', 'team'])}@${destination.domain}`;
      addressees.push(addressee);
    }
    return addressees;
  }

  /**
   * An SMTP client that hands over messages. With a refusal: one of its recipients, or its message, is refused.
   * @param {'submission' | 'inbound'} kind
   * @param {number} count
   * @param {Refusal | null} refusal
   * @returns {Task}
   */
  *#session(kind, count, refusal) {
    const { log, random, world } = this;
    const submission = kind === 'submission';
    const smtpd = log.process(submission ? 'postfix/submission/smtpd' : 'postfix/smtpd');
    const client = world.client();
    log.write(smtpd, `connect from ${client.text}`);
    yield random.between(20, 300);
    if (random.chance(submission ? 0.25 : 0.15)) {
      log.write(
        smtpd,
        `Anonymous TLS connection established from ${client.text}: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)`,
      );
      yield random.between(20, 100);
    }
    const origin = submission ? world.localDestination() : world.remoteDestination();
    const sender = !submission && random.chance(0.05) ? '' : world.address(origin);
    let taken = 0;
    let named = 0;
    for (let i = 0; i < count; i++) {
      const id = log.queueId();
      const addressees = submission ? this.#remoteAddressees() : this.#localAddressees();
      log.write(smtpd, `${id}: client=${client.text}${submission ? `, sasl_method=PLAIN, sasl_username=${sender}` : ''}`);
      named += addressees.length;
      if (refusal?.form === 'queued') {
        yield random.between(5, 40);
        this.#refuse(refusal, smtpd, `${id}: `, client, sender, addressees[0]?.destination ?? origin);
      }
      yield random.between(5, 60);
      const cleanup = log.process('postfix/cleanup');
      log.write(cleanup, `${id}: message-id=<${random.text(LOWER_HEX, 16)}.${random.below(100_000)}@${origin.domain}>`);
      yield random.between(2, 30);
      if (refusal && refusal.form !== 'queued') {
        this.#refuse(refusal, cleanup, `${id}: `, client, sender, addressees[0]?.destination ?? origin);
        log.free(id);
      } else {
        /** @type {Message} */
        const message = { id, sender, origin, size: random.between(900, 90_000), covered: true, arrived: log.now, addressees };
        if (submission) log.write('opendkim[711]', `${id}: DKIM-Signature field added (s=mail2025, d=${origin.domain})`);
        log.spawn(this.#delivery(message), random.between(2, 40));
        taken++;
      }
      yield random.between(20, 250);
    }
    if (random.chance(0.03)) {
      log.write(smtpd, `lost connection after ${random.pick(['DATA (0 bytes)', 'RCPT', 'RSET'])} from ${client.text}`);
      yield 1;
    }
    const commands = 2 + count + named + taken + (submission ? 2 : 0);
    const login = submission ? ' starttls=1 auth=1' : '';
    log.write(
      smtpd,
      `disconnect from ${client.text} ehlo=2${login} mail=${count} rcpt=${named} data=${taken} quit=1 commands=${commands}`,
    );
  }

  /**
   * A message of a program on this host.
   * @returns {Task}
   */
  *#pickup() {
    const { log, random, world } = this;
    const origin = world.localDestination();
    const sender = `${random.pick(['root', 'www-data', 'shop', 'backup'])}@${origin.domain}`;
    const id = log.queueId();
    log.write(log.process('postfix/pickup'), `${id}: uid=${random.pick([0, 33, 1000])} from=<${sender}>`);
    yield random.between(5, 40);
    log.write(log.process('postfix/cleanup'), `${id}: message-id=<${random.text(LOWER_HEX, 20)}@${HOST_NAME}>`);
    /** @type {Message} */
    const message = {
      id,
      sender,
      origin,
      size: random.between(500, 9000),
      covered: true,
      arrived: log.now,
      addressees: this.#remoteAddressees(),
    };
    log.spawn(this.#delivery(message), random.between(2, 40));
  }

  /**
   * The life of a message in the queue.
   * @param {Message} message
   * @returns {Task}
   */
  *#delivery(message) {
    const { log, random } = this;
    const { id, sender } = message;
    let waiting = message.addressees;
    let backoff = MINIMAL_BACKOFF;
    let first = true;
    let warned = false;
    for (;;) {
      log.write(log.qmgr, `${id}: from=<${sender}>, size=${message.size}, nrcpt=${waiting.length} (queue active)`);
      if (first && message.covered) log.tally.message();
      first = false;
      let bounced = false;
      /** @type {Addressee[]} */
      const deferred = [];
      for (const addressee of waiting) {
        const status = yield* this.#attempt(message, addressee);
        if (status === 'bounced') bounced = true;
        if (status === 'deferred') deferred.push(addressee);
      }
      const age = log.now - message.arrived;
      const expired = deferred.length > 0 && age >= QUEUE_LIFETIME;
      if (expired) {
        yield random.between(1, 20);
        log.write(log.qmgr, `${id}: from=<${sender}>, status=expired, returned to sender`);
        log.tally.expired(deferred, log.shown);
      }
      if ((bounced || expired) && sender) yield* this.#notify(message, 'non-delivery');
      if (expired || !deferred.length) break;
      if (!warned && sender && age > HOUR && random.chance(0.2)) {
        warned = true;
        yield* this.#notify(message, 'delay');
      }
      waiting = deferred;
      yield Math.round(backoff * (0.95 + random.next() * 0.2));
      backoff = Math.min(MAXIMAL_BACKOFF, backoff * 2);
    }
    yield random.between(1, 20);
    log.write(log.qmgr, `${id}: removed`);
    log.free(id);
  }

  /**
   * Tells the sender; the notification is a message of its own.
   * @param {Message} message
   * @param {'non-delivery' | 'delay'} kind
   * @returns {Task}
   */
  *#notify(message, kind) {
    const { log, random } = this;
    const id = log.queueId();
    yield random.between(2, 20);
    const stamp = new Date(log.now).toISOString().slice(0, 19).replace(/\D/g, '');
    log.write(log.process('postfix/cleanup'), `${id}: message-id=<${stamp}.${id}@${HOST_NAME}>`);
    yield random.between(1, 10);
    log.write(log.process('postfix/bounce'), `${message.id}: sender ${kind} notification: ${id}`);
    log.tally.notification();
    log.spawn(
      this.#delivery({
        id,
        sender: '',
        origin: message.origin,
        size: message.size + random.between(2000, 3000),
        covered: false,
        arrived: log.now,
        addressees: [this.#addressee(message.sender, message.origin, false, this.notificationFailureRate)],
      }),
      random.between(1, 10),
    );
  }

  /**
   * One attempt for one recipient: the lines before the delivery line, and that line.
   * @param {Message} message
   * @param {Addressee} addressee
   * @returns {Generator<number, 'sent' | 'deferred' | 'bounced', void>}
   */
  *#attempt(message, addressee) {
    const { log, random } = this;
    const { destination, cause: previous } = addressee;
    const { agent, hosts } = destination;
    const begun = log.now;
    if (previous?.site && random.chance(0.35)) {
      yield random.between(1, 30);
      const delays = `delays=${seconds(begun - message.arrived)}/0.01/0/0`;
      this.#record(
        message,
        addressee,
        log.process('postfix/error'),
        'none',
        delays,
        previous.dsn,
        'deferred',
        `delivery temporarily suspended: ${addressee.reason}`,
      );
      log.tally.deferred(addressee, previous, log.shown, false);
      return 'deferred';
    }
    const tag = log.process(`postfix/${agent}`);
    let host = /** @type {{ name: string, ip: string }} */ (hosts[0]);
    const spare = hosts[1];
    if (spare && random.chance(0.3 * this.failureRate)) {
      yield random.between(50, 3000);
      log.write(tag, `${message.id}: ${this.#fill(random.pick(PASSED_OVER), message, addressee, host)}`);
      host = spare;
    }
    const status = addressee.delays > 0 ? 'deferred' : addressee.end;
    if (agent === 'smtp' && status === 'sent' && random.chance(0.08)) {
      yield random.between(20, 200);
      const cipher = 'TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)';
      log.write(tag, `Untrusted TLS connection established to ${host.name}[${host.ip}]:25: ${cipher}`);
    }
    if (status === 'sent') {
      yield agent === 'smtp' ? random.between(50, 1500) : random.between(2, 60);
      const relay =
        agent === 'virtual' ? 'virtual' : agent === 'lmtp' ? `${host.name}[${host.ip}]` : `${host.name}[${host.ip}]:25`;
      const use = agent === 'smtp' && random.chance(0.04) ? `conn_use=${random.between(2, 9)}, ` : '';
      const delays = this.#delays(message, begun);
      this.#record(message, addressee, tag, relay, delays, '2.0.0', 'sent', this.#acceptance(addressee), use);
      log.tally.sent(addressee);
      if (agent === 'lmtp' && random.chance(0.3)) {
        yield 1;
        const session = random.text(LETTERS, 22);
        log.write(
          'dovecot',
          `lmtp(${addressee.address})<${random.between(1600, 99_999)}><${session}>: msgid=<${random.text(LOWER_HEX, 16)}@${message.origin.domain}>: saved mail to INBOX`,
        );
      }
      return 'sent';
    }
    const cause = this.#cause(addressee, status);
    const reason = this.#fill(cause.text, message, addressee, host);
    if (reason.startsWith('connect to ')) {
      yield reason.endsWith('timed out') ? 30_000 : random.between(20, 400);
      log.write(tag, reason);
    }
    yield random.between(50, 2500);
    const relay = !cause.relay
      ? 'none'
      : agent === 'virtual'
        ? 'virtual'
        : agent === 'lmtp'
          ? `${host.name}[${host.ip}]`
          : `${host.name}[${host.ip}]:25`;
    this.#record(message, addressee, tag, relay, this.#delays(message, begun), cause.dsn, status, reason);
    if (status === 'bounced') {
      log.tally.bounced(addressee, cause, log.shown);
    } else {
      addressee.delays--;
      addressee.cause = cause;
      addressee.reason = reason;
      log.tally.deferred(addressee, cause, log.shown, true);
    }
    return status;
  }

  /**
   * @param {Addressee} addressee
   * @param {'deferred' | 'bounced'} status
   * @returns {Cause}
   */
  #cause({ destination: { agent, operator }, cause }, status) {
    const { random } = this;
    if (status === 'bounced') return random.weighted(agent === 'smtp' ? BOUNCES[operator] : LOCAL_BOUNCES[agent]);
    if (cause && random.chance(0.8)) return cause;
    return random.weighted(agent === 'smtp' ? DELAYS[operator] : LOCAL_DELAYS[agent]);
  }

  /**
   * @param {string} text
   * @param {Message} message
   * @param {Addressee} addressee
   * @param {{ name: string, ip: string }} host
   */
  #fill(text, message, addressee, host) {
    return fill(text, {
      rcpt: addressee.address,
      domain: addressee.destination.domain,
      host: host.name,
      ip: host.ip,
      sender: message.sender,
      'sender-domain': message.origin.domain,
      token: `${this.random.text(LOWER_HEX, 12)}-${this.random.text(LOWER_HEX, 10)}`,
    });
  }

  /**
   * @param {Message} message
   * @param {number} begun
   */
  #delays(message, begun) {
    const spent = this.log.now - begun;
    const connecting = Math.floor(spent * 0.6);
    return `delays=${seconds(begun - message.arrived)}/0.01/${seconds(connecting)}/${seconds(spent - connecting)}`;
  }

  /**
   * Writes the delivery line.
   * @param {Message} message
   * @param {Addressee} addressee
   * @param {string} tag
   * @param {string} relay
   * @param {string} delays
   * @param {string} dsn
   * @param {'sent' | 'deferred' | 'bounced'} status
   * @param {string} reason
   * @param {string} [use]
   */
  #record(message, addressee, tag, relay, delays, dsn, status, reason, use = '') {
    const original = addressee.original === null ? '' : ` orig_to=<${addressee.original}>,`;
    const delay = seconds(this.log.now - message.arrived);
    this.log.write(
      tag,
      `${message.id}: to=<${addressee.address}>,${original} relay=${relay}, ${use}delay=${delay}, ${delays}, dsn=${dsn}, status=${status} (${reason})`,
    );
  }

  /** @param {Addressee} addressee */
  #acceptance({ address, destination: { agent, operator } }) {
    const { random } = this;
    if (agent === 'virtual') return 'delivered to maildir';
    if (agent === 'lmtp') return `250 2.0.0 <${address}> ${random.text(LETTERS, 22)} Saved`;
    if (operator === 'google') {
      return `250 2.0.0 OK  ${Math.floor(this.log.now / 1000)} ${random.text(LOWER_HEX, 13)}-${random.text(LOWER_HEX, 11)}si${random.below(1e7)}a12.${random.below(1000)} - gsmtp`;
    }
    if (operator === 'microsoft') {
      return `250 2.6.0 <${random.text(LOWER_HEX, 16)}@${HOST_NAME}> [InternalId=${random.below(1e9)}, Hostname=${random.text(HEX, 8)}.prod.outlook.com] ${random.between(5000, 90_000)} bytes in 0.${random.between(100, 999)}, ${random.between(10, 400)}.250 KB/sec Queued mail for delivery`;
    }
    if (operator === 'yahoo') return '250 ok dirdel';
    if (random.chance(0.3))
      return `250 OK id=1t${random.text(LETTERS, 4)}-${random.text(LETTERS, 11)}-${random.text(LETTERS, 4)}`;
    return `250 2.0.0 Ok: queued as ${random.text(HEX, 10)}`;
  }

  /**
   * Writes the line of a refusal and counts it.
   * @param {Refusal} refusal
   * @param {string} tag
   * @param {string} queueId with its colon; `NOQUEUE: ` where there is none
   * @param {{ name: string, ip: string, text: string }} client
   * @param {string} sender
   * @param {Destination} destination
   */
  #refuse(refusal, tag, queueId, client, sender, destination) {
    const { log, random, world } = this;
    const address = world.address(destination);
    const helo = refusal.replyCode === 501 ? 'bad_helo!' : refusal.replyCode === 504 ? 'localhost' : `mail.${destination.domain}`;
    const text = fill(refusal.text, { rcpt: address, sender, helo, 'client-ip': client.ip });
    const reply = `${refusal.replyCode === null ? '' : `${refusal.replyCode} `}${refusal.enhancedStatus === null ? '' : `${refusal.enhancedStatus} `}${text}`;
    const mail = refusal.stage === 'EHLO' ? '' : `from=<${sender}> `;
    const envelope = `${mail}${refusal.recipient ? `to=<${address}> ` : ''}proto=ESMTP helo=<${helo}>`;
    const port = random.between(20_000, 65_000);
    if (refusal.form === 'postscreen-connect') {
      log.write(tag, `${queueId}reject: CONNECT from [${client.ip}]:${port}: ${text}`);
    } else if (refusal.form === 'postscreen') {
      log.write(tag, `${queueId}reject: RCPT from [${client.ip}]:${port}: ${reply}; ${envelope.replaceAll(' ', ', ')}`);
    } else if (refusal.form === 'milter') {
      log.write(tag, `${queueId}milter-reject: ${refusal.stage} from ${client.text}: ${reply}; ${envelope}`);
    } else if (refusal.form === 'header') {
      log.write(tag, `${queueId}reject: header Subject: You have won ${port} EUR from ${client.text}; ${envelope}: ${reply}`);
    } else {
      log.write(tag, `${queueId}reject: ${refusal.stage} from ${client.text}: ${reply}; ${envelope}`);
    }
    log.tally.rejected(refusal.recipient ? address : null, refusal, log.shown);
  }

  /**
   * A client that is refused before it has a queue id.
   * @param {Refusal} refusal
   * @returns {Task}
   */
  *#refused(refusal) {
    const { log, random, world } = this;
    const smtpd = log.process('postfix/smtpd');
    const client = world.client();
    const origin = world.remoteDestination();
    const sender = world.address(origin);
    const relayed = refusal.text.includes('Relay access');
    log.write(smtpd, `connect from ${client.text}`);
    yield random.between(50, 900);
    if (random.chance(0.1)) {
      const destination = world.localDestination();
      const address = world.address(destination);
      log.write(
        smtpd,
        `NOQUEUE: reject_warning: RCPT from ${client.text}: 450 4.7.25 Client host rejected: cannot find your hostname, [${client.ip}]; from=<${sender}> to=<${address}> proto=ESMTP helo=<mail.${origin.domain}>`,
      );
      yield random.between(5, 50);
    }
    const recipients = refusal.recipient && random.chance(0.15) ? random.between(2, 5) : 1;
    for (let i = 0; i < recipients; i++) {
      this.#refuse(refusal, smtpd, 'NOQUEUE: ', client, sender, relayed ? world.remoteDestination() : world.localDestination());
      yield random.between(20, 400);
    }
    if (random.chance(0.4)) {
      log.write(smtpd, `lost connection after ${refusal.stage} from ${client.text}`);
      yield 1;
    }
    log.write(smtpd, `disconnect from ${client.text} ehlo=1 mail=1 rcpt=0/${recipients} quit=1 commands=3/${recipients + 3}`);
  }

  /**
   * A client that postscreen refuses.
   * @param {Refusal} refusal
   * @returns {Task}
   */
  *#screened(refusal) {
    const { log, random, world } = this;
    const client = world.client();
    const port = random.between(20_000, 65_000);
    const postscreen = 'postfix/postscreen[1581]';
    log.write(postscreen, `CONNECT from [${client.ip}]:${port} to [${OWN_ADDRESS}]:25`);
    if (refusal.form === 'postscreen') {
      yield random.between(100, 6000);
      log.write(postscreen, `DNSBL rank ${random.between(2, 9)} for [${client.ip}]:${port}`);
    }
    yield random.between(20, 600);
    this.#refuse(refusal, postscreen, 'NOQUEUE: ', client, world.address(world.remoteDestination()), world.localDestination());
    yield random.between(1, 200);
    log.write(postscreen, `DISCONNECT [${client.ip}]:${port}`);
  }

  /**
   * Lines of other programs, and of Postfix where nothing is delivered.
   * @returns {Task}
   */
  *#otherProgram() {
    const { log, random, world } = this;
    const user = world.address(world.localDestination());
    const client = world.client();
    const kind = random.below(36);
    if (kind >= 10) {
      const smtpd = log.process('postfix/smtpd');
      log.write(smtpd, `connect from ${client.text}`);
      yield random.between(100, 2000);
      log.write(smtpd, `disconnect from ${client.text} ehlo=1 quit=1 commands=2`);
    } else if (kind < 6) {
      const session = random.text(LETTERS, 16);
      const method = 'method=PLAIN';
      log.write(
        'dovecot',
        `imap-login: Login: user=<${user}>, ${method}, rip=${client.ip}, lip=${OWN_ADDRESS}, mpid=${random.between(1600, 99_999)}, TLS, session=<${session}>`,
      );
      yield random.between(SECOND, 20 * MINUTE);
      log.write(
        'dovecot',
        `imap(${user})<${random.between(1600, 99_999)}><${session}>: Disconnected: Logged out in=${random.below(9999)} out=${random.below(99_999)} deleted=0 expunged=0`,
      );
    } else if (kind < 8) {
      const smtpd = log.process('postfix/submission/smtpd');
      log.write(smtpd, `connect from ${client.text}`);
      yield random.between(100, 2000);
      log.write(smtpd, `warning: ${client.text}: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=${user}`);
      yield random.between(100, 900);
      log.write(smtpd, `lost connection after AUTH from ${client.text}`);
      yield 1;
      log.write(smtpd, `disconnect from ${client.text} ehlo=1 auth=0/1 commands=1/2`);
    } else if (kind < 9) {
      const port = random.between(20_000, 65_000);
      log.write('postfix/postscreen[1581]', `CONNECT from [${client.ip}]:${port} to [${OWN_ADDRESS}]:25`);
      yield random.between(1, 20);
      log.write('postfix/postscreen[1581]', `PASS OLD [${client.ip}]:${port}`);
    } else {
      log.write(
        log.process('policyd-spf'),
        `prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=${client.ip}; helo=${client.name}; envelope-from=${user}; receiver=<UNKNOWN>`,
      );
    }
  }

  /**
   * What anvil says every ten minutes.
   * @returns {Task}
   */
  *statistics() {
    const { log, random, world } = this;
    for (;;) {
      yield 10 * MINUTE;
      const when = new Date(log.now - random.below(5 * MINUTE)).toUTCString().slice(5, 25);
      const client = `(smtp:${world.client().ip}) at ${when}`;
      log.write('postfix/anvil[1592]', `statistics: max connection rate ${random.between(1, 60)}/60s for ${client}`);
      yield 1;
      log.write('postfix/anvil[1592]', `statistics: max connection count ${random.between(1, 9)} for ${client}`);
      yield 1;
      log.write('postfix/anvil[1592]', `statistics: max cache size ${random.between(1, 40)} at ${when}`);
    }
  }
}

/**
 * The log in pieces of whole lines; returns the truth about them.
 * @param {Options} options
 * @returns {Generator<string, GeneratedTruth, void>}
 */
export function* generate({
  bytes,
  seed = 1,
  format = 'rfc3164',
  failureRate = 0.08,
  domains = 2000,
  start = Date.UTC(2025, 2, 3, 0, 0, 1),
}) {
  const random = new Random(seed);
  const log = new Log(random, format, start);
  const traffic = new Traffic(log, random, new World(random, Math.max(1, domains)), failureRate);
  const arrivals = bytes / BYTES_PER_ARRIVAL;
  const days = Math.min(28, 3 + bytes / (50 << 20));
  const meanGap = Math.max((days * DAY) / arrivals, SECOND / FASTEST_PER_SECOND);
  log.spawn(traffic.arrivals(meanGap), 0);
  log.spawn(traffic.statistics(), 0);
  while (log.bytes < bytes) {
    log.step();
    if (log.full) yield log.take();
  }
  yield log.take();
  return { bytes: log.bytes, start, end: log.shown, ...log.tally.truth() };
}

/**
 * Writes the log to a file, and the truth beside it.
 * @param {Options} options
 * @param {string} file
 * @param {Record<string, unknown>} [parameters] kept with the truth
 * @returns {GeneratedTruth}
 */
export function writeLog(options, file, parameters = { ...options }) {
  const output = openSync(file, 'w');
  const pieces = generate(options);
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) writeWhole(output, Buffer.from(piece.value, 'latin1'));
  closeSync(output);
  const truth = piece.value;
  // a log without years is dated by the time of its file
  utimesSync(file, truth.end / 1000, truth.end / 1000);
  writeFileSync(truthFile(file), `${JSON.stringify({ parameters, ...truth }, null, 1)}\n`);
  return truth;
}

/**
 * @param {number} output
 * @param {Buffer} buffer
 */
function writeWhole(output, buffer) {
  for (let done = 0; done < buffer.length; ) done += writeSync(output, buffer, done);
}

/** @param {string} file */
export function truthFile(file) {
  return `${file}.truth.json`;
}

/**
 * A size as it is written on a command line: `500MiB`, `2GB`, `4096`.
 * @param {string} text
 */
export function parseSize(text) {
  const match = /^(\d+(?:\.\d+)?)\s*(?:([KMGT])(i?)B?|B)?$/i.exec(text);
  if (!match) throw new Error(`not a size: ${text}`);
  const power = match[2] ? 'KMGT'.indexOf(match[2].toUpperCase()) + 1 : 0;
  return Math.round(Number(match[1]) * (match[3] ? 1024 : 1000) ** power);
}

/**
 * @param {string} text
 * @returns {'rfc3164' | 'rfc3339'}
 */
export function parseFormat(text) {
  if (text !== 'rfc3164' && text !== 'rfc3339') throw new Error(`not a format: ${text}`);
  return text;
}

/**
 * @param {string} text
 * @param {number} low
 * @param {number} high
 */
export function parseNumber(text, low, high) {
  const number = Number(text);
  if (!(number >= low && number <= high)) throw new Error(`not a number from ${low} to ${high}: ${text}`);
  return number;
}

function main() {
  const { values } = parseArgs({
    options: {
      bytes: { type: 'string', default: '100MiB' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string', default: 'rfc3164' },
      'failure-rate': { type: 'string', default: '0.08' },
      domains: { type: 'string', default: '2000' },
      start: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (!values.out) throw new Error('--out FILE is missing');
  /** @type {Options} */
  const options = {
    bytes: parseSize(values.bytes),
    seed: parseNumber(values.seed, 0, Number.MAX_SAFE_INTEGER),
    format: parseFormat(values.format),
    failureRate: parseNumber(values['failure-rate'], 0, 1),
    domains: parseNumber(values.domains, 1, 1e7),
  };
  if (values.start) options.start = Date.parse(values.start);
  if (Number.isNaN(options.start)) throw new Error(`not a time: ${values.start}`);
  const begun = performance.now();
  const truth = writeLog(options, values.out);
  const took = (performance.now() - begun) / 1000;
  const { lines, messages, recipients } = truth.totals;
  console.log(
    `${values.out}: ${truth.bytes} bytes, ${lines} lines, ${messages} messages, ${recipients} recipients, in ${took.toFixed(1)} s`,
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(`generate: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
