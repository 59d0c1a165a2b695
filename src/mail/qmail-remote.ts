/** Who answered which command. */
interface Partner {
  readonly remoteIp: string;
  readonly command: string | null;
}

/** What qmail-remote.c says of the other server, with the command that it had sent. Services built from qmail say the same. */
const SAID: readonly (readonly [words: RegExp, command: string | null])[] = [
  [/^ does not like recipient/i, 'RCPT'],
  [/^ but sender was rejected/i, 'MAIL'],
  [/^ but my name was rejected/i, 'HELO'],
  [/^ but greeting failed/i, 'CONNECT'],
  [/^ but (?:connection died|the server)/i, null],
  [/^ failed on data command/i, 'DATA'],
  [/^ failed after I sent the message/i, 'EOM'],
];

const ADDRESS = /^(?:connected to )?\[?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})\]?(?= )/i;

/** The server and the command in a text that begins as qmail-remote's do; null when it does not. */
export function qmailPartnerIn(text: string): Partner | null {
  const match = ADDRESS.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length, match[0].length + 60);
  const said = SAID.find(([words]) => words.test(rest));
  return said === undefined ? null : { remoteIp: match[1]!, command: said[1] };
}
