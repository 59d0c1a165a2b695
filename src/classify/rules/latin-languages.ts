import type { Rule } from '../rule.js';
import { type Sentences, sentenceRules } from './sentences.js';

const GERMAN: Sentences = {
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
  'mailbox-disabled': {
    '(postfach|konto|account|benutzer|adresse|emailadresse|mailbox|empfanger|empfaenger){40}(gesperrt|deaktiviert|geschlossen|geloscht|geloescht|abgeschaltet|stillgelegt|inaktiv|nicht mehr aktiv|nicht aktiv)':
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

const FRENCH: Sentences = {
  'ip-blocklisted': {
    '(adresse ip|ip source|serveur|ip){30}(bloquee|bloque|liste noire|blacklistee|rejetee|refusee)':
      'Adresse IP source bloquée pour incident de spam',
    'liste noire': 'Vous êtes sur une liste noire',
  },
  'mailbox-full': {
    '(boite|boite aux lettres|bal|messagerie|compte|espace|quota|destinataire){40}(pleine|plein>|saturee|sature|depasse|epuise|insuffisant|est pleine)':
      'La boîte du destinataire est pleine',
    '(quota|espace){30}(depasse|insuffisant|atteint|epuise)': 'Le quota est dépassé',
  },
  'mailbox-disabled': {
    '(boite|compte|adresse|utilisateur|destinataire|messagerie){40}(desactive|suspendu|ferme|bloque|archive|supprime|inactif|inactive|resilie|cloture|verrouille)':
      'Le compte du destinataire est désactivé',
  },
  'mailbox-moved': {
    'nouvelle adresse': 'Ma nouvelle adresse est bob@example.net',
    'ne {20}plus partie de': "Cette personne ne fait plus partie de l'entreprise",
    'a quitte {15}(societe|entreprise)': 'Cette personne a quitté la société',
    "change d'adresse": "Il a changé d'adresse",
  },
  'domain-unknown': {
    "domaine{30}(inconnu|inexistant|introuvable|n'existe pas|invalide)": "Le domaine n'existe pas",
  },
  'user-unknown': {
    "(destinataire|utilisateur|adresse|boite|compte|usager|abonne|correspondant){60}(inconnu|inexistant|introuvable|n'existe pas|n'existe plus|invalide|incorrecte|non trouve|n'a pas ete trouve|erronee)":
      'Destinataire inconnu',
    "(aucun|pas de|pas d') {3}(utilisateur|destinataire|compte|boite)": 'Aucun utilisateur de ce nom ici',
  },
  'spam-content': {
    '(considere|identifie|detecte|juge|classe) {15}(spam|indesirable|pourriel)': 'Votre message est considéré comme spam',
    '(spam|pourriel|indesirable){20}(rejete|refuse|detecte)': 'Spam détecté',
  },
  virus: {
    'virus {20}(detecte|trouve|dans)': 'Virus détecté dans le message',
  },
  'message-too-big': {
    '(message|mail|fichier|piece jointe|taille){40}(trop grand|trop gros|trop volumineux|trop volumineuse|trop lourd|depasse)':
      'Message trop volumineux',
  },
  'relay-denied': {
    'relais {20}(interdit|refuse|non autorise|pas autorise)': 'Relais interdit',
    'relayage {20}(interdit|refuse|non autorise)': 'Relayage refusé',
  },
  'invalid-sender': {
    '(emetteur|expediteur){30}(invalide|refuse|inconnu|rejete|non autorise|inexistant|incorrect)': 'Émetteur invalide',
  },
  'submission-auth': {
    '(authentification|identification){20}(requise|obligatoire|invalide|echouee|necessaire|incorrect)':
      'Authentification requise',
  },
  'network-error': {
    '(connexion|serveur){40}(echouee|refusee|impossible|injoignable|expire|delai|interrompue|perdue)':
      'Connexion impossible avec le serveur',
  },
  'rate-limited': {
    'trop de (messages|mails|courriels|destinataires|connexions)': 'Trop de messages envoyés',
  },
  policy: {
    '(acces|service) refuse': 'Accès refusé',
    '(message|mail|courriel) {10}(refuse|rejete|bloque)': 'Message refusé',
    'politique de': 'Refusé par la politique de sécurité',
  },
  'system-error': {
    '(erreur|probleme) {15}(temporaire|interne|systeme)': 'Erreur temporaire',
    '(essayer|reessayer|reessayez|essayez) {10}(plus tard|ulterieurement)': 'Veuillez réessayer plus tard',
  },
  'auto-reply': {
    'absence du bureau': 'Absence du bureau',
    'reponse automatique': 'Réponse automatique',
    'je suis {15}(absent|absente|en conge|en vacances)': 'Je suis actuellement absent',
  },
};

const SPANISH: Sentences = {
  'ip-blocklisted': {
    '(ip|servidor){40}(bloquead|lista negra|listad)': 'Su IP está bloqueada',
    'lista negra': 'Está en una lista negra',
  },
  'mailbox-full': {
    '(buzon|casilla|cuenta|cuota|espacio|bandeja|destinatario){40}(lleno|llena|excedido|excedida|superada|superado|agotado|agotada|insuficiente|sobrepasado|sobrepasada)':
      'El buzón del usuario está lleno',
  },
  'mailbox-disabled': {
    '(buzon|casilla|cuenta|direccion|usuario|destinatario){40}(deshabilitad|desactivad|suspendid|bloquead|cerrad|cancelad|inactiv|eliminad|expirad|dado de baja|dada de baja)':
      'La cuenta está deshabilitada',
  },
  'mailbox-moved': {
    'nueva direccion': 'Mi nueva dirección es bob@example.net',
    'ya no {15}(trabaja|pertenece|labora)': 'Esta persona ya no trabaja aquí',
    'cambiado de direccion': 'He cambiado de dirección',
  },
  'domain-unknown': {
    'dominio{30}(no existe|desconocido|inexistente|no encontrado|invalido|no valido|no se encuentra)': 'El dominio no existe',
  },
  'user-unknown': {
    '(destinatario|usuario|direccion|buzon|casilla|cuenta){60}(desconocid|no existe|inexistente|no encontrad|no valid|invalid|no se encontro|no encontramos|incorrect|no fue encontrad|no esta registrad)':
      'Usuario desconocido',
    'no existe {20}(usuario|cuenta|buzon|destinatario|direccion|casilla)': 'No existe el usuario',
    '(no hay|ningun) (usuario|buzon|destinatario)': 'No hay usuario con ese nombre',
  },
  'spam-content': {
    '(spam|correo no deseado|correo basura){20}(rechazad|detectad|bloquead)': 'Spam rechazado',
    '(considerad|detectad|clasificad|identificad|marcad){15}(spam|correo no deseado|basura)': 'Mensaje considerado como spam',
  },
  virus: {
    'virus {20}(detectado|encontrado)': 'Virus detectado',
  },
  'message-too-big': {
    '(mensaje|correo|archivo|adjunto|tamano){40}(demasiado grande|muy grande|excede|supera|excedido)': 'Mensaje demasiado grande',
  },
  'relay-denied': {
    '(relay|reenvio|retransmision){20}(denegad|no permitid|no autorizad|prohibid)': 'Relay denegado',
  },
  'invalid-sender': {
    'remitente{30}(invalid|rechazad|desconocid|no valid|no existe|no autorizad|bloquead|denegad)': 'Remitente rechazado',
  },
  'submission-auth': {
    'autenticacion{20}(requerid|fallid|necesari|incorrect)': 'Autenticación requerida',
  },
  'network-error': {
    '(conexion|servidor|host){40}(rechazad|fallid|agotado|perdid|interrumpid|inalcanzable|no responde|no disponible)':
      'Conexión rechazada',
  },
  'rate-limited': {
    'demasiad(o|a)s (mensajes|correos|conexiones|destinatarios)': 'Demasiados mensajes',
  },
  policy: {
    'acceso (denegado|prohibido)': 'Acceso denegado',
    '(mensaje|correo) {10}(rechazado|bloqueado)': 'Mensaje rechazado',
    'politica {12}(seguridad|local|interna|correo|uso)': 'Rechazado por política de seguridad',
  },
  'system-error': {
    '(error|fallo|problema) {15}(temporal|interno|del sistema)': 'Error temporal',
    '(intente|intentelo|vuelva a intentar|reintente) {20}(mas tarde|nuevamente)': 'Intente más tarde',
  },
  'auto-reply': {
    'respuesta automatica': 'Respuesta automática',
    'fuera de (la |)oficina': 'Fuera de la oficina',
    'estoy de vacaciones': 'Estoy de vacaciones',
  },
};

const PORTUGUESE: Sentences = {
  'ip-blocklisted': {
    '(ip|servidor){40}(bloquead|lista negra|listad)': 'Seu IP foi bloqueado',
  },
  'mailbox-full': {
    '(caixa|caixa postal|conta|cota|quota|espaco|usuario|utilizador|destinatario){40}(cheia|cheio|lotada|lotado|excedid|ultrapassad|esgotad|insuficiente)':
      'A caixa postal do usuário está cheia',
  },
  'mailbox-disabled': {
    '(caixa|conta|endereco|usuario|utilizador|destinatario){40}(desativad|desabilitad|suspens|bloquead|cancelad|inativ|encerrad|removid|excluid)':
      'A conta está desativada',
  },
  'mailbox-moved': {
    'novo endereco': 'Meu novo endereço é bob@example.net',
    'nao trabalha mais': 'Ele não trabalha mais aqui',
    'mudou de endereco': 'Mudou de endereço',
  },
  'domain-unknown': {
    'dominio{30}(nao existe|desconhecido|inexistente|nao encontrado|invalido)': 'O domínio não existe',
  },
  'user-unknown': {
    '(destinatario|usuario|utilizador|endereco|caixa|conta){60}(desconhecid|nao existe|inexistente|nao encontrad|invalid|nao foi encontrad|incorret|nao localizad|nao cadastrad)':
      'Usuário não encontrado',
    'nao existe {20}(usuario|utilizador|conta|caixa|destinatario|endereco)': 'Não existe usuário com esse nome',
  },
  'spam-content': {
    '(considerad|identificad|classificad|detectad|detetad){15}spam': 'Mensagem considerada spam',
  },
  'message-too-big': {
    '(mensagem|email|arquivo|anexo|tamanho){40}(muito grande|demasiado grande|excede|excedeu|grande demais|ultrapassa)':
      'Mensagem muito grande',
  },
  'relay-denied': {
    'relay{20}(negado|nao permitido|nao autorizado|proibido)': 'Relay negado',
  },
  'invalid-sender': {
    'remetente{30}(invalid|rejeitad|desconhecid|nao existe|nao autorizad|bloquead|recusad)': 'Remetente rejeitado',
  },
  'network-error': {
    '(conexao|ligacao|servidor|host){40}(recusad|falhou|esgotad|perdid|interrompid|nao responde|indisponivel)':
      'Conexão recusada',
  },
  policy: {
    'acesso (negado|recusado)': 'Acesso negado',
    '(mensagem|email) {10}(rejeitad|bloquead|recusad)': 'Mensagem rejeitada',
  },
  'system-error': {
    '(erro|falha|problema) {15}(temporari|intern|do sistema)': 'Erro temporário',
    'tente {20}(mais tarde|novamente)': 'Tente novamente mais tarde',
  },
  'auto-reply': {
    'resposta automatica': 'Resposta automática: férias',
    '(estou de ferias|fora do escritorio|ausencia temporaria)': 'Estou de férias',
  },
};

const ITALIAN: Sentences = {
  'ip-blocklisted': {
    '(ip|server){40}(bloccat|lista nera|blacklist)': 'Il suo IP è bloccato',
  },
  'mailbox-full': {
    '(casella|mailbox|quota|spazio|account|utente|destinatario){40}(piena|pieno|superat|esaurit|insufficiente|raggiunt)':
      'La casella è piena',
  },
  'mailbox-disabled': {
    '(casella|account|indirizzo|utente|destinatario|utenza){40}(disabilitat|disattivat|sospes|bloccat|chius|inattiv|cessat|scadut|rimoss|cancellat)':
      "L'account è disabilitato",
  },
  'mailbox-moved': {
    'nuovo indirizzo': 'Il mio nuovo indirizzo è bob@example.net',
    'non lavora piu': 'Non lavora più qui',
    'cambiato indirizzo': 'Ha cambiato indirizzo',
  },
  'domain-unknown': {
    'dominio{30}(inesistente|non esiste|sconosciuto|non trovato|non valido)': 'Dominio inesistente',
  },
  'user-unknown': {
    '(destinatario|destin|utente|indirizzo|casella|account|nome utente|mailbox){60}(sconosciut|inesistente|non esiste|non trovat|non valid|errat|non e presente|non e stato trovat|inesistent)':
      'Utente sconosciuto',
    '(nessun|nessuna) (utente|casella|account|destinatario)': 'Nessun utente con questo nome',
    '(sconosciuto|inesistente) {10}(utente|destinatario|indirizzo)': 'Sconosciuto il destinatario',
  },
  'spam-content': {
    '(spam|posta indesiderata){20}(rilevat|rifiutat|bloccat)': 'Spam rilevato',
    '(considerat|identificat|classificat|riconosciut){15}spam': 'Messaggio considerato spam',
  },
  'message-too-big': {
    '(messaggio|email|allegato|dimensione|dimensioni){40}(troppo grande|troppo grandi|eccede|supera|superiore|oltre)':
      'Messaggio troppo grande',
  },
  'relay-denied': {
    'relay{20}(negato|non consentito|non permesso|non autorizzato|vietato)': 'Relay non consentito',
  },
  'invalid-sender': {
    'mittente{30}(non valid|rifiutat|sconosciut|inesistente|non esiste|non autorizzat|bloccat)': 'Mittente rifiutato',
  },
  'network-error': {
    '(connessione|server|host){40}(rifiutat|fallit|scadut|persa|interrott|non raggiungibile|non risponde)':
      'Connessione rifiutata',
  },
  policy: {
    'accesso negato': 'Accesso negato',
    '(messaggio|email) {10}(rifiutat|respint|bloccat)': 'Messaggio rifiutato',
  },
  'system-error': {
    '(errore|problema) {15}(temporane|intern|di sistema)': 'Errore temporaneo',
    '(riprovare|riprova|riprovi) {15}(piu tardi|in seguito)': 'Riprovare più tardi',
  },
  'auto-reply': {
    'risposta automatica': 'Risposta automatica',
    'fuori sede': 'Sono fuori sede',
    '(sono|saro) (in ferie|assente)': 'Sono in ferie',
  },
};

const DUTCH: Sentences = {
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

/** What servers say in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish, Danish, Norwegian, Finnish, Turkish. */
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
];
