import { inAllSpellings } from './phrases.js';

// The words by which notices say what becomes of the message: tried again, given up, arrived.

/** Words that say that the message is still being tried. */
export const DELAY_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `(delay) | delivery delayed | delayed mail | has been delayed | mail delayed | message delayed | is delayed | delivery delay |
      delivery is delayed | temporary problem | this is a warning message only | warning message only | you do not need to resend |
      you don't need to resend | not yet been delivered | not been delivered yet | has not yet been | still trying | still being retried |
      will be retried | will retry | will keep trying | will continue to try | will continue to be attempted | will try to resend |
      will try again | keep trying to deliver | delivery attempts will continue | no action is required on your part |
      warning: could not send message | warning: message still undelivered | transient non-fatal errors | delivery temporarily suspended |
      delivery incomplete | not delivered to the following recipients yet | has been deferred | is deferred | was deferred |
      temporarily deferred | delivery deferred | keep retrying | keeps trying | continue trying | continue to try | continue retrying |
      will continue delivery attempts | will be attempted again | will be tried again | further delivery attempts will | still in the queue |
      still undelivered | remains undelivered | could not be delivered yet | not yet delivered | not been delivered after |
      delivery is being delayed | delivery is still | mail is being delayed | this is only a warning | this is just a warning |
      message is queued | does not require any action | do not need to resend | do not need to send | no need to resend | will be retried until |
      temporarily undeliverable | temporary failure notice | hasn't been delivered yet | message will be retried`,
  },
  {
    language: 'de',
    phrases: `verzögert | verspätet | zustellung wird weiter versucht | weiterhin versucht | wird weiter versucht | erneut versucht |
      weitere zustellversuche | zustellversuche werden | noch nicht zugestellt | noch nicht übermittelt | noch nicht ausgeliefert |
      konnte noch nicht | konnten noch nicht | bisher nicht zugestellt | nur eine warnung | nicht noch einmal zu senden | nicht erneut senden |
      nicht erneut zu senden | vorübergehend nicht`,
  },
  {
    language: 'fr',
    phrases: `remise différée | remise retardée | remise est retardée | est retardé | a été retardé | a été différé | ont été retardé | retardé : |
      différé : | sera réessay | nouvelle tentative | nouvelles tentatives | tentatives se poursuiv | continuera | pas encore été remis |
      pas encore été délivr | pas encore été distribu | pas encore pu être | message d'avertissement | pas besoin de renvoyer |
      n'avez pas besoin de`,
  },
  {
    language: 'es',
    phrases: `se ha retrasado | ha sido retrasad | está retrasad | retrasado: | retrasada | se ha demorado | ha sido demorad | demorado | demorada |
      se seguirá intentando | seguirá intentando | se volverá a intentar | se intentará de nuevo | se continuará | aún no se ha | aún no ha sido |
      todavía no se ha | todavía no ha sido | mensaje de advertencia | no es necesario que | no necesita volver a enviar | no hace falta reenviar`,
  },
  {
    language: 'pt',
    phrases: `atrasad | adiad | ainda não foi entregue | ainda não pôde | continuará tentando | continuará a tentar | continuaremos tentando |
      novas tentativas | nova tentativa | tentará novamente | mensagem de aviso | apenas um aviso | não é necessário reenviar |
      não precisa reenviar`,
  },
  {
    language: 'it',
    phrases: `in ritardo | ritardat | ritardo nella consegna | ritardo nel recapito | non è ancora stato | non è stato ancora | non ancora recapitat |
      non ancora consegnat | continuerà a tentare | continueranno | nuovi tentativi | nuovo tentativo | riproverà | messaggio di avviso |
      solo un avviso | non è necessario inviare nuovamente | non è necessario rispedire`,
  },
  {
    language: 'nl',
    phrases: `vertraagd | vertraging | nog niet bezorgd | nog niet afgeleverd | opnieuw geprobeerd | blijven proberen | blijft proberen |
      alleen een waarschuwing | niet opnieuw te verzenden`,
  },
  {
    language: 'sv',
    phrases: `försena | fördröj | ännu inte levererats | har inte levererats än | fortsätter att försöka | nya försök | endast en varning |
      bara en varning`,
  },
  {
    language: 'da/no',
    phrases: `forsinke | endnu ikke leveret | ennå ikke levert | fortsætter med at forsøge | fortsetter å prøve | forsøge igen | prøve igjen |
      kun en advarsel | bare en advarsel`,
  },
  {
    language: 'fi',
    phrases: `viivästy | ei ole vielä toimitettu | ei vielä ole toimitettu | yritetään uudelleen | yrittää edelleen | vain varoitus`,
  },
  {
    language: 'pl',
    phrases: `opóźni | jeszcze nie została dostarczona | nie została jeszcze dostarczona | będą kontynuowane | ponowi prób | ponowne próby |
      tylko ostrzeżenie`,
  },
  {
    language: 'cs/sk',
    phrases: `zpožděn | opožděn | zpozdilo | dosud nebyla doručena | zatím nebyla doručena | bude pokračovat | další pokus | oneskoren | meškan |
      iba upozornenie | pouze upozornění`,
  },
  { language: 'hu/ro', phrases: `késik | késleltet | késedelem | még nem sikerült kézbesíteni | întârziat | întârziere` },
  {
    language: 'ru',
    phrases: `задерж | отложен | еще не доставлен | ещё не доставлен | пока не доставлен | до сих пор не доставлен | еще не было доставлено |
      ещё не было доставлено | попытки доставки будут | попытки доставить | будут продолжены | будет повторен | попытки будут |
      повторная попытка | только предупреждение | повторно отправлять | затрима`,
  },
  { language: 'el', phrases: `καθυστέρηση | καθυστερ` },
  {
    language: 'tr',
    phrases: `gecik | henüz teslim edilmedi | henüz teslim edilemedi | henüz iletilemedi | yeniden denenecek | tekrar denenecek | denemeye devam |
      yalnızca bir uyarı`,
  },
  {
    language: 'ja',
    phrases: `遅延 | 遅れています | 再送します | 再送を試み | 再送を行 | 再送いた | 再送を続け | 再送信を試み | 再試行 | 再配信 | 再配送を | 引き続き送信 | 引き続き配信 | 引き続き配送 | まだ配信されて | まだ送信されて | まだ配送されて |
      まだ届いて | 配送を続け | 配信を続け | 警告メッセージ | 再送信する必要はありません | 再送信の必要は`,
  },
  {
    language: 'zh',
    phrases: `延迟 | 延遲 | 延误 | 延誤 | 继续尝试 | 繼續嘗試 | 尚未送达 | 尚未送達 | 尚未投递 | 尚未傳遞 | 尚未传递 | 尚未成功 | 稍后重试 | 稍後重試 | 稍后再试 | 将重试 | 將重試 | 会再次尝试 | 重新投递 | 无需重新发送 |
      不需要重新发送 | 不需要重新傳送 | 正在重试 | 正在重試`,
  },
  { language: 'ko', phrases: `지연 | 다시 시도 | 재시도 | 재전송을 시도 | 아직 배달되지 | 아직 전송되지 | 아직 전달되지` },
]);

