import type { Form } from '../form.js';

export const sparkpost: Form = {
  name: 'sparkpost',
  system: 'SparkPost (Bird), Momentum and Ecelerity of Message Systems',
  source: 'Momentum reference, bounce messages: created automatically by the mail system (ecelerity); hosts of sparkpostmail.com',
  cues: [
    { text: 'this message was created automatically by the mail system (ecelerity)' },
    { statusField: ['reporting-mta', '.sparkpostmail.com'] },
    { statusField: ['reporting-mta', '.sparkpost.com'] },
    { statusField: ['reporting-mta', '.e.sparkpost'] },
  ],
};
