import type { ProviderText } from '../documentation.js';

/** Ce que veulent dire les fournisseurs et les listes de blocage, en français. */
export const frProviders: ProviderText = {
  concerns: {
    ip: 'l’adresse IP d’envoi',
    domain: 'le domaine de l’expéditeur',
    link: 'un lien dans le message',
    account: 'le compte d’envoi',
    recipient: 'le destinataire',
    sender: 'l’adresse de l’expéditeur',
    message: 'le message lui-même',
    connection: 'la connexion',
    login: 'l’authentification',
    server: 'le serveur de réception',
  },
  senses: {
    spf: 'SPF a échoué.',
    dkim: 'DKIM a échoué.',
    alignment: 'Le domaine du champ From ne concorde ni avec celui de SPF ni avec celui de DKIM.',
    dmarcRecord: 'Le domaine du champ From n’a pas d’enregistrement DMARC.',
    plaintext: 'Le message n’est pas arrivé par TLS.',
    ptr: 'L’adresse IP d’envoi n’a pas d’enregistrement PTR, ou le nom qui y figure ne ramène pas à elle.',
    dailyLimit: 'Le compte d’envoi a épuisé sa limite de messages pour la journée.',
    edgeBlocking:
      'Le destinataire ne figure pas dans l’annuaire de l’organisation, ou celle-ci n’accepte pas de courrier pour ce domaine.',
    senderDenied: 'L’adresse de l’expéditeur n’est pas admise.',
    outboundSpam: 'Le compte d’envoi a été bloqué parce que du spam en est parti.',
    noMailbox: 'La boîte n’est pas disponible, le plus souvent parce qu’elle n’existe pas.',
    bareLineFeed:
      'Le message contient des sauts de ligne sans retour chariot, que seul CHUNKING (BDAT) a le droit de transporter.',
    insideOnly: 'Le destinataire n’accepte que le courrier des expéditeurs de sa propre organisation.',
    ipv6: 'Le message est arrivé par IPv6, où SPF ou DKIM doit réussir, et aucun des deux n’a réussi.',
    mtaSts: 'L’hôte n’est pas de ceux que permet la politique MTA-STS du domaine.',
    certificate: 'Le certificat de l’autre serveur ne satisfait pas la politique TLS du domaine, telle que MTA-STS.',
    busyMailbox: 'La boîte reçoit trop de messages à la fois et elle est ralentie.',
    slowed: 'L’adresse IP est ralentie en raison de sa réputation.',
    gone: 'La boîte n’est plus sur ce serveur.',
  },
  token: 'Chez {provider}, {token} dans une réponse concerne {concern}. {cause}',
  code: 'Par {code}, {provider} veut dire\u00a0: {cause}',
  codeInSense: 'Par {code}, {provider} veut dire\u00a0: {sense} {cause}',
  words: '{provider} le dit dans ses propres termes. {cause}',
  seen: 'Chez {provider}, une réponse contient {what}. {when}',
  noPage: 'réponses observées chez {provider}, sans documentation connue',
  list: {
    cause: 'La réponse nomme {list}. {cause}',
    fix: '{fix} {list} montre ses entrées, et comment en faire retirer une, à l’adresse {page}.',
  },
  aboutList: {
    cause:
      'Les destinataires interrogent {list} sur ceux qui leur envoient du courrier. Une réponse qui la nomme veut dire\u00a0: {cause}',
    when: 'Une réponse la nomme par l’un de ces termes\u00a0: {names}. {when}',
  },
  aboutProvider: {
    cause: '{provider} exploite les serveurs de messagerie dont les noms se terminent par {hosts}.',
    when: 'Les enregistrements MX du domaine du destinataire nomment un tel serveur, quel que soit le nom de ce domaine, ou les termes d’une réponse trahissent qui l’a écrite.',
    fix: 'Chercher dans la réponse un jeton ou un code que {provider} emploie dans un sens qui lui est propre, et se le faire expliquer. Le fournisseur documente ses réponses à l’adresse {page}.',
    fixWithoutPage:
      'Chercher dans la réponse un jeton ou un code que {provider} emploie dans un sens qui lui est propre, et se le faire expliquer. Aucune documentation du fournisseur n’est connue\u00a0: s’en tenir aux termes de la réponse.',
  },
  refusedQuery: {
    title: 'Requête refusée par la liste de blocage',
    cause:
      'Ce n’est pas une inscription. Une liste de blocage répond par une adresse de 127.255.255.0/24 quand elle refuse la question elle-même\u00a0: 252 dit que son nom est mal écrit, 254 que la question est venue par un résolveur public, 255 qu’il y avait trop de questions.',
    when: 'Le serveur de réception prend toute réponse de la liste pour une inscription, et refuse donc tout le monde.',
    fix: 'L’expéditeur ne peut que réessayer et prévenir l’administrateur du destinataire. Du côté de la réception, interroger la liste par son propre résolveur ou avec une clé, et ne retenir que les codes de retour que la liste documente (postscreen_dnsbl_sites et reject_rbl_client les prennent derrière le nom).',
  },
};
