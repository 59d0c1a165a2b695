import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';
import { exchangesIn } from '../smtp-dialogue.js';

const readUndeliverable = causeBehind(/^\s{0,9}(?=unable to deliver)/i);

export const interscan: Form = {
  name: 'interscan',
  system: 'Trend Micro InterScan Messaging Security, VirusWall',
  source: 'notices of InterScan MSS: the part boundary InterScan_NT_MIME_Boundary, a transcript of Sent <<< and Received >>>',
  cues: [
    { from: 'interscan mss' },
    { from: 'interscan messaging' },
    { from: 'interscan notification', text: 'unable to deliver' },
    { field: ['content-type', 'interscan_nt_mime_boundary'], text: 'rcpt to:' },
    { field: ['content-type', 'interscan_nt_mime_boundary'], text: 'unable to deliver' },
    { text: 'message from interscan messaging security suite unable to deliver' },
    { text: 'message from interscan e-mail viruswall nt' },
  ],
  // With a transcript, the reply in it is the cause.
  read: (notice) => (exchangesIn(notice.lines).length > 0 ? [] : readUndeliverable(notice)),
};
