import type { Form } from '../form.js';
import { readNotReached } from './exchange-2003.js';

export const exchange55: Form = {
  name: 'exchange-5.5',
  system: 'Microsoft Exchange Server 4.0 to 5.5, Internet Mail Service',
  source:
    'Microsoft Knowledge Base on non-delivery reports of the Internet Mail Service; lines that start with MSEXCH:IMS or MSEXCH:IMC',
  cues: [{ text: 'msexch:ims:' }, { text: 'msexch:imc:' }, { text: 'msexch:msexchangemta:' }, { text: 'msexch:nntp:' }],
  read: readNotReached,
};
