import { describe, expect, test } from 'vitest';
import { comparable, says } from '../../src/mail/phrases.js';
import { isRecipientLabel } from '../../src/mail/recipient-label.js';
import { mentionsIn } from '../../src/mail/recipient-mention.js';
import { FAILURE_SENTENCES, FAILURE_SUBJECTS, MAIL_WORDS, NOTICE_WORDS } from '../../src/mail/wording.js';
import { AWAY_WORDS, CHALLENGE_WORDS, OWNER_WORDS, SUMMARY_SUBJECTS } from '../../src/mail/wording-of-other-mail.js';
import { DELAY_WORDS, FINAL_WORDS, SUCCESS_WORDS } from '../../src/mail/wording-of-outcome.js';

const TABLES = {
  FAILURE_SUBJECTS,
  FAILURE_SENTENCES,
  NOTICE_WORDS,
  MAIL_WORDS,
  DELAY_WORDS,
  FINAL_WORDS,
  SUCCESS_WORDS,
  AWAY_WORDS,
  CHALLENGE_WORDS,
  OWNER_WORDS,
  SUMMARY_SUBJECTS,
};

test.each(Object.entries(TABLES))('the phrases of %s are in the form that texts are compared in', (_, phrases) => {
  for (const phrase of phrases) {
    expect(phrase).not.toBe('');
    expect(comparable(phrase)).toBe(phrase);
  }
});

/** Subjects as Exchange, Postfix and others write them, before the subject of the message. */
const SUBJECTS: readonly string[] = [
  'Undeliverable: Offer',
  'Unzustellbar: Angebot',
  'Non remis : Offre',
  'No se puede entregar: Oferta',
  'Não é possível entregar: Oferta',
  'Non recapitabile: Offerta',
  'Onbestelbaar: Offerte',
  'Ej levererat: Offert',
  'Kan ikke leveres: Tilbud',
  'Ei voi toimittaa: Tarjous',
  'Niedostarczone: Oferta',
  'Nedoručitelné: Nabídka',
  'Nedoručiteľné: Ponuka',
  'Kézbesíthetetlen: Ajánlat',
  'Недоставлено: Предложение',
  'Недоставленное сообщение',
  'Teslim Edilemedi: Teklif',
  '配信不能: 見積り',
  '未送达: 报价',
  '無法傳遞: 報價',
  '系统退信/Systems bounce',
  '배달되지 않음: 견적',
  'Αποτυχία παράδοσης: Προσφορά',
];

test.each(SUBJECTS)('the subject "%s" is that of a notice', (subject) => {
  expect(says(comparable(subject), FAILURE_SUBJECTS)).toBe(true);
});

describe('the outcome', () => {
  test.each([
    'Die Zustellung an die folgenden Empfänger wurde verzögert.',
    'La remise aux destinataires suivants a été retardée.',
    'La entrega a los siguientes destinatarios se ha retrasado.',
    'A entrega aos seguintes destinatários está atrasada.',
    'La consegna ai seguenti destinatari è stata ritardata.',
    'De bezorging aan de volgende geadresseerden is vertraagd.',
    'Доставка следующим получателям задерживается.',
    'メッセージの配信が遅延しています。',
    '邮件投递延迟，系统将继续尝试。',
    '메일 배달이 지연되고 있습니다.',
    'Teslimat gecikti, yeniden denenecek.',
    'Leveransen till följande mottagare har fördröjts.',
  ])('"%s" speaks of a delay', (sentence) => {
    expect(says(comparable(sentence), DELAY_WORDS)).toBe(true);
    expect(says(comparable(sentence), FINAL_WORDS)).toBe(false);
  });
  test('a notice of failure speaks of none', () => {
    for (const sentence of [
      'Ihre Nachricht konnte nicht zugestellt werden.',
      'No se pudo entregar el mensaje.',
      '送信できませんでした。',
      '您的邮件被退回。',
    ]) {
      expect(says(comparable(sentence), FAILURE_SENTENCES)).toBe(true);
      expect(says(comparable(sentence), DELAY_WORDS)).toBe(false);
    }
  });
});

describe('the form in which texts are compared', () => {
  test('lines that were cut between characters of Chinese and Japanese are joined', () => {
    expect(comparable('このメールは送信でき\nませんでした。\n> 次の')).toBe('このメールは送信できませんでした。次の');
    expect(says(comparable('您的邮件无法\n  送达'), FAILURE_SENTENCES)).toBe(true);
  });
  test('words of other scripts keep their gaps', () => {
    expect(comparable('Nicht\r\n  ZUGESTELLT')).toBe('nicht zugestellt');
    expect(comparable('배달\n실패')).toBe('배달 실패');
  });
  test('both apostrophes fit', () => {
    for (const mark of ["'", '’'])
      expect(says(comparable(`Votre message n${mark}a pas pu être remis`), FAILURE_SENTENCES)).toBe(true);
  });
  test('letters that are put together of two characters are one', () => {
    expect(says(comparable('Échec de la remise'.normalize('NFD')), FAILURE_SUBJECTS)).toBe(true);
  });
});

describe('labels of recipients', () => {
  test.each([
    'Empfänger: bob@example.net',
    'Destinataire : <bob@example.net>',
    'Destinatário: bob@example.net',
    'Indirizzo: bob@example.net',
    'Ontvanger: bob@example.net',
    'Mottagare: bob@example.net',
    'Vastaanottaja: bob@example.net',
    'Odbiorca: bob@example.net',
    'Příjemce: bob@example.net',
    'Címzett: bob@example.net',
    'Получатель: bob@example.net',
    'Кому: <bob@example.net>',
    'Alıcı: bob@example.net',
    '宛先：bob@example.net様',
    '送信先メールアドレス：「bob@example.net」',
    '收 件 人：bob@example.net',
    '收件者: bob@example.net',
    '받는사람 bob@example.net',
  ])('%s', (line) => {
    expect(mentionsIn([line])).toMatchObject([{ address: 'bob@example.net', kind: 'alone' }]);
  });
  test.each([
    'Absender: ann@example.org',
    'Expéditeur : ann@example.org',
    'Remitente: ann@example.org',
    'Отправитель: ann@example.org',
    '送信者: ann@example.org',
    '发件人：ann@example.org',
    '如有疑问请联系 help@example.org',
    'Bei Fragen wenden Sie sich an help@example.org',
    'Pour toute question, contactez aide@example.org.',
  ])('%s names no recipient', (line) => {
    expect(mentionsIn([line])).toMatchObject([{ kind: 'other' }]);
  });
  test('a long text is none', () => {
    expect(isRecipientLabel(`${' '.repeat(100_000)}empfänger`)).toBe(false);
    expect(isRecipientLabel('Ihr Empfänger')).toBe(false);
  });
});
