import type { Answer, Rule } from './remote-server.js';
import { type Refusal, refusals } from './replies.js';

export type Outcome = 'delivered' | 'failed' | 'expired';

/** What becomes of one recipient, before the servers' record is looked at. */
export interface Fate {
  readonly recipient: string;
  /** The address that the mail was sent to, where an alias stands between. */
  readonly original?: string;
  readonly outcome: Outcome;
  /** See `Refusal`. */
  readonly enhanced?: string;
  /** Only where no server can have counted them. */
  readonly attempts?: number;
}

export interface Mail {
  readonly about: string;
  /** The server that it is handed to. */
  readonly via?: 'submission' | 'publicMx' | 'filtered' | 'milted';
  /** A sender of its own unless given. */
  readonly sender?: string;
  readonly messageId?: string;
  readonly to: readonly string[];
  readonly fates: readonly Fate[];
  /** Delivered under another queue id than the one that the submitter was told. */
  readonly continued?: boolean;
}

export interface MailHost {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly keywords?: readonly string[];
  /** Has an address and nobody listens there, or nobody picks up. */
  readonly absent?: 'down' | 'deaf';
}

/** The mail hosts of each domain, the preferred one first. Domains that are not here do not exist. */
export const domains = new Map<string, readonly MailHost[]>();

const soft: Answer = {
  lines: ['450 4.2.0 <user>: Recipient address rejected: Greylisted, see http://postgrey.example/help.html'],
};
const busy: Answer = { lines: ['421 4.3.2 Service not available, closing transmission channel'], and: 'close' };
const gone: Answer = { lines: ['550 5.1.1 <user>: Recipient address rejected: User unknown'] };

function domain(name: string, rules: readonly Rule[] = [], keywords?: readonly string[]): void {
  domains.set(name, [{ name: `mx.${name}`, rules, ...(keywords ? { keywords } : {}) }]);
}

/** A domain and a mail to it. */
function mail(name: string, about: string, outcome: Outcome, rules: readonly Rule[], keywords?: readonly string[]): Mail {
  domain(`${name}.test`, rules, keywords);
  return { about, to: [`user@${name}.test`], fates: [{ recipient: `user@${name}.test`, outcome }] };
}

const refusal = ({ name, lines, at = 'rcpt', outcome = 'failed', enhanced }: Refusal): Mail => ({
  ...mail(name, `refused: ${name}`, outcome, [{ at, answers: [{ lines }] }]),
  fates: [{ recipient: `user@${name}.test`, outcome, ...(enhanced === undefined ? {} : { enhanced }) }],
});

/** The same domains again, for another recipient. */
const again = ({ name, outcome = 'failed', enhanced }: Refusal): Mail => ({
  about: `refused again: ${name}`,
  to: [`other@${name}.test`],
  fates: [{ recipient: `other@${name}.test`, outcome, ...(enhanced === undefined ? {} : { enhanced }) }],
});

const to = (about: string, recipient: string, outcome: Outcome, rest: Partial<Mail & Fate> = {}): Mail => ({
  about,
  to: [recipient],
  ...(rest.sender === undefined ? {} : { sender: rest.sender }),
  ...(rest.via === undefined ? {} : { via: rest.via }),
  ...(rest.messageId === undefined ? {} : { messageId: rest.messageId }),
  fates: [{ recipient, outcome, ...(rest.attempts === undefined ? {} : { attempts: rest.attempts }) }],
});

