import { describe } from 'vitest';
import { itReads } from './fixture.js';

const BOB = 'bob@example.net';
const DAVE = 'dave@example.net';
const HOST = 'mx.example.net';
const IP = '192.0.2.25';

describe('Russia', () => {
  itReads([
    [
      'yandex/user-unknown',
      'yandex',
      {
        recipient: BOB,
        original: BOB,
        code: 550,
        enhanced: '5.1.1',
        status: '5.1.1',
        host: HOST,
        ip: '192.0.2.25',
        command: 'RCPT',
        says: 'User Unknown',
      },
    ],
    [
      'yandex/text-only-delay',
      'yandex',
      {
        recipient: BOB,
        action: 'delayed',
        code: 451,
        enhanced: '4.7.1',
        host: HOST,
        ip: IP,
        command: 'RCPT',
        says: 'Try again later',
      },
    ],
    [
      'mailru/two-recipients',
      'mailru',
      { recipient: BOB, code: 550, enhanced: '5.2.2', host: HOST, ip: IP, command: 'RCPT', says: 'Mailbox Full' },
      {
        recipient: DAVE,
        code: 554,
        enhanced: '5.7.1',
        host: 'mx2.example.net',
        ip: '192.0.2.26',
        command: 'EOM',
        says: 'Message refused',
      },
    ],
    ['mailru/no-header-field', 'mailru', { recipient: BOB, says: 'Unrouteable address' }],
    ['rambler/mailbox-full', 'rambler', { recipient: BOB, code: 552, enhanced: '5.2.2', says: 'Mailbox is full' }],
    ['languages/ru-raw-koi8', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Пользователь не найден' }],
  ]);
});

describe('GMX, WEB.DE and 1&1', () => {
  itReads([
    [
      'united-internet/gmx-two-recipients',
      'united-internet',
      { recipient: BOB, enhanced: '5.1.1', host: HOST, command: 'RCPT', says: 'User Unknown' },
      { recipient: DAVE, code: 554, enhanced: '5.7.1', host: HOST, says: 'rejected as spam' },
    ],
    ['united-internet/webde-no-host', 'united-internet', { recipient: BOB, says: 'no valid MX hosts found' }],
    ['united-internet/kundenserver-size', 'united-internet', { recipient: BOB, says: 'Mail size limit exceeded' }],
    [
      'united-internet/german',
      'united-internet',
      { recipient: BOB, code: 550, enhanced: '5.1.1', host: HOST, says: 'unknown user' },
    ],
  ]);
});

describe('Japan', () => {
  itReads([
    ['ezweb/address-not-found', 'ezweb', { recipient: 'bob@ezweb.example.jp', code: 550, command: 'RCPT', says: 'User unknown' }],
    ['ezweb/expired', 'ezweb', { recipient: 'bob@ezweb.example.jp', says: 'Remote host is not responding' }],
    ['kddi/mailbox-full', 'kddi', { recipient: 'bob@dion.example.jp', says: 'As their mailbox is full' }],
    ['kddi/relay-error', 'kddi', { recipient: 'bob@example.jp', code: 550, enhanced: '5.7.1', says: 'Relaying denied' }],
    ['biglobe/mailbox-full', 'biglobe', { recipient: 'bob@biglobe.example.jp', says: 'exceeded the local limit' }],
    [
      'm-filter/user-unknown',
      'm-filter',
      { recipient: 'bob@example.jp', code: 550, enhanced: '5.1.1', command: 'RCPT', says: 'unknown user' },
    ],
    [
      'm-filter/renamed-system-base64',
      'm-filter',
      { recipient: 'bob@example.jp', code: 452, enhanced: '4.3.1', command: 'DATA', says: 'Insufficient system resources' },
    ],
    [
      'active-hunter/no-mailbox',
      'active-hunter',
      { recipient: 'bob@example.jp', code: 550, enhanced: '5.1.1', says: 'no mailbox here' },
    ],
    [
      'active-mail/japanese-notice',
      'general',
      { recipient: 'bob@example.jp', code: 550, enhanced: '5.1.1', says: 'User unknown' },
    ],
    [
      'japanese/shift-jis-undeclared',
      'general',
      { recipient: 'bob@example.jp', code: 552, enhanced: '5.2.2', says: 'メールボックスの容量を超えています' },
    ],
    ['japanese/euc-declared-as-jis', 'general', { recipient: 'bob@example.jp', says: '宛先のアドレスが存在しません' }],
    [
      'japanese/delay',
      'general',
      { recipient: 'bob@example.jp', action: 'delayed', code: 451, enhanced: '4.4.1', says: '接続がタイムアウトしました' },
    ],
  ]);
});

describe('China and Korea', () => {
  itReads([
    [
      'tencent/html-not-found',
      'tencent',
      { recipient: BOB, code: 550, enhanced: '5.1.1', host: HOST, ip: IP, command: 'RCPT', says: '不存在，邮件无法送达' },
    ],
    [
      'coremail/chinese-and-english',
      'coremail',
      { recipient: BOB, code: 550, enhanced: '5.1.1', host: HOST, ip: IP, says: 'User unknown' },
    ],
    ['chinese/big5-exchange', 'general', { recipient: BOB, code: 552, enhanced: '5.2.2', says: '收件者的信箱已滿' }],
    ['chinese/delay', 'general', { recipient: BOB, action: 'delayed', code: 451, enhanced: '4.4.1', says: '连接超时' }],
    [
      'mail2000/user-unknown',
      'mail2000',
      { recipient: BOB, says: 'User unknown' },
      { recipient: DAVE, code: 550, enhanced: '5.2.2', says: 'Mailbox full' },
    ],
    ['naver/html-failure', 'naver', { recipient: BOB, code: 550, enhanced: '5.1.1', says: '존재하지 않습니다' }],
    ['korean/euc-kr-exchange', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: '사용자를 찾을 수 없습니다' }],
  ]);
});

