import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { DEFAULT_GROUPING } from '../model/dimension.js';
import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import type { InputNames } from '../model/field.js';
import { type EventFormat, type EventFormatter, eventFormatter } from '../report/event-format.js';
import { POLICY } from '../report/page-html.js';
import { LiveScan } from '../scan/live-scan.js';
import { newState } from '../state/state.js';
import { StateError, StateLost } from '../state/state-error.js';
import type { StateStore } from '../state/state-store.js';
import type { JournalListener } from '../summary/journal-context.js';
import { healthAnswer, inputsByState, type StateHealth } from '../watch/health.js';
import { HttpServer } from '../watch/http-server.js';
import { LiveCounters } from '../watch/live-counters.js';
import { Metrics } from '../watch/metrics.js';
import { checkColor } from './color.js';
import { NO_FAILURES } from './events-command.js';
import { EXIT, OutputError, UsageError } from './exit-code.js';
import { destinations } from './formats.js';
import { limitYoungGeneration } from './heap-growth.js';
import { reportInputs, standardInputHolds } from './inputs.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkScanOptions, type RawArguments } from './options.js';
import { ownRules } from './own-rules-file.js';
import { REPORT_WRITERS } from './report-formats.js';
import { materialOf } from './report-output.js';
import { withState } from './run-scan-new.js';
import { onEndingSignal, onHangUp } from './signals.js';
import { textStyle } from './text-output.js';
import { version } from './version.js';
import { type CheckedWatchOptions, checkWatchOptions } from './watch-options.js';
import { WatchOutput } from './watch-output.js';

/** Where systems keep the log that their MTA writes now. */
const LIVE_LOGS = ['/var/log/mail.log', '/var/log/maillog', '/var/log/mail/mail.log', '/var/log/postfix.log'];
const JOURNAL = '/run/systemd/journal';
/** A state of watch is none of other commands. */
const USE = 'watch';
/** What is known is kept so often, in milliseconds, or as seldom as it takes a small share of the time. */
const KEEP_AFTER = 10_000;
const KEEP_SHARE = 50;
/** Who takes what is printed has so long at the end. */
const LAST_PATIENCE = 5_000;
/** A page is made anew no oftener than this. */
const PAGE_KEPT = 5_000;
/** What clears a terminal, and lets what is written begin at its top. */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';

/** `bouncelens watch [PATH…]`. @returns the exit code. */
export async function watchCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const scanning = checkScanOptions({ ...raw, progress: false }, now);
  const watching = checkWatchOptions(raw);
  const watch = new Watch(raw, scanning, watching, now);
  const exitCode = await watch.run();
  // Who takes nothing any more would keep the process for as long as he is there.
  if (watch.isAbandoned) process.exit(exitCode);
  return exitCode;
}

class Watch {
  readonly #raw: RawArguments;
  readonly #scanning: CheckedScanOptions;
  readonly #watching: CheckedWatchOptions;
  readonly #startedAt: number;
  readonly #messages: Messages;
  readonly #output = new WatchOutput();
  readonly #counters = new LiveCounters();
  #store: StateStore | null = null;
  #live!: LiveScan;
  #language!: Awaited<ReturnType<typeof languageOf>>;
  #isBeginning = true;
  #isEnding = false;
  #keepAt = 0;
  #keptChanges = -1;
  /** When the state was kept last, and why it cannot be now. */
  #lastKept: number | null = null;
  #keepError: string | null = null;
  #summaryAt = 0;
  #page: { readonly text: string; readonly at: number } | null = null;
  #exitCode: number | null = null;
  /** Whether a signal ended the run, and what was printed was not taken for as long as that is waited for. */
  isAbandoned = false;

  constructor(raw: RawArguments, scanning: CheckedScanOptions, watching: CheckedWatchOptions, now: number) {
    this.#raw = raw;
    this.#scanning = scanning;
    this.#watching = watching;
    this.#startedAt = now;
    this.#messages = new Messages(scanning.quiet);
  }

