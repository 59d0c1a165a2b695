/** A word of a command line of a POSIX shell that stands for this text, whatever it holds. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
