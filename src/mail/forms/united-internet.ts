import type { Form } from '../form.js';

export const unitedInternet: Form = {
  name: 'united-internet',
  system: 'GMX, WEB.DE, mail.com, 1&1 IONOS (one software)',
  source: 'notices of these services: near to those of Exim, with "remote server" and quoted addresses',
  cues: [
    { text: 'this is a permanent error. the following address failed:' },
    { text: 'this is a permanent error. the following addresses failed:' },
    { from: 'mailer-daemon@gmx.' },
    { from: 'mailer-daemon@mail.gmx.' },
    { from: 'mailer-daemon@web.de' },
    { from: 'mailer-daemon@kundenserver' },
  ],
};
