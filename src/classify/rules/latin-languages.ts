import type { Rule } from '../rule.js';
import { FRENCH, ITALIAN, PORTUGUESE, ROMANIAN, SPANISH } from './romance-languages.js';
import { type Sentences, sentenceRules } from './sentences.js';

const GERMAN: Sentences = {
  'missing-ptr': {
    '(kein|keinen|keinen gultigen|keinen gueltigen|fehlender|ohne) (ptr|rdns|reverse-dns|reverse dns|reverse-lookup)':
      'Ihre IP-Adresse hat keinen gültigen Reverse-DNS-Eintrag',
  },
  'auth-failure': {
    '(spf|dkim|dmarc){20}(fehlgeschlagen|nicht bestanden|ungultig|ungueltig|verletzt)': 'SPF-Prüfung fehlgeschlagen',
  },
  'recipient-refused': {
    'nicht (berechtigt|befugt|autorisiert){60}zu (senden|schicken|schreiben)':
      'Der Absender ist nicht berechtigt, an diese Verteilerliste zu senden',
    '(empfanger|empfaenger) {20}nimmt {12}(keine|nicht)': 'Der Empfänger nimmt keine E-Mails von externen Absendern an',
    '(empfanger|empfaenger) {8}(verweigert|verweigerte|lehnt) ': 'Der Empfänger verweigert die Annahme',
  },
  'content-rejected': {
    '(anhang|anhange|anhaenge|dateianhang|dateityp|dateiendung){40}(nicht erlaubt|nicht zulassig|nicht zulaessig|nicht gestattet|nicht angenommen|verboten|blockiert|gesperrt|unzulassig)':
      'Der Anhang ist nicht erlaubt',
  },
  'too-many-connections': {
    'zu viele (gleichzeitige |offene |)(verbindungen|sitzungen)': 'Zu viele Verbindungen von Ihrem Server',
  },
  'ip-blocklisted': {
    '(ip|server|host){40}(gesperrt|sperrliste|blockliste|schwarzen liste|blockiert|geblockt)':
      'Ihre IP steht auf einer Sperrliste',
  },
  'mailbox-full': {
    '(postfach|mailbox|benutzerkonto|speicher|speicherplatz|mailaccount|empfanger|empfaenger){40}(voll>|uberfullt|ueberfuellt|uberschritten|ueberschritten|erschopft|erschoepft|ausgelastet)':
      'Das Postfach des Empfängers ist voll',
    '(quota|speichergrenze|kontingent|speicherlimit|speicherplatz|speicherkapazitat){40}(uberschritten|ueberschritten|erreicht|erschopft|aufgebraucht|nicht ausreichend)':
      'Das Kontingent des Nutzers ist überschritten',
    '(zuviele|zu viele) (mails|emails|nachrichten){20}(server|postfach)': 'Benutzer hat zu viele Mails auf dem Server',
    '(nicht genug|kein|nicht genugend|zu wenig) (platz|speicherplatz|speicher)': 'Kein Speicherplatz im Postfach',
  },
  'rate-limited': {
    '(zu viele|zuviele) (nachrichten|mails|emails) {20}(zeit|stunde|minute|tag)': 'Zu viele Nachrichten in kurzer Zeit',
  },
  'submission-auth': {
    '(authentifizierung|authentisierung|anmeldung) {20}(erforderlich|notig|notwendig|fehlgeschlagen)':
      'Authentifizierung erforderlich',
  },
  'mailbox-disabled': {
    '(postfach|konto|account|benutzer|adresse|emailadresse|mailbox|empfanger|empfaenger){40}(gesperrt|deaktiviert|geschlossen|geloscht|geloescht|abgeschaltet|stillgelegt|inaktiv|nicht mehr aktiv|nicht aktiv|nicht mehr gultig|nicht mehr gueltig|nicht mehr vorhanden)':
      'Das Konto wurde deaktiviert',
  },
  'mailbox-moved': {
    'neue (email|mail|)-{1}adresse': 'Meine neue E-Mail-Adresse lautet bob@example.net',
    '(nicht mehr|nicht langer) (bei uns|im unternehmen|in unserem|tatig|fur uns|beschaftigt)':
      'Der Kollege ist nicht mehr bei uns tätig',
    'hat das unternehmen verlassen': 'Frau Beispiel hat das Unternehmen verlassen',
  },
  'domain-unknown': {
    '(domain|domane|domaene|zieldomain|empfangerdomain|host|rechner){30}(existiert nicht|nicht gefunden|unbekannt|ungultig|ungueltig|nicht erreichbar|gibt es nicht)':
      'Die Domain existiert nicht',
    'unbekannte (domain|domane)': 'Unbekannte Domain',
  },
  'user-unknown': {
    '(empfanger|empfaenger|benutzer|adresse|emailadresse|nutzer|postfach|adressat|anwender|mailbox){60}(unbekannt|existiert nicht|nicht gefunden|nicht bekannt|nicht vorhanden|gibt es nicht|ungultig|ungueltig|existieren nicht|nicht existent|nicht zustellbar)':
      'Der Empfänger ist unbekannt',
    '(unbekannter|unbekannte|ungultiger|ungultige|ungueltiger|falscher|falsche) (empfanger|empfaenger|benutzer|adresse|emailadresse|nutzer|adressat|empfangeradresse)':
      'Unbekannter Empfänger',
    '(kein|keinen|nicht) {20}(benutzer|empfanger|empfaenger|postfach|konto) (mit|unter|namens|gefunden|hier)':
      'Es gibt keinen Benutzer mit diesem Namen',
    'existiert {20}nicht>': 'Die Adresse bob@example.com existiert leider nicht',
  },
  'spam-content': {
    '(spam|werbung|unerwunschte|unerwuenschte|spamverdacht) {20}(eingestuft|erkannt|verdacht|nachricht|abgelehnt|abgewiesen|klassifiziert)':
      'Die Nachricht wurde als Spam eingestuft',
    'als (spam|werbung|unerwunscht)': 'Ihre Nachricht wurde als Spam erkannt',
  },
  virus: {
    '(virus|schadsoftware|schadprogramm|viren){30}(gefunden|entdeckt|enthalten|erkannt|infiziert)': 'Es wurde ein Virus gefunden',
  },
  'message-too-big': {
    '(nachricht|mail|email|anhang|nachrichtengrosse){40}(zu gross|zu groß|zu groSS|ubersteigt|ueberschreitet|uberschreitet|uberschritten)':
      'Die Nachricht ist zu groß',
  },
  'relay-denied': {
    'relay{20}(nicht erlaubt|verweigert|nicht gestattet|abgelehnt|verboten)': 'Relaying nicht erlaubt',
    'weiterleitung {20}(nicht erlaubt|verweigert|nicht gestattet)': 'Weiterleitung nicht gestattet',
  },
  'invalid-sender': {
    '(absender|absenderadresse|absenderdomain){30}(abgelehnt|ungultig|ungueltig|unbekannt|nicht akzeptiert|existiert nicht|verweigert|nicht erlaubt)':
      'Der Absender ist ungültig',
  },
  'network-error': {
    '(verbindung|rechner|server|host){40}(fehlgeschlagen|nicht erreichbar|abgebrochen|zeituberschreitung|abgelehnt|unterbrochen|nicht hergestellt)':
      'Der Server ist nicht erreichbar',
    zeituberschreitung: 'Zeitüberschreitung bei der Verbindung',
  },
  policy: {
    '(zugriff|annahme|zugang) {10}(verweigert|abgelehnt|nicht gestattet)': 'Zugriff verweigert',
    richtlinie: 'Die Nachricht verstößt gegen eine Richtlinie',
    '(nachricht|mail|email){20}(abgelehnt|abgewiesen|zuruckgewiesen)': 'Die Nachricht wurde abgelehnt',
  },
  'system-error': {
    '(vorubergehender|temporarer|interner|voruebergehender) fehler': 'Ein vorübergehender Fehler ist aufgetreten',
    '(spater|spaeter) {12}(noch einmal|nochmal|erneut|wieder|versuchen)': 'Bitte versuchen Sie es später noch einmal',
  },
  'auto-reply': {
    abwesenheitsnotiz: 'Abwesenheitsnotiz: Urlaub',
    '(automatische|automatisch generierte) antwort': 'Automatische Antwort: ich bin im Urlaub',
    '(nicht im buro|nicht im buero|ausser haus|außer haus|im urlaub|nicht im haus)': 'Ich bin bis Montag nicht im Büro',
  },
};