domain('sender.example');
domain('plain.test');
domain('relayed.example', [{ at: 'rcpt', whom: 'picked', answers: [gone] }]);
domain('team-one.test');
domain('team-two.test', [{ at: 'rcpt', whom: 'gone', answers: [gone] }]);
domain('sales.test', [{ at: 'rcpt', whom: 'bob', answers: [gone] }]);
domain('both.test');
domain('chained.test', [{ at: 'end', answers: [{ lines: ['452 4.3.1 Out of memory'] }, 'accept'] }]);
domain('filtered.test', [
  { at: 'rcpt', whom: 'bad', answers: [gone] },
  { at: 'rcpt', whom: 'slow', answers: [soft, 'accept'] },
]);
domain('mixed.test', [
  { at: 'rcpt', whom: 'bad', answers: [gone] },
  { at: 'rcpt', whom: 'slow', answers: [soft, 'accept'] },
  { at: 'rcpt', whom: 'full', answers: [{ lines: ['452 4.2.2 mailbox full'] }] },
]);
domain('mixed-end.test', [
  { at: 'rcpt', whom: 'bad', answers: [gone] },
  { at: 'end', answers: [{ lines: ['554 5.7.1 Spam message rejected'] }] },
]);
domain('crowd.test', [{ at: 'greeting', answers: [busy] }]);
domains.set('refused-connection.test', [{ name: 'mx.refused-connection.test', rules: [], absent: 'down' }]);
domains.set('deaf.test', [{ name: 'mx.deaf.test', rules: [], absent: 'deaf' }]);
domains.set('second-mx.test', [
  { name: 'mx1.second-mx.test', rules: [{ at: 'rcpt', answers: [soft] }] },
  { name: 'mx2.second-mx.test', rules: [] },
]);
domains.set('first-down.test', [
  { name: 'mx1.first-down.test', rules: [], absent: 'down' },
  { name: 'mx2.first-down.test', rules: [{ at: 'rcpt', answers: [gone] }] },
]);
domains.set('first-rude.test', [
  { name: 'mx1.first-rude.test', rules: [{ at: 'greeting', answers: [{ lines: ['554 5.7.1 go away'], and: 'close' }] }] },
  { name: 'mx2.first-rude.test', rules: [] },
]);
domains.set('both-soft.test', [
  { name: 'mx1.both-soft.test', rules: [{ at: 'rcpt', answers: [soft] }] },
  { name: 'mx2.both-soft.test', rules: [{ at: 'rcpt', answers: [{ lines: ['451 4.3.0 <user>: Temporary lookup failure'] }] }] },
]);

