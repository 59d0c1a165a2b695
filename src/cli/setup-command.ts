import path from 'node:path';
import type { CommandSheet } from './command-sheet.js';
import { EXIT, UsageError } from './exit-code.js';
import { manPage } from './man-page.js';
import { Messages } from './messages.js';
import { PRINTED, type RawArguments, single } from './options.js';
import { cronFile } from './setup-cron.js';
import { logrotateStanza } from './setup-logrotate.js';
import { systemdUnits, watchUnit } from './setup-systemd.js';
import { version } from './version.js';

/** Folders of users, and of one run, which services and other users do not see. */
const PRIVATE = /^\/(?:home|root|tmp|var\/tmp|run\/user)\//;

/** `bouncelens setup --print WHAT`. @returns the exit code. @throws UsageError */
export async function setupCommand(raw: RawArguments, commands: readonly CommandSheet[]): Promise<number> {
  const asked = single(raw, 'print');
  const what = PRINTED.find((one) => one === asked);
  if (what === undefined) {
    throw new UsageError(
      asked === undefined
        ? `setup needs --print and one of ${PRINTED.join(', ')}`
        : `--print: '${asked}' is none of ${PRINTED.join(', ')}`,
    );
  }
  if (what === 'man') {
    process.stdout.write(manPage(commands, version()));
    return EXIT.done;
  }
  // The name by which it was called stays when a new version is installed.
  const program = [process.execPath, path.resolve(process.argv[1]!)];
  const hidden = program.find((file) => PRIVATE.test(file));
  if (hidden !== undefined)
    new Messages(false).note(
      `${hidden} is not in reach of a service: install bouncelens and Node for all users, then print this again`,
    );
  const print = { systemd: systemdUnits, 'systemd-watch': watchUnit, cron: cronFile, logrotate: logrotateStanza }[what];
  process.stdout.write(print(program));
  return EXIT.done;
}
