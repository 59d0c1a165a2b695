import type { ProviderText } from '../documentation.js';

/** Was Anbieter und Sperrlisten meinen, auf Deutsch. */
export const deProviders: ProviderText = {
  concerns: {
    ip: 'die sendende IP-Adresse',
    domain: 'die Domain des Absenders',
    link: 'einen Link in der Nachricht',
    account: 'das sendende Konto',
    recipient: 'den Empfänger',
    sender: 'die Adresse des Absenders',
    message: 'die Nachricht',
    connection: 'die Verbindung',
    login: 'die Anmeldung',
    server: 'den empfangenden Server',
  },
  senses: {
    spf: 'SPF wurde nicht bestanden.',
    dkim: 'DKIM wurde nicht bestanden.',
    alignment: 'Die Domain im From-Feld stimmt weder mit der von SPF noch mit der von DKIM überein.',
    dmarcRecord: 'Die Domain im From-Feld hat keinen DMARC-Eintrag.',
    plaintext: 'Die Nachricht kam nicht über TLS.',
    ptr: 'Die sendende IP-Adresse hat keinen PTR-Eintrag, oder der Name darin führt nicht zu ihr zurück.',
    dailyLimit: 'Das sendende Konto hat sein Tageslimit an Nachrichten ausgeschöpft.',
    edgeBlocking: 'Der Empfänger steht nicht im Verzeichnis der Organisation, oder sie nimmt für diese Domain keine Mail an.',
    senderDenied: 'Die Adresse des Absenders ist nicht zugelassen.',
    outboundSpam: 'Das sendende Konto wurde gesperrt, weil Spam davon ausging.',
    noMailbox: 'Das Postfach ist nicht verfügbar, meist weil es nicht existiert.',
    bareLineFeed:
      'Die Nachricht enthält Zeilenvorschübe ohne Wagenrücklauf, die nur mit CHUNKING (BDAT) übertragen werden dürfen.',
    insideOnly: 'Der Empfänger nimmt nur Mail von Absendern der eigenen Organisation an.',
    ipv6: 'Die Nachricht kam über IPv6, wo SPF oder DKIM bestanden werden muss, und keines von beiden wurde bestanden.',
    mtaSts: 'Der Host gehört nicht zu denen, die die MTA-STS-Richtlinie der Domain erlaubt.',
    certificate: 'Das Zertifikat des anderen Servers genügt nicht der TLS-Richtlinie der Domain, etwa MTA-STS.',
    busyMailbox: 'Das Postfach erhält zu viele Nachrichten auf einmal und wird gebremst.',
    slowed: 'Die IP-Adresse wird wegen ihres Rufs gebremst.',
    gone: 'Das Postfach liegt nicht mehr auf diesem Server.',
  },
  token: '{token} in einer Antwort von {provider} betrifft {concern}. {cause}',
  code: 'Mit {code} sagt {provider}: {cause}',
  codeInSense: 'Mit {code} sagt {provider}: {sense} {cause}',
  words: '{provider} sagt es mit eigenen Worten. {cause}',
  seen: 'Eine Antwort von {provider} enthält {what}. {when}',
  noPage: 'Antworten von {provider}, wie beobachtet; eine Dokumentation ist nicht bekannt',
  list: {
    cause: 'Die Antwort nennt {list}. {cause}',
    fix: '{fix} {list} zeigt die Einträge, und wie man einen austragen lässt, unter {page}.',
  },
  aboutList: {
    cause: 'Empfänger fragen {list} nach denen, die ihnen senden. Eine Antwort, die sie nennt, bedeutet: {cause}',
    when: 'Eine Antwort nennt sie mit einem von diesen: {names}. {when}',
  },
  aboutProvider: {
    cause: '{provider} betreibt die Mailserver, deren Namen auf {hosts} enden.',
    when: 'Die MX-Einträge der Empfänger-Domain nennen einen solchen Server, wie auch immer die Domain heißt, oder die Worte einer Antwort verraten, wer sie geschrieben hat.',
    fix: 'In der Antwort nach einer Kennung oder einem Code suchen, den {provider} in eigenem Sinn verwendet, und ihn erklären lassen. Der Anbieter dokumentiert seine Antworten unter {page}.',
    fixWithoutPage:
      'In der Antwort nach einer Kennung oder einem Code suchen, den {provider} in eigenem Sinn verwendet, und ihn erklären lassen. Eine Dokumentation des Anbieters ist nicht bekannt: nach den Worten der Antwort gehen.',
  },
  refusedQuery: {
    title: 'Abfrage von der Sperrliste abgewiesen',
    cause:
      'Das ist kein Eintrag. Eine Sperrliste antwortet mit einer Adresse aus 127.255.255.0/24, wenn sie schon die Frage abweist: 252 heißt, dass ihr Name falsch geschrieben ist, 254, dass die Frage über einen öffentlichen Resolver kam, 255, dass es zu viele Fragen waren.',
    when: 'Der empfangende Server hält jede Antwort der Liste für einen Eintrag und weist deshalb alle ab.',
    fix: 'Der Absender kann nur erneut senden und dem Administrator des Empfängers Bescheid geben. Auf der Empfängerseite die Liste über einen eigenen Resolver oder mit einem Schlüssel fragen und nur die Rückgabecodes werten, die sie dokumentiert (postscreen_dnsbl_sites und reject_rbl_client nehmen sie hinter dem Namen).',
  },
};
