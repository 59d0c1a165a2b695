import type { Form } from '../form.js';

export const activeHunter: Form = {
  name: 'active-hunter',
  system: 'QUALITIA Active!hunter',
  source: 'notices of the product: X-AHMailID, a boundary with its name, "FAILURE NOTICE :" before the subject of the message',
  cues: [
    { field: ['x-ahmailid', ''], subject: 'failure notice' },
    { field: ['content-type', '_active!hunter_'], subject: 'failure notice' },
  ],
};
