import type { Form } from '../form.js';

export const postmark: Form = {
  name: 'postmark',
  system: 'Postmark',
  source: 'Postmark sends from hosts of mtasv.net, which its notices name as Reporting-MTA',
  cues: [{ statusField: ['reporting-mta', '.mtasv.net'] }, { from: '@mtasv.net', subject: 'deliver' }],
};
