import type { Form } from '../form.js';

export const yahoo: Form = {
  name: 'yahoo',
  system: 'Yahoo Mail and the services that it runs',
  source: 'observed: both of its greetings, used since the days of its qmail',
  cues: [
    { text: 'sorry, we were unable to deliver your message to the following address.' },
    { text: 'unable to deliver message to the following address(es).', from: 'mailer-daemon@' },
    { from: 'mailer-daemon@yahoo.', subject: 'failure notice' },
  ],
};