/** Mail with short queue ids. */
export const firstMails: readonly Mail[] = [
  ...refusals.map(refusal),

  to('accepted at once', 'user@plain.test', 'delivered'),
  mail('accepted-many-lines', 'accepted in three lines', 'delivered', [
    { at: 'end', answers: [{ lines: ['250-2.0.0 one', '250-2.0.0 two', '250 2.0.0 Ok: queued as 4MULTI'] }] },
  ]),
  mail('accepted-bare', 'accepted with a bare code', 'delivered', [{ at: 'end', answers: [{ lines: ['250'] }] }]),
  mail('old-fashioned', 'accepted by a server that knows no EHLO', 'delivered', [
    { at: 'ehlo', answers: [{ lines: ['502 5.5.1 EHLO not implemented'] }, 'accept'] },
  ]),

  mail('greylisted', 'deferred twice, then accepted', 'delivered', [{ at: 'rcpt', answers: [soft, soft, 'accept'] }]),
  mail('changing-mind', 'deferred for three reasons, then refused', 'failed', [
    { at: 'rcpt', answers: [{ lines: ['451 4.3.0 Temporary lookup failure'] }, { lines: ['450 4.2.1 mailbox busy'] }, gone] },
  ]),
  mail('soft-at-data', 'deferred at DATA, then accepted', 'delivered', [
    { at: 'data', answers: [{ lines: ['451 4.3.5 DATA refused once'] }, 'accept'] },
  ]),
  mail('soft-at-end', 'deferred after the message, then accepted', 'delivered', [
    { at: 'end', answers: [{ lines: ['451 4.3.2 Internal error'] }, 'accept'] },
  ]),
  mail('soft-at-mail', 'deferred at MAIL, then accepted', 'delivered', [
    { at: 'mail', answers: [{ lines: ['451 4.1.8 Sender address rejected: Domain not found'] }, 'accept'] },
  ]),
  mail('busy-at-rcpt', '421 at RCPT to the end', 'expired', [{ at: 'rcpt', answers: [busy] }]),
  mail('busy-at-end', '421 after the message to the end', 'expired', [{ at: 'end', answers: [busy] }]),

  mail('rude-greeting', '554 instead of a greeting', 'expired', [
    { at: 'greeting', answers: [{ lines: ['554-mx.rude-greeting.test', '554 5.3.2 No SMTP service here'], and: 'close' }] },
  ]),
  mail('busy-greeting', '421 instead of a greeting, then accepted', 'delivered', [{ at: 'greeting', answers: [busy, 'accept'] }]),
  mail('wrong-greeting', 'no SMTP server at all', 'expired', [
    { at: 'greeting', answers: [{ lines: ['SSH-2.0-OpenSSH_9.2p1'], and: 'close' }] },
  ]),
  mail('soft-ehlo', '421 at EHLO to the end', 'expired', [{ at: 'ehlo', answers: [busy] }]),
  mail('lost-at-greeting', 'connection lost before the greeting', 'expired', [
    { at: 'greeting', answers: [{ lines: [], and: 'drop' }] },
  ]),
  mail('lost-at-ehlo', 'connection lost at EHLO', 'expired', [{ at: 'ehlo', answers: [{ lines: [], and: 'drop' }] }]),
  mail('lost-at-rcpt', 'connection lost at RCPT', 'expired', [{ at: 'rcpt', answers: [{ lines: [], and: 'drop' }] }]),
  mail('lost-at-end', 'connection lost after the message, then accepted', 'delivered', [
    { at: 'end', answers: [{ lines: [], and: 'drop' }, 'accept'] },
  ]),
  mail(
    'garbage',
    'an answer that is no reply, then silence',
    'expired',
    [{ at: 'rcpt', answers: [{ lines: ['abc'], and: 'close' }] }],
    [],
  ),
  mail('silent-greeting', 'no greeting', 'expired', [{ at: 'greeting', answers: [{ lines: [], and: 'hang' }] }]),
  mail('silent-rcpt', 'no answer to RCPT', 'expired', [{ at: 'rcpt', answers: [{ lines: [], and: 'hang' }] }]),
  mail('silent-end', 'no answer to the message', 'expired', [{ at: 'end', answers: [{ lines: [], and: 'hang' }] }]),

  to('a host that does not pick up', 'user@deaf.test', 'expired'),
  to('connection refused', 'user@refused-connection.test', 'expired'),
  to('another one for the same closed port', 'other@refused-connection.test', 'expired'),
  ...Array.from({ length: 16 }, (_, i) => to('a crowd before a busy server', `user${i}@crowd.test`, 'expired')),
  to('no such domain', 'user@nowhere.invalid', 'failed', { attempts: 1 }),
  to('a domain that takes no mail', 'user@null-mx.test', 'failed', { attempts: 1 }),
  to('broken name servers', 'user@broken-dns.test', 'expired'),
  to('a mail host without address', 'user@homeless.test', 'failed', { attempts: 1 }),
  to('an error transport', 'user@closed-down.test', 'failed', { attempts: 1 }),
  to('a retry transport', 'user@switched-off.test', 'expired'),
  to('a discard transport', 'user@thrown-away.test', 'delivered', { attempts: 1 }),
  to('no such local user', 'nobody-here@local.example', 'failed', { attempts: 1 }),

  to('the first mail host defers, the second accepts', 'user@second-mx.test', 'delivered'),
  to('the first mail host is down, the second refuses', 'user@first-down.test', 'failed'),
  to('the first mail host is rude, the second accepts', 'user@first-rude.test', 'delivered'),
  to('both mail hosts defer', 'user@both-soft.test', 'expired'),

  {
    about: 'several recipients of one domain with different fates',
    to: ['good@mixed.test', 'bad@mixed.test', 'slow@mixed.test', 'full@mixed.test'],
    fates: [
      { recipient: 'good@mixed.test', outcome: 'delivered' },
      { recipient: 'bad@mixed.test', outcome: 'failed' },
      { recipient: 'slow@mixed.test', outcome: 'delivered' },
      { recipient: 'full@mixed.test', outcome: 'expired' },
    ],
  },
  {
    about: 'some refused one by one, the rest with the message',
    to: ['bad@mixed-end.test', 'one@mixed-end.test', 'two@mixed-end.test'],
    fates: ['bad', 'one', 'two'].map((who) => ({ recipient: `${who}@mixed-end.test`, outcome: 'failed' as const })),
  },
  {
    about: 'recipients of several domains',
    to: ['second@plain.test', 'third@unknown-user.test', 'fourth@spam.test', 'fifth@greylisted.test'],
    fates: [
      { recipient: 'second@plain.test', outcome: 'delivered' },
      { recipient: 'third@unknown-user.test', outcome: 'failed' },
      { recipient: 'fourth@spam.test', outcome: 'failed' },
      { recipient: 'fifth@greylisted.test', outcome: 'delivered' },
    ],
  },
  {
    about: 'fifty recipients of one domain',
    to: Array.from({ length: 50 }, (_, i) => `crew${i}@plain.test`),
    fates: Array.from({ length: 50 }, (_, i) => ({ recipient: `crew${i}@plain.test`, outcome: 'delivered' as const })),
  },
  { ...to('the same recipient named twice', 'twice@plain.test', 'delivered'), to: ['twice@plain.test', 'twice@plain.test'] },
  to('a Message-ID for the first time', 'repeated@unknown-user.test', 'failed', { messageId: '<same@sender.example>' }),
  to('the same Message-ID again', 'repeated@unknown-user.test', 'failed', { messageId: '<same@sender.example>' }),
  to('a local part in capitals', 'Some.One+Tag@unknown-user.test', 'failed'),
  to('a quoted local part', '"two words"@unknown-user.test', 'failed'),

  {
    about: 'a local alias for two',
    to: ['team@local.example'],
    continued: true,
    fates: [
      { recipient: 'one@team-one.test', original: 'team@local.example', outcome: 'delivered' },
      { recipient: 'two@team-two.test', original: 'team@local.example', outcome: 'delivered' },
    ],
  },
  {
    about: 'a local alias for an address that is gone',
    to: ['former@local.example'],
    continued: true,
    fates: [{ recipient: 'gone@team-two.test', original: 'former@local.example', outcome: 'failed' }],
  },
  {
    about: 'a virtual alias for two, one of them gone',
    to: ['sales@alias.example'],
    fates: [
      { recipient: 'ann@sales.test', original: 'sales@alias.example', outcome: 'delivered' },
      { recipient: 'bob@sales.test', original: 'sales@alias.example', outcome: 'failed' },
    ],
  },
  {
    about: 'an alias and its target in one mail',
    to: ['both@alias.example', 'pat@both.test'],
    fates: [
      { recipient: 'pat@both.test', original: 'both@alias.example', outcome: 'delivered' },
      { recipient: 'pat@both.test', outcome: 'delivered' },
    ],
  },
  {
    about: 'an alias of an alias',
    to: ['chain@alias.example'],
    fates: [{ recipient: 'end@chained.test', original: 'chain@alias.example', outcome: 'delivered' }],
  },
  to('no such alias', 'absent@alias.example', 'failed', { attempts: 1 }),

  {
    about: 'through the content filter, with different fates',
    via: 'filtered',
    to: ['good@filtered.test', 'bad@filtered.test', 'slow@filtered.test'],
    continued: true,
    fates: [
      { recipient: 'good@filtered.test', outcome: 'delivered' },
      { recipient: 'bad@filtered.test', outcome: 'failed' },
      { recipient: 'slow@filtered.test', outcome: 'delivered' },
    ],
  },
  to('refused by the content filter', 'eicar@filtered.test', 'failed', { via: 'filtered' }),
  {
    about: 'relayed for two of the four that a stranger names',
    via: 'publicMx',
    to: ['ghost@relayed.example', 'known@relayed.example', 'user@elsewhere.test', 'picked@relayed.example'],
    fates: [
      { recipient: 'known@relayed.example', outcome: 'delivered' },
      { recipient: 'picked@relayed.example', outcome: 'failed' },
    ],
  },
  to('let through by the milter', 'milted@plain.test', 'delivered', { via: 'milted' }),

  to('an empty sender, accepted', 'empty@plain.test', 'delivered', { sender: '' }),
  to('an empty sender, refused', 'empty@unknown-user.test', 'failed', { sender: '' }),
  to('an empty sender, deferred to the end', 'empty@greylist-for-ever.test', 'expired', { sender: '' }),
];

