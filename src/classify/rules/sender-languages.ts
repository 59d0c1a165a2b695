import type { Rule } from '../rule.js';

/** The domain or the address of the sender, in the forms in which a language names them, with a text for each. */
const SENDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    '(domain|domane|domaene|adresse|mailadresse|emailadresse) des absenders{30}(existiert nicht|nicht gefunden|unbekannt|ungultig|ungueltig|hat kein|nicht aufgelost|nicht auflosbar|nicht erreichbar)':
      'Die Domain des Absenders existiert nicht',
    '(absenderadresse|absenderdomain|absender-adresse|absender-domain){30}(existiert nicht|nicht gefunden|unbekannt|ungultig|ungueltig|hat kein|nicht aufgelost|nicht auflosbar)':
      'Die Absenderadresse existiert nicht',
    'ihre (adresse|mailadresse|emailadresse|email-adresse|domain) {12}(existiert nicht|unbekannt|ungultig|ungueltig|hat kein)':
      'Ihre Domain hat keinen MX-Eintrag',
  },
  fr: {
    "(domaine|adresse) (de l'|d'|du |de )(expediteur|emetteur){20}(n'existe pas|inconnu|inexistant|introuvable|invalide|n'a pas)":
      "Le domaine de l'expéditeur n'existe pas",
    "votre (adresse|domaine|nom de domaine) {12}(n'existe pas|inconnu|inexistant|introuvable|invalide|n'a pas)":
      "Votre adresse n'existe pas",
  },
  es: {
    '(dominio|direccion|cuenta) del remitente{20}(no existe|desconocid|inexistente|no encontrad|no valid|invalid|no tiene)':
      'El dominio del remitente no existe',
  },
  pt: {
    '(dominio|endereco|conta) do remetente{20}(nao existe|desconhecid|inexistente|nao encontrad|invalid|nao tem|nao possui)':
      'O domínio do remetente não existe',
  },
  it: {
    '(dominio|indirizzo) del mittente{20}(non esiste|sconosciut|inesistente|non trovat|non valid|non ha)':
      'Il dominio del mittente non esiste',
  },
  nl: {
    '(domein|adres|emailadres|email-adres) van de afzender{20}(bestaat niet|onbekend|niet gevonden|ongeldig|heeft geen)':
      'Het domein van de afzender bestaat niet',
    '(afzenderadres|afzenderdomein|afzender-adres){20}(bestaat niet|onbekend|niet gevonden|ongeldig|heeft geen)':
      'Afzenderadres bestaat niet',
  },
  pl: {
    '(domena|adres) nadawcy{20}(nie istnieje|nieznan|niepoprawn|nieprawidłow|nie znalezion)': 'Domena nadawcy nie istnieje',
  },
  cs: {
    '(domena|adresa) odesilatele{20}(neexistuje|nenalezen|neznam|neplatn)': 'Doména odesílatele neexistuje',
  },
  'sv-da-no': {
    '(avsandarens|avsenderens|afsenderens) (adress|adresse|doman|domene|domane){20}(finns inte|findes ikke|finnes ikke|okand|ukendt|ukjent|ogiltig|ugyldig)':
      'Avsändarens adress finns inte',
  },
  fi: {
    'lahettajan (osoite|osoitetta|verkkotunnus|verkkotunnusta|domain){20}(ei |tuntematon|virheellinen)':
      'Lähettäjän osoitetta ei löydy',
  },
  tr: {
    'gonderen{8}(adresi|alan adı|etki alanı){12}(bulunamadı|bulunamadi|mevcut degil|gecersiz|bilinmiyor)':
      'Gönderen adresi bulunamadı',
  },
  ru: {
    '(домен|адрес) отправителя{20}(не существует|не найден|неизвест|неверн|недопустим|отсутствует)':
      'Домен отправителя не существует',
  },
  ja: {
    '(送信者|送信元|差出人)(の|)(メールアドレス|アドレス|ドメイン){8}(存在し|不明|不正|見つかり|無効|ありません)':
      '送信者のドメインが存在しません',
  },
  zh: {
    '(发件人|发信人|寄件人|發件人|寄件者)(的|)(域名|地址|邮箱|郵箱|网域|網域){3}(不存在|无效|無效|未知|错误|找不到)':
      '发件人域名不存在',
  },
  ko: {
    '(발신자|보낸 사람|발신인|송신자)(의|) (도메인|주소|메일 주소|이메일 주소){6}(존재하지|찾을 수|올바르지|유효하지|없습니다)':
      '발신자 도메인이 존재하지 않습니다',
  },
};

/** What servers say of the sender in their languages, told before what the same words say of a recipient. */
export const SENDER_LANGUAGES: readonly Rule[] = Object.entries(SENDERS).map(([language, patterns]) => ({
  id: `${language}.sender`,
  reason: 'invalid-sender',
  source: 'Replies and bounce mails of servers set up in this language; letters are compared without accents',
  patterns,
}));
