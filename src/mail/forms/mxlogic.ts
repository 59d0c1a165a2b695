import type { Form } from '../form.js';

export const mxlogic: Form = {
  name: 'mxlogic',
  system: 'MX Logic, McAfee SaaS Email Protection',
  source: 'notices with the field X-MX-Bounce: mta/src/queue/bounce',
  cues: [
    { field: ['message-id', '<mxl~'], from: 'mailer-daemon@' },
    { from: '.mxlogic.net', subject: 'mail delivery' },
    { field: ['x-mx-bounce', ''] },
    { field: ['x-mxl-notehash', ''], subject: 'mail delivery failed' },
    { field: ['x-mxl-notehash', ''], subject: 'mail delivery delayed' },
  ],
};
