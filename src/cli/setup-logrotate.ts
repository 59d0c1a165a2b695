import { shellWord } from './shell-word.js';

/** What is rotated, and where reports go. */
export interface RotatedPlace {
  readonly log: string;
  readonly reports: string;
}

const PLACE: RotatedPlace = { log: '/var/log/mail.log', reports: '/var/lib/bouncelens' };

/**
 * A stanza for logrotate (logrotate(8)) that reports on each log when it is complete.
 * @param program what starts bouncelens.
 */
export function logrotateStanza(program: readonly string[], { log, reports }: RotatedPlace = PLACE): string {
  const command = program.map(shellWord).join(' ');
  return `# Two stanzas may not name one file. Where one names the mail log already (/etc/logrotate.d/rsyslog on Debian and Ubuntu), take
# only the lines between postrotate and endscript, behind those that are there; with sharedscripts or dateext, $1.1 is not the
# name of the rotated log and has to be changed. Messages that were still in the queue are reported as open: for reports of
# whole days take bouncelens setup --print systemd or cron.
${/[\s"']/.test(log) ? `"${log}"` : log} {
    weekly
    rotate 8
    missingok
    notifempty
    nodateext
    compress
    delaycompress
    postrotate
        # The syslog daemon goes on in the new file.
        [ ! -x /usr/lib/rsyslog/rsyslog-rotate ] || /usr/lib/rsyslog/rsyslog-rotate
        mkdir -p ${shellWord(reports)}
        ${command} --quiet -o ${shellWord(reports)}/"$(date +%F).html" "$1.1"
    endscript
}
`;
}
