import type { Form } from '../form.js';
import { readSendmail } from './sendmail-transcript.js';

export const sendmail5: Form = {
  name: 'sendmail-5',
  system: 'Sendmail 5, and what SunOS, IRIX, Ultrix and NeXTSTEP made of it',
  source: 'sendmail 5.x savemail.c',
  cues: [
    { text: '----- transcript of session follows -----', from: 'mail delivery subsystem' },
    { text: '----- transcript of session follows -----', subject: 'returned mail' },
  ],
  read: readSendmail,
};
