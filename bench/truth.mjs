// @ts-check

/** Up to so many distinct values a row's recipients and domains are counted exactly; beyond, the truth says null. */
const EXACT_UP_TO = 10_000;

/**
 * @typedef {object} Records
 * @property {number} sent
 * @property {number} deferred
 * @property {number} bounced
 * @property {number} expired
 * @property {number} rejected
 */

/**
 * @typedef {object} Totals
 * @property {number} messages
 * @property {number} recipients
 * @property {number} delivered
 * @property {number} failed
 * @property {number} expired
 * @property {number} open
 * @property {number} delayed
 * @property {number} recovered
 * @property {number} returned
 * @property {number} rejected
 * @property {number} notifications
 * @property {number} lines
 * @property {Records} records
 */

/**
 * @typedef {object} TruthRow
 * @property {'outbound' | 'inbound'} direction
 * @property {number | null} replyCode
 * @property {string | null} enhancedStatus
 * @property {number} events
 * @property {number} failed
 * @property {number} delayed
 * @property {number} expired
 * @property {number} returned
 * @property {number} rejected
 * @property {number} recovered
 * @property {number} open
 * @property {number | null} recipients null: more than were counted
 * @property {number | null} domains
 * @property {number} firstSeen milliseconds since 1970
 * @property {number} lastSeen
 */

/** @typedef {{ totals: Totals, rows: TruthRow[] }} Truth */

/** Distinct values, exact up to a limit. */
class Distinct {
  /** @type {Set<string> | null} */
  #values = new Set();