/** Mail with long queue ids. */
export const secondMails: readonly Mail[] = [
  ...refusals.filter((refusal, i) => i % 3 === 0 && (refusal.at ?? 'rcpt') !== 'ehlo').map(again),
  to('accepted at once', 'long@plain.test', 'delivered'),
  to('deferred twice, then accepted', 'long@greylisted.test', 'delivered'),
  {
    about: 'a local alias for two, again',
    to: ['team@local.example'],
    continued: true,
    fates: [
      { recipient: 'one@team-one.test', original: 'team@local.example', outcome: 'delivered' },
      { recipient: 'two@team-two.test', original: 'team@local.example', outcome: 'delivered' },
    ],
  },
  {
    about: 'through the content filter, again',
    via: 'filtered',
    to: ['long@filtered.test', 'bad@filtered.test'],
    continued: true,
    fates: [
      { recipient: 'long@filtered.test', outcome: 'delivered' },
      { recipient: 'bad@filtered.test', outcome: 'failed' },
    ],
  },
  {
    about: 'several recipients of one domain, again',
    to: ['long@mixed.test', 'bad@mixed.test', 'full@mixed.test'],
    fates: [
      { recipient: 'long@mixed.test', outcome: 'delivered' },
      { recipient: 'bad@mixed.test', outcome: 'failed' },
      { recipient: 'full@mixed.test', outcome: 'expired' },
    ],
  },
  to('no such domain', 'long@nowhere.invalid', 'failed', { attempts: 1 }),
  to('an empty sender, refused', 'long@unknown-user.test', 'failed', { sender: '' }),
];
