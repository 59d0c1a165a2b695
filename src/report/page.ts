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
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Two things that are read beside one another where there is room. */
  | { readonly kind: 'beside'; readonly sides: readonly (readonly Block[])[] };

export type Fact = readonly [name: string, value: string];
