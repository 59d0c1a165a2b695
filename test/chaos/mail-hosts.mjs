// Mail hosts on a clock of their own: what they log, and what is true of it.

/** @typedef {{ delivered: number, failed: number, expired: number, delayed: number, recovered: number, messages: number, sent: number, deferred: number, bounced: number, expiredRecords: number }} Truth */

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** @returns {Truth} */
export const nothing = () => ({
  ...{ delivered: 0, failed: 0, expired: 0, delayed: 0, recovered: 0, messages: 0 },
  ...{ sent: 0, deferred: 0, bounced: 0, expiredRecords: 0 },
});

/** Writes the log of one host, message by message, in the order of time. */
export class MailHost {
  /** Lines that are to be written, the earliest first. @type {{ time: number, text: string }[]} */
  #lines = [];
  #messages = 0;
  /** What is true, by local day. @type {Map<string, Truth>} */
  truth = new Map();
  lines = 0;

  /**
   * @param {string} name
   * @param {() => number} random
   * @param {(time: number) => string} dayOf
   */
  constructor(name, random, dayOf) {
    this.name = name;
    this.random = random;
    this.dayOf = dayOf;
  }

  /** @param {number} time @returns {Truth} */
  #day(time) {
    const day = this.dayOf(time);
    let truth = this.truth.get(day);
    if (truth === undefined) {
      truth = nothing();
      this.truth.set(day, truth);
    }
    return truth;
  }

  /** @param {number} time @param {string} text */
  #write(time, text) {
    this.#lines.push({ time, text: `${new Date(time).toISOString()} ${this.name} postfix/${text}\n` });
  }

  /** A message arrives: all that will become of it is decided now. @param {number} time */
  message(time) {
    const { random } = this;
    const id = `${this.name === 'mx1' ? 'A' : 'B'}${(0x10000000 + ++this.#messages).toString(16).toUpperCase()}`;
    const recipients = 1 + Math.floor(random() ** 3 * 4);
    const begun = random() < 0.8;
    if (begun) this.#write(time, `smtpd[9]: ${id}: client=client.example.com[192.0.2.9]`);
    this.#write(time, `qmgr[10]: ${id}: from=<news@example.com>, size=900, nrcpt=${recipients} (queue active)`);
    this.#day(time).messages++;
    let last = time;
    let expires = 0;
    const end = time + 5 * DAY;
    for (let i = 0; i < recipients; i++) {
      const recipient = `user${Math.floor(random() * 50)}.${i}@d${Math.floor(random() * 5)}.example.net`;
      const attempt = (/** @type {string} */ rest) =>
        `smtp[11]: ${id}: to=<${recipient}>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, ${rest}`;
      let at = time + 1000 + Math.floor(random() * 3000);
      let deferrals = random() < 0.7 ? 0 : Math.floor(random() ** 2 * 12) + 1;
      const fate = random();
      const isLost = fate > 0.94;
      if (isLost) deferrals = Math.max(deferrals, 2);
      for (let n = 0; n < deferrals && at < end - DAY / 2; n++) {
        this.#write(
          at,
          attempt(
            'dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))',
          ),
        );
        this.#day(at).delayed++;
        this.#day(at).deferred++;
        last = Math.max(last, at);
        at += Math.floor((10 + random() * 600) * MINUTE);
      }
      if (isLost) {
        expires++;
        continue;
      }
      const day = this.#day(at);
      if (fate < 0.75) {
        this.#write(at, attempt('dsn=2.0.0, status=sent (250 2.0.0 Ok)'));
        day.delivered++;
        day.sent++;
        if (deferrals > 0) day.recovered++;
      } else {
        this.#write(
          at,
          attempt(
            'dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
          ),
        );
        day.failed++;
        day.bounced++;
      }
      last = Math.max(last, at);
    }
    if (expires > 0) {
      last = Math.max(last, end);
      this.#write(last, `qmgr[10]: ${id}: from=<news@example.com>, status=expired, returned to sender`);
      const day = this.#day(last);
      day.expired += expires;
      day.expiredRecords++;
    }
    this.#write(last + 500, `qmgr[10]: ${id}: removed`);
  }

  /** The lines up to a time. @param {number} time @returns {string} */
  linesUntil(time) {
    this.#lines.sort((a, b) => a.time - b.time);
    let count = 0;
    while (count < this.#lines.length && /** @type {{ time: number }} */ (this.#lines[count]).time <= time) count++;
    this.lines += count;
    return this.#lines
      .splice(0, count)
      .map(({ text }) => text)
      .join('');
  }
}
