import { findReply } from '../../classify/reply-in-text.js';
import { isDelay } from '../delayed.js';
import type { Finding } from '../finding.js';
import type { Form } from '../form.js';
import { recipientBlocks } from '../general-reader.js';
import type { Notice } from '../notice.js';
import { exchangeFinding } from './exchange-reply.js';

/** Reads the diagnostic information for administrators: below each recipient the reply, quoted or between `#` signs. */
export function readExchange(notice: Notice): readonly Finding[] {
  const action = isDelay(notice) ? 'delayed' : 'failed';
  const blocks = recipientBlocks(notice);
  if (!blocks.some(({ text }) => findReply(text) !== null)) return [];
  return blocks.map(({ mention, text }) =>
    exchangeFinding({ recipient: mention.address, originalRecipient: mention.original, action }, text),
  );
}

export const exchange: Form = {
  name: 'exchange',
  system: 'Microsoft Exchange Server 2007 and later',
  source:
    'Microsoft Learn, "Non-delivery reports in Exchange Server": Generating server, Remote Server returned; the field X-MS-Exchange-Message-Is-Ndr',
  cues: [
    { field: ['x-ms-exchange-message-is-ndr', ''] },
    { text: 'diagnostic information for administrators: generating server:' },
    { from: 'postmaster@', text: 'delivery has failed to these recipients or groups:' },
    { from: 'postmaster@', text: 'delivery has failed to these recipients or distribution lists:' },
    { text: 'diagnoseinformationen für administratoren: generierender server:' },
    { text: 'diagnoseinformationen für administratoren: generierter server:' },
    { text: 'informations de diagnostic pour les administrateurs : ' },
    { text: 'informations de diagnostic pour les administrateurs: ' },
    { text: 'información de diagnóstico para los administradores: ' },
    { text: 'información de diagnóstico para administradores: ' },
    { text: 'informações de diagnóstico para administradores: ' },
    { text: 'informações de diagnóstico para os administradores: ' },
    { text: 'informazioni di diagnostica per gli amministratori: ' },
    { text: 'informazioni diagnostiche per gli amministratori: ' },
    { text: 'diagnostische gegevens voor beheerders: ' },
    { text: 'diagnostische informatie voor beheerders: ' },
    { text: 'diagnostisk information för administratörer: ' },
    { text: 'informacje diagnostyczne dla administratorów: ' },
    { text: 'диагностические сведения для администраторов: ' },
    { text: '管理者向けの診断情報' },
    { text: '供管理员使用的诊断信息' },
    { text: '管理员的诊断信息' },
    { text: '系統管理員的診斷資訊' },
    { text: '관리자에 대한 진단 정보' },
  ],
  read: readExchange,
};