  async run(): Promise<number> {
    const { state: file } = this.#watching;
    if (file === null) return this.#follow(null);
    return withState({ file, use: USE, now: this.#startedAt, messages: this.#messages }, (store) => this.#follow(store));
  }

  async #follow(store: StateStore | null): Promise<number> {
    limitYoungGeneration();
    this.#store = store;
    const listener = this.#listener();
    this.#language = await languageOf(this.#raw);
    const rules = await ownRules(this.#scanning.rules);
    const inputs = await this.#inputs();
    const state = store?.state ?? newState();
    const { zone, year, inputFormat } = this.#scanning;
    this.#live = new LiveScan({
      ...{ ...inputs, zone, year, inputFormat, rules, listener, state, stdin: process.stdin, now: this.#startedAt },
      groupings: groupings(),
      days: this.#watching.days,
      isKept: store !== null,
      tellsExisting: this.#watching.fromStart || store !== null,
      ready: () => this.#output.ready(),
      between: (at) => this.#between(at),
      dropped: (counts) => this.#counters.dropped(counts),
      note: (message) => this.#messages.note(message),
      failed: (message) => this.#messages.error(message),
    });
    const server = await this.#serve();
    this.#obeySignals();
    try {
      const isThere = await this.#live.begin();
      // Without a state the counters begin behind what is there already.
      if (store === null) this.#counters.begin(this.#live.days);
      this.#isBeginning = false;
      if (isThere) await this.#live.follow();
      return await this.#end();
    } finally {
      server?.close();
      this.#live.close();
    }
  }

  /** What is followed: what was named, else what the system has. @throws UsageError */
  async #inputs(): Promise<{ readonly paths: readonly string[]; readonly units: readonly string[] | null }> {
    const { paths } = this.#scanning;
    const { units } = this.#watching;
    if (paths.length > 0 || units !== null) return { paths, units };
    if (await standardInputHolds()) return { paths: ['-'], units };
    const logs = LIVE_LOGS.filter((file) => existsSync(file));
    if (logs.length > 0) return { paths: logs, units };
    if (existsSync(JOURNAL)) return { paths: [], units: [] };
    throw new UsageError(
      `no PATH given, nothing on standard input, no mail log where systems keep one (${LIVE_LOGS.join(', ')}), and no journal`,
    );
  }

  // -- events and summaries ---------------------------------------------------------------------------------------------

