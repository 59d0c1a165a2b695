import type { Form } from '../form.js';

export const mcafee: Form = {
  name: 'mcafee',
  system: 'McAfee Email and Web Security Appliance, WebShield',
  source: 'notices with the field X-NAI-Header: Modified by McAfee, and The following addresses had delivery problems',
  cues: [
    { text: '--- the following addresses had delivery problems ---' },
    { field: ['x-nai-header', 'mcafee'], subject: 'delivery status' },
  ],
};
