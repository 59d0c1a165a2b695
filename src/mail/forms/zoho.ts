import type { Form } from '../form.js';

export const zoho: Form = {
  name: 'zoho',
  system: 'Zoho Mail',
  source: 'notices of mailer-daemon@mail.zoho.com with ERROR_CODE : and the reply behind it',
  cues: [
    { from: 'mailer-daemon@mail.zoho.' },
    { from: 'mailer-daemon@zoho.' },
    { from: 'mailer-daemon@', field: ['x-mailer', 'zoho mail'] },
    { from: 'mailer-daemon@', field: ['x-zohomail', ''] },
    { from: 'mailer-daemon@', text: 'error_code :' },
  ],
};