const DUTCH: Sentences = {
  'recipient-refused': {
    'ontvanger {10}(accepteert|aanvaardt) geen': 'De ontvanger accepteert geen berichten van u',
  },
  'content-rejected': {
    '(bijlage|bijlagen|bestandstype){30}(niet toegestaan|verboten|geblokkeerd|geweigerd)': 'De bijlage is niet toegestaan',
  },
  'rate-limited': {
    'te veel (berichten|mails|verbindingen)': 'Te veel berichten',
  },
  'ip-blocklisted': {
    '(ip|server){40}(geblokkeerd|zwarte lijst)': 'Uw IP is geblokkeerd',
  },
  'mailbox-full': {
    '(postvak|mailbox|inbox|account|quota|opslag){40}(vol>|overschreden|bereikt)': 'Het postvak is vol',
  },
  'mailbox-disabled': {
    '(postvak|mailbox|account|adres|gebruiker|ontvanger){40}(uitgeschakeld|gedeactiveerd|geblokkeerd|opgeheven|gesloten|verwijderd|niet actief|inactief|opgezegd)':
      'Het account is geblokkeerd',
  },
  'mailbox-moved': {
    'nieuwe (email|mail|)adres': 'Mijn nieuwe adres is bob@example.net: nieuwe emailadres',
    'niet meer werkzaam': 'Zij is niet meer werkzaam bij ons',
  },
  'domain-unknown': {
    'domein{30}(bestaat niet|onbekend|niet gevonden)': 'Het domein bestaat niet',
  },
  'user-unknown': {
    '(ontvanger|gebruiker|adres|geadresseerde|postvak|emailadres|mailbox){60}(onbekend|bestaat niet|niet gevonden|ongeldig|niet bekend|bestaat niet meer)':
      'Onbekende gebruiker: gebruiker onbekend',
    '(onbekende|ongeldige) (ontvanger|gebruiker|adres|geadresseerde)': 'Onbekende gebruiker',
  },
  'spam-content': {
    '(aangemerkt|herkend|beschouwd|geclassificeerd|gemarkeerd) als spam': 'Uw bericht is aangemerkt als spam',
  },
  'message-too-big': {
    '(bericht|mail|email|bijlage){40}(te groot|overschrijdt)': 'Het bericht is te groot',
  },
  'invalid-sender': {
    'afzender{30}(geweigerd|ongeldig|onbekend|niet toegestaan)': 'Afzender geweigerd',
  },
  policy: {
    'toegang geweigerd': 'Toegang geweigerd',
    '(bericht|mail) {10}(geweigerd|geblokkeerd)': 'Bericht geweigerd',
  },
  'system-error': {
    '(tijdelijke|interne) (fout|storing)': 'Tijdelijke fout',
    'probeer {20}(later|opnieuw)': 'Probeer het later opnieuw',
  },
  'auto-reply': {
    '(afwezigheidsbericht|automatisch antwoord|niet op kantoor|buiten kantoor)': 'Ik ben niet op kantoor',
  },
};

