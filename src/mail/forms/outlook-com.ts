import type { Form } from '../form.js';

export const outlookCom: Form = {
  name: 'outlook.com',
  system: 'Hotmail and Outlook.com',
  source: 'reports of postmaster@hotmail.com, whose Reporting-MTA is a host of hotmail.com',
  cues: [
    { statusField: ['reporting-mta', '.hotmail.com'] },
    { statusField: ['reporting-mta', '.phx.gbl'] },
    { from: 'postmaster@hotmail.', text: 'delivery status notification' },
    { from: 'postmaster@mail.hotmail.', text: 'delivery status notification' },
    { from: 'postmaster@outlook.com', text: 'recipients' },
  ],
};
