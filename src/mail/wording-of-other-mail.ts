import { inAllSpellings } from './phrases.js';

// The words of mail that programs send and that lies near to notices without being one.

/** Subjects and openings of automatic answers of people who are away (no bounce). */
export const AWAY_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `out of office | out of the office | out-of-office | autoreply | auto-reply | auto reply | automatic reply | automatic response |
      automated reply | automated response | autoresponse | auto response | auto-response | autoresponder | on vacation | vacation reply |
      vacation message | away until | away from my mail | away from the office | away from my desk | on leave | on holiday | i am away |
      i'm away | currently away | on annual leave | parental leave | maternity leave | limited access to email | auto: | out of town |
      autoreply: | auto reply: | be back on | will be back in the office | return to the office | away on business | sick leave | on sabbatical |
      on furlough | paternity leave | business trip | no longer with the company | no longer works | no longer employed |
      thank you for your message | thank you for your email | thank you for contacting | we have received your | will respond as soon as |
      office is closed | autorespons`,
  },
  {
    language: 'de',
    phrases: `abwesenheit | automatische antwort | automatische rückantwort | autoantwort | nicht im büro | nicht im haus | nicht am arbeitsplatz |
      nicht erreichbar | im urlaub | urlaub vom | urlaubsbedingt | außer haus | ausser haus | bin ich wieder | elternzeit | mutterschutz |
      nicht mehr im unternehmen | eingangsbestätigung | auf dienstreise | vielen dank für ihre nachricht | vielen dank für ihre e-mail`,
  },
  {
    language: 'fr',
    phrases: `absence du bureau | réponse automatique | réponse auto | absent du bureau | absente du bureau | absent(e) | je suis absent |
      suis actuellement absent | serai absent | en congé | en vacances | message d'absence | accusé de réception | de retour le |
      notification d'absence | répondeur automatique | avis d'absence`,
  },
  {
    language: 'es',
    phrases: `respuesta automática | respuesta automatica | contestación automática | autorrespuesta | fuera de la oficina | fuera de oficina |
      de vacaciones | ausencia de la oficina | estaré ausente | estoy ausente | acuse de recibo | baja maternal`,
  },
  {
    language: 'pt',
    phrases: `resposta automática | resposta automatica | fora do escritório | fora do escritorio | ausente do escritório | de férias | em férias |
      ausência temporária | ausência do escritório | estarei ausente | estou ausente | licença maternidade`,
  },
  {
    language: 'it',
    phrases: `risposta automatica | fuori sede | fuori ufficio | in ferie | assenza dall | assente dall'ufficio | sono assente | sarò assente |
      risponditore automatico | messaggio automatico di assenza`,
  },
  {
    language: 'nl',
    phrases: `automatisch antwoord | automatische beantwoording | afwezig | niet aanwezig | niet op kantoor | op vakantie | met vakantie | met verlof |
      ontvangstbevestiging`,
  },
  {
    language: 'sv',
    phrases: `autosvar | automatiskt svar | frånvaro | på semester | inte på kontoret | är ledig | föräldraledig | tjänstledig`,
  },
  {
    language: 'da/no',
    phrases: `automatisk svar | autosvar | fraværende | ikke til stede | på ferie | har ferie | ikke på kontoret | fravær | barselsorlov |
      foreldrepermisjon | ferielukket`,
  },
  {
    language: 'fi',
    phrases: `automaattinen vastaus | automaattivastaus | poissa | lomalla | poissaolo | en ole paikalla | vanhempainvapaalla`,
  },
  {
    language: 'pl',
    phrases: `automatyczna odpowiedź | autoodpowiedź | odpowiedź automatyczna | poza biurem | nieobecn | na urlopie | autoresponder | przebywam na urlopie`,
  },
  {
    language: 'cs/sk',
    phrases: `automatická odpověď | automatická odpoveď | mimo kancelář | mimo kanceláriu | na dovolené | na dovolenke | nepřítomn | neprítomn`,
  },
  {
    language: 'hu/ro',
    phrases: `automatikus válasz | házon kívül | szabadságon | nem vagyok az irodában | răspuns automat | în concediu | în afara biroului`,
  },
  {
    language: 'hr/sl/sr',
    phrases: `automatski odgovor | samodejni odgovor | na godišnjem odmoru | na dopustu | izvan ureda | odsotn | odsutn`,
  },
  {
    language: 'ru',
    phrases: `автоответ | автоматический ответ | автоматическое уведомление об отсутствии | вне офиса | в отпуске | отсутствую | буду отсутствовать |
      нет на месте | нет в офисе | в командировке`,
  },
  {
    language: 'uk/bg',
    phrases: `автоматична відповідь | автовідповід | у відпустці | відсутн | автоматичен отговор | в отпуск | извън офиса`,
  },
  { language: 'el', phrases: `αυτόματη απάντηση | εκτός γραφείου | σε άδεια` },
  {
    language: 'tr',
    phrases: `otomatik yanıt | otomatik cevap | ofis dışında | i̇zindeyim | izindeyim | yıllık izin | tatildeyim`,
  },
  { language: 'he/ar', phrases: `תשובה אוטומטית | מחוץ למשרד | בחופשה | رد تلقائي | خارج المكتب | في إجازة` },
  {
    language: 'ja',
    phrases: `不在 | 自動返信 | 自動応答 | 自動回答 | 自動送信 | 休暇 | 休業 | 出張中 | 夏季休業 | 年末年始 | お問い合わせありがとう | お問合せありがとう | 受付完了 | 受付いたしました | 退職`,
  },
  {
    language: 'zh',
    phrases: `自动回复 | 自動回覆 | 自动答复 | 自動答覆 | 自動回復 | 不在办公室 | 不在辦公室 | 休假 | 度假 | 外出 | 放假 | 出差 | 请假 | 請假`,
  },
  { language: 'ko', phrases: `자동 회신 | 자동회신 | 자동 응답 | 자동응답 | 자동 답장 | 부재중 | 부재 중 | 휴가 | 출장` },
]);

