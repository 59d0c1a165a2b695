import { referenceName } from '../catalogue/code-names.js';
import type { Actor, Retry } from '../catalogue/documentation.js';
import { documentsIn } from '../catalogue/documents.js';
import type { Language } from '../catalogue/text/language.js';
import { fill } from '../catalogue/text/words.js';
import type { Zone } from '../model/zone.js';
import { changeOf, type Period } from './baseline.js';
import type { Changes } from './changes.js';
import type { ReportInput } from './json.js';
import { LocalFormat } from './local-format.js';
import type { Overview } from './overview.js';
import type { BarChart, Block, Entry, Fact, Figure, Page, TimeChart, Tone } from './page.js';
import { queueBlocks } from './queue-page.js';
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
  /** Numbers and times. */
  readonly #said: LocalFormat;

  constructor(overview: Overview, options: ReportPageOptions) {
    this.#overview = overview;
    this.#options = options;
    this.#language = options.language;
    this.#said = new LocalFormat(options.language, options.zone);
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
        ...this.#changes(),
        ...(this.#overview.changes === null ? [] : [heading(this.#words.totals)]),
        { kind: 'figures', figures: this.#figures() },
        ...this.#timeline(),
        ...this.#actions(),
        ...this.#asked(),
        ...this.#codes(),
        ...this.#undetermined(),
        ...this.#bars(),
        ...this.#domains(),
        ...queueBlocks(this.#overview, this.#language, this.#said),
        ...this.#refusals(),
        ...this.#inputs(),
        paragraph(fill(this.#words.footer, { generator, time: this.#said.time(now) })),
      ],
    };
  }

  #period(): Block[] {
    const { from, to } = this.#options;
    if (from === null || to === null) return [];
    return [paragraph(fill(this.#words.period, { from: this.#said.time(from), to: this.#said.time(to) }))];
  }

  #headline(): string {
    const { ended, lost, bounceRate, totals } = this.#overview;
    const { delayed, rejected } = totals;
    const open = this.#said.number(totals.open);
    if (lost + totals.open + delayed + rejected === 0) return ended === 0 ? this.#words.nothingSeen : this.#words.allWell;
    // Without deliveries there is nothing of which the lost ones are a part.
    if (ended === 0 && lost > 0) return fill(this.#words.onlyReturned, { lost: this.#said.number(lost), open });
    if (ended === 0) return this.#said.plural(this.#words.nothingEnded, totals.open);
    return this.#said.plural(this.#words.headline, lost, {
      ended: this.#said.number(ended),
      rate: this.#said.percent(bounceRate),
      waiting: this.#said.plural(this.#words.stillWaiting, totals.open),
    });
  }

  #figures(): Figure[] {
    const { totals, bounceRate, ended } = this.#overview;
    const { columns } = this.#words;
    const figure = (name: keyof typeof columns & keyof typeof totals, tone: Tone): Figure => {
      const value = totals[name] as number;
      const share = ended > 0 && (name === 'delivered' || name === 'failed' || name === 'expired') ? value / ended : null;
      const said = share === null ? this.#said.number(value) : `${this.#said.number(value)} (${this.#said.percent(share)})`;
      return { name: columns[name], value: said, tone: value > 0 ? tone : null };
    };
    return [
      { name: columns.bounceRate, value: this.#said.percent(bounceRate), tone: (bounceRate ?? 0) > 0 ? 'lost' : null },
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
      const counted = values.map((value) => this.#said.number(value));
      return { name: columns[tone], tone, values, numbers: counted, most: fill(most, { count: this.#said.number(largest) }) };
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
      rows.length === 0
        ? paragraph(this.#words.noAction)
        : this.#entries(
            rows,
            (row) => this.#titleOf(row, ['reason']),
            false,
            (row) => this.#advice(row),
          ),
      ...this.#leftOut(actions.leftOut),
    ];
  }

  /** What is different from an earlier period. */
  #changes(): Block[] {
    const { changes } = this.#overview;
    if (changes === null) return [];
    const { fresh, grown, fallen, wordings } = changes;
    const words = this.#words;
    const isNothing = [fresh, grown, fallen].every(({ rows }) => rows.length === 0);
    return [
      heading(words.changes),
      paragraph([this.#compared(changes), ...(isNothing ? [words.noChange] : [])].join(this.#language.words.space)),
      this.#totalsCompared(changes),
      ...(fresh.rows.length === 0
        ? []
        : [
            heading(words.fresh, 3),
            this.#entries(
              fresh.rows,
              (row) => this.#anyTitleOf(row),
              false,
              (row) => this.#advice(row),
            ),
            ...this.#leftOut(fresh.leftOut),
          ]),
      ...this.#changed(words.grown, grown),
      ...this.#changed(words.fallen, fallen),
      ...(wordings === null || wordings.rows.length === 0
        ? []
        : [heading(words.newWordings, 3), this.#wordingTable(wordings, CODE), ...this.#leftOut(wordings.leftOut)]),
    ];
  }

  #compared({ period, scale }: Changes): string {
    const { from, to } = period;
    const { compared, comparedWithNothing, scaled, unknown } = this.#words;
    if (from === null || to === null) return comparedWithNothing;
    const time = (ms: number) => this.#said.time(ms);
    const length = (one: Period) =>
      one.from === null || one.to === null ? unknown : this.#said.duration(Math.max(0, one.to - one.from) / 1000, 'long');
    const said = fill(compared, { from: time(from), to: time(to), before: length(period), now: length(this.#options) });
    const isScaled = scale !== null && Math.abs(scale - 1) > ALIKE;
    return [said, ...(isScaled ? [scaled] : [])].join(this.#language.words.space);
  }

  #totalsCompared({ totals: before, bounceRate, scale }: Changes): Block {
    const { totals, bounceRate: rate } = this.#overview;
    const { columns, points } = this.#words;
    const rows = (['delivered', 'failed', 'expired', 'returned', 'delayed', 'rejected'] as const)
      .filter((name) => totals[name] + before[name] > 0)
      .map((name) => {
        const change = changeOf(totals[name], before[name], scale);
        return [columns[name], this.#said.number(before[name]), this.#said.number(totals[name]), this.#said.signed(change)];
      });
    const difference = rate === null || bounceRate === null ? null : (rate - bounceRate) * 100;
    const format = { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
    const said =
      difference === null ? '–' : fill(points, { change: new Intl.NumberFormat(this.#language.tag, format).format(difference) });
    return {
      kind: 'table',
      columns: ['', columns.before, columns.now, columns.change],
      rows: [[columns.bounceRate, this.#said.percent(bounceRate), this.#said.percent(rate), said], ...rows],
      numbers: [1, 2, 3],
    };
  }

  /** What a code is called where both directions stand in one list. */
  #anyTitleOf(row: ReportRow): string {
    const code = this.#titleOf(row, CODE);
    return row.direction === 'inbound' ? fill(this.#words.inbound, { code }) : code;
  }

  /** Codes with how many events there were, and are. */
  #changed(title: string, { rows, leftOut }: ReportTable): Block[] {
    if (rows.length === 0) return [];
    const { columns } = this.#words;
    return [
      heading(title, 3),
      {
        kind: 'table',
        columns: [this.#labels.code, columns.before, columns.now, columns.change],
        rows: rows.map((row) => [
          this.#anyTitleOf(row),
          this.#said.number(row.eventsBefore ?? 0),
          this.#said.number(row.events),
          this.#changeOf(row),
        ]),
        numbers: [1, 2, 3],
      },
      ...this.#leftOut(leftOut),
    ];
  }

  /** Wordings with the codes that stood beside them. */
  #wordingTable({ rows }: ReportTable, names: readonly string[]): Block {
    const { columns, noCode } = this.#words;
    return {
      kind: 'table',
      columns: [this.#labels.code, columns.wording, columns.events],
      rows: rows.map((row) => [this.#valuesOf(row, names) || noCode, this.#wording(row), this.#said.number(row.events)]),
      numbers: [2],
      quotations: [1],
    };
  }

  #undetermined(): Block[] {
    const { undetermined } = this.#overview;
    if (undetermined === null || undetermined.rows.length === 0) return [];
    return [
      heading(this.#words.undetermined),
      paragraph(this.#words.undeterminedNote),
      this.#wordingTable(undetermined, ['replyCode', 'enhancedStatus']),
      ...this.#leftOut(undetermined.leftOut),
    ];
  }

  /** What servers wrote beside a code, where it is more than one thing. */
  #wordingsOf({ direction, replyCode, enhancedStatus, reason }: ReportRow): Entry['wordings'] {
    const code = [direction, replyCode, enhancedStatus, reason];
    const rows = this.#overview.wordings?.rows.filter(
      (row) => row.wording !== null && CODE_KEY.every((name, i) => row[name] === code[i]),
    );
    if (rows === undefined || rows.length < 2) return null;
    const { wordings, isNew } = this.#words;
    const items = rows.map((row) => {
      const mark = row.status === 'new' ? `(${isNew})` : '';
      return [`${this.#said.number(row.events)} ×`, this.#wording(row), mark] as const;
    });
    return { name: wordings, items };
  }

  #wording({ wording }: ReportRow): string {
    if (wording === null || wording === undefined || wording === '') return this.#words.unknown;
    return remoteText(String(wording), this.#options.longest.example, this.#language);
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
      this.#entries(
        codes.rows,
        (row) => this.#titleOf(row, CODE),
        true,
        (row) => this.#documented(row),
      ),
      ...this.#leftOut(codes.leftOut),
    ];
  }

  #refusals(): Block[] {
    const { refusals } = this.#overview;
    if (refusals === null || refusals.rows.length === 0) return [];
    return [
      heading(this.#words.refusals),
      paragraph(this.#words.refusalsNote),
      this.#entries(
        refusals.rows,
        (row) => this.#titleOf(row, CODE),
        true,
        (row) => this.#documented(row),
      ),
      ...this.#leftOut(refusals.leftOut),
    ];
  }

  /** @param facts what is said of a row beside its numbers. */
  #entries(
    rows: readonly ReportRow[],
    titleOf: (row: ReportRow) => string,
    folded: boolean,
    facts: (row: ReportRow) => EntryFacts,
  ): Block {
    const columns = this.#columnsOf(rows);
    return {
      kind: 'entries',
      columns: columns.map(({ name }) => name),
      entries: rows.map((row) => ({
        title: titleOf(row),
        numbers: columns.map(({ value }) => value(row)),
        ...facts(row),
      })),
      column: this.#labels.code,
      folded,
    };
  }

  /** The columns of numbers in which something stands; where rows are about deliveries alone, without those of refused clients. */
  #columnsOf(rows: readonly ReportRow[], deliveries = false): readonly NumberColumn[] {
    const { lost, open, delayed, rejected, recipients, share, change } = this.#words.columns;
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
        .map(([name, of]): NumberColumn => ({ name, value: (row) => this.#said.number(of(row)) })),
      ...(deliveries ? [] : [{ name: share, value: (row: ReportRow) => this.#said.percent(row.share) }]),
      ...(rows.some(({ status }) => status !== undefined && status !== 'new')
        ? [{ name: change, value: (row: ReportRow) => this.#changeOf(row) }]
        : []),
    ];
  }

  #titleOf(row: ReportRow, names: readonly string[]): string {
    return [this.#valuesOf(row, names), row.title ?? ''].filter((part) => part !== '').join(' – ') || this.#words.unknown;
  }

  #valuesOf(row: ReportRow, names: readonly string[]): string {
    return names.flatMap((name) => (row[name] === null ? [] : [this.#remote(row[name])])).join(' ');
  }

  #documented(row: ReportRow): EntryFacts {
    const { cause, when, fix, actor, retry, reference, example, lastSeen } = row;
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
      wordings: this.#wordingsOf(row),
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
      wordings: null,
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
        const numbers = values.map((value) => this.#said.number(value));
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
    const { delivered, bounceRate, rateBefore } = this.#words.columns;
    const numbers: readonly NumberColumn[] = [
      ...this.#columnsOf(rows, deliveries),
      ...(columns.includes('rate')
        ? [
            { name: delivered, value: (row: ReportRow) => this.#said.number(row.delivered as number) },
            { name: bounceRate, value: (row: ReportRow) => this.#said.percent(row.rate as number | null) },
          ]
        : []),
      ...(columns.includes('rateBefore')
        ? [{ name: rateBefore, value: (row: ReportRow) => this.#said.percent(row.rateBefore as number | null) }]
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
    // What could not be read is not what is left out.
    const all = this.#options.inputs.toSorted((a, b) => Number(a.error === null) - Number(b.error === null));
    const cells = all
      .slice(0, MOST_INPUTS)
      .map(({ path, lines, messages, records, unparsedLines: strange, error }) => [
        error === null ? this.#remote(path) : `${this.#remote(path)}: ${this.#remote(error)}`,
        this.#said.number(messages ?? lines ?? 0),
        this.#said.number(records),
        this.#said.number(strange),
      ]);
    const rest = all.slice(MOST_INPUTS);
    return [
      heading(inputs),
      ...(unparsedLines === 0 ? [] : [paragraph(this.#said.plural(unparsed, unparsedLines))]),
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
    if (rows === 0) return [];
    const withEvents = this.#said.plural(this.#words.leftOutEvents, events);
    return [paragraph(this.#said.plural(this.#words.leftOut, rows, { events: withEvents }))];
  }

  #changeOf({ status, change }: ReportRow): string {
    return status === 'new' ? this.#words.isNew : this.#said.signed(change ?? null);
  }

  #remote(value: string | number | null | undefined): string {
    return value === null || value === undefined || value === ''
      ? this.#words.unknown
      : remoteText(String(value), this.#options.longest.value, this.#language);
  }
}

const MOST_INPUTS = 20;
/** Periods that differ by less are of one length. */
const ALIKE = 0.05;
/** What tells the rows of codes apart. */
const CODE_KEY = ['direction', 'replyCode', 'enhancedStatus', 'reason'] as const;
/** What names the row of a code. */
const CODE = ['replyCode', 'enhancedStatus', 'reason'];
const NOTHING: LeftOut = { rows: 0, events: 0 };

type EntryFacts = Pick<Entry, 'facts' | 'details' | 'quotation' | 'wordings' | 'links'>;

interface NumberColumn {
  readonly name: string;
  readonly value: (row: ReportRow) => string;
}

const present = (facts: readonly (readonly [string, string | null])[]): Fact[] =>
  facts.filter((fact): fact is Fact => fact[1] !== null);

const lostOf = ({ failed, expired, returned }: ReportRow): number => failed + expired + returned;

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
