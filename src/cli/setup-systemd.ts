import { shellWord } from './shell-word.js';

/** Where the service keeps its reports, below /var/lib. */
const STATE = 'bouncelens';
/** Where the one that follows keeps its state: users of their own cannot share a folder. */
const WATCH_STATE = 'bouncelens-watch';

/** What keeps a service from all that it does not need. */
const HELD_IN = `ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
CapabilityBoundingSet=
NoNewPrivileges=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
# Not MemoryDenyWriteExecute=: Node compiles what it runs.
`;

/** Who runs a service, and what it may write. @param state the folder of its own below /var/lib. */
const userWith = (
  state: string,
): string => `# A user of its own, who may read the logs: on Debian and Ubuntu they belong to the group adm. Where only root may read them
# (/var/log/maillog of RHEL), take AmbientCapabilities=CAP_DAC_READ_SEARCH and CapabilityBoundingSet=CAP_DAC_READ_SEARCH.
DynamicUser=yes
SupplementaryGroups=adm
StateDirectory=${state}
StateDirectoryMode=0750
UMask=0027
`;

/**
 * A service and a timer for systemd (systemd.service(5), systemd.exec(5), systemd.timer(5)), one behind the other.
 * @param program what starts bouncelens.
 */
export function systemdUnits(program: readonly string[]): string {
  const report = `exec ${program.map(shellWord).join(' ')} --state "$STATE_DIRECTORY/state" --period day --quiet -o "$STATE_DIRECTORY/{period}.csv" -o "$STATE_DIRECTORY/latest.html"`;
  return `# /etc/systemd/system/bouncelens.service
# Reports what bounced on each day: /var/lib/${STATE}/DATE.csv, and the last one as latest.html. /var/lib/${STATE}/state remembers
# what was read, so that a night that was missed is made up for and nothing counts twice. Options of your own, such as the zone
# or --fail-on, stand in /etc/bouncelens/bouncelens.config.json. The service fails where the command does (bouncelens(1),
# EXIT STATUS), so that OnFailure= can tell somebody.
[Unit]
Description=Report of yesterday's bounces
Documentation=man:bouncelens(1)

[Service]
Type=oneshot
ExecStart=/bin/sh -c ${unitWord(report)}
# Nothing on standard input: the command reads the mail logs of the system.
StandardInput=null
${userWith(STATE)}# It writes nowhere else, and reaches nothing but files.
PrivateNetwork=yes
IPAddressDeny=any
RestrictAddressFamilies=AF_UNIX
${HELD_IN}MemoryMax=1G
Nice=10
IOSchedulingClass=idle

# /etc/systemd/system/bouncelens.timer
# systemctl daemon-reload && systemctl enable --now bouncelens.timer
[Unit]
Description=Report of yesterday's bounces, every night
Documentation=man:bouncelens(1)

[Timer]
OnCalendar=*-*-* 03:10:00
RandomizedDelaySec=10min
# A night on which the machine was off is made up for when it starts.
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/**
 * A service that follows the mail log of the system, or its journal (`watch`).
 * @param program what starts bouncelens.
 */
export function watchUnit(program: readonly string[]): string {
  return `# /etc/systemd/system/bouncelens-watch.service
# systemctl daemon-reload && systemctl enable --now bouncelens-watch.service
# Follows the mail log: metrics for Prometheus at http://127.0.0.1:9155/metrics, the report of today and yesterday at /, health at
# /healthz. Options of your own, such as rules, stand in /etc/bouncelens/bouncelens.config.json; name other logs behind watch.
[Unit]
Description=Bounces as they happen: metrics and report
Documentation=man:bouncelens(1)

[Service]
Type=exec
ExecStart=${program.map(unitWord).join(' ')} watch --no-events --state \${STATE_DIRECTORY}/watch.state
# Reads rules again.
ExecReload=/bin/kill -HUP $MAINPID
# What the command says when it was asked to end.
SuccessExitStatus=143
Restart=on-failure
RestartSec=10s
# Nothing on standard input: the command follows the mail log of the system.
StandardInput=null
${userWith(WATCH_STATE)}# It writes nowhere else, and reaches nothing but files and this machine.
IPAddressDeny=any
IPAddressAllow=localhost
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
${HELD_IN}MemoryMax=1G

[Install]
WantedBy=multi-user.target
`;
}

/** A quoted word of a line in a unit, in which nothing is replaced. */
const unitWord = (text: string): string => `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
