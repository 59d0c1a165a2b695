/** Words that stand before the address of a recipient in a table or a list, in the languages that mail systems write. */
const LABELS: readonly { readonly language: string; readonly words: string }[] = [
  {
    language: 'en',
    words:
      'to | recipient | e-mail | email | e-mail address | email address | mail address | rcpt to | forward-path | undeliverable to | not delivered to | failed to',
  },
  {
    language: 'de',
    words:
      'empfänger | empfaenger | empfänger-adresse | empfängeradresse | adressat | e-mail-adresse | mailadresse | an | fehlerhafte adresse',
  },
  {
    language: 'fr',
    words:
      'destinataire | destinataires | adresse | adresse e-mail | adresse email | adresse du destinataire | adresse électronique | à | pour',
  },
  {
    language: 'es',
    words: 'destinatario | destinatarios | dirección | dirección de correo | correo | correo electrónico | para',
  },
  { language: 'pt', words: 'destinatário | destinatários | endereço | endereço de e-mail | para' },
  { language: 'it', words: 'destinatario | destinatari | indirizzo | indirizzo e-mail | indirizzo email | casella | a' },
  { language: 'nl', words: 'geadresseerde | geadresseerden | ontvanger | ontvangers | adres | e-mailadres | aan' },
  { language: 'sv', words: 'mottagare | adress | e-postadress | till' },
  { language: 'da', words: 'modtager | modtagere | adresse | e-mailadresse | til' },
  { language: 'no', words: 'mottaker | mottakere | e-postadresse | til' },
  { language: 'fi', words: 'vastaanottaja | vastaanottajat | osoite | sähköpostiosoite' },
  { language: 'pl', words: 'adresat | adresaci | odbiorca | odbiorcy | adres | adres odbiorcy | do' },
  { language: 'cs/sk', words: 'příjemce | příjemci | adresát | adresa | adresa příjemce | komu | príjemca | príjemcovia' },
  { language: 'hu', words: 'címzett | címzettek | cím' },
  { language: 'ro', words: 'destinatar | destinatari | adresa' },
  { language: 'hr/sl/sr', words: 'primatelj | primatelji | prejemnik | primalac | naslovnik' },
  { language: 'ru', words: 'получатель | получатели | получателю | адресат | адрес | адрес получателя | кому' },
  { language: 'uk/bg', words: 'отримувач | одержувач | получател' },
  { language: 'el', words: 'παραλήπτης | παραλήπτες | προς' },
  { language: 'tr', words: 'alıcı | alıcılar | alici | kime | e-posta adresi' },
  { language: 'he/ar', words: 'נמען | נמענים | المستلم | المستلمون | إلى' },
  {
    language: 'ja',
    words:
      '宛先 | 宛先アドレス | 宛先メールアドレス | あて先 | 宛て先 | 受信者 | 受信者アドレス | 受取人 | 送信先 | 送信先アドレス | 送信先メールアドレス | 配信先 | 配送先 | 送り先 | 届け先 | メールアドレス | アドレス | 該当アドレス | 不達アドレス | エラーアドレス',
  },
  {
    language: 'zh',
    words:
      '收件人 | 收件者 | 收信人 | 收信者 | 接收人 | 接收者 | 受信人 | 收件人地址 | 收件人邮箱 | 收件地址 | 收件者地址 | 邮件地址 | 邮箱地址 | 目标地址',
  },
  { language: 'ko', words: '받는사람 | 받는이 | 수신자 | 수신인 | 수신자주소 | 메일주소 | 수신주소' },
  { language: 'vi/th/id', words: 'người nhận | ผู้รับ | penerima' },
];

/** Labels without the gaps that scripts without spaces put between characters to fill a column. */
const withoutGaps = (label: string): string => label.replace(/(?<=[^\0-\u10ff])[\s\u3000]{1,4}(?=[^\0-\u10ff])/g, '');

const WORDS: ReadonlySet<string> = new Set(LABELS.flatMap(({ words }) => words.split('|').map((word) => word.trim())));

/** The longest label with the gaps in it. */
const LONGEST = 40;

/** Whether the text before an address is a word for recipients: `Empfänger`, `收 件 人`. */
export const isRecipientLabel = (label: string): boolean =>
  label.length <= LONGEST && WORDS.has(withoutGaps(label.normalize('NFC').toLowerCase().trim()));
