import type { Form } from '../form.js';

export const mandrill: Form = {
  name: 'mandrill',
  system: 'Mailchimp and Mailchimp Transactional (Mandrill)',
  source: 'notices whose Reporting-MTA is a host of mandrillapp.com, mcsv.net, mcdlv.net or rsgsv.net, from which they send',
  cues: ['.mandrillapp.com', '.mcsv.net', '.mcdlv.net', '.rsgsv.net'].map((host) => ({
    statusField: ['reporting-mta', host] as const,
  })),
};
