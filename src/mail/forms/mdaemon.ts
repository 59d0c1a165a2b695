import type { Form } from '../form.js';

export const mdaemon: Form = {
  name: 'mdaemon',
  system: 'MDaemon',
  source: 'published notices: notices of MDaemon, with a session transcript',
  cues: [
    { from: 'mdaemon@', text: '--- session transcript ---' },
    { from: 'mdaemon@', text: 'there is no user by that name at this server' },
    { from: 'mdaemon@', subject: 'delivery failure' },
    { text: 'the attached message had permanent fatal delivery errors' },
    { text: 'the attached message had transient non-fatal delivery errors' },
    { text: 'your message was not delivered to one or more recipients! failed address:' },
  ],
};
