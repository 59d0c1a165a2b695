import { causeBehind } from '../cause-behind.js';
import type { Finding } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';

const readCause = causeBehind(
  /the error that the other server returned was:/i,
  /^\s{0,9}(?:the response (?:from the remote server )?was|die antwort(?: vom remote-server| des remote-servers)? lautete|la réponse(?: du serveur distant)? (?:était|est la suivante)\s?|la respuesta(?: del servidor remoto)? (?:fue|ha sido)(?: la siguiente)?|a resposta(?: do servidor remoto)? foi|la risposta(?: del server remoto)?(?: è stata| era)?|het antwoord(?: van de externe server)?(?: was| luidde)?|ответ(?: удал[её]нного сервера)?|リモート サーバーからの応答|応答|远程服务器的响应(?:为)?|响应(?:为|如下)?)[:：]/i,
  /^\s{0,9}technical details of (?:permanent|temporary) failure:/i,
);

/** `rejected by the server for the recipient domain example.com by mx.example.com. [192.0.2.1]`. */
const REJECTED_BY = /\sby\s{1,3}([\w-]{1,63}(?:\.[\w-]{1,63}){1,9})\.?\s{1,3}\[([\d.]{7,15}|[0-9a-f:]{3,45})\]/i;

/** The cause, with the server that the sentence above it names. */
function readGmail(notice: Notice): readonly Finding[] {
  const [, remoteMta = null, remoteIp = null] = REJECTED_BY.exec(notice.text.slice(0, 4_000)) ?? [];
  return readCause(notice).map((found) => ({ ...found, remoteMta, remoteIp }));
}

export const gmail: Form = {
  name: 'gmail',
  system: 'Gmail and Google Workspace',
  source: 'Google Workspace Admin Help, "Bounced email messages"; notices of mailer-daemon@googlemail.com',
  cues: [
    { from: 'mailer-daemon@googlemail.com' },
    { from: 'mailer-daemon@google.com' },
    { from: 'mailer-daemon@gmail.com' },
    { statusField: ['reporting-mta', 'googlemail.com'] },
    { statusField: ['reporting-mta', '.google.com'] },
    { field: ['x-failed-recipients', ''], text: 'google tried to deliver your message' },
    { from: 'mailer-daemon@', text: 'technical details of permanent failure:' },
    { from: 'mailer-daemon@', text: 'technical details of temporary failure:' },
  ],
  read: readGmail,
};
