import { referenceName } from '../catalogue/code-names.js';
import type { Actor, Retry } from '../catalogue/documentation.js';
import { documentsIn } from '../catalogue/documents.js';
import type { Language } from '../catalogue/text/language.js';
import { fill } from '../catalogue/text/words.js';
import type { Zone } from '../model/zone.js';
import type { ReportInput } from './json.js';
import type { Overview } from './overview.js';
import type { BarChart, Block, Entry, Fact, Figure, Page, TimeChart, Tone } from './page.js';
import { remoteText } from './remote-text.js';
import type { LeftOut, ReportRow, ReportTable } from './rows.js';

export interface ReportPageOptions {
  readonly language: Language;
  readonly zone: Zone;
  readonly generator: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the records span, or what was asked for; milliseconds since 1970. */
  readonly from: number | null;
  readonly to: number | null;
  readonly inputs: readonly ReportInput[];
  /** Characters that are shown of an example, and of a value such as a domain. */
  readonly longest: { readonly example: number; readonly value: number };
}

/** A report for people. What needs action comes first, then what failed most, where, and when. */
export function reportPage(overview: Overview, options: ReportPageOptions): Page {
  return new ReportPage(overview, options).page();
}

class ReportPage {
  readonly #overview: Overview;
  readonly #options: ReportPageOptions;
  readonly #language: Language;
  readonly #count: Intl.NumberFormat;

  constructor(overview: Overview, options: ReportPageOptions) {
    this.#overview = overview;
    this.#options = options;
    this.#language = options.language;
    this.#count = new Intl.NumberFormat(options.language.tag);
  }

