import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSources } from '../../src/input/find.js';
import { systemMessage } from '../../src/input/input-error.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-find-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (...parts: readonly string[]) => path.join(folder, ...parts);

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), `${name}\n`);
  }
}

/**
 * Does something as a user whom permissions bind.
 * @param closed a directory that this user may not search, whoever runs the tests.
 */
async function withoutPrivileges<T>(action: () => Promise<T>, closed?: string): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  if (closed !== undefined) chmodSync(closed, isRoot ? 0o700 : 0);
  try {
    if (!isRoot) return await action();
    chmodSync(folder, 0o755);
    process.seteuid!(65_534);
    return await action();
  } finally {
    if (isRoot) process.seteuid!(0);
    if (closed !== undefined) chmodSync(closed, 0o700);
  }
}

/** What arguments stand for, below the folder: the names of the sources, errors and notes without the folder's name. */
async function find(...args: readonly string[]) {
  const { sources, errors, notes } = await findSources(args);
  const short = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return {
    paths: sources.map((source) => short(source.path)),
    named: sources.map((source) => source.named),
    errors: errors.map((error) => `${short(error.path)}: ${short(error.message)}`),
    notes: notes.map(short),
  };
}

describe('a file', () => {
  it('is found under the name that was given', async () => {
    put('a.log', 'b.log');
    expect(await find(at('b.log'), at('a.log'))).toEqual({
      paths: ['b.log', 'a.log'],
      named: [true, true],
      errors: [],
      notes: [],
    });
  });

  it('may have the characters of a pattern in its name', async () => {
    put('mail[1].log', 'mail1.log', 'a*.log', 'ab.log', '{x}.log');
    expect((await find(at('mail[1].log'), at('a*.log'), at('{x}.log'))).paths).toEqual(['mail[1].log', 'a*.log', '{x}.log']);
  });

  it('that is missing is an error, and the others are found', async () => {
    put('b.log');
    const { paths, errors } = await find(at('a.log'), at('b.log'));
    expect(paths).toEqual(['b.log']);
    expect(errors).toEqual([expect.stringMatching(/^a\.log: no such file or directory/)]);
  });

  it('below another file is an error that says so', async () => {
    put('a.log');
    expect((await find(at('a.log', 'b.log'))).errors).toEqual([expect.stringMatching(/^a\.log\/b\.log: .*not a directory/)]);
  });

  it('to which a link leads nowhere is an error', async () => {
    symlinkSync(at('gone'), at('link.log'));
    expect((await find(at('link.log'))).errors).toEqual([expect.stringMatching(/^link\.log: no such file/)]);
  });

  it('is read once by whatever names it is reached, and a note says so', async () => {
    put('a.log');
    symlinkSync(at('a.log'), at('symbolic.log'));
    linkSync(at('a.log'), at('hard.log'));
    const { paths, notes, errors } = await find(at('a.log'), at('symbolic.log'), at('hard.log'), at('a.log'), at('.', 'a.log'));
    expect(paths).toEqual(['a.log']);
    expect(errors).toEqual([]);
    expect(notes).toHaveLength(4);
    expect(notes[0]).toMatch(/^symbolic\.log: .*same file as a\.log/);
    expect(notes[1]).toMatch(/^hard\.log: .*same file as a\.log/);
  });

  it('is read once when it is named and a pattern or directory reaches it', async () => {
    put('logs/a.log', 'logs/b.log');
    expect((await find(at('logs/b.log'), at('logs'))).paths).toEqual(['logs/b.log', 'logs/a.log']);
    expect((await find(at('logs/b.log'), at('logs/*.log'))).paths).toEqual(['logs/b.log', 'logs/a.log']);
  });

  it('with the content of another is no copy of it', async () => {
    writeFileSync(at('a.log'), 'x\n');
    writeFileSync(at('b.log'), 'x\n');
    expect(await find(at('a.log'), at('b.log'))).toMatchObject({ paths: ['a.log', 'b.log'], notes: [] });
  });
});

describe('standard input', () => {
  it('is read once, beside files', async () => {
    put('a.log');
    const { paths, named } = await find('-', at('a.log'), '-');
    expect(paths).toEqual(['-', 'a.log']);
    expect(named).toEqual([true, true]);
  });
});