/** Words of systems that ask the sender to prove that he is one. */
export const CHALLENGE_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `please confirm your message | please confirm that you | confirm your email by | challenge-response | verify that you are a human |
      verify you are human | added to my list of allowed | to complete this verification | is awaiting your confirmation | sender verification |
      held until you confirm | requires confirmation | boxbe | spamarrest | tmda | please confirm your email | confirm that you are |
      confirm you are a human | confirm you are human | prove that you are | prove you are human | prove you are a human | not on my list |
      not on my allowed list | approved sender | approved senders list | whitelist request | verify your email by | verify your message |
      waiting for your confirmation | awaiting verification | sender authentication | authenticate yourself | click the link below to deliver |
      click the link to deliver | to have it delivered | to have your message delivered | anti-spam verification | spam blocker | uol antispam |
      message held | is a one-time | sender validation | sendio | bluebottle | choicemail | qurb | mailblocks | captcha`,
  },
  {
    language: 'de',
    phrases: `bitte bestätigen sie ihre e-mail | bitte bestätigen sie ihre nachricht | bestätigen sie, dass sie | bestätigen sie bitte |
      absenderbestätigung | absenderprüfung | absender-verifizierung | nachricht bestätigen | bestätigung ihrer e-mail | bestätigung erforderlich`,
  },
  {
    language: 'fr',
    phrases: `merci de vous authentifier | veuillez vous authentifier | vous authentifier | authentification de l'expéditeur | confirmer votre message |
      confirmez votre message | confirmer que vous | mailinblack | prouver que vous | demande d'authentification`,
  },
  {
    language: 'es',
    phrases: `confirme su mensaje | confirmar su mensaje | confirme que es | verificación del remitente | confirme su correo`,
  },
  {
    language: 'pt',
    phrases: `confirme sua mensagem | confirme que você | confirmar sua mensagem | confirmação de envio | antispam uol | verificação de remetente |
      autenticação de remetente`,
  },
  { language: 'it', phrases: `confermare il messaggio | confermi il messaggio | verifica del mittente | conferma che sei` },
  { language: 'nl', phrases: `bevestig uw bericht | bevestig dat u | verificatie van de afzender` },
  { language: 'ru', phrases: `подтвердите отправку | подтвердите, что вы | подтверждение отправителя | подтвердите ваше письмо` },
  { language: 'ja', phrases: `送信者確認 | 送信の確認 | 送信者認証 | 認証してください | 認証が必要 | 承認待ち | 送信を承認` },
  {
    language: 'zh/ko',
    phrases: `发件人验证 | 寄件者驗證 | 请验证 | 請驗證 | 確認您的郵件 | 确认您的邮件 | 발신자 확인 | 발신자 인증`,
  },
]);

