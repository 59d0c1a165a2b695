import { shellWord } from './shell-word.js';

/** Who runs it, and where that user may write. */
export interface CronPlace {
  readonly user: string;
  readonly home: string;
}

const PLACE: CronPlace = { user: 'bouncelens', home: '/var/lib/bouncelens' };

/**
 * A file for /etc/cron.d (crontab(5)), with a lock so that a night that takes long is not run twice.
 * @param program what starts bouncelens.
 */
export function cronFile(program: readonly string[], { user, home }: CronPlace = PLACE): string {
  const lock = shellWord(`${home}/lock`);
  const report = `${program.map(shellWord).join(' ')} --state ${shellWord(`${home}/state`)} --period day --quiet -o ${shellWord(`${home}/{period}.csv`)} -o ${shellWord(`${home}/latest.html`)}`;
  // flock(1) ends with the status of the command, or with 75 where somebody else holds the lock.
  const line = `flock -n -E 75 ${lock} ${report} || { s=$?; [ $s -ne 75 ] || echo 'bouncelens: the run before this one is still going on' >&2; exit $s; }`;
  return `# /etc/cron.d/bouncelens
# Reports what bounced on each day into ${home}/DATE.csv, and on the last one into latest.html; a night that was missed
# is made up for. ${home}/state remembers what was read. cron mails what the command says on standard error to MAILTO.
# The user needs to exist and to read the logs, which belong to the group adm on Debian and Ubuntu:
#   useradd --system --home-dir ${home} --create-home --groups adm ${user}
SHELL=/bin/sh
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
MAILTO=root
10 3 * * * ${user} ${line.replaceAll('%', '\\%')}
`;
}
