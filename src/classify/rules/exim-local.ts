import type { Rule } from '../rule.js';

/** What Exim says when it fails a recipient by itself, without a server's reply: the wordings of its sources (4.98). */
export const EXIM_LOCAL: readonly Rule[] = [
  {
    id: 'exim.null-mx',
    reason: 'domain-no-mail',
    type: 'hard',
    speaker: 'local',
    source: 'Exim src/routers/dnslookup.c; RFC 7505',
    patterns: { 'record indicated no smtp service': 'an MX or SRV record indicated no SMTP service' },
  },
  {
    id: 'exim.local-host',
    reason: 'routing-loop',
    speaker: 'local',
    source: 'Exim src/routers/rf_self_action.c',
    patterns: { 'remote host address is the local host': 'remote host address is the local host' },
  },
  // The address in the recipient's own file is wrong, not the one that was written to.
  {
    id: 'exim.redirection',
    reason: 'system-error',
    speaker: 'local',
    source: 'Exim src/routers/redirect.c',
    patterns: {
      'error in (redirect data|redirect list|forward file|filter file)':
        'error in redirect data: missing or malformed local part (expected word or "<")',
    },
  },
  {
    id: 'exim.address-syntax',
    reason: 'invalid-address',
    speaker: 'local',
    source: 'Exim src/parse.c',
    patterns: {
      'domain missing or malformed': 'domain missing or malformed',
      'missing or malformed local part': 'missing or malformed local part (expected word or "<")',
      'unmatched doublequote in local part': 'unmatched doublequote in local part',
    },
  },
  {
    id: 'exim.mailbox-file',
    reason: 'system-error',
    speaker: 'local',
    source: 'Exim src/transports/appendfile.c',
    patterns: {
      'mailbox * has wrong (uid|gid)': 'mailbox /var/mail/bob has wrong uid (1001 != 1002)',
      'mailbox * has too many links': 'mailbox /var/mail/bob has too many links (2)',
    },
  },
  {
    id: 'exim.child-addressee',
    reason: 'user-unknown',
    speaker: 'local',
    source: 'Exim src/transports/pipe.c, src/os.c (os_strexit); sysexits(3): EX_NOUSER',
    patterns: {
      'child process of {200}could mean addressee unknown':
        'Child process of procmail transport returned 67 (could mean addressee unknown) from command: /usr/bin/procmail',
    },
  },
];

/** A program that Exim delivers to: what it wrote says more, where that is known. */
export const EXIM_CHILD: readonly Rule[] = [
  {
    id: 'exim.child',
    reason: 'system-error',
    speaker: 'local',
    source: 'Exim src/transports/pipe.c, src/transports/lmtp.c',
    patterns: {
      'child process of * transport': 'Child process of maildrop transport was terminated by signal 9',
    },
  },
];
