import type { Readable } from 'node:stream';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { movedMessage } from '../input/maildir.js';
import { type OpenFile, type OpenStream, openFile, openStream, seenOf, streamOf } from '../input/read.js';
import { type MailShape, mailShapeOf, mayBecomeMail } from '../mail/mail-shape.js';
import type { InputFormat } from './input-format.js';

/** What is read for the path `-`. Asked for where it is read: a process that never does need not open it. */
export interface StandardStreams {
  readonly stdin: Readable;
}

/** Opens an input and looks at its first bytes. @throws InputError */
export async function openInput(source: Source, streams: StandardStreams): Promise<OpenFile | OpenStream> {
  const isEnough = (head: Buffer) => !mayBecomeMail(head);
  if (source.path === '-') return openStream('(stdin)', streams.stdin, isEnough);
  if (source.maildir !== undefined) return openMessage(source.path);
  const file = openFile(source.path);
  return file.stats.isFIFO() ? openStream(file.path, streamOf(file), isEnough) : file;
}

/** Opens a message of a Maildir, which may have been moved since the folder was listed. @throws InputError */
function openMessage(path: string): OpenFile {
  try {
    return openFile(path);
  } catch (error) {
    const moved = error instanceof InputError ? movedMessage(path) : null;
    if (moved === null || moved === path) throw error;
    return openFile(moved);
  }
}

/** How the mails lie in an input; null when it is a log, or nothing that can be read. @param told what it was said to hold. */
export async function shapeOf(
  opened: OpenFile | OpenStream,
  { path, maildir }: Source,
  told: InputFormat | undefined,
): Promise<MailShape | null> {
  if (opened.content === 'binary' || opened.content === 'empty' || told === 'postfix') return null;
  if (told !== undefined) return told === 'mbox' ? 'mbox' : 'message';
  // Where nothing but mails is kept, a header of which nothing is known is one too.
  return mailShapeOf(await seenOf(opened)) ?? (maildir !== undefined || path.endsWith('.eml') ? 'message' : null);
}