describe('a directory', () => {
  it('is searched to the bottom, in the order of names, hidden files aside', async () => {
    put('logs/c.log', 'logs/a/z.log', 'logs/a/b/y.log', 'logs/.hidden', 'logs/.git/config', 'logs/a/.x', 'logs/b.log.gz');
    const { paths, named, errors, notes } = await find(at('logs'));
    expect(paths).toEqual(['logs/a/b/y.log', 'logs/a/z.log', 'logs/b.log.gz', 'logs/c.log']);
    expect(named).toEqual([false, false, false, false]);
    expect(errors).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('may hold links to files, and links in a circle', async () => {
    put('logs/a.log', 'elsewhere.log');
    symlinkSync(at('elsewhere.log'), at('logs', 'b.log'));
    symlinkSync(at('logs'), at('logs', 'again'));
    symlinkSync(at('gone'), at('logs', 'gone'));
    expect(await find(at('logs'))).toMatchObject({ paths: ['logs/a.log', 'logs/b.log'], errors: [] });
  });

  it('without files is an error', async () => {
    mkdirSync(at('logs', 'empty'), { recursive: true });
    expect(await find(at('logs'))).toMatchObject({ paths: [], errors: [expect.stringMatching(/^logs: /)] });
  });

  it('that may not be searched is an error, and the others are found', async () => {
    put('logs/a.log', 'logs/secret/b.log');
    chmodSync(at('logs', 'secret'), 0);
    try {
      const { paths, errors } = await withoutPrivileges(() => find(at('logs')));
      expect(paths).toEqual(['logs/a.log']);
      expect(errors).toEqual([expect.stringMatching(/^logs\/secret: permission denied/)]);
    } finally {
      chmodSync(at('logs', 'secret'), 0o700);
    }
  });

  it.skipIf(process.platform === 'win32')('may hold pipes and sockets, which are left out', async () => {
    put('logs/a.log');
    execFileSync('mkfifo', [at('logs', 'pipe')]);
    const server = createServer().listen(at('logs', 'socket'));
    await once(server, 'listening');
    try {
      expect(await find(at('logs'))).toEqual({ paths: ['logs/a.log'], named: [false], errors: [], notes: [] });
    } finally {
      server.close();
    }
  });
});

describe('a pattern', () => {
  it('finds the files that match, in the order of their names', async () => {
    put('mail.log', 'mail.log.1', 'mail.log.2.gz', 'mail.err', 'sub/mail.log');
    mkdirSync(at('mail.log.d'));
    expect(await find(at('mail.log*'))).toEqual({
      paths: ['mail.log', 'mail.log.1', 'mail.log.2.gz'],
      named: [true, true, true],
      errors: [],
      notes: [],
    });
    expect((await find(at('**/mail.log'))).paths).toEqual(['mail.log', 'sub/mail.log']);
    expect((await find(at('mail.{err,log}'))).paths).toEqual(['mail.err', 'mail.log']);
    expect((await find(at('mail.log.[0-9]'))).paths).toEqual(['mail.log.1']);
  });

  it('that nothing matches is an error that names it', async () => {
    put('mail.log');
    mkdirSync(at('x.d'));
    expect(await find(at('*.txt'), at('*.d'), at('*.log'))).toMatchObject({
      paths: ['mail.log'],
      errors: [expect.stringMatching(/^\*\.txt: no file matches/), expect.stringMatching(/^\*\.d: no file matches/)],
    });
  });
});

describe('a pattern', () => {
  it('is not kept by links in a circle, and gives each file once', async () => {
    put('z/in/mail.log', 'z/in/deep/mail.log');
    for (let i = 0; i < 9; i++) symlinkSync('.', at('z', `s${i}`));
    for (let i = 0; i < 9; i++) symlinkSync('../..', at('z', 'in', 'deep', `up${i}`));
    const both = { paths: ['z/in/deep/mail.log', 'z/in/mail.log'], errors: [], notes: [] };
    expect(await find(at('z/**/mail.log'))).toMatchObject(both);
    expect(await find(at('z/**/{mail.log,mail.log.*}'))).toMatchObject(both);
    expect(await find(at('z/**/in/**/mail.log'))).toMatchObject({ ...both, notes: [] });
    // Each part but ** may be a link: all ways through the circle lead to the same two files.
    const { sources } = await findSources([at('z/*/*/*/*/*/*/*/*/*/*/*/*/*/mail.log'), at('z/**/*/**/*/**/mail.log')]);
    expect(sources).toHaveLength(2);
  });

  it('finds links to files, also below **', async () => {
    put('elsewhere/a.log');
    mkdirSync(at('logs', 'sub'), { recursive: true });
    symlinkSync(at('elsewhere', 'a.log'), at('logs', 'sub', 'mail.log'));
    for (const pattern of ['logs/**/mail.log', 'logs/*/mail.log', 'logs/sub/mail.*', 'logs/sub/{mail,x}.log'])
      expect(await find(at(pattern))).toMatchObject({ paths: ['logs/sub/mail.log'], errors: [], notes: [] });
  });

  it('names a link that leads nowhere', async () => {
    put('a.log');
    symlinkSync(at('gone'), at('b.log'));
    expect((await find(at('*.log'))).paths).toEqual(['a.log', 'b.log']);
  });

  it('follows links to directories wherever a part other than ** names them', async () => {
    put('elsewhere/a.log', 'elsewhere/sub/a.log');
    mkdirSync(at('logs', 'host'), { recursive: true });
    symlinkSync(at('elsewhere'), at('logs', 'host', 'link'));
    for (const [pattern, ...paths] of [
      ['logs/host/link/*.log', 'logs/host/link/a.log'],
      ['logs/host/link/a.{log,err}', 'logs/host/link/a.log'],
      ['logs/host/link/**/*.log', 'logs/host/link/a.log', 'logs/host/link/sub/a.log'],
      ['logs/*/link/*.log', 'logs/host/link/a.log'],
      ['logs/host/l*/*.log', 'logs/host/link/a.log'],
      ['logs/*/*/sub/*.log', 'logs/host/link/sub/a.log'],
      ['logs/*/*/s?b/*.log', 'logs/host/link/sub/a.log'],
      ['logs/*/*/a\\.log', 'logs/host/link/a.log'],
      ['logs/**/link/*.log', 'logs/host/link/a.log'],
      ['logs/**/link/**/*.log', 'logs/host/link/a.log', 'logs/host/link/sub/a.log'],
      ['logs/**/@(link|else)/{sub,other}/*.log', 'logs/host/link/sub/a.log'],
      ['{logs,none}/*/link/*.log', 'logs/host/link/a.log'],
    ] as const)
      expect([pattern, await find(at(pattern))]).toMatchObject([pattern, { paths, errors: [], notes: [] }]);
    expect(await find(at('logs/**/a.log'))).toMatchObject({ paths: [], errors: [expect.stringMatching(/no file matches/)] });
  });

  it.each([
    'tree/**/mail.log*',
    'tree/*/mail.log*',
    'tree/{open,closed}/mail.log*',
    'tree/{open/*,closed/*}',
    '{tree,tree/closed}/**/mail.log',
  ])('names a directory that may not be searched, and finds the others: %s', async (pattern) => {
    put('tree/open/mail.log', 'tree/closed/mail.log');
    expect(await withoutPrivileges(() => find(at(pattern)), at('tree', 'closed'))).toMatchObject({
      paths: ['tree/open/mail.log'],
      errors: [expect.stringMatching(/^tree\/closed: permission denied/)],
    });
  });

  it('names what may not be reached: a file, and a link to where nobody may look', async () => {
    put('tree/open/mail.log', 'tree/closed/in/mail.log');
    symlinkSync('closed/in', at('tree', 'link'));
    const closed = at('tree', 'closed');
    expect(await withoutPrivileges(() => find(at('tree/{open,closed/in}/mail.log')), closed)).toMatchObject({
      paths: ['tree/open/mail.log'],
      errors: [expect.stringMatching(/^tree\/closed\/in\/mail\.log: permission denied/)],
    });
    expect(await withoutPrivileges(() => find(at('tree/{o,l}*/mail.log')), closed)).toMatchObject({
      paths: ['tree/open/mail.log'],
      errors: [expect.stringMatching(/^tree\/link: permission denied/)],
    });
    // That no file matches is not known.
    expect(await withoutPrivileges(() => find(at('tree/closed/*.log')), closed)).toMatchObject({
      paths: [],
      errors: [expect.stringMatching(/^tree\/closed: permission denied/)],
    });
  });

  it('says nothing of a closed directory into which it does not lead', async () => {
    put('tree/open/mail.log', 'tree/closed/mail.log');
    for (const pattern of ['tree/o*/mail.log', 'tree/open/*'])
      expect(await withoutPrivileges(() => find(at(pattern)), at('tree', 'closed'))).toMatchObject({ errors: [], notes: [] });
  });
});

describe.skipIf(process.platform === 'win32')('a pattern that reaches a pipe', () => {
  it('leaves it out and says so, since nobody may ever write to it', async () => {
    put('mail.log');
    execFileSync('mkfifo', [at('mail.pipe')]);
    expect(await find(at('mail.*'))).toMatchObject({
      paths: ['mail.log'],
      errors: [],
      notes: ['mail.pipe: is no file, passed over'],
    });
    // One that is named is wanted.
    expect(await find(at('mail.pipe'))).toMatchObject({ paths: ['mail.pipe'], errors: [] });
  });
});

describe.skipIf(process.platform === 'win32')('a Maildir', () => {
  it('gives its files alone: no links, which its owner may have laid to what only others may read', async () => {
    put('Maildir/new/1.mail', 'Maildir/cur/2.mail:2,S', 'secret');
    symlinkSync(at('secret'), at('Maildir', 'new', '3.mail'));
    execFileSync('mkfifo', [at('Maildir', 'cur', '4.mail')]);
    expect(await find(at('Maildir'))).toEqual({
      paths: ['Maildir/cur/2.mail:2,S', 'Maildir/new/1.mail'],
      named: [false, false],
      errors: [],
      notes: ['Maildir/cur/4.mail: is no file, passed over', 'Maildir/new/3.mail: is no file, passed over'],
    });
  });
});

describe.skipIf(process.platform !== 'linux')('a name that is not valid UTF-8', () => {
  /** The same in another charset: é of ISO 8859-1. */
  const latin1 = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

  it.each([
    ['of a file, in a directory', 'mail-é.log', (root: string) => root],
    ['of a file, by a pattern', 'mail-é.log', (root: string) => `${root}/*.log`],
    ['of a directory, in a directory', 'é/mail.log', (root: string) => root],
    ['of a directory, by a pattern', 'é/mail.log', (root: string) => `${root}/{*,*/*}.log`],
  ])('%s, is told with what to do, and the rest is found', async (_, name, argument) => {
    put('mail.log');
    if (name.includes('/')) mkdirSync(latin1('é'));
    writeFileSync(latin1(name), 'one\n');
    const { sources, errors } = await findSources([argument(folder)]);
    expect(sources.map((source) => source.path)).toEqual([at('mail.log')]);
    expect(errors.map(({ path: file, message }) => `${path.relative(folder, file)}: ${message}`)).toEqual([
      expect.stringMatching(/^(?:mail-)?\ufffd(?:\.log)?: .*not valid UTF-8.*rename it/),
    ]);
  });

  it('of a link, is told too', async () => {
    put('mail.log', 'other/mail.log');
    symlinkSync(at('other/mail.log'), latin1('é.log'));
    const { sources, errors } = await findSources([folder]);
    expect([sources.length, errors.length]).toEqual([2, 1]);
  });

  it('may be that of U+FFFD itself', async () => {
    put('mail-\ufffd.log');
    const { sources, errors } = await findSources([folder, at('*.log')]);
    expect([sources.map((source) => source.path), errors]).toEqual([[at('mail-\ufffd.log')], []]);
  });
});

describe('the message for a failed system call', () => {
  const failure = (code: string) => Object.assign(new Error(`${code}: whatever, open 'x'`), { code });

  it.each([
    ['EACCES', /permission denied.*run as a user/],
    ['EPERM', /not permitted.*run as a user/],
    ['ENOENT', /no such file or directory.*check the name/],
    ['ENOTDIR', /not a directory/],
    ['EISDIR', /is a directory/],
    ['ELOOP', /symbolic links/],
    ['EMFILE', /too many open files/],
    ['EIO', /device/],
  ])('%s says what is wrong', (code, message) => {
    expect(systemMessage(failure(code))).toMatch(message);
    expect(systemMessage(failure(code))).not.toContain(code);
  });

  it('is the own one of an error that is not known', () => {
    expect(systemMessage(failure('EWEIRD'))).toBe("EWEIRD: whatever, open 'x'");
    expect(systemMessage(failure('toString'))).toBe("toString: whatever, open 'x'");
    expect(systemMessage(new Error('no code'))).toBe('no code');
  });
});