const POLISH: Sentences = {
  'mailbox-full': {
    '(skrzynka|konto|limit|miejsce){40}(pełna|pełne|przepełnion|przekroczon|wyczerpan)': 'Skrzynka odbiorcy jest pełna',
  },
  'mailbox-disabled': {
    '(konto|skrzynka|adres|uzytkownik){50}(zablokowan|nieaktywn|wyłaczon|zawieszon|usuniet|zamkniet)':
      'Podane konto jest zablokowane',
  },
  'user-unknown': {
    '(konto|adres|uzytkownik|skrzynka|odbiorca|adresat){40}(nie istnieje|nieznan|nie znaleziono|niepoprawn|nieprawidłow)':
      'Użytkownik nie istnieje',
    'nie ma takiego (konta|uzytkownika|adresu|odbiorcy)': 'Nie ma takiego konta',
    'nie istnieje': 'Adres bob@example.com nie istnieje',
    'nieznany (uzytkownik|adresat|odbiorca)': 'Nieznany użytkownik',
  },
  'auto-reply': {
    '(automatyczna odpowiedz|poza biurem|jestem na urlopie)': 'Automatyczna odpowiedź',
  },
};

const CZECH: Sentences = {
  'mailbox-full': {
    '(schranka|schranky|kvota){30}(plna|prekrocena|prekroceno|zaplnena)': 'Schránka příjemce je plná',
  },
  'user-unknown': {
    '(neznamy|neexistujici) (uzivatel|prijemce|adresat)': 'Neznámý uživatel',
    '(uzivatel|prijemce|adresa|schranka){30}(neexistuje|nenalezen|neznam)': 'Adresa neexistuje',
  },
};