  /** @param {string} value */
  add(value) {
    if (!this.#values) return;
    this.#values.add(value);
    if (this.#values.size > EXACT_UP_TO) this.#values = null;
  }

  get size() {
    return this.#values ? this.#values.size : null;
  }
}

/** One row while it is counted. */
class Row {
  failed = 0;
  delayed = 0;
  expired = 0;
  rejected = 0;
  recovered = 0;
  open = 0;
  recipients = new Distinct();
  domains = new Distinct();
  firstSeen = Number.POSITIVE_INFINITY;
  lastSeen = Number.NEGATIVE_INFINITY;

  /**
   * @param {'outbound' | 'inbound'} direction
   * @param {number | null} replyCode
   * @param {string | null} enhancedStatus
   */
  constructor(direction, replyCode, enhancedStatus) {
    this.direction = direction;
    this.replyCode = replyCode;
    this.enhancedStatus = enhancedStatus;
  }

  /**
   * @param {string | null} address
   * @param {number} time
   */
  seen(address, time) {
    if (time < this.firstSeen) this.firstSeen = time;
    if (time > this.lastSeen) this.lastSeen = time;
    if (address === null) return;
    this.recipients.add(address);
    this.domains.add(address.slice(address.lastIndexOf('@') + 1));
  }

  /** @returns {TruthRow} */
  toJSON() {
    const { direction, replyCode, enhancedStatus, failed, delayed, expired, rejected, recovered, open, firstSeen, lastSeen } =
      this;
    return {
      direction,
      replyCode,
      enhancedStatus,
      events: failed + delayed + expired + rejected,
      failed,
      delayed,
      expired,
      returned: 0,
      rejected,
      recovered,
      open,
      recipients: this.recipients.size,
      domains: this.domains.size,
      firstSeen,
      lastSeen,
    };
  }
}

/**
 * A recipient of a message, from its first delivery line on.
 * @typedef {object} Recipient
 * @property {string} address
 * @property {boolean} covered false for a recipient of a notification
 * @property {boolean} tried a delivery line was written
 * @property {Row | null} openAt the row of the last deferral, while nothing followed it
 */

/** @typedef {{ replyCode: number | null, enhancedStatus: string | null }} Codes */

/**
 * Counts what is written, at the moment it is written, from what the generator decided; no text is read back.
 * Times are those the line shows.
 */
export class Tally {
  /** @type {Totals} */
  totals = {
    messages: 0,
    recipients: 0,
    delivered: 0,
    failed: 0,
    expired: 0,
    open: 0,
    delayed: 0,
    recovered: 0,
    returned: 0,
    rejected: 0,
    notifications: 0,
    lines: 0,
    records: { sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 0 },
  };

  /** @type {Map<string, Row>} */
  #rows = new Map();

  /**
   * @param {'outbound' | 'inbound'} direction
   * @param {Codes} codes
   */
  #row(direction, { replyCode, enhancedStatus }) {
    const key = `${direction} ${replyCode} ${enhancedStatus}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = new Row(direction, replyCode, enhancedStatus);
      this.#rows.set(key, row);
    }
    return row;
  }

  /** @param {Recipient} recipient */
  #try(recipient) {
    if (recipient.tried) return;
    recipient.tried = true;
    this.totals.recipients++;
  }

  /**
   * Takes the recipient out of those that wait, and gives the row it waited in.
   * @param {Recipient} recipient
   */
  #close(recipient) {
    const row = recipient.openAt;
    if (!row) return null;
    recipient.openAt = null;
    row.open--;
    this.totals.open--;
    return row;
  }

  /** The first sender line of a covered message. */
  message() {
    this.totals.messages++;
  }

  notification() {
    this.totals.notifications++;
  }

  /** @param {Recipient} recipient */
  sent(recipient) {
    this.totals.records.sent++;
    if (!recipient.covered) return;
    this.#try(recipient);
    const row = this.#close(recipient);
    if (row) {
      row.recovered++;
      this.totals.recovered++;
    }
    this.totals.delivered++;
  }

  /**
   * @param {Recipient} recipient
   * @param {Codes} codes
   * @param {number} time
   * @param {boolean} attempt false for "delivery temporarily suspended"
   */
  deferred(recipient, codes, time, attempt) {
    this.totals.records.deferred++;
    if (!recipient.covered) return;
    this.#try(recipient);
    this.#close(recipient);
    const row = this.#row('outbound', codes);
    if (attempt) {
      row.delayed++;
      row.seen(recipient.address, time);
      this.totals.delayed++;
    }
    recipient.openAt = row;
    row.open++;
    this.totals.open++;
  }

  /**
   * @param {Recipient} recipient
   * @param {Codes} codes
   * @param {number} time
   */
  bounced(recipient, codes, time) {
    this.totals.records.bounced++;
    if (!recipient.covered) return;
    this.#try(recipient);
    this.#close(recipient);
    const row = this.#row('outbound', codes);
    row.failed++;
    row.seen(recipient.address, time);
    this.totals.failed++;
  }

  /**
   * The line that gives a message up, for all its recipients that still wait.
   * @param {readonly Recipient[]} recipients
   * @param {number} time
   */
  expired(recipients, time) {
    this.totals.records.expired++;
    for (const recipient of recipients) {
      const row = this.#close(recipient);
      if (!row) continue;
      row.expired++;
      row.seen(recipient.address, time);
      this.totals.expired++;
    }
  }

  /**
   * @param {string | null} address the recipient, where the client had named one
   * @param {Codes} codes
   * @param {number} time
   */
  rejected(address, codes, time) {
    this.totals.records.rejected++;
    this.totals.rejected++;
    const row = this.#row('inbound', codes);
    row.rejected++;
    row.seen(address, time);
  }

  /** @returns {Truth} */
  truth() {
    const rows = [...this.#rows.values()].map((row) => row.toJSON());
    rows.sort((a, b) => b.events - a.events || (rowKey(a) < rowKey(b) ? -1 : 1));
    return { totals: structuredClone(this.totals), rows };
  }
}

/**
 * What a row stands for; empty where there is no code.
 * @param {{ direction?: unknown, replyCode?: unknown, enhancedStatus?: unknown }} row
 */
export function rowKey({ direction, replyCode, enhancedStatus }) {
  return `${direction} ${replyCode ?? '-'} ${enhancedStatus ?? '-'}`;
}