describe('Italian certified mail', () => {
  itReads([
    ['pec/mancata-consegna', 'pec', { recipient: 'bob@pec.example.net', enhanced: '5.1.1', says: 'indirizzo non valido' }],
    ['pec/preavviso', 'pec', { recipient: 'bob@pec.example.net', action: 'delayed', says: 'nelle prime dodici ore' }],
    ['pec/non-accettazione', 'pec', { recipient: 'bob@pec.example.net', enhanced: '5.7.1', says: 'mittente non autorizzato' }],
  ]);
});

describe('servers that do not name themselves', () => {
  itReads([
    [
      'trouble-delivering/rejected-recipient',
      'trouble-delivering',
      { recipient: BOB, code: 550, enhanced: '5.1.1', host: HOST, command: 'RCPT', says: 'User unknown' },
      { recipient: DAVE, code: 552, enhanced: '5.2.2', host: HOST, command: 'RCPT', says: 'Mailbox full' },
    ],
    [
      'smtp-verb-host/rcpt',
      'general',
      { recipient: BOB, code: 553, enhanced: '5.3.0', command: 'RCPT', says: 'No such user here' },
    ],
  ]);
});

describe('notices in the languages of Europe, by systems that no form knows', () => {
  itReads([
    [
      'languages/de-postfix-template',
      'general',
      { recipient: BOB, code: 550, enhanced: '5.1.1', host: HOST, ip: IP, command: 'RCPT', says: 'User unknown' },
    ],
    ['languages/de-delay', 'general', { recipient: BOB, action: 'delayed', code: 451, enhanced: '4.7.1', says: 'Greylisting' }],
    // The subject of the message speaks of a delay, the notice does not.
    [
      'languages/de-exchange',
      'general',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'in der Organisation nicht vorhanden' },
    ],
    ['languages/fr-destinataire', 'general', { recipient: BOB, code: 552, enhanced: '5.2.2', says: 'Boîte pleine' }],
    ['languages/fr-delay', 'general', { recipient: BOB, action: 'delayed', says: 'a été retardée' }],
    [
      'languages/html-table-french',
      'general',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Recipient address rejected' },
    ],
    ['languages/es-no-entregado', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Usuario desconocido' }],
    [
      'languages/es-delay',
      'general',
      { recipient: BOB, action: 'delayed', code: 421, enhanced: '4.4.2', says: 'Sin respuesta del servidor' },
    ],
    ['languages/pt-nao-entregue', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Usuário desconhecido' }],
    ['languages/it-mancato-recapito', 'general', { recipient: BOB, code: 550, enhanced: '5.2.1', says: 'Casella disabilitata' }],
    ['languages/nl-onbestelbaar', 'general', { recipient: BOB, code: 550, enhanced: '5.1.10', says: 'is niet gevonden' }],
    ['languages/sv-olevererbart', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Okänd användare' }],
    ['languages/da-ulevert', 'general', { recipient: BOB, code: 552, enhanced: '5.2.2', says: 'postkasse er fuld' }],
    ['languages/fi-toimittamatta', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Tuntematon käyttäjä' }],
    ['languages/pl-niedostarczone', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Nieznany użytkownik' }],
    ['languages/cs-nedorucitelne', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Neznámý uživatel' }],
    [
      'languages/hu-kezbesithetetlen',
      'general',
      { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Ismeretlen felhasználó' },
    ],
    ['languages/tr-teslim-edilemedi', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Bilinmeyen kullanıcı' }],
    ['languages/el', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'Άγνωστος χρήστης' }],
    ['languages/vi', 'general', { recipient: BOB, code: 550, enhanced: '5.1.1', says: 'User unknown' }],
  ]);
});
