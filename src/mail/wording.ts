import { inAllSpellings } from './phrases.js';

// The words by which notices say that mail was not delivered, in the languages that mail systems write: pieces of sentences
// as the programs have them, in lower case.

/** Subjects of notifications about mail that was not delivered. */
export const FAILURE_SUBJECTS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `undeliver | delivery failure | delivery fail | delivery has failed | delivery status | delivery report | delivery notification |
      delivery problem | delivery error | delivery delay | delivery unsuccessful | delivery incomplete | non-delivery | nondeliver | not deliver |
      failure notice | failed mail | failed delivery | failure delivery | mail failed | mail failure | message failed | returned mail |
      returned to sender | returned e-mail | returned email | returned message | returning message | returning to sender | return to sender |
      mail system error | mail error | message delivery | could not be delivered | could not deliver | cannot be delivered | unable to deliver |
      not delivered | delayed mail | mail delayed | message delayed | warning: message | warning: could not send | bounced mail | rejected mail |
      mail rejected | message rejected | error sending your mail | unknown user | user unknown | unknown recipient | mail could not |
      there was an error | delivery to the following | message not sent | mail not sent | email not sent | message could not |
      message undelivered | error in delivery | mail status report | mail delivery | mail system notification | address error | bad address |
      rejected message | refused mail | bounce notification | bounce message | mail bounced | message bounced | problem delivering |
      problems delivering | no such user | mailbox full | mailbox unavailable | could not send | cannot send | unable to send | not send your`,
  },
  {
    language: 'de',
    phrases: `unzustellbar | nicht zugestellt | zustellung fehlgeschlagen | zustellung gescheitert | fehlgeschlagene zustellung | unzugestellt |
      zustellungsfehler | zustellfehler | zustellung verzögert | verzögerte zustellung | nicht zustellbar | zustellstatus | zustellungsstatus |
      nicht übermittelt | konnte nicht ausgeliefert | konnte nicht gesendet | konnte nicht versendet | fehler bei der zustellung |
      fehler beim senden | fehler beim versand | übermittlungsfehler | rücksendung ihrer | zurückgesandte`,
  },
  {
    language: 'fr',
    phrases: `non remis | non délivr | non distribu | non livré | échec de la remise | échec de remise | échec de la distribution |
      échec de distribution | échec d'envoi | échec de l'envoi | échec de livraison | échec de la livraison | échec d'acheminement |
      remise différée | remise retardée | n'a pas pu être | n'a pu être | erreur de distribution | erreur de remise | erreur d'envoi |
      erreur de livraison | retour de courrier | message retourné | courrier retourné | notification d'état de remise | état de remise |
      avis de non-remise | avis de non remise`,
  },
  {
    language: 'es',
    phrases: `no se puede entregar | no se pudo entregar | no se ha podido entregar | no entregado | no entregable | error de entrega |
      error en la entrega | fallo de entrega | fallo en la entrega | entrega fallida | entrega del correo | correo devuelto | mensaje devuelto |
      devuelto al remitente | mail devuelto | estado de entrega | entrega retrasada | no pudo ser entregado | error al enviar | imposible entregar`,
  },
  {
    language: 'pt',
    phrases: `não entregue | não pode ser entregue | não pôde ser entregue | não foi entregue | não é possível entregar | não foi possível entregar |
      falha na entrega | falha de entrega | falha no envio | falha ao entregar | falha ao enviar | erro na entrega | erro de entrega |
      entrega falhou | entrega de mensagem | mensagem devolvida | e-mail devolvido | email devolvido | devolvida ao remetente |
      devolvido ao remetente | status de entrega | notificação de entrega | notificação de status | aviso de não entrega | entrega atrasada`,
  },
  {
    language: 'it',
    phrases: `non recapitabile | mancato recapito | mancata consegna | mancata trasmissione | non consegnat | non recapitat | recapito non riuscito |
      consegna non riuscita | consegna fallita | errore di consegna | errore di recapito | errore nella consegna | errore nell'invio |
      impossibile recapitare | impossibile consegnare | avviso di mancata | stato del recapito | stato della consegna | messaggio respinto |
      rimandato al mittente | restituito al mittente | anomalia messaggio`,
  },
  {
    language: 'nl',
    phrases: `onbestelbaar | niet bezorgd | niet besteld | bezorging mislukt | mislukte bezorging | bezorging is mislukt | niet afgeleverd |
      aflevering mislukt | kan niet worden bezorgd | kon niet worden | retour afzender | bezorgingsstatus | fout bij verzenden | niet verzonden`,
  },
  {
    language: 'sv',
    phrases: `kan inte levereras | kunde inte levereras | oleverera | ej levererat | inte levererats | gick inte att leverera | leveransfel |
      leveransstatus | leveransmeddelande | leveransen misslyckades | olevererbar | fördröjd leverans`,
  },
  {
    language: 'da/no',
    phrases: `kan ikke leveres | kunne ikke leveres | ikke leveret | ikke levert | uleverbar | ulevert | ikke afleveret | levering mislykkedes |
      leveringsfejl | leveringsfeil | leveringsstatus | kan ikke afleveres | kunne ikke afleveres | levering mislyktes`,
  },
  {
    language: 'fi',
    phrases: `toimittamaton | toimittamatta | ei voi toimittaa | ei voitu toimittaa | toimitus epäonnistui | toimitusvirhe | ei toimitettavissa |
      viestin toimitus | palautettu viesti | perille toimittamaton | ei voida toimittaa`,
  },
  {
    language: 'pl',
    phrases: `nie dostarczon | niedostarczon | niedostarczaln | nie można dostarczyć | nie udało się dostarczyć | błąd dostarcz | błąd doręcz |
      niedoręczon | zwrot wiadomości | zwrot poczty | stan dostarczenia | powiadomienie o stanie dostarczenia | nie została dostarczona |
      nieudane dostarczenie`,
  },
  {
    language: 'cs/sk',
    phrases: `nedoručiteln | nedoručiteľn | nelze doručit | nebyla doručena | nebylo doručeno | nedoručen | doručení se nezdařilo | chyba doručení |
      chyba při doručování | stav doručení | vrácená zpráva | vrácená pošta | nepodařilo se doručit | nemožno doručiť | nepodarilo sa doručiť |
      nebola doručená`,
  },
  {
    language: 'hu',
    phrases: `kézbesíthetetlen | nem kézbesíthető | nem kézbesített | kézbesítési hiba | sikertelen kézbesítés | kézbesítés sikertelen |
      kézbesítési állapot | visszaküldött levél`,
  },
  {
    language: 'ro',
    phrases: `nelivrabil | nelivrat | imposibil de livrat | nu a putut fi livrat | eroare de livrare | livrare eșuată`,
  },
  {
    language: 'hr/sl/sr',
    phrases: `neisporučiv | nije isporučen | nije moguće isporučiti | isporuka nije uspjela | nedostavljiv | ni mogoče dostaviti | ni bilo dostavljeno |
      neisporuč | dostava nije uspela`,
  },
  {
    language: 'ru',
    phrases: `недоставлен | не доставлен | не удалось доставить | не удается доставить | не удаётся доставить | не может быть доставлен |
      ошибка доставки | сбой доставки | доставка не удалась | возврат письма | возврат почты | возвращено отправителю | отчет о доставке |
      отчёт о доставке | уведомление о состоянии доставки | уведомление о доставке | сообщение не отправлено | письмо не отправлено |
      письмо возвращено | невозможно доставить | недоставка | ваше сообщение не доставлено | задержка доставки`,
  },
  {
    language: 'uk/bg',
    phrases: `не доставлено | не вдалося доставити | недоставлений | помилка доставки | неможливо доставити | недоставимо | не може да бъде доставен |
      неуспешна доставка`,
  },
  {
    language: 'el',
    phrases: `δεν παραδόθηκε | δεν είναι δυνατή η παράδοση | αποτυχία παράδοσης | μη παραδοτέο | αδύνατη η παράδοση`,
  },
  {
    language: 'tr',
    phrases: `teslim edilemedi | teslim edilemiyor | teslim edilemeyen | teslim edilmedi | iletilemedi | iletilemeyen | gönderilemedi | gönderilemeyen |
      teslim hatası | teslimat hatası | teslimat başarısız | teslim durumu | teslimat durumu | geri dönen posta`,
  },
  {
    language: 'he/ar',
    phrases: `לא ניתן למסירה | לא נמסר | נכשלה המסירה | המסירה נכשלה | تعذر تسليم | تعذر التسليم | غير قابل للتسليم | فشل التسليم | فشل تسليم |
      لم يتم تسليم`,
  },
  {
    language: 'ja',
    phrases: `配信不能 | 配信できません | 配信出来ません | 送信できません | 送信出来ません | 配送できません | 送信エラー | 配送エラー | メールエラー | 送信失敗 | 配信失敗 | 配送失敗 | 配信に失敗 | 送信に失敗 | 配送に失敗 | 配信エラー | 未配信 |
      未達 | 不達 | 戻りメール | リターンメール | エラーメール | 配達できません | 配信されません | 届きません | お届けできません | 配信状態 | 配送状況 | 配信状況 | 配信遅延 | 宛先不明 | 差出人に戻 | 返送されました | メール返送 |
      メールの返送 | 配信通知 | 遅延通知`,
  },
  {
    language: 'zh',
    phrases: `无法送达 | 无法投递 | 退信 | 未送达 | 投递失败 | 發送失敗 | 发送失败 | 寄送失敗 | 无法发送 | 無法發送 | 無法送達 | 無法傳遞 | 无法传递 | 未传递 | 未傳遞 | 传递失败 | 傳遞失敗 | 傳送失敗 | 传送失败 | 退件 | 被退回 |
      退回邮件 | 郵件退回 | 無法寄達 | 無法投遞 | 投遞失敗 | 未能送达 | 未能投递 | 未能發送 | 邮件被拒 | 未送達 | 投递状态 | 投递状况 | 傳遞狀態 | 传递状态 | 发送不成功 | 发送未成功 | 寄信失敗 | 无法寄出`,
  },
  {
    language: 'ko',
    phrases: `반송 | 배달 실패 | 배달실패 | 전송 실패 | 전송실패 | 발송 실패 | 발송실패 | 배달되지 | 배달 되지 | 배달하지 못 | 전송되지 | 전달되지 | 발송되지 | 전달 실패 | 전달실패 | 배달할 수 없 | 보낼 수 없 | 전송할 수 없 |
      배달 상태 | 배달 못 | 송신 실패 | 수신 실패`,
  },
  {
    language: 'vi/th/id',
    phrases: `không thể gửi | không gửi được | gửi thất bại | thư bị trả lại | ไม่สามารถส่ง | ส่งไม่สำเร็จ | tidak terkirim | gagal terkirim |
      pengiriman gagal | tidak dapat dikirim`,
  },
]);