  get #words() {
    return this.#language.words.report;
  }

  get #labels() {
    return this.#language.words.labels;
  }

  page(): Page {
    const { generator, now } = this.#options;
    return {
      lang: this.#language.tag,
      title: this.#words.title,
      blocks: [
        ...this.#period(),
        paragraph(this.#headline()),
        { kind: 'figures', figures: this.#figures() },
        ...this.#timeline(),
        ...this.#actions(),
        ...this.#asked(),
        ...this.#codes(),
        ...this.#bars(),
        ...this.#domains(),
        ...this.#refusals(),
        ...this.#inputs(),
        paragraph(fill(this.#words.footer, { generator, time: this.#time(now) })),
      ],
    };
  }

  #period(): Block[] {
    const { from, to } = this.#options;
    if (from === null || to === null) return [];
    return [paragraph(fill(this.#words.period, { from: this.#time(from), to: this.#time(to) }))];
  }

  #headline(): string {
    const { ended, lost, bounceRate, totals } = this.#overview;
    const { delayed, rejected, open } = totals;
    if (ended === 0 && open > 0) return fill(this.#words.nothingEnded, { open: this.#number(open) });
    if (lost + open + delayed + rejected === 0) return this.#words.allWell;
    return fill(this.#words.headline, {
      lost: this.#number(lost),
      ended: this.#number(ended),
      rate: this.#percent(bounceRate),
      open: this.#number(open),
    });
  }

  #figures(): Figure[] {
    const { totals, bounceRate, ended } = this.#overview;
    const { columns } = this.#words;
    const figure = (name: keyof typeof columns & keyof typeof totals, tone: Tone): Figure => {
      const value = totals[name] as number;
      const share = ended > 0 && (name === 'delivered' || name === 'failed' || name === 'expired') ? value / ended : null;
      const said = share === null ? this.#number(value) : `${this.#number(value)} (${this.#percent(share)})`;
      return { name: columns[name], value: said, tone: value > 0 ? tone : null };
    };
    return [
      { name: columns.bounceRate, value: this.#percent(bounceRate), tone: (bounceRate ?? 0) > 0 ? 'lost' : null },
      figure('delivered', 'delivered'),
      figure('failed', 'lost'),
      figure('expired', 'lost'),
      ...(totals.returned > 0 ? [figure('returned', 'lost')] : []),
      figure('open', 'open'),
      figure('delayed', 'delayed'),
      figure('recovered', 'delivered'),
      figure('rejected', 'rejected'),
      ...(totals.feedback > 0 ? [figure('feedback', 'lost')] : []),
    ];
  }

  #timeline(): Block[] {
    const { timeline } = this.#overview;
    if (timeline === null || timeline.points.length < 2) return [];
    const { columns, most, numbers } = this.#words;
    const series = (['delivered', 'lost', 'delayed'] as const).map((tone) => {
      const values = timeline.points.map((point) => point[tone]);
      const largest = values.reduce((a, b) => Math.max(a, b), 0);
      const counted = values.map((value) => this.#number(value));
      return { name: columns[tone], tone, values, numbers: counted, most: fill(most, { count: this.#number(largest) }) };
    });
    const { unit, count } = timeline.step;
    const step = new Intl.NumberFormat(this.#language.tag, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    const title = fill(this.#words.timeline, { step });
    const chart: TimeChart = {
      kind: 'time',
      title,
      column: columns.time,
      times: timeline.points.map(({ start }) => start.replace('T', ' ')),
      series,
      open: numbers,
    };
    return [heading(title), chart];
  }

  #actions(): Block[] {
    const { actions, totals } = this.#overview;
    if (
      actions === null ||
      totals.failed + totals.expired + totals.returned + totals.delayed + totals.rejected + totals.open === 0
    )
      return [];
    const { rows } = actions;
    return [
      heading(this.#words.actions),
      rows.length === 0 ? paragraph(this.#words.noAction) : this.#entries(rows, ['reason'], false, (row) => this.#advice(row)),
      ...this.#leftOut(actions.leftOut),
    ];
  }

  #asked(): Block[] {
    const { asked } = this.#overview;
    if (asked === null) return [];
    return [
      heading(fill(this.#words.by, { dimensions: asked.by.join(', ') })),
      ...this.#counted(asked.table, asked.by, [...asked.by], false),
    ];
  }

  #codes(): Block[] {
    const { codes } = this.#overview;
    if (codes === null || codes.rows.length === 0) return [];
    return [
      heading(this.#words.codes),
      paragraph(this.#words.codesNote),
      this.#entries(codes.rows, CODE, true, (row) => this.#documented(row)),
      ...this.#leftOut(codes.leftOut),
    ];
  }

  #refusals(): Block[] {
    const { refusals } = this.#overview;
    if (refusals === null || refusals.rows.length === 0) return [];
    return [
      heading(this.#words.refusals),
      paragraph(this.#words.refusalsNote),
      this.#entries(refusals.rows, CODE, true, (row) => this.#documented(row)),
      ...this.#leftOut(refusals.leftOut),
    ];
  }

  /** @param facts what is said of a row beside its numbers. */
  #entries(rows: readonly ReportRow[], names: readonly string[], folded: boolean, facts: (row: ReportRow) => EntryFacts): Block {
    const columns = this.#columnsOf(rows);
    return {
      kind: 'entries',
      columns: columns.map(({ name }) => name),
      entries: rows.map((row) => ({
        title: this.#titleOf(row, names),
        numbers: columns.map(({ value }) => value(row)),
        ...facts(row),
      })),
      column: this.#labels.code,
      folded,
    };
  }

  /** The columns of numbers in which something stands; where rows are about deliveries alone, without those of refused clients. */
  #columnsOf(rows: readonly ReportRow[], deliveries = false): readonly NumberColumn[] {
    const { lost, open, delayed, rejected, recipients, share } = this.#words.columns;
    const counts: readonly (readonly [string, (row: ReportRow) => number])[] = [
      [lost, lostOf],
      [open, (row) => row.open],
      [delayed, (row) => row.delayed],
      ...(deliveries ? [] : [[rejected, (row: ReportRow) => row.rejected] as const]),
      [recipients, (row) => row.recipients],
    ];
    return [
      ...counts
        .filter(([, of]) => rows.some((row) => of(row) > 0))
        .map(([name, of]): NumberColumn => ({ name, value: (row) => this.#number(of(row)) })),
      ...(deliveries ? [] : [{ name: share, value: (row: ReportRow) => this.#percent(row.share) }]),
    ];
  }

  #titleOf(row: ReportRow, names: readonly string[]): string {
    return [this.#valuesOf(row, names), row.title ?? ''].filter((part) => part !== '').join(' – ') || this.#words.unknown;
  }

  #valuesOf(row: ReportRow, names: readonly string[]): string {
    return names.flatMap((name) => (row[name] === null ? [] : [this.#remote(row[name])])).join(' ');
  }

  #documented({ cause, when, fix, actor, retry, reference, example, lastSeen }: ReportRow): EntryFacts {
    const { words } = this.#language;
    return {
      facts: present([
        [this.#labels.cause, cause],
        [this.#labels.fix, fix],
      ]),
      details: present([
        [this.#labels.when, when],
        [this.#labels.actor, actor === null ? null : words.actors[actor as Actor]],
        [this.#labels.retry, retry === null ? null : words.retries[retry as Retry]],
        [this.#labels.reference, reference === null ? null : referenceName(reference, words)],
        [this.#words.columns.lastSeen, lastSeen],
      ]),
      quotation:
        example === null
          ? null
          : [this.#words.columns.example, remoteText(example, this.#options.longest.example, this.#language)],
      links: reference === null ? [] : documentsIn(reference),
    };
  }

  /** Who has to do what. */
  #advice({ actor, cause, fix }: ReportRow): EntryFacts {
    return {
      facts: present([
        [this.#labels.fix, fix],
        [this.#labels.actor, actor === null ? null : this.#language.words.actors[actor as Actor]],
      ]),
      details: present([[this.#labels.cause, cause]]),
      quotation: null,
      links: [],
    };
  }

  #bars(): Block[] {
    const { reasons, replies } = this.#overview;
    return [
      ...this.#chart(this.#words.reasons, reasons, this.#labels.reason, ['reason']),
      ...this.#chart(this.#words.replies, replies, this.#labels.code, ['replyCode', 'enhancedStatus']),
    ];
  }

  #chart(title: string, table: ReportTable | null, column: string, names: readonly string[], told = false): Block[] {
    if (table === null || table.rows.length === 0) return [];
    const { columns } = this.#words;
    const unknown = names.includes('replyCode') ? this.#words.noCode : this.#words.unknown;
    const chart: BarChart = {
      kind: 'bars',
      column,
      told,
      parts: (['lost', 'open', 'delayed'] as const).map((tone) => ({ name: columns[tone], tone })),
      bars: table.rows.map((row) => {
        const values = [lostOf(row), row.open, row.delayed];
        const numbers = values.map((value) => this.#number(value));
        return { name: this.#valuesOf(row, names) || unknown, values, numbers };
      }),
    };
    return [heading(title), chart, ...this.#leftOut(table.leftOut)];
  }

  #domains(): Block[] {
    const { domains, providers } = this.#overview;
    const { columns } = this.#words;
    return [
      ...(providers === null || providers.rows.length === 0
        ? []
        : [
            ...this.#chart(this.#words.providers, { ...providers, leftOut: NOTHING }, columns.provider, ['provider'], true),
            ...this.#counted(providers, ['provider'], [columns.provider], true),
          ]),
      ...(domains === null || domains.rows.length === 0
        ? []
        : [heading(this.#words.domains), ...this.#counted(domains, ['recipientDomain'], [columns.domain], true)]),
    ];
  }

  /** Rows as a table: the values of the group, what was counted, and where there are deliveries the rate. */
  #counted(
    { columns, rows, leftOut }: ReportTable,
    by: readonly string[],
    names: readonly string[],
    deliveries: boolean,
  ): Block[] {
    if (rows.length === 0) return [paragraph(this.#words.allWell)];
    const { delivered, bounceRate } = this.#words.columns;
    const numbers: readonly NumberColumn[] = [
      ...this.#columnsOf(rows, deliveries),
      ...(columns.includes('rate')
        ? [
            { name: delivered, value: (row: ReportRow) => this.#number(row.delivered as number) },
            { name: bounceRate, value: (row: ReportRow) => this.#percent(row.rate as number | null) },
          ]
        : []),
    ];
    return [
      {
        kind: 'table',
        columns: [...names, ...numbers.map(({ name }) => name)],
        rows: rows.map((row) => [...by.map((name) => this.#remote(row[name])), ...numbers.map(({ value }) => value(row))]),
        numbers: numbers.map((_, i) => names.length + i),
      },
      ...this.#leftOut(leftOut),
    ];
  }

  #inputs(): Block[] {
    const { columns, unparsed, inputs } = this.#words;
    const { unparsedLines } = this.#overview.totals;
    const cells = this.#options.inputs
      .slice(0, MOST_INPUTS)
      .map(({ path, lines, messages, records, unparsedLines: strange, error }) => [
        error === null ? this.#remote(path) : `${this.#remote(path)}: ${this.#remote(error)}`,
        this.#number(messages ?? lines ?? 0),
        this.#number(records),
        this.#number(strange),
      ]);
    const rest = this.#options.inputs.slice(MOST_INPUTS);
    return [
      heading(inputs),
      ...(unparsedLines === 0 ? [] : [paragraph(this.#plural(unparsed, unparsedLines, {}))]),
      {
        kind: 'table',
        columns: [columns.file, columns.lines, columns.records, columns.unparsedLines],
        rows: cells,
        numbers: [1, 2, 3],
      },
      ...this.#leftOut({ rows: rest.length, events: rest.reduce((sum, { records }) => sum + records, 0) }),
    ];
  }

  #leftOut({ rows, events }: LeftOut): Block[] {
    return rows === 0 ? [] : [paragraph(this.#plural(this.#words.leftOut, rows, { events: this.#number(events) }))];
  }

  #plural(
    texts: { readonly one: string; readonly other: string },
    count: number,
    values: Readonly<Record<string, string>>,
  ): string {
    const form = new Intl.PluralRules(this.#language.tag).select(count) === 'one' ? 'one' : 'other';
    return fill(texts[form], { ...values, count: this.#number(count) });
  }

  #number(value: number): string {
    return this.#count.format(value);
  }

  /** Two digits that say something: `4.1 %`, `0.03 %`. */
  #percent(value: number | null): string {
    if (value === null) return '–';
    const digits = value > 0 && value < 0.001 ? 2 : 1;
    const format = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    return new Intl.NumberFormat(this.#language.tag, format).format(value);
  }

  /** An instant in the zone of the report, in the manner of the language. */
  #time(ms: number): string {
    const { zone } = this.#options;
    const local = ms + zone.offsetAt(ms) * 60_000;
    const format = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' } as const;
    return `${new Intl.DateTimeFormat(this.#language.tag, format).format(local)} ${offsetName(zone.offsetAt(ms))}`;
  }

  #remote(value: string | number | null | undefined): string {
    return value === null || value === undefined || value === ''
      ? this.#words.unknown
      : remoteText(String(value), this.#options.longest.value, this.#language);
  }
}

const MOST_INPUTS = 20;
/** What names the row of a code. */
const CODE = ['replyCode', 'enhancedStatus', 'reason'];
const NOTHING: LeftOut = { rows: 0, events: 0 };

type EntryFacts = Pick<Entry, 'facts' | 'details' | 'quotation' | 'links'>;

interface NumberColumn {
  readonly name: string;
  readonly value: (row: ReportRow) => string;
}

const present = (facts: readonly (readonly [string, string | null])[]): Fact[] =>
  facts.filter((fact): fact is Fact => fact[1] !== null);

const lostOf = ({ failed, expired, returned }: ReportRow): number => failed + expired + returned;

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** `UTC`, `UTC+02:00`. */
function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
