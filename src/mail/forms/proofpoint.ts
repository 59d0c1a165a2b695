import type { Form } from '../form.js';

export const proofpoint: Form = {
  name: 'proofpoint',
  system: 'Proofpoint on Demand, Proofpoint Protection Server',
  source: 'notices whose Reporting-MTA is a host of pphosted.com or gpphosted.com; their text is that of Sendmail',
  cues: [{ statusField: ['reporting-mta', '.pphosted.com'] }, { statusField: ['reporting-mta', '.gpphosted.com'] }],
};
