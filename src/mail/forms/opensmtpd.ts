import type { Form } from '../form.js';

export const opensmtpd: Form = {
  name: 'opensmtpd',
  system: 'OpenSMTPD',
  source: 'OpenSMTPD usr.sbin/smtpd/bounce.c',
  cues: [
    { text: 'this is the mailer-daemon, please do not reply to this email.' },
    { text: 'this is the mailer-daemon, please do not reply to this e-mail.' },
  ],
};
