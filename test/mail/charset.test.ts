import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCharset, isKnownCharset } from '../../src/mail/charset.js';
import { HeaderFields } from '../../src/mail/header-fields.js';

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex');

/** Sentences of notices with their bytes as iconv writes them. */
const TEXTS = [
  [
    'ISO-2022-JP',
    '次の宛先へのメッセージは送信できませんでした。',
    '1b24423c21244e303840682458244e25612543253b213c2538244f41773f2e2447242d245e243b247324472437243f21231b2842',
  ],
  [
    'Shift_JIS',
    '次の宛先へのメッセージはエラーのため送信できませんでした。',
    '8e9f82cc88b690e682d682cc83818362835a815b835782cd83478389815b82cc82bd82df9197904d82c582ab82dc82b982f182c582b582bd8142',
  ],
  [
    'EUC-JP',
    '以下のメールアドレスへの送信に失敗しました。',
    'b0cab2bca4cea5e1a1bca5eba5a2a5c9a5eca5b9a4d8a4cec1f7bfaea4cbbcbac7d4a4b7a4dea4b7a4bfa1a3',
  ],
  ['GB2312', '您的邮件无法送达，收件人不存在。', 'c4fab5c4d3cabcfecedeb7a8cbcdb4efa3accad5bcfec8cbb2bbb4e6d4daa1a3'],
  [
    'GB18030',
    '很抱歉，您发送的邮件被退回，以下是该邮件的相关信息：',
    'badcb1a7c7b8a3acc4fab7a2cbcdb5c4d3cabcfeb1bbcdcbbbd8a3acd2d4cfc2cac7b8c3d3cabcfeb5c4cfe0b9d8d0c5cfa2a3ba',
  ],
  ['HZ-GB-2312', '退信通知: user unknown', '7e7b4d4b50454d28562a7e7d3a207573657220756e6b6e6f776e'],
  [
    'Big5',
    '您的郵件無法傳遞給下列收件者，原因是信箱已滿。',
    'b17aaabab66ca5f3b54caa6bb6c7bbbcb5b9a455a643a6aca5f3aacca141adeca65dac4fab48bd63a477baa1a143',
  ],
  [
    'EUC-KR',
    '메일을 배달하지 못했습니다. 받는 사람의 주소를 확인하십시오.',
    'b8dec0cfc0bb20b9e8b4dec7cfc1f620b8f8c7dfbdc0b4cfb4d92e20b9deb4c220bbe7b6f7c0c720c1d6bcd2b8a620c8aec0cec7cfbdcabdc3bfc02e',
  ],
  ['ISO-2022-KR', '메일 전송 실패', '1b2429430e385e404f0f200e407c3c5b0f200e3d4746500f'],
  [
    'KOI8-R',
    'Ваше письмо не может быть доставлено одному или нескольким получателям',
    'f7c1dbc520d0c9d3d8cdcf20cec520cdcfd6c5d420c2d9d4d820c4cfd3d4c1d7ccc5cecf20cfc4cecfcdd520c9ccc920cec5d3cbcfccd8cbc9cd20d0cfccd5dec1d4c5ccd1cd',
  ],
  [
    'windows-1251',
    'Ваше сообщение не доставлено: ящик получателя переполнен',
    'c2e0f8e520f1eeeee1f9e5ede8e520ede520e4eef1f2e0e2ebe5edee3a20fff9e8ea20efeeebf3f7e0f2e5ebff20efe5f0e5efeeebede5ed',
  ],
  [
    'ISO-8859-1',
    'Die Nachricht konnte nicht zugestellt werden, Zustellung verzögert: Empfänger unbekannt',
    '446965204e6163687269636874206b6f6e6e7465206e69636874207a7567657374656c6c742077657264656e2c205a757374656c6c756e67207665727af6676572743a20456d7066e46e67657220756e62656b616e6e74',
  ],
  [
    'windows-1252',
    'Votre message n’a pas pu être délivré à l’adresse indiquée',
    '566f747265206d657373616765206e92612070617320707520ea7472652064e96c697672e920e0206c926164726573736520696e64697175e965',
  ],
  ['ISO-8859-2', 'Nie można dostarczyć wiadomości', '4e6965206d6fbf6e6120646f73746172637a79e620776961646f6d6fb66369'],
  [
    'CP1250',
    'Zprávu nelze doručit: schránka je plná',
    '5a7072e17675206e656c7a6520646f7275e869743a2073636872e16e6b61206a6520706c6ee1',
  ],
  ['ISO-8859-9', 'İletiniz alıcıya teslim edilemedi', 'dd6c6574696e697a20616cfd63fd7961207465736c696d206564696c656d656469'],
] as const;

