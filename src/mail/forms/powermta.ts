import type { Form } from '../form.js';

export const powermta: Form = {
  name: 'powermta',
  system: 'PowerMTA',
  source: 'PowerMTA user guide, delivery reports and X-PowerMTA fields',
  cues: [
    { statusField: ['x-powermta-virtualmta', ''] },
    { text: 'i am sending you this message to inform you on the delivery status of a message you previously sent.' },
  ],
};
