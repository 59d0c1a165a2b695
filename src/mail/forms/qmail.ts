import type { Form } from '../form.js';

export const qmail: Form = {
  name: 'qmail',
  system: 'qmail, netqmail, s/qmail, notqmail, qmail-ldap, vpopmail',
  source:
    'qmail qmail-send.c, qmail-remote.c; the greeting can be changed in control files of patched versions, the field Received cannot',
  cues: [
    { text: 'this is the qmail-send program' },
    { text: 'this is the qmail program' },
    { field: ['received', 'invoked for bounce)'], subject: 'failure notice' },
    { text: '--- below this line is a copy of the message', subject: 'failure notice', field: ['received', '(qmail '] },
    { text: "i'm not going to try again; this message has been in the queue too long" },
  ],
};
