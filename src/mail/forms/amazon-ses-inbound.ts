import type { Form } from '../form.js';

export const amazonSesInbound: Form = {
  name: 'amazon-ses-inbound',
  system: 'Amazon SES, receiving: the bounce action of a receipt rule',
  source: 'Amazon SES Developer Guide, "Return bounce response action"; Reporting-MTA: dns; inbound-smtp.REGION.amazonaws.com',
  cues: [{ statusField: ['reporting-mta', 'inbound-smtp.'] }],
};