  #listener(): (names: InputNames) => JournalListener {
    const { all, outcomes, events } = this.#watching;
    const usual: EventFormat = process.stdout.isTTY ? 'text' : 'ndjson';
    const [target] = destinations<EventFormat>([usual, 'ndjson', 'csv', 'text'], this.#scanning.format, []);
    const formatter: EventFormatter = eventFormatter(target!.format, outcomes, textStyle(null, checkColor(this.#raw)));
    if (!events) return () => ({});
    const { redactor } = this.#scanning;
    const shown = (event: BounceEvent) => redactor?.event(event) ?? event;
    this.#output.write(formatter.head);
    return (names) =>
      outcomes
        ? {
            outcome: (outcome: RecipientOutcome) =>
              this.#output.write(formatter.outcome({ ...outcome, event: shown(outcome.event) }, names)),
          }
        : {
            event: (event: BounceEvent) => {
              if (all || !NO_FAILURES.has(event.evidence.action)) this.#output.write(formatter.event(shown(event), names));
            },
          };
  }

  /** The report of the last days, in a format. */
  #report(format: 'html' | 'text'): string {
    const { zone, redactor } = this.#scanning;
    const subject = {
      ...{ zone, since: null, until: null, before: null, redactor, summary: null },
      counts: this.#live.report(),
      inputs: reportInputs(this.#live.inputs),
    };
    const wish = { grouping: DEFAULT_GROUPING, top: null, language: this.#language };
    const failed = this.#live.statuses.some(({ state }) => state === 'failed');
    const material = materialOf(wish, subject, null, Date.now(), failed ? EXIT.failed : EXIT.done);
    return REPORT_WRITERS[format].write({ ...material, style: textStyle(null, checkColor(this.#raw)) });
  }

  #printSummary(): void {
    const summary = this.#report('text');
    this.#output.write(process.stdout.isTTY ? CLEAR + summary : `${summary}\n`);
  }

  /** Between two reads: what is due is done. */
  async #between(now: number): Promise<void> {
    const { summaryEvery } = this.#watching;
    if (summaryEvery !== null && !this.#isBeginning && isDue(now, this.#summaryAt, summaryEvery)) {
      this.#summaryAt = now + summaryEvery;
      this.#printSummary();
    }
    if (this.#store !== null && isDue(now, this.#keepAt, KEEP_AFTER * KEEP_SHARE) && this.#live.changes !== this.#keptChanges)
      await this.#tryToKeep();
  }

  // -- what is kept -----------------------------------------------------------------------------------------------------

  /** Keeps what is known, when all that was printed is handed over. @returns whether it could be. */
  async #keep(patience?: number): Promise<boolean> {
    if (this.#store === null) return true;
    const isLast = patience !== undefined;
    if (!(await this.#output.handedOver(patience)) || this.#isEnding !== isLast) return false;
    const began = performance.now();
    const { changes } = this.#live;
    this.#store.commit({ ...this.#live.keep(Date.now()), use: USE });
    this.#keptChanges = changes;
    this.#lastKept = Date.now();
    this.#keepError = null;
    this.#keepAt = Date.now() + Math.max(KEEP_AFTER, (performance.now() - began) * KEEP_SHARE);
    return true;
  }

  /** Keeps what is known; where the disk is full, that is said once and tried again. @throws StateLost */
  async #tryToKeep(): Promise<void> {
    try {
      await this.#keep();
    } catch (error) {
      if (!(error instanceof StateError) || error instanceof StateLost) throw error;
      if (this.#keepError === null) this.#messages.error(`${error.message}. The run goes on, and tries again`);
      this.#keepError = error.message;
      this.#keepAt = Date.now() + KEEP_AFTER;
    }
  }

  #stateHealth(): StateHealth | null {
    const { state: name } = this.#watching;
    return name === null ? null : { name, keptAt: this.#lastKept, error: this.#keepError };
  }

  async #end(): Promise<number> {
    this.#isEnding = true;
    if (this.#watching.summaryEvery !== null && !process.stdout.isTTY) this.#printSummary();
    if (!(await this.#keep(LAST_PATIENCE))) {
      this.#messages.error(`${this.#watching.state}: what was printed last was not taken, so it is read again by the next run`);
      this.isAbandoned = this.#exitCode !== null;
      return this.#exitCode ?? EXIT.failed;
    }
    const isTaken = await this.#output.handedOver(LAST_PATIENCE);
    if (this.#exitCode !== null) {
      this.isAbandoned = !isTaken;
      return this.#exitCode;
    }
    return this.#live.statuses.some(({ state }) => state === 'failed') ? EXIT.failed : EXIT.done;
  }

  // -- signals ----------------------------------------------------------------------------------------------------------

  #obeySignals(): void {
    onEndingSignal((exitCode) => {
      this.#exitCode = exitCode;
      this.#live.stop();
    });
    // On a terminal the signal says that it was closed.
    if (process.stdout.isTTY) return;
    onHangUp(() => void this.#readRulesAgain());
  }

  async #readRulesAgain(): Promise<void> {
    const { rules: file } = this.#scanning;
    if (file === null) {
      this.#messages.note('SIGHUP: there is no --rules file to read again');
      return;
    }
    try {
      const rules = await ownRules(file);
      this.#live.useRules(rules);
      this.#messages.note(`--rules ${file}: read again, ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#messages.error(`${error.message}. The rules of before stay`);
    }
  }

  // -- serving ----------------------------------------------------------------------------------------------------------

  /** @throws OutputError when the address that was asked for is taken. */
  async #serve(): Promise<HttpServer | null> {
    const { listen, allowedHosts } = this.#watching;
    if (listen === null) return null;
    const { host, port, isAsked } = listen;
    const metrics = new Metrics({
      version: version(),
      startedAt: this.#startedAt,
      counters: () => this.#counters.values(this.#isBeginning && this.#store === null ? [] : this.#live.days),
      openRecipients: () => this.#live.openRecipients(),
      lastReadAt: () => this.#live.lastReadAt,
      inputs: () => inputsByState(this.#live.statuses),
      state: () => this.#stateHealth(),
    });
    const server = new HttpServer({
      ...{ host, port, names: [hostname(), ...allowedHosts] },
      routes: {
        '/': () => ({
          ...{ status: 200, contentType: 'text/html; charset=utf-8', body: this.#currentPage() },
          headers: { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` },
        }),
        '/metrics': async ({ headers }) => {
          const { contentType, text } = await metrics.text(headers.accept ?? '');
          return { status: 200, contentType, body: text };
        },
        '/healthz': () =>
          healthAnswer({
            statuses: this.#live.statuses,
            lastReadAt: this.#live.lastReadAt,
            startedAt: this.#startedAt,
            isBeginning: this.#isBeginning,
            state: this.#stateHealth(),
          }),
      },
      failed: (message) => this.#messages.error(`HTTP: ${message}`),
    });
    try {
      this.#messages.note(`the report is at ${await server.listen()}, metrics at /metrics, health at /healthz`);
      return server;
    } catch (error) {
      const why = `--listen ${host.includes(':') ? `[${host}]` : host}:${port}: ${listenMessage(error)}`;
      if (isAsked) throw new OutputError(why);
      this.#messages.error(`${why}; nothing is served. Choose another place with --listen, or --listen none`);
      return null;
    }
  }

  #currentPage(): string {
    const now = Date.now();
    if (this.#page === null || Math.abs(now - this.#page.at) > PAGE_KEPT) this.#page = { text: this.#report('html'), at: now };
    return this.#page.text;
  }
}

/** Whether the time has come; a clock that was put back by more than a span does not defer it. */
const isDue = (now: number, at: number, span: number): boolean => now >= at || at - now > span;

/** What has to be counted for the report and the metrics, each grouping once. */
function groupings() {
  const all = [DEFAULT_GROUPING, ...REPORT_WRITERS.html.groupings, ...REPORT_WRITERS.prometheus.groupings];
  return [...new Map(all.map((names) => [names.join(), names])).values()];
}

function listenMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'somebody else listens there already';
  if (code === 'EACCES') return 'permission denied: ports below 1024 need a right of their own';
  if (code === 'EADDRNOTAVAIL') return 'this machine does not have the address';
  return message;
}