/** Sentences of the body that say that a message was not delivered. */
export const FAILURE_SENTENCES: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `could not be delivered | could not be sent | could not deliver | couldn't deliver | couldn't be delivered | cannot be delivered |
      cannot deliver | can not be delivered | was not delivered | were not delivered | was not sent | not been delivered |
      not yet been delivered | hasn't been delivered | has not been delivered | wasn't delivered | undeliverable | undelivered |
      unable to deliver | unable to be delivered | wasn't able to deliver | was unable to deliver | were unable to deliver | not able to deliver |
      error delivering | error sending your mail | error has occurred while attempting to deliver | error occurred while trying to deliver |
      error occurred while sending | trouble delivering | problem delivering | problems delivering | delivery failed | delivery has failed |
      delivery failure | delivery problems | delivery errors | delivery has been delayed | did not reach the following | didn't reach |
      failed to deliver | failed to be delivered | failed permanently | failed addresses | failed recipient | fatal errors |
      transient non-fatal errors | following addresses failed | returned mail | returned to sender | returned to you | message returned |
      rejected recipient | rejected your message | invalid final delivery userid | may not exist, or you may not have permission to post |
      message not delivered | message blocked | was undeliverable | not delivered to | weren't delivered | haven't been delivered |
      can't be delivered | can't deliver | couldn't be sent | is undeliverable | did not reach | has not reached | failed to send |
      failed to reach | had delivery errors | had delivery problems | had permanent delivery errors | had permanent fatal errors | had transient |
      not reach the following | has been refused | could not be reached | has been returned | is being returned | unable to send |
      could not send | cannot be sent | can not deliver | not deliverable | delivery was not possible | did not receive this message |
      did not receive your message | undeliverable to | delivery to the following recipients failed | failed to the following |
      delivery to these recipients | was aborted | delivery error | cannot be reached | mail could not | not be delivered | not delivered |
      no longer be delivered | failed for the following | failed, and will not be retried`,
  },
  {
    language: 'de',
    phrases: `konnte nicht zugestellt | konnten nicht zugestellt | kann nicht zugestellt | nicht zugestellt | nicht ausgeliefert | unzustellbar |
      nicht zustellbar | fehler bei der übermittlung | fehler bei der zustellung | fehler bei der nachrichtenzustellung |
      zustellung ist fehlgeschlagen | zustellung fehlgeschlagen | zustellung schlug fehl | zustellung an folgende | zustellung an die folgenden |
      zustellung ihrer | übermittlung an folgende | konnten nicht erreicht werden | konnte nicht erreicht werden | nicht erreicht |
      nicht übermittelt | nicht übertragen | nicht weitergeleitet werden | nicht gesendet werden | nicht versendet werden |
      nicht gefunden werden | wurde abgelehnt | wurde abgewiesen | wurde zurückgewiesen | wird abgelehnt | an den absender zurück |
      noch nicht zugestellt`,
  },
  {
    language: 'fr',
    phrases: `n'a pas pu être remis | n'ont pas pu être remis | n'a pu être remis | n'a pas pu être délivr | n'a pu être délivr |
      n'a pas pu être distribu | n'a pu être distribu | n'a pas pu être envoy | n'a pas pu être transmis | n'a pas pu être achemin |
      n'a pas pu être livré | n'a pas été remis | n'a pas été délivr | n'a pas été distribu | n'a pas été envoy | n'a pu etre delivre |
      n'a pas pu etre | n'a pas atteint | n'est pas parvenu | n'est pas arrivé | ne peut pas être remis | ne peut être remis |
      ne peut pas être délivr | ne peut être délivr | ne peut pas être distribu | impossible de remettre | impossible de distribuer |
      impossible de délivrer | impossible d'envoyer | impossible de livrer | échec de la remise | échec de remise | échec de la distribution |
      échec de la livraison | échec d'envoi | échec de l'envoi | a échoué | non remis | non délivr | non distribu | a été refusé | a été rejeté |
      est introuvable | retour à l'expéditeur | a rencontré une erreur | remise aux destinataires suivants | remise à ces destinataires`,
  },
  {
    language: 'es',
    phrases: `no se pudo entregar | no se ha podido entregar | no pudo ser entregado | no pudo entregarse | no puede ser entregado |
      no ha podido ser entregado | no ha sido entregado | no se puede entregar | no fue entregado | no se entregó | no se ha entregado |
      error en la entrega | error de entrega | error al entregar | ha fallado la entrega | la entrega ha fallado | falló la entrega |
      entrega a los siguientes destinatarios | entrega a estos destinatarios | no ha llegado a | no llegó a | no pudo enviarse |
      no se pudo enviar | no ha podido enviarse | no fue posible entregar | imposible entregar | fue rechazado | ha sido rechazado | se devuelve |
      no se encontró la dirección | no se pudieron entregar`,
  },
  {
    language: 'pt',
    phrases: `não pôde ser entregue | não pode ser entregue | não puderam ser entregues | não foi possível entregar | não foi possível enviar |
      não é possível entregar | não foi entregue | não foram entregues | falha na entrega | falha ao entregar | falha no envio | erro na entrega |
      erro ao entregar | erro ao enviar | não pude entregar | não pôde entregar | não alcançou | não chegou a | entrega falhou |
      entrega para estes destinatários | entrega a estes destinatários | entrega para os seguintes | entrega aos seguintes | não pôde ser enviad |
      não pode ser enviad | foi rejeitad | foi recusad | foi devolvid | não foi encontrado`,
  },
  {
    language: 'it',
    phrases: `non è stato possibile consegnare | non è stato possibile recapitare | non è stato possibile inviare | non e stato possibile consegnare |
      non e' stato possibile | non e' stato consegnato | non è stato recapitato | non è stato consegnato | non è stato inviato |
      impossibile recapitare | impossibile consegnare | impossibile inviare | non può essere recapitato | non può essere consegnato |
      non può essere inviato | non puo' essere consegnato | mancata consegna | mancato recapito | recapito non riuscito | consegna non riuscita |
      consegna fallita | non ha raggiunto | è stato rifiutato | è stato respinto | e' stato rifiutato | e' stato respinto |
      errore nella consegna | errore durante la consegna | recapito ai seguenti destinatari | consegna ai seguenti destinatari |
      non sono stati raggiunti | non è stata recapitata | non è stata consegnata`,
  },
  {
    language: 'nl',
    phrases: `kon niet worden bezorgd | kan niet worden bezorgd | konden niet worden bezorgd | niet bezorgd | kon niet worden afgeleverd |
      kan niet worden afgeleverd | niet afgeleverd | niet worden afgeleverd | niet worden verzonden | bezorging is mislukt | bezorging mislukt |
      bezorging aan de volgende | aflevering is mislukt | niet bereikt | werd geweigerd | is geweigerd | niet gevonden | onbestelbaar`,
  },
  {
    language: 'sv',
    phrases: `kunde inte levereras | kan inte levereras | har inte levererats | gick inte att leverera | det gick inte att leverera |
      leveransen misslyckades | leveransen till | nådde inte | har inte nått | kunde inte skickas | kunde inte nås | avvisades | kunde inte hittas`,
  },
  {
    language: 'da/no',
    phrases: `kunne ikke leveres | kan ikke leveres | blev ikke leveret | ble ikke levert | er ikke leveret | ikke afleveret | kunne ikke afleveres |
      kan ikke afleveres | kunne ikke sendes | kunne ikke nås | levering til disse | levering til følgende | levering mislykkedes |
      levering mislyktes | mislykkedes | mislyktes | nåede ikke | nådde ikke | blev afvist | ble avvist`,
  },
  {
    language: 'fi',
    phrases: `ei voitu toimittaa | ei voi toimittaa | ei voida toimittaa | ei toimitettu | ei ole toimitettu | ei pystytty toimittamaan |
      ei saatu toimitettua | toimitus epäonnistui | toimittaminen epäonnistui | toimitus seuraaville | ei tavoittanut | ei voitu lähettää |
      epäonnistui | hylättiin`,
  },
  {
    language: 'pl',
    phrases: `nie mogła zostać dostarczona | nie może zostać dostarczona | nie może być dostarczona | nie mogła być dostarczona |
      nie została dostarczona | nie zostały dostarczone | nie można dostarczyć | nie można było dostarczyć | nie udało się dostarczyć |
      nie udało się wysłać | nie powiodło się | nie powiodła się | nie dotarła do | niedostarczon | nie mogła zostać wysłana | została odrzucona |
      błąd dostarczania | została zwrócona`,
  },
  {
    language: 'cs/sk',
    phrases: `nebylo možné doručit | nemohla být doručena | nelze doručit | nebyla doručena | se nepodařilo doručit | nepodařilo se doručit |
      se nezdařilo | se nezdařila | nedoručiteln | nemohla být odeslána | nedosáhla | byla odmítnuta | nebolo možné doručiť | nemožno doručiť |
      nebola doručená | nepodarilo sa doručiť | sa nepodarilo doručiť | nemohla byť doručená`,
  },
  {
    language: 'hu',
    phrases: `nem sikerült kézbesíteni | nem kézbesíthető | nem lehetett kézbesíteni | nem lehet kézbesíteni | kézbesítése nem sikerült |
      kézbesítés sikertelen | kézbesítése sikertelen | a kézbesítés nem | nem érkezett meg | nem érte el`,
  },
  {
    language: 'ro',
    phrases: `nu a putut fi livrat | nu au putut fi livrat | nu poate fi livrat | livrarea a eșuat | livrarea către | nu a fost livrat`,
  },
  {
    language: 'hr/sl/sr',
    phrases: `nije isporučen | nije moguće isporučiti | nije se mogla isporučiti | isporuka nije uspjela | ni bilo mogoče dostaviti |
      ni mogoče dostaviti | ni bilo dostavljeno | nije dostavljen | nije mogla biti`,
  },
  {
    language: 'ru',
    phrases: `не может быть доставлен | не могут быть доставлен | не было доставлено | не были доставлены | не доставлен | недоставлен |
      не удалось доставить | не удается доставить | не удаётся доставить | не удалось отправить | не удалось выполнить доставку |
      не удалась доставка | доставка не удалась | доставить не удалось | невозможно доставить | не может быть отправлен | не было отправлено |
      ошибка доставки | ошибка при доставке | сбой доставки | сбой при доставке | не получено | не получили | не дошло | было отклонено |
      было отвергнуто | отказано в приеме | отказано в приёме | возвращено отправителю | возвращается отправителю | не найден адрес |
      доставка следующим получателям | не смогло быть доставлено | не смог доставить | не удалось передать`,
  },
  {
    language: 'uk/bg',
    phrases: `не вдалося доставити | не може бути доставлен | не було доставлено | не доставлено | неможливо доставити | не може да бъде доставен |
      не беше доставен | не можа да бъде`,
  },
  {
    language: 'el',
    phrases: `δεν ήταν δυνατή η παράδοση | δεν είναι δυνατή η παράδοση | δεν παραδόθηκε | απέτυχε η παράδοση | η παράδοση απέτυχε |
      δεν μπόρεσε να παραδοθεί`,
  },
  {
    language: 'tr',
    phrases: `teslim edilemedi | teslim edilemiyor | teslim edilmedi | iletilemedi | iletilememiştir | gönderilemedi | gönderilememiştir | ulaşmadı |
      ulaşamadı | ulaştırılamadı | teslimat başarısız | teslimi başarısız | reddedildi`,
  },
  {
    language: 'he/ar',
    phrases: `לא ניתן היה למסור | לא ניתן למסור | ההודעה לא נמסרה | מסירה לנמענים | تعذر تسليم | تعذر تسليمها | لم يتم تسليم | فشل تسليم | فشل التسليم`,
  },
  {
    language: 'ja',
    phrases: `送信できません | 送信出来ません | 送信することができません | 送信ができません | 配信できません | 配信出来ません | 配信することができません | 配送できません | 配送することができません | 送信に失敗 | 配信に失敗 | 配送に失敗 | 転送に失敗 |
      送信されません | 配信されていません | 配信されません | 配送されません | 宛先不明 | 宛先が不明 | 返信されているメール | 共に返送されているメール | 返送されました | 返送いたします | 返送致します | 返送します | 届けることができません |
      届けることが出来ません | お届けできません | お届け出来ません | 届けできません | 届きません | 届いていません | 送信を完了できません | メールアドレスが見つからない | アドレスが見つかりません | 宛先が見つかりません | エラーのため送信 |
      エラーとなりました | エラーになりました | グループにメッセージを投稿する権限がない | 配達できません | 配達されません | 送信先のメールボックスが一杯 | メールボックスがいっぱい | メールボックスの容量 | 容量を超え | 容量制限 | 配送を中止 |
      配信を中止 | 送信を中止 | 受信者が存在しません | 宛先が存在しません | 存在しないメールアドレス | アドレスは存在しません | ユーザが存在しません | ユーザーが存在しません | 受信を拒否 | 受信拒否 | 拒否されました | エラーメッセージ |
      エラーが発生 | 届かなかった | 送信できなかった | 配信できなかった | 配送できなかった | まだ配信されて | まだ送信されて`,
  },
  {
    language: 'zh',
    phrases: `无法送达 | 无法投递 | 无法传递 | 无法发送 | 无法到达 | 退信 | 投递失败 | 发送失败 | 传递失败 | 传送失败 | 发送不成功 | 没有发送成功 | 未能送达 | 未能投递 | 未能发送 | 未能传递 | 未送达 | 未成功送达 | 被退回 | 被拒收 |
      被拒绝 | 被对方拒绝 | 拒绝接收 | 拒收 | 收件人不存在 | 收件人地址不存在 | 帐号不存在 | 账号不存在 | 邮箱不存在 | 地址不存在 | 用户不存在 | 邮箱已满 | 邮箱空间不足 | 無法送達 | 無法傳遞 | 無法傳送 | 無法投遞 | 無法寄達 |
      無法寄送 | 傳遞失敗 | 傳送失敗 | 寄送失敗 | 投遞失敗 | 發送失敗 | 未能送達 | 未傳送到 | 未送達 | 收件者不存在 | 收件人信箱 | 信箱已滿 | 帳號不存在 | 遭到退回 | 拒絕接收 | 被拒絕`,
  },
  {
    language: 'ko',
    phrases: `배달하지 못했 | 배달되지 | 배달 되지 | 배달할 수 없 | 배달 실패 | 전송하지 못했 | 전송되지 | 전송할 수 없 | 전송에 실패 | 전송이 실패 | 전송 실패 | 전달되지 | 전달하지 못 | 전달할 수 없 | 발송되지 | 발송하지 못 |
      발송에 실패 | 발송 실패 | 발송이 실패 | 보내지 못했 | 보낼 수 없 | 반송 | 도착하지 못 | 수신이 거부 | 존재하지 않는 | 메일함이 가득 | 용량이 초과 | 용량 초과 | 수신거부`,
  },
  {
    language: 'vi/th/id',
    phrases: `không thể gửi | không gửi được | không được gửi | thư bị trả lại | ไม่สามารถส่ง | ไม่สามารถจัดส่ง | ส่งไม่สำเร็จ | tidak dapat dikirim |
      gagal dikirim | tidak terkirim | pengiriman gagal`,
  },
]);

