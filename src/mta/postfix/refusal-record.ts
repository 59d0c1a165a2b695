import { Said } from '../../model/said.js';
import { CutRecord } from './cut-record.js';
import {
  CLIENT_END_AT,
  CLIENT_START_AT,
  IS_WHOLE_AT,
  RECIPIENT_END_AT,
  RECIPIENT_START_AT,
  SENDER_END_AT,
  SENDER_START_AT,
  STAGE_END_AT,
  STAGE_START_AT,
} from './glance/layout.js';
import type { Glance, KnownRefusal } from './glance.js';
import { type Refusal, readRefusal } from './refusal.js';

/** A client that was refused, as a glance cut the line. What its text means is read once for all that differ in names alone. */
export class RefusalRecord extends CutRecord<KnownRefusal> {
  constructor(glance: Glance) {
    super(glance, glance.refusals);
  }

  /** Null where the line is not cut in these places. */
  protected override read(): KnownRefusal | null {
    const said = `reject: ${this.text(STAGE_START_AT, STAGE_END_AT)} from ${this.#client()}: ${this.diagnostic()}`;
    const refusal = readRefusal(`${said}; from=<${this.#sender()}> to=<${this.#recipient()}> proto=SMTP`);
    if (refusal === null || refusal === 'harmless') return null;
    // Without a code the domain of the recipient is left out of what is judged: it may be among what was left out here.
    const mayNameRecipient = refusal.replyCode === null;
    if (mayNameRecipient && this.at(IS_WHOLE_AT) !== 1) return null;
    const isAlike =
      refusal.client === this.#client() &&
      refusal.diagnostic === this.diagnostic() &&
      refusal.sender === this.#sender() &&
      refusal.recipient === this.#recipient();
    return isAlike ? { refusal, said: new Said(mayNameRecipient) } : null;
  }

  #client(): string {
    return this.text(CLIENT_START_AT, CLIENT_END_AT);
  }

  #sender(): string {
    return this.text(SENDER_START_AT, SENDER_END_AT);
  }

  #recipient(): string {
    return this.text(RECIPIENT_START_AT, RECIPIENT_END_AT);
  }

  /** What the line tells. */
  get refusal(): Refusal {
    const { command, replyCode, enhancedStatus, diagnostic } = this.known.refusal;
    return {
      command,
      client: this.#client(),
      sender: this.#sender(),
      recipient: this.#recipient(),
      saslUsername: null,
      replyCode,
      enhancedStatus,
      diagnostic: this.diagnostic(diagnostic),
    };
  }
}