/** Subjects of mails in which a system sums up what it did, or warns of something else: not of one message. */
export const SUMMARY_SUBJECTS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `digest | quarantine report | quarantine summary | quarantine notification | quarantined message | quarantine: | spam report | spam summary |
      spam quarantine | junk report | held messages | messages on hold | log summar | logwatch | logcheck | postfix report | mail report for |
      mail statistics | mail stats | queue report | mailq | smtp server: errors from | smtp client: errors from | daily report | weekly report | monthly report | backup | cron < | almost full |
      nearly full | quota warning | quota alert | quota notice | mailbox size | mailbox is over | storage limit | disk usage | report domain: |
      memberships reminder | password reminder | moderator approval | moderator request | unsubscribe | subscription | security alert |
      certificate`,
  },
  {
    language: 'de',
    phrases: `quarantäne | spam-bericht | spambericht | spam-report | zusammenfassung | fast voll | speicherplatz | tagesbericht | datensicherung`,
  },
  {
    language: 'fr',
    phrases: `quarantaine | rapport de spam | rapport quotidien | presque pleine | presque plein | espace de stockage | sauvegarde`,
  },
  {
    language: 'es/pt/it',
    phrases: `cuarentena | resumen | casi lleno | copia de seguridad | quarentena | resumo | quase cheia | quarantena | riepilogo | quasi piena`,
  },
  {
    language: 'nl/sv/da/no/fi',
    phrases: `quarantaine | bijna vol | karantän | karantæne | karantene | karanteeni | nästan full | næsten fuld | nesten full`,
  },
  {
    language: 'pl/cs/ru',
    phrases: `kwarantann | prawie pełna | karanténa | téměř plná | карантин | почти заполнен | заканчивается место | резервн`,
  },
  {
    language: 'ja/zh/ko',
    phrases: `隔離 | 日次レポート | 容量警告 | 容量が | 使用率 | 隔离 | 容量即将 | 空间不足 | 容量不足 | 격리 | 용량`,
  },
]);

/** Words to the owner of a mailbox: of its space, and of mail that did not come through to him. */
export const OWNER_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `your mailbox is | your mailbox has | your mailbox size | your mailbox quota | your mailbox | your inbox is | your account is almost |
      addressed to you | mail to you | message to you was | held in quarantine | messages in quarantine | your quarantine | your incoming |
      incoming message to you | was sent to you by`,
  },
  {
    language: 'de',
    phrases: `ihr postfach | ihres postfach | ihrem postfach | dein postfach | an sie gerichtete | für sie bestimmt | an sie adressiert`,
  },
  {
    language: 'fr',
    phrases: `votre boîte | votre boite | votre messagerie est | vous était adressé | vous était destiné | qui vous est adressé`,
  },
  {
    language: 'es/pt/it',
    phrases: `su buzón | tu buzón | dirigido a usted | sua caixa | a sua caixa de correio está | endereçada a você | destinada a você | la tua casella |
      la sua casella | la vostra casella | indirizzato a lei | a lei indirizzat`,
  },
  {
    language: 'nl/sv/da/no/fi',
    phrases: `uw mailbox | uw postvak | je mailbox | aan u gericht | din postlåda | din brevlåda | din postkasse | din postboks | postilaatikkosi`,
  },
  {
    language: 'pl/cs/ru',
    phrases: `twoja skrzynka | państwa skrzynka | vaše schránka | vaša schránka | ваш почтовый ящик | ваш ящик | вашем почтовом ящике | адресованное вам`,
  },
  {
    language: 'ja/zh/ko',
    phrases: `お客様のメールボックス | あなたのメールボックス | ご利用のメールボックス | 您的邮箱 | 您的郵箱 | 您的信箱 | 你的邮箱 | 发给您的 | 寄給您的 | 고객님의 메일함 | 회원님의 메일함`,
  },
]);
