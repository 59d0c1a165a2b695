import type { Form } from '../form.js';

export const mercury: Form = {
  name: 'mercury',
  system: 'Mercury/32',
  source: 'Mercury/32 delivery failure template',
  cues: [
    {
      text: 'the local mail transport system has reported the following problems it encountered while trying to deliver your message',
    },
    { text: 'the attached message has failed delivery and has been referred to you as postmaster' },
  ],
};
