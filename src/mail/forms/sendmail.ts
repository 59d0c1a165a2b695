import type { Form } from '../form.js';
import { readSendmail } from './sendmail-transcript.js';

export const sendmail: Form = {
  name: 'sendmail',
  system: 'Sendmail 8',
  source: 'sendmail savemail.c (8.6 to 8.18)',
  cues: [
    { text: '----- the following addresses had permanent fatal errors -----' },
    { text: '----- the following addresses had transient non-fatal errors -----' },
    { text: '----- the following addresses had delivery problems -----' },
    { text: '----- the following addresses have delivery notifications -----' },
    { text: '----- the following addresses had successful delivery notifications -----' },
    {
      field: ['from', 'mail delivery subsystem'],
      text: '----- transcript of session follows -----',
      subject: 'see transcript for details',
    },
    {
      field: ['from', 'mail delivery subsystem'],
      text: '----- transcript of session follows -----',
      subject: 'could not send message for past',
    },
  ],
  read: readSendmail,
};
