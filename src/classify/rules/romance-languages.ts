import type { Sentences } from './sentences.js';

export const FRENCH: Sentences = {
  'missing-ptr': {
    '(ptr|reverse dns|dns inverse|resolution inverse){30}(manquant|absent|inexistant|invalide|incorrect)':
      'Enregistrement PTR manquant pour votre IP',
    '(pas de|aucun|sans) (enregistrement |)(ptr|reverse dns|dns inverse)': "Votre serveur n'a pas de reverse DNS",
  },
  'auth-failure': {
    '(echec|erreur|non respect) {15}(spf|dkim|dmarc)>': 'Echec SPF',
    '(spf|dkim|dmarc){20}(echoue|echec|invalide|non valide)': 'La vérification SPF a échoué',
  },
  'recipient-refused': {
    "(destinataire|correspondant) {10}(refuse|n'accepte pas) {30}(messages|mails|courriels|expediteur)":
      'Le destinataire refuse les messages de cet expéditeur',
    '(pas|non) autorise {20}(envoyer|ecrire|poster)': "Vous n'êtes pas autorisé à envoyer des messages à ce groupe",
  },
  'content-rejected': {
    '(piece jointe|pieces jointes|fichier joint|type de fichier|extension){30}(interdit|non autorise|pas autorise|refuse|bloque)':
      'Pièce jointe interdite',
  },
  'too-many-connections': {
    'trop de (connexions|sessions)': 'Trop de connexions',
  },
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
    'trop de (messages|mails|courriels|destinataires)': 'Trop de messages envoyés',
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

export const SPANISH: Sentences = {
  'missing-ptr': {
    '(no tiene|sin|falta|falta el) {12}(ptr|dns inverso|dns reverso|resolucion inversa)': 'Su servidor no tiene DNS inverso',
  },
  'auth-failure': {
    '(fallo|error|falla) {15}(spf|dkim|dmarc)>': 'Fallo SPF',
    '(spf|dkim|dmarc){20}(fallid|fallo|invalid|no valid)': 'Verificación SPF fallida',
  },
  'recipient-refused': {
    'destinatario {10}no {8}(acepta|admite|recibe) {20}(correo|correos|mensajes)':
      'El destinatario no acepta correo de este remitente',
    '(no tiene|sin) permiso {20}(enviar|escribir|publicar)': 'No tiene permiso para enviar mensajes a este grupo',
  },
  'content-rejected': {
    '(adjunto|adjuntos|archivo|extension){30}(no permitid|prohibid|no autorizad|bloquead)': 'Archivo adjunto no permitido',
  },
  'too-many-connections': {
    'demasiadas (conexiones|sesiones)': 'Demasiadas conexiones',
  },
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
    'demasiad(o|a)s (mensajes|correos|destinatarios)': 'Demasiados mensajes',
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

export const PORTUGUESE: Sentences = {
  'missing-ptr': {
    '(nao tem|nao possui|sem) {12}(ptr|dns reverso|reverso)>': 'Seu servidor não tem DNS reverso',
  },
  'auth-failure': {
    '(falha|erro) {25}(spf|dkim|dmarc)>': 'Falha na verificação de SPF',
    '(spf|dkim|dmarc){20}(falhou|invalid)': 'A verificação SPF falhou',
  },
  'recipient-refused': {
    'destinatario {10}nao {8}(aceita|recebe) {20}(email|emails|mensagens)': 'O destinatário não aceita mensagens deste remetente',
    '(nao tem|sem) permissao {20}(enviar|escrever)': 'Você não tem permissão para enviar mensagens a este grupo',
  },
  'content-rejected': {
    '(anexo|anexos|arquivo|extensao){30}(nao permitid|proibid|nao autorizad|bloquead)': 'Anexo não permitido',
  },
  'too-many-connections': {
    'muitas (conexoes|sessoes|ligacoes)': 'Muitas conexões',
  },
  'rate-limited': {
    '(muitas|demasiadas) (mensagens)': 'Muitas mensagens enviadas',
  },
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

export const ITALIAN: Sentences = {
  'missing-ptr': {
    '(non ha|senza|manca|manca il) {12}(ptr|reverse dns|dns inverso|rdns)': 'Il suo server non ha un record PTR',
  },
  'auth-failure': {
    '(spf|dkim|dmarc){20}(fallit|non valid|non superat)': 'Verifica SPF fallita',
  },
  'recipient-refused': {
    'destinatario {10}(non accetta|rifiuta) {20}(messaggi|email|posta)':
      'Il destinatario non accetta messaggi da questo mittente',
    '(non e autorizzat|non autorizzat|non ha il permesso){20}(inviare|scrivere)':
      "Non è autorizzato a inviare messaggi all'indirizzo",
  },
  'content-rejected': {
    '(allegato|allegati|file|estensione){30}(non consentit|non ammess|vietat|non permess|bloccat)': 'Allegato non consentito',
  },
  'too-many-connections': {
    'troppe (connessioni|sessioni)': 'Troppe connessioni',
  },
  'rate-limited': {
    'troppi (messaggi|destinatari)': 'Troppi messaggi',
  },
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

export const ROMANIAN: Sentences = {
  'mailbox-full': { '(casuta|cutia|contul){30}(plina|plin>|depasit)': 'Căsuța poștală este plină' },
  'user-unknown': {
    '(utilizator|utilizatorul|destinatar|destinatarul|adresa){30}(necunoscut|nu exista|inexistent|nu a fost gasit)':
      'Utilizator necunoscut',
  },
};