/** Words that say that nothing more will be tried, whatever delays the notice also speaks of. */
export const FINAL_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `permanent error | permanent fatal error | permanently | given up | giving up | gave up | no further delivery attempts |
      not going to try again | not try again | will not be retried | queue too long | undelivered mail returned to sender |
      could not be delivered for too long | envelope expired | message expired | retry timeout exceeded | retry time not reached |
      has been in the queue too long | unable to deliver message after | must be purged | message must be returned | has been returned |
      is being returned | returning message to sender`,
  },
  {
    language: 'de',
    phrases: `endgültig | aufgegeben | dauerhafter fehler | permanenter fehler | keine weiteren zustellversuche | nicht weiter versucht |
      an den absender zurück`,
  },
  {
    language: 'fr',
    phrases: `erreur permanente | définitivement | définitive | abandonné | a été retourné | retourné à l'expéditeur | aucune autre tentative`,
  },
  {
    language: 'es',
    phrases: `error permanente | definitivamente | no se volverá a intentar | no se realizarán más | devuelto al remitente`,
  },
  {
    language: 'pt',
    phrases: `erro permanente | definitivamente | não serão feitas | não haverá novas | não tentará novamente | desisti`,
  },
  {
    language: 'it',
    phrases: `errore permanente | definitivamente | non verranno effettuati | rinunciato | restituito al mittente`,
  },
  {
    language: 'nl/sv/da/no',
    phrases: `permanente fout | definitief | permanent fel | permanent fejl | permanent feil | ges upp | opgivet`,
  },
  {
    language: 'ru',
    phrases: `постоянная ошибка | окончательно | попытки прекращены | попытки доставки прекращены | больше не будет | не будут предприниматься |
      возвращено отправителю`,
  },
  {
    language: 'ja',
    phrases: `恒久的 | 再送を中止 | 配送を中止 | 再送を断念 | 配信を断念 | 再送期限 | 送信期限 | これ以上 | しばらくしてから再送信 | 返送いたします | 返送します`,
  },
  { language: 'zh', phrases: `永久 | 放弃 | 放棄 | 不再尝试 | 不再嘗試 | 不会再 | 停止投递` },
  { language: 'ko', phrases: `영구적 | 더 이상 시도하지 | 포기` },
]);

/** Words of notices that say that a message arrived (RFC 3464: `delivered`, `relayed`), where nothing says that it did not. */
export const SUCCESS_WORDS: readonly string[] = inAllSpellings([
  {
    language: 'en',
    phrases: `(success) | (relay) | (relayed) | successfully delivered | successfully relayed | delivered successfully | relayed successfully |
      successful delivery | successful mail delivery | delivery successful | has been delivered | was delivered to | has been relayed |
      return receipt`,
  },
  { language: 'de', phrases: `erfolgreich zugestellt | wurde zugestellt | wurde übermittelt | erfolgreich übermittelt` },
  {
    language: 'fr/es/pt/it',
    phrases: `a été remis avec succès | a été délivré | remis avec succès | entregado correctamente | se ha entregado | se entregó a | foi entregue |
      entregue com sucesso | consegnato correttamente | è stato consegnato | è stato recapitato`,
  },
  { language: 'nl/sv/da/no', phrases: `is bezorgd | succesvol bezorgd | har levererats | er blevet leveret | er levert` },
  { language: 'ru', phrases: `успешно доставлен | доставлено получател` },
  {
    language: 'ja/zh/ko',
    phrases: `正常に配信 | 配信されました | 开封 | 已送达 | 已成功送达 | 已傳遞 | 배달되었습니다 | 전달되었습니다`,
  },
]);
