import type { Form } from '../form.js';

export const proofpointEssentials: Form = {
  name: 'proofpoint-essentials',
  system: 'Proofpoint Essentials',
  source: 'notices whose Reporting-MTA is a host of ppe-hosted.com; their text is that of Postfix',
  cues: [{ statusField: ['reporting-mta', '.ppe-hosted.com'] }],
};
