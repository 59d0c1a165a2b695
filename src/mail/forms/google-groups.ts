import type { Form } from '../form.js';

export const googleGroups: Form = {
  name: 'google-groups',
  system: 'Google Groups',
  source:
    'notices of mailer-daemon@googlemail.com for a group that does not exist or is closed to the sender; they are signed Google Groups',
  cues: [
    { from: 'mailer-daemon@googlemail.com', text: 'https://groups.google.com/support/' },
    { from: 'mailer-daemon@googlemail.com', text: 'the group you tried to contact' },
    { field: ['x-failed-recipients', '@googlegroups.com'], text: 'google groups' },
  ],
};
