import type { Form } from '../form.js';

export const surfcontrol: Form = {
  name: 'surfcontrol',
  system: 'SurfControl E-mail Filter, Websense Email Security, Forcepoint',
  source:
    'notices with X-Mailer: SurfControl E-mail Filter or Websense, and A transcript of the attempts to send the message follows',
  cues: [
    { field: ['x-mailer', 'surfcontrol e-mail filter'], text: 'could not be sent' },
    { field: ['x-sef-processed', ''], text: 'a transcript of the attempts to send the message follows' },
    { text: 'your message could not be sent. a transcript of the attempts to send the message follows' },
  ],
};
