import { lastAt } from '../../model/last-at.js';
import { PROVIDERS, providerOfHost } from '../../model/provider.js';
import { Said } from '../../model/said.js';
import { hashBytes } from '../bytes.js';
import { CutRecord } from './cut-record.js';
import {
  DELAY_AT,
  IS_AS_IS_AT,
  IS_FINAL_AT,
  IS_HOST_FAILED_AT,
  IS_REPLY_AT,
  ORIGINAL_END_AT,
  ORIGINAL_START_AT,
  PROVIDERS_AT,
  REASON_END_AT,
  REASON_START_AT,
  RECIPIENT_END_AT,
  RECIPIENT_START_AT,
  SPEAKER_AT,
  SPEAKER_END_AT,
  SPEAKER_START_AT,
  STATUS_END_AT,
  STATUS_START_AT,
} from './glance/layout.js';
import type { Glance, KnownReason, KnownSpeaker } from './glance.js';
import { readReason, readRelay, type Speaker } from './reason.js';
import type { RecordDraft } from './record-draft.js';

/** 0 stands for no provider that is known. */
const known = ({ remoteMta, remoteIp }: Speaker): KnownSpeaker => {
  const provider = providerOfHost(remoteMta);
  return { remoteMta, remoteIp, provider: provider === null ? 0 : PROVIDERS.indexOf(provider) + 1 };
};

const NOBODY = known({ remoteMta: null, remoteIp: null });

/**
 * The delivery record of a recipient who was not taken, as a glance cut it. What its text means is read once for all records that
 * differ in names alone.
 */
export class FailureRecord extends CutRecord<KnownReason> {
  readonly #block: Buffer;
  readonly #speakers: KnownSpeaker[];

  constructor(glance: Glance) {
    super(glance, glance.reasons);
    this.#block = glance.block;
    this.#speakers = glance.speakers;
  }

  /** Null where the text names who spoke in a way that is not told apart. */
  protected override read(): KnownReason | null {
    const statusStart = this.at(STATUS_START_AT);
    const loggedStatus = statusStart < 0 ? null : this.text(STATUS_START_AT, STATUS_END_AT);
    const reason = readReason(this.text(REASON_START_AT, REASON_END_AT), loggedStatus);
    const isAsIs = this.at(IS_AS_IS_AT) === 1;
    const isHostFailed = this.at(IS_HOST_FAILED_AT) === 1;
    const isTold = reason.remoteMta === null || this.#isReply() || isHostFailed || isAsIs;
    if (!isTold || reason.diagnostic !== this.diagnostic()) return null;
    const speaker = isAsIs && reason.remoteMta !== null ? known(reason) : null;
    // Beside a host that failed the name of the recipient may stand.
    const mayNameRecipient = isHostFailed || isAsIs;
    return { reason, loggedStatus, speaker, mayNameRecipient, said: isAsIs && speaker === null ? null : [] };
  }

  #isReply(): boolean {
    return this.at(IS_REPLY_AT) === 1;
  }

  /** Who answered, or was to answer. */
  #speaker(): KnownSpeaker {
    const { speaker } = this.known;
    if (speaker !== null) return speaker;
    const number = this.at(SPEAKER_AT);
    if (number < 0) return NOBODY;
    const speakers = this.#speakers;
    let spoke = speakers[number];
    if (spoke === undefined) {
      spoke = known(readRelay(this.text(SPEAKER_START_AT, SPEAKER_END_AT)));
      speakers[number] = spoke;
      this.view.setUint8(PROVIDERS_AT + number, spoke.provider + 1);
    }
    return spoke;
  }

  /** What stands for the text; undefined where it has to be judged by itself. */
  get said(): Said | undefined {
    const { said, mayNameRecipient } = this.known;
    if (said === null) return undefined;
    const { provider } = this.#speaker();
    said[provider] ??= new Said(mayNameRecipient);
    return said[provider];
  }

  /** Whether the domain of the recipient may stand in a text. */
  isNamedIn(text: string | null): boolean {
    const recipient = this.text(RECIPIENT_START_AT, RECIPIENT_END_AT);
    return text === null || text.includes(recipient.slice(lastAt(recipient) + 1));
  }

  get isFinal(): boolean {
    return this.at(IS_FINAL_AT) === 1;
  }

  /** Puts what the record tells into that of the failure. */
  tell(evidence: RecordDraft): void {
    const { reason, loggedStatus } = this.known;
    const { remoteMta, remoteIp } = this.#speaker();
    const seconds = this.view.getFloat64(DELAY_AT, true);
    evidence.recipient = this.text(RECIPIENT_START_AT, RECIPIENT_END_AT);
    evidence.originalRecipient = this.at(ORIGINAL_START_AT) < 0 ? null : this.text(ORIGINAL_START_AT, ORIGINAL_END_AT);
    evidence.remoteMta = remoteMta;
    evidence.remoteIp = remoteIp;
    evidence.command = reason.command;
    evidence.replyCode = reason.replyCode;
    evidence.enhancedStatus = reason.enhancedStatus;
    evidence.loggedStatus = loggedStatus;
    evidence.diagnostic = this.diagnostic(reason.diagnostic);
    evidence.suspended = reason.suspended;
    evidence.queueSeconds = Number.isNaN(seconds) ? null : seconds;
  }

  /** As that of `DeliveryRecord`, of a record in the block. */
  get recipientKey(): number {
    const [start, end] = [this.at(RECIPIENT_START_AT), this.at(RECIPIENT_END_AT)];
    const original = this.at(ORIGINAL_START_AT);
    if (original < 0) return hashBytes(this.#block, start, end, 0);
    return hashBytes(this.#block, original, this.at(ORIGINAL_END_AT), hashBytes(this.#block, start, end, 1));
  }
}
