import type { BounceEvent } from './event.js';
import { domainOf, providerOf } from './event.js';
import { KnownWording } from './known-wording.js';
import { rememberedWording } from './wording.js';
import type { Zone } from './zone.js';

/** The value of a dimension for one event. */
export type DimensionValue = string | number | null;

interface DimensionDefinition {
  readonly doc: string;
  /** Whether the dimension has a meaning for deliveries too, so that rows by it can tell a rate. */
  readonly deliveries: boolean;
  readonly value: (event: BounceEvent, zone: Zone) => DimensionValue;
}

const HOUR = 3_600_000;

/** The hour that was asked for last, since 1970 by the clock on the wall: that of most events is the same as the one before. */
let lastHour = Number.NaN;
let lastNames = { hour: '', day: '' };

/** How the hour and the day of an event are named in the report's zone; null where the event has no time. */
function calendar({ evidence: { time } }: BounceEvent, zone: Zone): { readonly hour: string; readonly day: string } | null {
  if (time === null) return null;
  const hour = Math.floor((time.ms + zone.offsetAt(time.ms) * 60_000) / HOUR);
  if (hour !== lastHour) {
    lastHour = hour;
    const name = new Date(hour * HOUR).toISOString();
    lastNames = { hour: `${name.slice(0, 13)}:00`, day: name.slice(0, 10) };
  }
  return lastNames;
}

function wordingIn({ evidence, said }: BounceEvent): string | null {
  const { diagnostic, recipient, originalRecipient } = evidence;
  if (diagnostic === null) return null;
  const names = [recipient, originalRecipient];
  if (said === undefined) return rememberedWording(diagnostic, names);
  if (said.wording === null) {
    // Most texts that come once do not come again.
    said.wording = new KnownWording(diagnostic);
    return rememberedWording(diagnostic, names);
  }
  return said.wording.fits(diagnostic, names) ? said.wording.wording : rememberedWording(diagnostic, names);
}

/** What a report can be grouped by. */
export const DIMENSIONS = {
  direction: { doc: 'outbound or inbound', deliveries: true, value: ({ evidence }) => evidence.direction },
  replyCode: { doc: 'reply code (RFC 5321)', deliveries: false, value: ({ evidence }) => evidence.replyCode },
  enhancedStatus: { doc: 'enhanced status code (RFC 3463)', deliveries: false, value: ({ evidence }) => evidence.enhancedStatus },
  loggedStatus: { doc: 'status that the MTA logged (dsn=)', deliveries: false, value: ({ evidence }) => evidence.loggedStatus },
  type: { doc: 'hard, soft, block', deliveries: false, value: ({ verdict }) => verdict?.type ?? null },
  reason: { doc: 'reason of the failure', deliveries: false, value: ({ verdict }) => verdict?.reason ?? null },
  provider: { doc: 'who runs the MX that answered', deliveries: true, value: providerOf },
  recipientDomain: { doc: "recipient's domain", deliveries: true, value: ({ evidence }) => domainOf(evidence.recipient) },
  remoteMta: { doc: 'host that answered', deliveries: true, value: ({ evidence }) => evidence.remoteMta },
  remoteIp: { doc: 'address of the host that answered', deliveries: true, value: ({ evidence }) => evidence.remoteIp },
  sender: { doc: 'reverse-path', deliveries: true, value: ({ evidence }) => evidence.envelope.sender },
  senderDomain: {
    doc: 'domain of the reverse-path',
    deliveries: true,
    value: ({ evidence }) => domainOf(evidence.envelope.sender),
  },
  recipient: { doc: 'recipient', deliveries: true, value: ({ evidence }) => evidence.recipient },
  saslUsername: {
    doc: 'login that submitted the message',
    deliveries: true,
    value: ({ evidence }) => evidence.envelope.saslUsername,
  },
  client: {
    doc: 'client that submitted the message, or was refused',
    deliveries: true,
    value: ({ evidence }) => evidence.envelope.client,
  },
  transport: { doc: 'delivery agent', deliveries: true, value: ({ evidence }) => evidence.transport },
  action: { doc: 'failed, delayed, expired, rejected', deliveries: false, value: ({ evidence }) => evidence.action },
  command: { doc: 'SMTP command that was answered', deliveries: false, value: ({ evidence }) => evidence.command },
  wording: {
    doc: 'text of the reply without codes, addresses, hosts, numbers and ids',
    deliveries: false,
    value: (event) => {
      if (event.wording === undefined) event.wording = wordingIn(event);
      return event.wording;
    },
  },
  mta: { doc: 'MTA that wrote the record', deliveries: true, value: ({ evidence }) => evidence.mta },
  host: { doc: 'logging host', deliveries: true, value: ({ evidence }) => evidence.host },
  instance: { doc: 'instance of the MTA', deliveries: true, value: ({ evidence }) => evidence.instance },
  hour: {
    doc: "hour, in the report's time zone",
    deliveries: true,
    value: (event, zone) => calendar(event, zone)?.hour ?? null,
  },
  day: { doc: "day, in the report's time zone", deliveries: true, value: (event, zone) => calendar(event, zone)?.day ?? null },
} as const satisfies Record<string, DimensionDefinition>;

export type Dimension = keyof typeof DIMENSIONS;

export const isDimension = (name: string): name is Dimension => Object.hasOwn(DIMENSIONS, name);

/** The group of a report when none is asked for. */
export const DEFAULT_GROUPING: readonly Dimension[] = ['direction', 'replyCode', 'enhancedStatus', 'reason'];

/** Whether rows by these dimensions can count deliveries beside failures. */
export const countsDeliveries = (grouping: readonly Dimension[]): boolean =>
  grouping.every((name) => DIMENSIONS[name].deliveries);

const OF_TEXT: ReadonlySet<Dimension> = new Set([
  ...(['direction', 'replyCode', 'enhancedStatus', 'loggedStatus'] as const),
  ...(['type', 'reason', 'provider', 'action', 'command', 'mta'] as const),
]);

/** Whether failures fall into one row that differ in names alone (`Said`), and have the same wording where that matters. */
export const isOfText = (grouping: readonly Dimension[]): boolean =>
  grouping.every((name) => OF_TEXT.has(name) || name === 'wording');