/** Pieces of notices that tell little by themselves: other mail holds them too, a mail system writes them of a refusal. */
export const NOTICE_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `delivery to the following | delevery to the following | delivery attempt | delivery attempts | delivery status notification |
      delivery of your message | delivery of the message | transcript of session follows | the following address | the following recipient |
      message log follows | generating server: | remote host said | smtp error from remote | diagnostic-code: | final-recipient: |
      non-delivered information | duplicated message-id | user unknown | unknown user | no such user | mailbox is full | mailbox full | bounced |
      address not found | recipient address rejected | will be retried | failure reasons | was rejected | has been rejected | was rejected by |
      invalid user address | reporting-mta: | mail system error | delivery report | smtp error | said: 5 | said: 4 | mail server replied |
      remote server | over quota | quota exceeded | exceeded storage | does not exist | mailbox unavailable | account is disabled |
      recipient not found | unknown recipient | relay | returned mail | error following rcpt`,
  },
  {
    language: 'de',
    phrases: `folgende adresse | folgenden empfänger | folgende empfänger | unbekannter empfänger | empfänger unbekannt | postfach ist voll |
      postfach voll | existiert nicht`,
  },
  {
    language: 'fr',
    phrases: `destinataires suivants | adresses suivantes | destinataire inconnu | utilisateur inconnu | boîte pleine | n'existe pas |
      compte du destinataire`,
  },
  {
    language: 'es/pt/it',
    phrases: `los siguientes destinatarios | destinatario desconocido | usuario desconocido | buzón lleno | no existe | seguintes destinatários |
      usuário desconhecido | caixa postal cheia | não existe | seguenti destinatari | utente sconosciuto | casella piena | non esiste`,
  },
  {
    language: 'ru',
    phrases: `следующим получателям | следующие адреса | пользователь не найден | ящик переполнен | не существует | неизвестный получатель`,
  },
  {
    language: 'ja/zh/ko',
    phrases: `下記のアドレス | 以下のアドレス | 以下の宛先 | 下記の宛先 | 次の宛先 | 次のあて先 | 下記理由 | 以下の理由 | 收件人 | 收件者 | 退信原因 | 받는 사람 | 수신자 | 수신인`,
  },
]);

/** What notices call that which was not delivered; parcels and backups are called something else. */
export const MAIL_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'any',
    phrases: `mail | message | nachricht | courriel | courrier | correo | mensaje | mensagem | messaggio | bericht | meddeland | melding | meddelelse |
      viesti | wiadomo | zpráv | správ | üzenet | levél | mesaj | poruk | sporočil | ileti | e-posta | μήνυμα | письм | сообщен | повідомлен |
      писмо | הודע | رسالة | メール | メッセージ | 邮件 | 郵件 | 信件 | 来信 | 來信 | 메일 | 메시지 | thư | ข้อความ | pesan | smtp | mta | recipient | transcript |
      user unknown | unknown user`,
  },
]);
