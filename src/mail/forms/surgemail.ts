import type { Form } from '../form.js';

export const surgemail: Form = {
  name: 'surgemail',
  system: 'SurgeMail',
  source: 'told by its own name alone; the layout of its notices was not at hand and is left to the general reader',
  cues: [
    { from: '(surgemail)', subject: 'delivery' },
    { field: ['x-server', 'surgemail'], subject: 'delivery failure' },
    { field: ['x-server', 'surgemail'], from: 'mailer-daemon' },
  ],
};
