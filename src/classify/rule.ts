import type { Provider } from '../model/provider.js';
import type { BounceType, Reason } from '../model/verdict.js';

/**
 * What a failure means: a row of data. A rule holds where each condition that it has is met; the first of a list that
 * holds decides.
 */
export interface Rule {
  /** Its name, which every verdict that it decides carries. */
  readonly id: string;
  readonly reason: Reason;
  /**
   * What the text must hold, one of these, each with a text in the form in which it is sent, for which this rule
   * decides. The form of a pattern is described in `pattern.ts`. Absent where the codes alone tell.
   */
  readonly patterns?: Readonly<Record<string, string>>;
  /** Who runs the remote MX, one of these. */
  readonly provider?: readonly Provider[];
  /** The provider that alone writes so: it is named by the words themselves. */
  readonly writer?: Provider;
  /** Enhanced codes, one of these: `5.4.1`, or `X.4.1` for any class. */
  readonly enhancedStatus?: readonly string[];
  /** Reply codes, one of these. */
  readonly replyCode?: readonly number[];
  /** The command that was answered, one of these. */
  readonly command?: readonly string[];
  /**
   * Who speaks: `remote` a server in a reply, `local` the MTA itself without a reply of a server, `refusal` our own
   * server to a client. Anyone when absent.
   */
  readonly speaker?: Speaker;
  /** The type whatever the codes say; it follows from reason and codes when absent. */
  readonly type?: BounceType;
  /** The document, the page or the program's source that says so. */
  readonly source: string;
  /** Texts near by for which it does not decide. */
  readonly counterExamples?: readonly string[];
}

export type Speaker = 'remote' | 'local' | 'refusal';

/** What is known of a failure beside its text. */
export interface Circumstances {
  readonly provider: Provider | null;
  readonly enhancedStatus: string | null;
  readonly replyCode: number | null;
  readonly command: string | null;
  readonly speaker: Speaker;
}

/** Whether everything but the text fits. */
export function fits(rule: Rule, { provider, enhancedStatus, replyCode, command, speaker }: Circumstances): boolean {
  if (rule.speaker !== undefined && rule.speaker !== speaker) return false;
  if (rule.provider !== undefined && (provider === null || !rule.provider.includes(provider))) return false;
  if (rule.replyCode !== undefined && (replyCode === null || !rule.replyCode.includes(replyCode))) return false;
  if (rule.command !== undefined && (command === null || !rule.command.includes(command))) return false;
  if (rule.enhancedStatus === undefined) return true;
  if (enhancedStatus === null) return false;
  return rule.enhancedStatus.includes(enhancedStatus) || rule.enhancedStatus.includes(`X${enhancedStatus.slice(1)}`);
}
