/** A document for people, apart from the format it is written in. */
export interface Page {
  /** Language of the text (BCP 47). */
  readonly lang: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Names with values. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly { readonly name: string; readonly url: string }[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The places of columns that hold numbers. */
      readonly numbers?: readonly number[];
      /** The places of columns that hold what others wrote. */
      readonly quotations?: readonly number[];
    }
  /** The figures that a report begins with. */
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  /** Things of one kind, each with its numbers, what is said of it, and what is only said where there is room. */
  | EntryList
  | BarChart
  | TimeChart
  /** Two things that are read beside one another where there is room. */
  | { readonly kind: 'beside'; readonly sides: readonly (readonly Block[])[] };

export type Fact = readonly [name: string, value: string];

/** What a mark of a chart stands for; formats choose its colour. */
export type Tone = 'delivered' | 'lost' | 'open' | 'delayed' | 'rejected';

export interface Figure {
  readonly name: string;
  readonly value: string;
  /** Whether it is what the reader should look at. */
  readonly tone: Tone | null;
}

export interface EntryList {
  readonly kind: 'entries';
  /** What the title of each is. */
  readonly column: string;
  /** Names of the numbers of each. */
  readonly columns: readonly string[];
  readonly entries: readonly Entry[];
  /** Whether they are so many that what is said of each is unfolded one by one, where that can be done. */
  readonly folded: boolean;
}

export interface Entry {
  readonly title: string;
  /** By the columns of its list. */
  readonly numbers: readonly string[];
  readonly facts: readonly Fact[];
  readonly details: readonly Fact[];
  /** What others wrote, as an example. */
  readonly quotation: Fact | null;
  /** What they wrote, in short, most frequent first; its name and its lines. */
  readonly wordings: { readonly name: string; readonly items: readonly WordingItem[] } | null;
  readonly links: readonly { readonly name: string; readonly url: string }[];
}

/** How often, what, and what else is said of it. */
export type WordingItem = readonly [times: string, text: string, mark: string];

/** Horizontal bars, each made of parts. */
export interface BarChart {
  readonly kind: 'bars';
  /** What each bar is. */
  readonly column: string;
  /** What each part stands for. */
  readonly parts: readonly { readonly name: string; readonly tone: Tone }[];
  readonly bars: readonly Bar[];
  /** Whether a table behind it tells the same, so that it is left out where nothing is drawn. */
  readonly told: boolean;
}

export interface Bar {
  readonly name: string;
  readonly values: readonly number[];
  /** The values as they are written. */
  readonly numbers: readonly string[];
}

/** Several things over the same time, each on a scale of its own. */
export interface TimeChart {
  readonly kind: 'time';
  readonly title: string;
  /** What the times are called. */
  readonly column: string;
  readonly times: readonly string[];
  readonly series: readonly TimeSeries[];
  /** What opens the table behind the chart. */
  readonly open: string;
}

export interface TimeSeries {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly number[];
  readonly numbers: readonly string[];
  /** The largest of them, in words. */
  readonly most: string;
}

/** Without the charts that only a drawing needs. */
export const withoutDrawings = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => block.kind !== 'bars' || !block.told);

/** The numbers of an entry in a line; what is nothing is left out. */
export const countsOf = (columns: readonly string[], numbers: readonly string[]): string =>
  columns.flatMap((name, i) => (numbers[i] === '0' ? [] : [`${name} ${numbers[i]}`])).join(', ');