const SCANDINAVIAN: Sentences = {
  'mailbox-full': {
    '(brevladan|brevlada|postlada|inkorg|postkasse|postkassen|postboks|innboks){30}(full>|fuld>|overfylld)':
      'Mottagarens brevlåda är full',
  },
  'user-unknown': {
    '(okand|okant|ukendt|ukjent) (mottagare|anvandare|adress|modtager|bruger|mottaker|adresse)': 'Okänd mottagare',
    '(mottagaren|anvandaren|adressen|modtageren|brugeren|mottakeren){30}(finns inte|findes ikke|finnes ikke|okand|ukendt|ukjent)':
      'Mottagaren finns inte',
  },
  'auto-reply': { '(autosvar|automatiskt svar|automatisk svar|ikke pa kontoret|inte pa kontoret)': 'Autosvar: semester' },
};

const FINNISH: Sentences = {
  'mailbox-full': { '(postilaatikko|sahkopostilaatikko){30}(taynna|tayttynyt)': 'Vastaanottajan postilaatikko on täynnä' },
  'user-unknown': {
    '(tuntematon|olematon) (kayttaja|vastaanottaja|osoite)': 'Tuntematon vastaanottaja',
    '(kayttajaa|vastaanottajaa|osoitetta){20}ei {8}(loydy|ole olemassa|loytynyt)': 'Osoitetta ei löydy',
  },
};

const TURKISH: Sentences = {
  'mailbox-full': { '(posta kutusu|kotası|kota){30}(dolu|dolmus|asıldı|asildi)': 'Alıcının posta kutusu dolu' },
  'user-unknown': {
    '(bilinmeyen|gecersiz) (kullanıcı|kullanici|alıcı|alici|adres)': 'Bilinmeyen kullanıcı',
    '(kullanıcı|alıcı|adres){20}(bulunamadı|bulunamadi|mevcut degil|bilinmiyor)': 'Kullanıcı bulunamadı',
  },
};

const HUNGARIAN: Sentences = {
  'mailbox-full': { '(postafiok|postalada|fiok){30}(megtelt|betelt|tele van)': 'A postafiók megtelt' },
  'user-unknown': {
    '(cimzett|felhasznalo|postafiok|cim){30}(nem letezik|nem talalhato|ismeretlen)': 'A címzett nem létezik',
    '(ismeretlen|nem letezo) (cimzett|felhasznalo|cim)': 'Ismeretlen címzett',
  },
};

const VIETNAMESE: Sentences = {
  'mailbox-full': { 'hop thu{30}(đay|het dung luong|vuot qua)': 'Hộp thư đã đầy' },
  'user-unknown': {
    '(nguoi nhan|nguoi dung|tai khoan|đia chi|hop thu){30}(khong ton tai|khong tim thay|khong hop le)':
      'Người nhận không tồn tại',
  },
};

const INDONESIAN: Sentences = {
  'mailbox-full': { '(kotak surat|kotak masuk|kotak pesan){30}penuh': 'Kotak surat penuh' },
  'user-unknown': {
    '(pengguna|penerima|alamat|akun){30}(tidak ditemukan|tidak ada|tidak dikenal|tidak terdaftar)': 'Pengguna tidak ditemukan',
  },
};

/** What servers say in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish, Danish, Norwegian, Finnish, Turkish, Hungarian, Romanian, Vietnamese, Indonesian. */
export const LATIN_LANGUAGES: readonly Rule[] = [
  ...sentenceRules('de', GERMAN),
  ...sentenceRules('fr', FRENCH),
  ...sentenceRules('es', SPANISH),
  ...sentenceRules('pt', PORTUGUESE),
  ...sentenceRules('it', ITALIAN),
  ...sentenceRules('nl', DUTCH),
  ...sentenceRules('pl', POLISH),
  ...sentenceRules('cs', CZECH),
  ...sentenceRules('sv-da-no', SCANDINAVIAN),
  ...sentenceRules('fi', FINNISH),
  ...sentenceRules('tr', TURKISH),
  ...sentenceRules('hu', HUNGARIAN),
  ...sentenceRules('ro', ROMANIAN),
  ...sentenceRules('vi', VIETNAMESE),
  ...sentenceRules('id', INDONESIAN),
];
