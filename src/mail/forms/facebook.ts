import type { Form } from '../form.js';

export const facebook: Form = {
  name: 'facebook',
  system: 'Facebook',
  source: 'notices of mailer-daemon@mx.facebook.com: This message was created automatically by Facebook',
  cues: [
    { from: 'mailer-daemon@mx.facebook.com' },
    { from: 'mailer-daemon@', text: 'this message was created automatically by facebook.' },
  ],
};