describe('text in the charset that is declared', () => {
  test.each(TEXTS)('%s: %s', (charset, text, hex) => {
    expect(isKnownCharset(charset)).toBe(true);
    expect(decodeCharset(bytes(hex), charset)).toBe(text);
  });
});

describe('text whose charset is not declared, or another', () => {
  const undeclared = TEXTS.filter(
    ([charset]) => !['HZ-GB-2312', 'ISO-2022-KR', 'ISO-8859-2', 'CP1250', 'ISO-8859-9'].includes(charset),
  );
  test.each(undeclared)('%s without a name: %s', (_, text, hex) => {
    expect(decodeCharset(bytes(hex), '')).toBe(text);
    expect(decodeCharset(bytes(hex), 'us-ascii')).toBe(text);
    expect(decodeCharset(bytes(hex), 'iso-8859-1')).toBe(text);
    expect(decodeCharset(bytes(hex), 'utf-8')).toBe(text);
  });
  test.each(undeclared)('%s raw in a header: %s', (_, text, hex) => {
    const header = HeaderFields.parse(
      Buffer.concat([Buffer.from('Subject: '), bytes(hex), Buffer.from('\nTo: a@example.org\n')]),
    );
    expect(header.words('subject')).toBe(text.trim());
  });
  test('UTF-8 that is declared as something else', () => {
    for (const charset of ['gb2312', 'koi8-r', 'euc-kr', 'windows-1251', 'iso-8859-1', 'shift_jis', 'big5']) {
      expect(decodeCharset(Buffer.from('Ваше сообщение не доставлено'), charset)).toBe('Ваше сообщение не доставлено');
      expect(decodeCharset(Buffer.from('您的邮件被退回'), charset)).toBe('您的邮件被退回');
    }
  });
  test('UTF-8 that quotes a reply in Latin 1, and UTF-8 cut in a character', () => {
    const notice = Buffer.from('К сожалению, Ваше письмо не может быть доставлено: ');
    const quoted = decodeCharset(Buffer.concat([notice, Buffer.from('550 Boîte pleine', 'latin1')]), 'utf-8');
    expect(quoted).toContain('письмо не может быть доставлено: 550 Bo');
    expect(decodeCharset(Buffer.from('письмо не доставлено').subarray(0, -1), 'utf-8')).toContain('письмо не доставлен');
  });
});

test('a charset that nobody knows does not lose the text', () => {
  expect(isKnownCharset('x-martian')).toBe(false);
  expect(decodeCharset(Buffer.from('550 user unknown'), 'x-martian')).toBe('550 user unknown');
  expect(decodeCharset(Buffer.from('nicht zugestellt: verzögert', 'latin1'), 'x-martian')).toBe('nicht zugestellt: verzögert');
});

test('any bytes in any charset give a text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'iso-2022-jp', 'hz-gb-2312', 'iso-2022-kr', 'big5', 'utf-8', 'x-none'),
      (raw, charset) => {
        expect(typeof decodeCharset(Buffer.from(raw), charset)).toBe('string');
      },
    ),
  );
});

test('ASCII is itself in every charset that extends it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9 .:@<>-]{0,80}$/),
      fc.constantFrom('', 'utf-8', 'gb2312', 'euc-kr', 'koi8-r', 'x-none'),
      (text, charset) => {
        expect(decodeCharset(Buffer.from(text), charset)).toBe(text);
      },
    ),
  );
});
