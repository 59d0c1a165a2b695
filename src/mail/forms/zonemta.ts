import type { Form } from '../form.js';

export const zonemta: Form = {
  name: 'zonemta',
  system: 'ZoneMTA',
  source: 'ZoneMTA plugins/core/email-bounce.js',
  cues: [{ statusField: ['x-zonemta-queue-id', ''] }, { statusField: ['x-zonemta-sender', ''] }],
};
