import type { BounceType } from '../../model/verdict.js';
import type { Actor, CodeClass, CodeStatus, ReasonFacts, Retry } from '../documentation.js';

/** A class of codes: its name, and the name within a sentence. */
export interface ClassWords {
  readonly name: string;
  readonly phrase: string;
}

/** A sentence that depends on how many there are; `count` stands in it. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/**
 * The words of a language beside the texts of the catalogue: labels, names of facts, and sentences that are composed. What
 * stands in braces is filled in; every language has the same keys and, in each text, the same braces.
 */
export interface Words {
  /** What stands between two sentences. */
  readonly space: ' ' | '';
  readonly labels: {
    readonly cause: string;
    readonly when: string;
    readonly fix: string;
    readonly retry: string;
    readonly actor: string;
    readonly code: string;
    readonly title: string;
    readonly class: string;
    readonly subject: string;
    readonly commands: string;
    readonly status: string;
    readonly reason: string;
    readonly type: string;
    readonly group: string;
    readonly suppress: string;
    readonly reference: string;
    readonly related: string;
    readonly senses: string;
    readonly inbound: string;
    /** Facts of tokens and providers. */
    readonly provider: string;
    readonly concern: string;
    readonly list: string;
    readonly tokens: string;
    readonly ownCodes: string;
    /** Heading of what providers mean by a code. */
    readonly meanings: string;
    readonly differences: string;
    readonly which: string;
    readonly learnMore: string;
    /** Heading above a list of codes. */
    readonly codes: string;
    /** The same as `cause` and `fix`, in front of one line. */
    readonly shortCause: string;
    readonly shortFix: string;
    /** In front of the place where the same explanation was given already. */
    readonly asAt: string;
  };
  readonly replyClasses: Readonly<Record<Exclude<CodeClass, 'X'>, ClassWords>>;
  readonly enhancedClasses: Readonly<Record<Exclude<CodeClass, '3' | 'other'>, ClassWords>>;
  /** What the second part of an enhanced status code says (RFC 3463 §2), by its number; `other` is not assigned. */
  readonly subjects: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 'other', string>>;
  readonly statuses: Readonly<Record<CodeStatus, string>>;
  readonly retries: Readonly<Record<Retry, string>>;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly types: Readonly<Record<BounceType, string>>;
  readonly groups: Readonly<Record<ReasonFacts['group'], string>>;
  readonly suppress: Readonly<Record<ReasonFacts['suppress'], string>>;
  /** Names of `commands` in the catalogue that are no keywords of SMTP. */
  readonly moments: { readonly connect: string; readonly 'DATA(end)': string };
  /** `{reply}` with `{other}`, where one tells the sense of the other. */
  readonly together: string;
  /** How many codes a list holds. */
  readonly count: Plural;
  /** An enhanced status code without an entry of its own. */
  readonly unregistered: {
    readonly note: string;
    readonly title: string;
    readonly cause: string;
    readonly when: string;
    readonly fix: string;
  };
  readonly compare: {
    readonly title: string;
    readonly classes: string;
    readonly sameClass: string;
    readonly contrast: string;
    readonly sameMeaning: string;
    readonly pair: string;
    readonly pairSense: string;
    readonly classDifference: string;
    readonly meaning: string;
    readonly seen: string;
    readonly advice: string;
    readonly retry: Readonly<Record<Retry, string>>;
    readonly actor: Readonly<Record<Actor, string>>;
    readonly commands: string;
    readonly anyCommand: string;
    readonly status: Readonly<Record<CodeStatus, string>>;
    readonly subject: string;
    readonly reason: string;
    readonly reference: string;
  };
  /** What the reports for people say beside the documentation. */
  readonly report: {
    readonly title: string;
    readonly period: string;
    /** One sentence for the reader with two minutes: how many were lost, with `stillWaiting` in it. */
    readonly headline: Plural;
    readonly stillWaiting: Plural;
    readonly nothingEnded: Plural;
    /** Where bounce mails are all there is. */
    readonly onlyReturned: string;
    /** Where nothing is known of any mail, so that nothing is well either. */
    readonly nothingSeen: string;
    readonly allWell: string;
    /** What is different from an earlier period. */
    readonly changes: string;
    readonly compared: string;
    readonly comparedWithNothing: string;
    /** Behind it, where one period is longer than the other. */
    readonly scaled: string;
    readonly noChange: string;
    /** A code with which this server refused a client, among those of deliveries. */
    readonly inbound: string;
    readonly fresh: string;
    readonly grown: string;
    readonly fallen: string;
    readonly newWordings: string;
    /** A difference of two rates. */
    readonly points: string;
    /** In place of a change. */
    readonly isNew: string;
    readonly wordings: string;
    readonly undetermined: string;
    readonly undeterminedNote: string;
    /** Heading of the figures, where they are not the first thing that is told. */
    readonly totals: string;
    readonly delays: string;
    readonly delaysNote: string;
    readonly waiting: string;
    /** Ages, in words. */
    readonly ages: { readonly below: string; readonly between: string; readonly above: string };
    readonly actions: string;
    readonly noAction: string;
    readonly timeline: string;
    readonly codes: string;
    readonly codesNote: string;
    readonly refusals: string;
    readonly refusalsNote: string;
    readonly reasons: string;
    readonly replies: string;
    readonly domains: string;
    readonly providers: string;
    /** Heading of the rows by the dimensions that are asked for. */
    readonly by: string;
    readonly inputs: string;
    readonly leftOut: Plural;
    /** The events in it. */
    readonly leftOutEvents: Plural;
    readonly unparsed: Plural;
    readonly columns: Readonly<
      Record<
        | 'bounceRate'
        | 'recipients'
        | 'domains'
        | 'delivered'
        | 'lost'
        | 'failed'
        | 'expired'
        | 'returned'
        | 'open'
        | 'delayed'
        | 'recovered'
        | 'rejected'
        | 'feedback'
        | 'events'
        | 'share'
        | 'lastSeen'
        | 'example'
        | 'domain'
        | 'provider'
        | 'time'
        | 'file'
        | 'lines'
        | 'records'
        | 'before'
        | 'now'
        | 'change'
        | 'rateBefore'
        | 'wording'
        | 'half'
        | 'within'
        | 'longest'
        | 'age'
        | 'unparsedLines',
        string
      >
    >;
    /** Behind a text that was shortened. */
    readonly shortened: Plural;
    /** The largest value of a chart. */
    readonly most: string;
    /** In place of a value that is not known. */
    readonly unknown: string;
    /** In place of the codes of a failure that has none. */
    readonly noCode: string;
    /** What opens the numbers behind a chart. */
    readonly numbers: string;
    readonly footer: string;
  };
  /** Sources in the catalogue that are more than the section of a document, by their English wording. */
  readonly references: Readonly<Record<string, string>>;
}

/** Puts values in the place of the names in braces. @throws Error when a name has no value. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in '${template}'`);
    return value;
  });
}

/** The form of a sentence that a language has for so many. */
export const formFor = ({ one, other }: Plural, count: number, tag: string): string =>
  new Intl.PluralRules(tag).select(count) === 'one' ? one : other;
