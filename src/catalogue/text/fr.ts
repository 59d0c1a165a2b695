import type { CatalogueText } from '../documentation.js';
import { frProviders } from './fr-providers.js';

const replyCodes: CatalogueText['replyCodes'] = {
  101: {
    title: 'Connexion impossible',
    cause:
      'Le programme n’a pas pu ouvrir de connexion vers le serveur de messagerie. Aucune RFC ne définit 101\u00a0: ce n’est pas une réponse SMTP, car celles-ci commencent par 2, 3, 4 ou 5, mais un message que le client produit lui-même.',
    when: 'Un client de messagerie ou un script affiche 101 parce que le nom du serveur, le port ou le chemin réseau est erroné.',
    fix: 'Vérifier le nom du serveur avec dig, le port avec nc -vz host 587, et le pare-feu entre les deux. Chercher la véritable réponse SMTP dans le journal du serveur.',
  },
  111: {
    title: 'Connexion refusée',
    cause:
      'L’autre hôte a répondu à la connexion TCP par un refus. Aucune RFC ne définit 111 comme réponse\u00a0: c’est le numéro d’erreur ECONNREFUSED de Linux, affiché là où l’on attend un code de réponse.',
    when: 'Un client ou une bibliothèque a tenté de se connecter à un port sur lequel aucun serveur de messagerie n’écoute, ou qu’un pare-feu rejette.',
    fix: 'Vérifier que le serveur tourne et écoute (ss -ltn), que le port est le bon (25 entre serveurs, 465 ou 587 pour la soumission) et qu’aucun pare-feu ne le rejette.',
  },
  200: {
    title: 'Succès non standard',
    cause:
      'La commande a réussi, mais le serveur a employé un code qu’aucune RFC ne définit. Le premier chiffre décide (RFC 5321 §4.3.2)\u00a0: un 2 est donc un succès.',
    when: 'Une implémentation SMTP très ancienne ou faite maison répond à une commande.',
    fix: 'Aucune correction nécessaire\u00a0; le traiter comme 250. Si le serveur est le vôtre, lui faire envoyer 250 comme la norme l’exige.',
  },
  211: {
    title: 'État du système',
    cause:
      'Réponse d’état du système, qui renseigne sur l’état actuel du serveur de messagerie. Elle est généralement envoyée en réponse à une commande HELP ou à une demande d’état du système.',
    when: 'Un client interroge le serveur de messagerie sur son état ou ses capacités, et le serveur donne sur lui-même des informations de diagnostic ou des renseignements généraux.',
    fix: 'Aucune correction nécessaire\u00a0; cette réponse est informative. Si l’état signale un problème, revoir la configuration du serveur ou contacter l’administrateur de la messagerie.',
  },
  214: {
    title: 'Message d’aide',
    cause:
      'Message d’aide contenant des informations sur les commandes prises en charge par le serveur ou sur l’emploi d’une commande précise. C’est une réponse à la commande HELP, destinée à être lue par une personne.',
    when: 'La commande HELP a été envoyée au serveur SMTP. La réponse énumère les commandes disponibles ou explique l’emploi de la commande nommée.',
    fix: 'Aucune correction nécessaire\u00a0; c’est une réponse informative normale. Se servir du texte d’aide pour savoir quelles commandes le serveur prend en charge\u00a0; les programmes doivent plutôt lire la réponse à EHLO.',
  },
  220: {
    title: 'Service prêt',
    cause:
      'Le serveur accueille le client et attend ses commandes. En réponse à STARTTLS, il indique que la négociation TLS peut commencer.',
    when: 'Un client vient de se connecter, ou a envoyé STARTTLS.',
    fix: 'Aucune correction nécessaire. Si l’accueil n’arrive qu’après de nombreuses secondes, le serveur temporise volontairement (postscreen, tarpit) ou attend une résolution inverse\u00a0; les clients devraient patienter cinq minutes.',
  },
  221: {
    title: 'Fermeture de la connexion',
    cause: 'Le serveur ferme la session de la façon normale.',
    when: 'Le client a envoyé QUIT et la session est terminée.',
    fix: 'Aucune correction nécessaire. C’est la réponse à la fin de DATA qui dit si le message a été accepté, et non 221.',
  },
  235: {
    title: 'Authentification réussie',
    cause: 'Le nom d’utilisateur et le mot de passe, ou une autre forme d’identification, ont été acceptés.',
    when: 'Un client a terminé l’échange AUTH, le plus souvent sur les ports de soumission 465 et 587.',
    fix: 'Aucune correction nécessaire. Si des authentifications réussissent depuis des lieux où l’utilisateur ne se trouve pas, changer immédiatement le mot de passe et chercher du spam dans la file d’attente.',
  },
  250: {
    title: 'OK',
    cause:
      'La commande a été exécutée. À la fin de DATA, cela signifie que le serveur a accepté le message et en répond désormais.',
    when: 'Une commande quelconque a réussi\u00a0: EHLO, MAIL, RCPT, la fin des données du message, RSET ou NOOP.',
    fix: 'Aucune correction nécessaire. Si le message n’apparaît toujours pas, interroger le destinataire en donnant l’identifiant de file cité dans la réponse, car les filtres et les dossiers de spam agissent après 250.',
  },
  251: {
    title: 'Utilisateur non local',
    cause:
      'Le destinataire est hébergé ailleurs\u00a0; le serveur accepte le message et le réexpédie. En réponse à ETRN, il dit qu’aucun courrier n’attend pour ce nœud.',
    when: 'Un serveur qui connaît la nouvelle adresse d’un destinataire répond à RCPT ou VRFY, ou bien un hôte à connexion commutée a demandé sa file d’attente avec ETRN.',
    fix: 'Aucune correction nécessaire. Si la réponse indique une nouvelle adresse digne de confiance, mettre à jour le carnet d’adresses\u00a0; une réexpédition peut casser SPF, donc signer avec DKIM.',
  },
  252: {
    title: 'Utilisateur impossible à vérifier',
    cause:
      'Le serveur ne confirme ni n’infirme l’adresse, mais accepterait un message pour elle et tenterait de le remettre. En réponse à ETRN, il dit que les messages en attente sont en route.',
    when: 'Un client a envoyé VRFY ou EXPN à un serveur qui ne divulgue pas ses utilisateurs, ou ETRN à un relais.',
    fix: 'Aucune correction nécessaire\u00a0; envoyer le message est le seul test fiable. Pour empêcher de tels sondages sur votre propre Postfix, définir disable_vrfy_command = yes, qui répond 502.',
  },
  253: {
    title: 'Envoi des messages en attente commencé',
    cause:
      'Le traitement de la file demandé par ETRN a commencé, et la réponse indique combien de messages attendent pour le nœud.',
    when: 'Un hôte à connexion intermittente a demandé à son relais d’envoyer le courrier retenu pour lui.',
    fix: 'Aucune correction nécessaire. Si rien n’arrive ensuite, vérifier que le relais peut joindre votre hôte sur le port 25.',
  },
  334: {
    title: 'Défi du serveur',
    cause: 'Le serveur envoie un défi ou une invite en base64 et attend la réponse du client.',
    when: 'Un échange AUTH est en cours\u00a0: avec LOGIN, les défis sont les invites de saisie du nom d’utilisateur et du mot de passe.',
    fix: 'Aucune correction nécessaire. Si la session s’arrête là, le client ne prend pas en charge le mécanisme ou envoie du base64 incorrect\u00a0; lui en proposer un autre.',
  },
  354: {
    title: 'Début de la saisie du message',
    cause: 'Le serveur est prêt à recevoir le message, qui se termine par une ligne ne contenant qu’un point.',
    when: 'Le client a envoyé DATA après au moins un destinataire accepté.',
    fix: 'Aucune correction nécessaire. Si la connexion est perdue après 354, chercher un problème de MTU sur le chemin, un pare-feu qui inspecte SMTP ou un filtre de contenu trop lent.',
  },
  403: {
    title: 'Expéditeur non autorisé',
    cause:
      'Le compte n’a pas le droit d’envoyer depuis cette adresse. Aucune RFC ne définit 403\u00a0; SendGrid l’envoie à la soumission et, d’après son premier chiffre (RFC 5321 §4.3.2), c’est un refus temporaire.',
    when: 'Un message est remis à un service d’envoi avec une adresse From que le compte n’a pas vérifiée.',
    fix: 'Vérifier l’adresse ou le domaine d’expédition dans le compte du service, puis renvoyer le message\u00a0; une nouvelle tentative sans cela ne change rien.',
  },
  420: {
    title: 'Délai de connexion dépassé',
    cause:
      'Le serveur, ou le chemin vers lui, n’a pas disposé des ressources à temps. Aucune RFC ne définit 420\u00a0; d’anciens serveurs Yahoo et GroupWise l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Une session avec un serveur surchargé ou lent a dépassé le délai.',
    fix: 'Laisser la file d’attente réessayer. Si cela persiste, tester le chemin avec nc -vz host 25 et réduire le nombre de connexions parallèles vers ce domaine.',
  },
  421: {
    title: 'Service indisponible',
    cause:
      'Le serveur ferme la session\u00a0: il est surchargé, redémarre, a atteint une limite ou freine un expéditeur de mauvaise réputation.',
    when: 'La réponse arrive à la connexion ou en pleine session, souvent après de nombreuses connexions ou de nombreux messages depuis la même IP.',
    fix: 'Garder le message dans la file d’attente et réessayer à intervalles croissants. Lire le texte\u00a0: pour une limite, réduire le parallélisme et le débit vers ce domaine\u00a0; pour la réputation, vérifier les listes de blocage ainsi que SPF, DKIM et DMARC.',
    senses: [
      {
        reason: 'too-many-connections',
        cause:
          'Le serveur autorise moins de sessions parallèles depuis une même IP que vous n’en avez ouvert, ou moins de messages par session.',
        fix: 'Réduire le parallélisme pour ce fournisseur, dans Postfix avec smtp_destination_concurrency_limit sur un transport dédié.',
      },
      {
        reason: 'rate-limited',
        cause: 'Vous envoyez plus de messages par période que le serveur n’en accepte de votre IP ou de votre domaine.',
        fix: 'Étaler l’envoi, dans Postfix avec smtp_destination_rate_delay, et faire monter en charge les nouvelles adresses IP sur plusieurs semaines.',
      },
      {
        reason: 'bad-reputation',
        cause:
          'Le fournisseur diffère le courrier parce qu’il note mal votre IP ou votre domaine, ou qu’il constate des plaintes.',
        fix: 'Suspendre la campagne, n’envoyer qu’aux destinataires actifs et surveiller les outils postmaster du fournisseur jusqu’à ce que la note remonte.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Le serveur écarte votre IP pour le moment parce qu’elle figure sur une liste de blocage.',
        fix: 'Identifier la liste que le texte nomme, éliminer la cause et demander le retrait.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM ou DMARC a échoué, et le fournisseur diffère le courrier au lieu de le refuser.',
        fix: 'Corriger l’enregistrement SPF, la signature DKIM et l’alignement avec le domaine du From avant que la file d’attente n’abandonne.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Le serveur n’a pas trouvé de nom DNS inverse valide pour votre IP.',
        fix: 'Vérifier avec dig -x IP qu’un PTR existe et que son nom se résout vers la même IP.',
      },
      {
        reason: 'network-error',
        cause: 'La session est restée inactive trop longtemps ou s’est rompue, et le serveur l’a fermée.',
        fix: 'Réessayer\u00a0; si cela se répète, chercher une perte de paquets, un problème de MTU sur le chemin ou un filtre de contenu trop lent de votre côté.',
      },
      {
        reason: 'system-error',
        cause: 'Le serveur s’arrête, redémarre ou subit une panne interne.',
        fix: 'Réessayer plus tard\u00a0; seul son administrateur peut le réparer.',
      },
    ],
  },
  422: {
    title: 'Limite de stockage ou de licence',
    cause:
      'Le registre des codes étendus cite 422 à côté de X.7.12 (transition de mot de passe), mais aucune RFC ne définit son texte. Certains hébergeurs l’envoient pour une boîte aux lettres au-delà de son quota, et Barracuda pour une licence expirée\u00a0; le premier chiffre décide (RFC 5321 §4.3.2), il est donc temporaire.',
    when: 'Un message rencontre une boîte pleine chez un petit hébergeur, ou un boîtier de filtrage dont l’abonnement a pris fin.',
    fix: 'Laisser la file d’attente réessayer et lire le texte. Prévenir par une autre voie le destinataire que sa boîte est pleine, ou l’administrateur que la licence a expiré.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'La boîte aux lettres du destinataire a atteint son quota.',
        fix: 'Réessayer pendant quelques jours\u00a0; le destinataire doit supprimer des messages.',
      },
      {
        reason: 'system-error',
        cause: 'La licence du filtre de réception a expiré.',
        fix: 'Prévenir l’administrateur du destinataire et réessayer plus tard.',
      },
      {
        reason: 'submission-auth',
        cause: 'Le compte doit passer par une transition de mot de passe avant que ce mécanisme d’authentification fonctionne.',
        fix: 'S’authentifier une fois avec un mécanisme en clair sur TLS, puis employer le mécanisme choisi.',
      },
    ],
  },
  430: {
    title: 'Échec temporaire de la commande',
    cause:
      'Le registre des codes étendus cite 430 à côté de X.5.1 (commande invalide), mais aucune RFC ne définit son texte. Le premier chiffre décide (RFC 5321 §4.3.2), c’est donc un échec temporaire.',
    when: 'Un serveur peu répandu répond à une commande qu’il ne peut pas exécuter pour le moment.',
    fix: 'Laisser la file d’attente réessayer. Si cela persiste, lire le texte et le code étendu, et vérifier l’ordre des commandes du client.',
  },
  431: {
    title: 'Espace disque insuffisant',
    cause:
      'Le serveur de réception n’a plus d’espace disque ou de mémoire. Aucune RFC ne définit 431\u00a0; des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Un message ne peut pas être stocké chez le destinataire, ou un serveur Exchange local manque de ressources.',
    fix: 'Réessayer plus tard. Si le serveur est le vôtre, libérer de l’espace disque pour la base de données de la file d’attente et les journaux.',
  },
  432: {
    title: 'Transition de mot de passe nécessaire',
    cause:
      'Le compte doit s’authentifier une fois avec un mécanisme en clair avant que le mécanisme choisi fonctionne. Exchange Online emploie 432 4.3.2 pour autre chose\u00a0: la boîte aux lettres reçoit trop de messages à la fois.',
    when: 'Un client emploie un mécanisme d’authentification pour lequel le serveur n’a pas encore de secret enregistré, ou de nombreux messages vont vers une même boîte Microsoft 365.',
    fix: 'Pour AUTH, s’authentifier une fois avec PLAIN sur TLS. Pour 432 4.3.2 avec une limite de traitements simultanés par destinataire (recipient thread limit), étaler les messages vers cette boîte.',
    senses: [
      {
        reason: 'submission-auth',
        cause:
          'Le serveur ne peut pas vérifier ce mécanisme tant que l’utilisateur ne s’est pas authentifié une fois avec un mécanisme en clair.',
        fix: 'S’authentifier une fois avec PLAIN sur TLS, puis revenir au mécanisme choisi.',
      },
      {
        reason: 'rate-limited',
        cause: 'Exchange Online n’accepte que quelques messages simultanés pour une même boîte aux lettres.',
        fix: 'Étaler les notifications vers cette boîte ou envoyer un récapitulatif\u00a0; la file d’attente peut réessayer.',
      },
    ],
  },
  441: {
    title: 'Destination sans réponse',
    cause:
      'Le serveur de destination n’a pas répondu. Aucune RFC ne définit 441\u00a0; des listes de codes l’attribuent à Exchange, qui l’écrit pour sa propre file d’attente, et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Le serveur d’envoi ne peut joindre aucun hôte MX du domaine destinataire.',
    fix: 'Laisser la file d’attente réessayer. Vérifier le MX avec dig MX domain et le port 25 avec nc -vz host 25.',
  },
  442: {
    title: 'Connexion interrompue',
    cause:
      'La connexion s’est rompue pendant l’envoi du message. Aucune RFC ne définit 442\u00a0; des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Une session se termine au milieu des données, à cause du réseau, d’un pare-feu ou d’un redémarrage du serveur de réception.',
    fix: 'Laisser la file d’attente réessayer. Si la rupture survient toujours à la même taille, chercher un problème de MTU sur le chemin et des pare-feu qui inspectent SMTP.',
  },
  446: {
    title: 'Trop de sauts',
    cause:
      'Le message est passé par plus de serveurs que permis\u00a0; il tourne donc sans doute en boucle. Aucune RFC ne définit 446\u00a0; des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Deux serveurs se réexpédient mutuellement un message, ou une règle de réexpédition renvoie vers son origine.',
    fix: 'Lire les en-têtes Received pour trouver les deux hôtes, puis corriger la règle de réexpédition, le MX ou les domaines acceptés.',
  },
  447: {
    title: 'Message expiré dans la file d’attente',
    cause:
      'Le serveur d’envoi a abandonné parce que le délai de sa file d’attente s’est écoulé. Aucune RFC ne définit 447\u00a0; des listes de codes l’attribuent à Exchange, et le premier chiffre (RFC 5321 §4.3.2) le dit temporaire.',
    when: 'Toutes les tentatives, sur des heures ou des jours, ont échoué.',
    fix: 'Chercher la dernière véritable réponse de la destination\u00a0; c’est elle qui donne la cause. Renvoyer le message une fois la cause éliminée.',
  },
  449: {
    title: 'Erreur de routage',
    cause:
      'Le serveur d’envoi n’a trouvé aucune route pour le message. Aucune RFC ne définit 449\u00a0; des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Un connecteur, un smarthost ou le DNS du domaine destinataire est mal configuré.',
    fix: 'Vérifier dig MX domain, puis le connecteur d’envoi ou relayhost et les tables de transport de votre propre serveur.',
  },
  450: {
    title: 'Boîte aux lettres indisponible',
    cause:
      'L’action de messagerie demandée n’a pas été exécutée parce que la boîte aux lettres est temporairement indisponible. La boîte peut être verrouillée par un autre processus, ou une restriction temporaire comme la liste grise peut s’appliquer.',
    when: 'La boîte aux lettres du destinataire existe, mais elle est actuellement verrouillée, occupée ou soumise à une liste grise. Le serveur vous demande de réessayer plus tard.',
    fix: 'Réessayer la remise après quelques minutes. Avec une liste grise, la deuxième tentative réussit en général. Si l’échec persiste, vérifier si la boîte du destinataire est pleine ou désactivée, et chercher dans le texte un problème de DNS ou de débit.',
    senses: [
      {
        reason: 'greylisted',
        cause: 'Le serveur diffère volontairement le premier contact d’un client inconnu.',
        fix: 'Laisser la file d’attente réessayer après quelques minutes depuis la même IP\u00a0; rien d’autre n’est nécessaire.',
      },
      {
        reason: 'mailbox-full',
        cause: 'La boîte aux lettres dépasse son quota et n’accepte rien pour le moment.',
        fix: 'Réessayer pendant plusieurs jours\u00a0; exclure l’adresse des envois si la boîte reste pleine pendant des semaines.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'La boîte aux lettres est désactivée ou suspendue pour le moment.',
        fix: 'Réessayer pendant un jour ou deux, puis demander une autre adresse au destinataire.',
      },
      {
        reason: 'user-unknown',
        cause:
          'Le serveur n’a pas pu confirmer le destinataire et répond par un code temporaire\u00a0; Postfix le fait par défaut pour les adresses non vérifiées (unverified_recipient_reject_code).',
        fix: 'Vérifier que l’adresse ne contient pas de faute de frappe\u00a0; si la réponse reste la même pendant un jour, considérer l’adresse comme inexistante.',
      },
      {
        reason: 'domain-unknown',
        cause: 'Le serveur n’a trouvé aucune entrée DNS pour le domaine destinataire et ne veut pas trancher définitivement.',
        fix: 'Vérifier l’orthographe du domaine et dig MX domain.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Le domaine de l’expéditeur d’enveloppe ne se résout pas chez le destinataire.',
        fix: 'Publier des enregistrements MX ou A pour le domaine d’expédition et vérifier que ses serveurs de noms répondent depuis l’extérieur.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Le nom inverse de votre IP manque ou ne se résout pas vers elle.',
        fix: 'Vérifier dig -x IP et l’enregistrement d’adresse de ce nom\u00a0; demander au propriétaire du réseau de définir le PTR.',
      },
      {
        reason: 'rate-limited',
        cause: 'Vous avez envoyé trop de messages, ou à trop de destinataires, en peu de temps.',
        fix: 'Ralentir vers ce domaine et laisser la file d’attente réessayer.',
      },
      {
        reason: 'policy',
        cause: 'Une règle locale du destinataire diffère le message.',
        fix: 'Lire le texte et les liens qu’il contient\u00a0; contacter le postmaster si le message ne passe pas dans la journée.',
      },
      {
        reason: 'system-error',
        cause: 'Le destinataire ne peut pas effectuer ses contrôles ou n’est pas disponible pour le moment.',
        fix: 'Laisser la file d’attente réessayer.',
      },
    ],
  },
  451: {
    title: 'Erreur locale',
    cause:
      'Le serveur de réception a rencontré une panne en traitant la commande, ou il diffère le message en application d’une règle. Les cas courants sont les résolutions qui échouent, les filtres qui ne répondent pas et la liste grise.',
    when: 'La réponse arrive à RCPT ou après les données du message, et disparaît lors d’une tentative ultérieure.',
    fix: 'Laisser la file d’attente réessayer. Si cela dure des heures, lire le texte\u00a0: les erreurs DNS et SPF sont à corriger de votre côté, les pannes de base de données et de filtre relèvent de l’administrateur du destinataire.',
    senses: [
      {
        reason: 'system-error',
        cause: 'Une base de données, un filtre ou un disque du destinataire est en panne.',
        fix: 'Réessayer\u00a0; prévenir le postmaster du destinataire si cela dure plus d’un jour.',
      },
      {
        reason: 'greylisted',
        cause: 'Le premier contact est différé volontairement.',
        fix: 'Réessayer après quelques minutes depuis la même IP.',
      },
      {
        reason: 'dns-failure',
        cause: 'Le destinataire n’a pas pu résoudre un nom dont il a besoin, comme votre domaine d’expédition.',
        fix: 'Vérifier que tous les serveurs de noms de votre domaine répondent, puis laisser la file d’attente réessayer.',
      },
      {
        reason: 'auth-failure',
        cause: 'Un contrôle SPF, DKIM ou DMARC s’est terminé par une erreur temporaire ou a échoué.',
        fix: 'Contrôler la syntaxe de l’enregistrement SPF et s’assurer qu’il ne demande pas plus de dix requêtes, puis vérifier que la clé DKIM est publiée.',
      },
      {
        reason: 'rate-limited',
        cause: 'Le destinataire limite le nombre de messages par période.',
        fix: 'Envoyer plus lentement vers ce domaine et laisser la file d’attente réessayer.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Le destinataire freine votre IP ou votre domaine parce qu’il ne leur fait pas encore confiance.',
        fix: 'Envoyer moins, et seulement aux destinataires actifs\u00a0; vérifier les listes de blocage et les taux de plainte.',
      },
      {
        reason: 'network-error',
        cause: 'Le serveur n’a pas pu joindre l’hôte suivant ou a dépassé un délai.',
        fix: 'Réessayer\u00a0; vérifier le chemin si cela persiste.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Le domaine d’expédition n’a pas pu être résolu ou vérifié pour le moment.',
        fix: 'Vérifier les MX, les A et les serveurs de noms du domaine d’expédition.',
      },
    ],
  },
  452: {
    title: 'Stockage insuffisant',
    cause:
      'Le serveur manque d’espace de stockage, ou le nombre de destinataires par transaction est atteint. Certains fournisseurs l’emploient aussi pour une boîte aux lettres pleine ou pour des limites de débit.',
    when: 'La réponse arrive à MAIL quand le disque est presque plein, ou à RCPT après de nombreux destinataires acceptés.',
    fix: 'Laisser la file d’attente réessayer\u00a0; s’il y a trop de destinataires, le reste part dans une nouvelle transaction, ce que Postfix fait de lui-même. Si le serveur est le vôtre, vérifier l’espace libre avec df, ainsi que queue_minfree.',
    senses: [
      {
        reason: 'system-full',
        cause: 'Le serveur de réception n’a pas assez d’espace disque ou de mémoire libre pour le message.',
        fix: 'Réessayer plus tard\u00a0; son administrateur doit faire de la place.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'La transaction comporte plus de destinataires que le serveur n’en accepte à la fois.',
        fix: 'Envoyer aux destinataires restants dans une nouvelle transaction\u00a0; réduire smtp_destination_recipient_limit pour ce domaine.',
      },
      {
        reason: 'mailbox-full',
        cause: 'La boîte aux lettres du destinataire dépasse son quota.',
        fix: 'Réessayer pendant plusieurs jours\u00a0; exclure l’adresse des envois si la boîte reste pleine pendant des semaines.',
      },
      {
        reason: 'rate-limited',
        cause: 'Le serveur n’accepte plus de messages de votre part pendant cette période.',
        fix: 'Ralentir vers ce domaine et laisser la file d’attente réessayer.',
      },
    ],
  },
  453: {
    title: 'Pas de courrier pour vous',
    cause: 'Aucun courrier n’attend pour les domaines que le client a demandés avec ATRN.',
    when: 'L’abonné d’un relais de courrier à la demande (port 366) relève son courrier alors que la file d’attente est vide.',
    fix: 'Aucune correction nécessaire. Si du courrier est censé attendre, vérifier que le domaine pointe vers le relais et que le compte a le droit de le demander.',
  },
  454: {
    title: 'Échec temporaire d’authentification ou de TLS',
    cause:
      'Le serveur ne peut pas effectuer AUTH ou TLS pour le moment à cause d’une panne de son côté\u00a0; le mot de passe n’est pas faux. Postfix diffère aussi le relais avec 454, et Amazon SES l’emploie pour limiter le débit.',
    when: 'La réponse suit AUTH ou STARTTLS, ou bien RCPT sur un serveur qui diffère le relais.',
    fix: 'Réessayer plus tard et ne pas demander un nouveau mot de passe à l’utilisateur. Sur votre propre serveur, vérifier le démon SASL (smtpd_sasl_path) et que le certificat et la clé sont lisibles.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Le service d’authentification du serveur ne répond pas.',
        fix: 'Réessayer\u00a0; sur votre propre serveur, vérifier que Dovecot ou saslauthd tourne et que son socket se trouve là où Postfix le cherche.',
      },
      {
        reason: 'tls-failure',
        cause:
          'Le serveur annonce STARTTLS mais ne peut pas le démarrer pour le moment, souvent parce que le certificat ou la clé ne peut pas être chargé.',
        fix: 'Réessayer\u00a0; sur votre propre serveur, vérifier smtpd_tls_chain_files et le journal du gestionnaire TLS.',
      },
      {
        reason: 'relay-denied',
        cause: 'Le serveur ne relaie pas pour ce client et le dit avec un code temporaire.',
        fix: 'S’authentifier avant l’envoi, ou corriger les réglages de relais\u00a0; attendre ne suffira pas.',
      },
      {
        reason: 'rate-limited',
        cause:
          'Le service d’envoi, par exemple Amazon SES, limite le nombre de messages que votre compte peut envoyer par seconde ou par jour.',
        fix: 'Envoyer plus lentement ou demander au service une limite plus élevée.',
      },
    ],
  },
  455: {
    title: 'Paramètres impossibles à satisfaire',
    cause: 'Le serveur connaît le paramètre de MAIL ou de RCPT, mais ne peut pas l’honorer pour le moment.',
    when: 'Un client a employé une option ESMTP, par exemple DELIVERBY ou NOTIFY, que le serveur ne peut pas accorder pour l’instant.',
    fix: 'Laisser la file d’attente réessayer, ou envoyer sans l’option. Dans Postfix, smtp_discard_ehlo_keywords masque une option qu’un serveur gère mal.',
  },
  458: {
    title: 'Mise en file des messages impossible',
    cause: 'Le serveur n’a pas pu lancer le traitement de la file pour le nœud nommé par ETRN.',
    when: 'Un hôte à connexion intermittente demande le courrier en attente à son relais alors que celui-ci est en panne.',
    fix: 'Redemander plus tard. Sur un relais Postfix, vérifier que le service flush tourne et que le domaine figure dans fast_flush_domains.',
  },
  459: {
    title: 'Nœud non autorisé',
    cause: 'Le serveur refuse ETRN pour ce nœud\u00a0; le texte dit pourquoi.',
    when: 'Un client demande la file d’attente d’un domaine qu’il n’a pas le droit de vider ou que le relais ne connaît pas.',
    fix: 'Vérifier l’orthographe du domaine dans ETRN et, sur le relais, smtpd_etrn_restrictions et fast_flush_domains.',
  },
  471: {
    title: 'Erreur de filtre',
    cause:
      'Un filtre antispam, souvent du côté même de l’expéditeur, est en panne ou a retenu le message. Aucune RFC ne définit 471\u00a0; des analyseurs côté expéditeur et des hébergeurs comme NetEase l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Un message passe par un module antispam ou un analyseur sortant avant de partir.',
    fix: 'Vérifier d’abord le journal du filtre local et l’état de ses mises à jour\u00a0; examiner ensuite le contenu et renvoyer le message.',
  },
  476: {
    title: 'Connexions refusées',
    cause:
      'Le serveur n’accepte pas les connexions de votre hôte. Aucune RFC ne définit 476\u00a0; Earthlink est connu pour l’envoyer et, bien que le premier chiffre (RFC 5321 §4.3.2) le dise temporaire, c’est un blocage de l’IP.',
    when: 'Une IP d’envoi de mauvaise réputation, ou dont le réseau est bloqué, se connecte.',
    fix: 'Vérifier l’IP sur les listes de blocage DNS et son PTR avec dig -x IP\u00a0; cesser d’envoyer vers ce serveur et demander au fournisseur de lever le blocage.',
  },
  498: {
    title: 'Pas de MX pour le domaine',
    cause:
      'Le côté expéditeur n’a trouvé aucun serveur de messagerie pour le domaine destinataire. Aucune RFC ne définit 498\u00a0; MailChannels et PowerMTA l’écrivent eux-mêmes, et le premier chiffre (RFC 5321 §4.3.2) le dit temporaire.',
    when: 'Un service d’envoi prépare la remise, et la requête DNS pour le domaine destinataire ne trouve ni MX ni adresse.',
    fix: 'Vérifier l’orthographe et dig MX domain. Retirer l’adresse si le domaine reste sans serveur de messagerie.',
  },
  499: {
    title: 'Connexion au MX impossible',
    cause:
      'Le service d’envoi n’a pu se connecter à aucun serveur de messagerie du domaine. Aucune RFC ne définit 499\u00a0; Mailgun et Pardot l’écrivent eux-mêmes et, d’après son premier chiffre (RFC 5321 §4.3.2), il est temporaire.',
    when: 'Tous les hôtes MX du domaine destinataire sont arrêtés, refusent les connexions ou ne répondent pas à temps.',
    fix: 'Le service réessaie de lui-même. Vérifier dig MX domain et le port 25 des hôtes si cela dure plus d’un jour.',
  },
  500: {
    title: 'Erreur de syntaxe',
    cause: 'Le serveur ne connaît pas la commande, ou la ligne était trop longue.',
    when: 'Un client envoie un verbe inconnu, envoie le texte d’un message là où une commande est attendue, ou parle TLS ou HTTP à un port SMTP en clair.',
    fix: 'Vérifier le port (465 veut TLS dès le début, 587 et 25 passent par STARTTLS) et le logiciel client. Les pare-feu qui réécrivent les commandes, comme SMTP fixup, provoquent aussi cette erreur\u00a0; désactiver cette fonction.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'La commande est inconnue du serveur ou sa ligne est plus longue que permis.',
        fix: 'Enregistrer la session, par exemple avec debug_peer_list dans Postfix, et corriger le client ou le pare-feu intermédiaire.',
      },
      {
        reason: 'submission-auth',
        cause: 'Une ligne de l’échange AUTH était trop longue, ou AUTH n’est pas proposé sur cette connexion.',
        fix: 'Démarrer TLS d’abord et employer un mécanisme annoncé dans la réponse à EHLO.',
      },
    ],
  },
  501: {
    title: 'Erreur de syntaxe dans les paramètres',
    cause:
      'La commande est connue, mais son argument est mal formé\u00a0: le plus souvent une mauvaise adresse ou un mauvais nom HELO. Dans un échange AUTH, cela signifie que le base64 est incorrect ou que le client a interrompu l’échange.',
    when: 'Une adresse contient des espaces, n’a pas de chevrons ou pas de domaine, ou le nom HELO n’est pas un nom d’hôte valide.',
    fix: 'Examiner caractère par caractère l’adresse ou le nom dans la ligne de journal. Dans Postfix, donner à myhostname un nom complet\u00a0; lors de l’import d’une liste, éliminer les espaces et les caractères de contrôle.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'L’adresse du destinataire n’est pas bien formée.',
        fix: 'Corriger ou retirer l’adresse et valider la saisie à l’inscription.',
      },
      {
        reason: 'invalid-sender',
        cause: 'L’adresse d’expéditeur est mal formée ou son domaine n’existe pas.',
        fix: 'Définir un expéditeur d’enveloppe valide dont le domaine se résout.',
      },
      {
        reason: 'protocol-error',
        cause: 'Le nom HELO ou un autre argument enfreint la syntaxe.',
        fix: 'Envoyer dans HELO un nom d’hôte pleinement qualifié et n’employer que les paramètres annoncés par le serveur.',
      },
      {
        reason: 'submission-auth',
        cause: 'L’échange AUTH a été annulé ou contenait du base64 invalide.',
        fix: 'Saisir de nouveau les identifiants et mettre à jour le client.',
      },
    ],
  },
  502: {
    title: 'Commande non implémentée',
    cause: 'Le serveur connaît la commande mais ne la propose pas.',
    when: 'Un client envoie VRFY, EXPN, ETRN ou AUTH à un serveur où ces commandes sont désactivées\u00a0; Postfix répond aussi de la sorte aux commandes inconnues.',
    fix: 'N’employer que ce qu’annonce la réponse à EHLO. Si AUTH est refusé, utiliser le port de soumission 587 ou 465 au lieu de 25.',
  },
  503: {
    title: 'Mauvaise séquence de commandes',
    cause:
      'La commande est arrivée au mauvais moment, par exemple RCPT avant MAIL, ou DATA sans destinataire accepté. Certains serveurs l’envoient lorsqu’il manque une authentification.',
    when: 'Un client enchaîne les commandes sans y être autorisé (pipelining), continue après une commande refusée ou envoie AUTH là où il n’est pas proposé.',
    fix: 'Trouver la commande refusée avant le 503\u00a0; c’est elle la vraie cause. Si l’authentification manque, l’activer dans le client, ou smtp_sasl_auth_enable dans Postfix.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'Les commandes sont arrivées dans le mauvais ordre ou trop tôt.',
        fix: 'Corriger le client\u00a0; il doit attendre chaque réponse, sauf si PIPELINING est proposé.',
      },
      {
        reason: 'submission-auth',
        cause: 'Le serveur veut d’abord une authentification, ou ne propose pas AUTH sur cette connexion.',
        fix: 'S’authentifier après STARTTLS sur le port 587, ou sur TLS sur le port 465.',
      },
    ],
  },
  504: {
    title: 'Paramètre non implémenté',
    cause:
      'Le serveur ne prend pas en charge ce paramètre ou ce mécanisme AUTH. Postfix l’envoie aussi pour un nom HELO ou une adresse qui n’est pas pleinement qualifié.',
    when: 'Un client demande un mécanisme inconnu, ou se présente avec un nom court comme localhost ou un nom d’ordinateur Windows.',
    fix: 'Définir un nom HELO pleinement qualifié (myhostname ou smtp_helo_name dans Postfix), employer des adresses complètes et choisir un mécanisme dans la réponse à EHLO.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'Le nom HELO ou un paramètre n’est pas acceptable, souvent parce que le nom n’est pas pleinement qualifié.',
        fix: 'Envoyer dans HELO le nom d’hôte public\u00a0; il devrait correspondre au PTR de l’IP.',
      },
      {
        reason: 'submission-auth',
        cause: 'Le serveur ne prend pas en charge le mécanisme AUTH choisi par le client.',
        fix: 'Choisir un mécanisme annoncé dans la réponse à EHLO, le plus souvent PLAIN ou LOGIN sur TLS.',
      },
      {
        reason: 'invalid-sender',
        cause: 'L’adresse d’expéditeur n’a pas de domaine complet.',
        fix: 'Régler myorigin ou l’application pour que l’expéditeur d’enveloppe porte un domaine complet.',
      },
    ],
  },
  505: {
    title: 'Authentification requise',
    cause:
      'Le serveur veut une authentification, ou le compte est suspendu. Aucune RFC ne définit 505\u00a0; divers hébergeurs l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un client envoie sans s’authentifier, ou par un compte que l’hébergeur a verrouillé.',
    fix: 'Activer l’authentification dans le client et vérifier le mot de passe. Si le compte est suspendu, en demander la raison à l’hébergeur.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Le client ne s’est pas authentifié.',
        fix: 'Activer l’authentification SMTP avec nom d’utilisateur et mot de passe.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'Le compte d’envoi est suspendu.',
        fix: 'Chercher une compromission, changer le mot de passe et contacter l’hébergeur.',
      },
    ],
  },
  510: {
    title: 'Adresse e-mail incorrecte',
    cause:
      'L’adresse du destinataire n’est pas acceptée. Aucune RFC ne définit 510\u00a0; Plusnet et d’anciennes passerelles X.400 et Exchange l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à une adresse mal saisie ou qui n’existe pas à cet endroit.',
    fix: 'Vérifier que l’adresse ne contient pas de faute de frappe, et la retirer si elle est bien écrite.',
  },
  511: {
    title: 'Adresse e-mail incorrecte',
    cause:
      'L’adresse du destinataire n’est pas acceptée. Aucune RFC ne définit 511\u00a0; Sohu l’envoie, des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à une adresse que le système de réception ne connaît pas.',
    fix: 'Vérifier que l’adresse ne contient pas de faute de frappe, et la retirer si elle est bien écrite.',
  },
  512: {
    title: 'Hôte inconnu',
    cause:
      'L’hôte ou le domaine du destinataire est introuvable. Aucune RFC ne définit 512\u00a0; des listes de codes l’attribuent à Exchange et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Le domaine de l’adresse est mal saisi, a expiré ou n’a pas d’entrées DNS.',
    fix: 'Vérifier l’orthographe et dig MX domain\u00a0; retirer l’adresse si le domaine a disparu.',
  },
  513: {
    title: 'Type d’adresse incorrect',
    cause:
      'L’adresse n’est pas d’un type que le serveur traite, ou il refuse de relayer. Aucune RFC ne définit 513\u00a0; certains smarthosts l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un client utilise un smarthost sans s’authentifier, ou une adresse d’un autre système de messagerie est employée.',
    fix: 'S’authentifier auprès du smarthost, vérifier que votre domaine y est autorisé et corriger l’adresse.',
    senses: [
      {
        reason: 'relay-denied',
        cause: 'Le smarthost ne relaie pas pour ce client ou cet expéditeur.',
        fix: 'Activer l’authentification, ou faire autoriser votre domaine par le fournisseur du smarthost.',
      },
      {
        reason: 'invalid-address',
        cause: 'L’adresse du destinataire a une forme que le serveur ne traite pas.',
        fix: 'Corriger l’adresse\u00a0; elle doit avoir la forme partie locale, arobase, domaine.',
      },
    ],
  },
  517: {
    title: 'Expéditeur rejeté',
    cause:
      'L’adresse d’expéditeur ou son domaine est refusé. Aucune RFC ne définit 517\u00a0; Courier et d’autres l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Le domaine de l’expéditeur d’enveloppe n’existe pas, ou ne peut pas recevoir d’avis de non-remise.',
    fix: 'Vérifier dig MX et dig A pour le domaine d’expédition, et définir un expéditeur d’enveloppe capable de recevoir les avis de non-remise.',
  },
  521: {
    title: 'Serveur n’acceptant pas de courrier',
    cause:
      'L’hôte n’accepte jamais de courrier. Contrairement à la norme, certains serveurs emploient aussi 521 pour refuser un client précis\u00a0: AT&T pour les adresses IP bloquées et Postfix postscreen pour son action drop.',
    when: 'Un client se connecte à un hôte qui ne fait tourner qu’un serveur de messagerie factice, ou à un fournisseur qui bloque son IP.',
    fix: 'Vérifier dig MX domain et retirer l’adresse si l’hôte est le bon. Si le texte parle d’un blocage, vérifier votre IP sur les listes de blocage DNS et demander le retrait.',
    senses: [
      {
        reason: 'domain-no-mail',
        cause: 'L’hôte déclare qu’il n’accepte aucun courrier.',
        fix: 'Retirer l’adresse\u00a0; chercher une faute de frappe dans le domaine.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Le fournisseur refuse votre IP dès la connexion.',
        fix: 'Lire la liste ou le lien donné dans le texte, éliminer la cause et demander le retrait.',
      },
      {
        reason: 'protocol-error',
        cause: 'Le serveur a coupé le client pour une infraction au protocole, comme parler avant l’accueil.',
        fix: 'Faire attendre au client l’accueil et chaque réponse\u00a0; un serveur de messagerie correct n’est pas pris par ce test.',
      },
    ],
  },
  523: {
    title: 'Chiffrement nécessaire',
    cause:
      'L’authentification exige une connexion chiffrée. Le registre des codes étendus cite 523 à côté de X.7.10, tandis qu’aucune RFC ne définit la réponse elle-même\u00a0; Gmail l’envoie pour des commandes enchaînées (pipelining) après STARTTLS.',
    when: 'Un client tente AUTH sur une connexion en clair, ou envoie des commandes avant la fin de la négociation TLS.',
    fix: 'Employer STARTTLS sur le port 587 ou TLS sur le port 465 avant AUTH, et renvoyer EHLO après la négociation.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Le mécanisme n’est autorisé que sur une connexion chiffrée.',
        fix: 'Activer TLS dans le client avant qu’il ne s’authentifie.',
      },
      {
        reason: 'protocol-error',
        cause: 'Le client a envoyé d’autres commandes en même temps que STARTTLS.',
        fix: 'Corriger le client\u00a0: après STARTTLS, il doit attendre la réponse et la négociation.',
      },
    ],
  },
  524: {
    title: 'Chiffrement requis pour le mécanisme',
    cause:
      'Le mécanisme d’authentification choisi n’est autorisé que sur une connexion chiffrée. Le registre des codes étendus cite 524 à côté de X.7.11, tandis qu’aucune RFC ne définit la réponse elle-même\u00a0; 538 est le code plus ancien pour la même chose.',
    when: 'Un client emploie PLAIN ou LOGIN sans TLS.',
    fix: 'Employer STARTTLS sur le port 587 ou TLS sur le port 465 avant AUTH.',
  },
  525: {
    title: 'Compte utilisateur désactivé',
    cause:
      'Les identifiants étaient corrects, mais le compte d’envoi est verrouillé. Le registre des codes étendus cite 525 à côté de X.7.13, tandis qu’aucune RFC ne définit la réponse elle-même.',
    when: 'Un administrateur a verrouillé le compte pour abus, factures impayées ou soupçon d’intrusion.',
    fix: 'Consulter l’administrateur du compte. Changer le mot de passe et vérifier ce qui a été envoyé avant que le compte soit rouvert.',
  },
  530: {
    title: 'Authentification requise',
    cause: 'Le serveur veut une authentification, ou STARTTLS, avant d’accepter cette commande.',
    when: 'Un client envoie du courrier sur un port de soumission sans s’authentifier, ou sur un serveur qui exige TLS.',
    fix: 'Activer l’authentification SMTP et TLS dans le client\u00a0; dans un client Postfix, définir smtp_sasl_auth_enable = yes et smtp_tls_security_level = encrypt. Pour le courrier entre serveurs, utiliser le port 25 de l’hôte MX.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'La commande exige d’abord une authentification.',
        fix: 'Configurer le nom d’utilisateur et le mot de passe, et envoyer par le port de soumission 587 ou 465.',
      },
      {
        reason: 'tls-failure',
        cause: 'Le serveur exige STARTTLS avant toute commande de messagerie.',
        fix: 'Définir smtp_tls_security_level = may ou plus strict, et vérifier qu’aucun pare-feu ne retire STARTTLS de la réponse à EHLO.',
      },
    ],
  },
  533: {
    title: 'Remise non autorisée',
    cause:
      'Le registre des codes étendus cite 533 à côté de X.7.1 (non autorisé), mais aucune RFC ne définit son texte. Le premier chiffre décide (RFC 5321 §4.3.2), il est donc permanent.',
    when: 'Un serveur peu répandu refuse une commande parce que le client n’y est pas autorisé.',
    fix: 'Lire le texte\u00a0; vérifier l’authentification, l’autorisation de relais et l’adresse d’expéditeur.',
  },
  534: {
    title: 'Mécanisme d’authentification trop faible',
    cause:
      'Le mécanisme d’authentification choisi est plus faible que ce que le serveur permet à cet utilisateur. Gmail emploie 534 pour demander une connexion par le navigateur ou un mot de passe d’application.',
    when: 'Un client s’authentifie par mot de passe là où OAuth, un mot de passe d’application ou un mécanisme plus fort est exigé.',
    fix: 'Employer OAuth 2.0 ou un mot de passe d’application, sur TLS. Chez Gmail, suivre une fois avec un navigateur le lien donné dans la réponse.',
  },
  535: {
    title: 'Échec de l’authentification',
    cause: 'Le nom d’utilisateur ou le mot de passe est faux, ou le compte n’a pas le droit d’employer SMTP AUTH.',
    when: 'Un client ou un hôte relais s’authentifie avec des identifiants périmés, ou le fournisseur a désactivé l’authentification par mot de passe.',
    fix: 'Vérifier le nom d’utilisateur et le mot de passe (dans Postfix smtp_sasl_password_maps, puis lancer postmap). Créer un mot de passe d’application ou employer OAuth si le fournisseur l’exige, et chercher un verrouillage après des tentatives échouées.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Les identifiants sont faux, ou l’authentification par mot de passe est désactivée pour le compte.',
        fix: 'Saisir de nouveau le mot de passe, ou employer un mot de passe d’application ou OAuth 2.0.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'Le compte est verrouillé à la suite d’un abus ou de trop nombreux échecs d’authentification.',
        fix: 'Le déverrouiller chez le fournisseur, changer le mot de passe et supprimer les anciens appareils qui essaient encore le précédent.',
      },
    ],
  },
  538: {
    title: 'Chiffrement requis pour le mécanisme',
    cause:
      'Le mécanisme d’authentification choisi n’est autorisé que sur une connexion chiffrée. La RFC 4954 ne conserve 538 que pour des raisons historiques.',
    when: 'Un client emploie PLAIN ou LOGIN sans TLS sur un serveur assez ancien.',
    fix: 'Employer STARTTLS sur le port 587 ou TLS sur le port 465 avant AUTH.',
  },
  540: {
    title: 'Destinataire inactif ou bloqué',
    cause:
      'La boîte aux lettres est inactive, ou l’adresse du destinataire est bloquée. Aucune RFC ne définit 540\u00a0; Rambler l’envoie et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à une boîte aux lettres que son propriétaire n’a pas utilisée depuis longtemps, ou que le fournisseur a fermée.',
    fix: 'Cesser d’écrire à cette adresse et en demander une autre à la personne.',
    senses: [
      {
        reason: 'mailbox-disabled',
        cause: 'La boîte aux lettres est inactive.',
        fix: 'Retirer l’adresse.',
      },
      {
        reason: 'recipient-refused',
        cause: 'L’adresse du destinataire est bloquée pour ce courrier.',
        fix: 'Ne pas recommencer\u00a0; demander au destinataire de vous autoriser.',
      },
    ],
  },
  541: {
    title: 'Rejeté par le domaine de destination',
    cause:
      'Le domaine ou son filtre n’accepte pas le message. Aucune RFC ne définit 541\u00a0; Zoho et Symantec l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message se heurte à une règle de blocage de l’organisation du destinataire ou à son filtre antispam.',
    fix: 'Demander à l’administrateur du destinataire de vous autoriser\u00a0; vérifier d’abord les listes de blocage ainsi que SPF, DKIM et DMARC de votre domaine.',
    senses: [
      {
        reason: 'recipient-refused',
        cause: 'L’organisation du destinataire n’accepte pas de courrier de cet expéditeur.',
        fix: 'Demander à être inscrit sur la liste d’autorisation\u00a0; ne pas recommencer.',
      },
      {
        reason: 'spam-content',
        cause: 'Le filtre du domaine a jugé que le message était du spam.',
        fix: 'Vérifier le contenu et les liens, ainsi que le consentement du destinataire.',
      },
    ],
  },
  542: {
    title: 'Rejeté',
    cause:
      'Le destinataire a été refusé, le plus souvent parce que l’adresse n’existe pas. Aucune RFC ne définit 542\u00a0; MessageLabs (Symantec.cloud) l’envoie et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à un domaine placé derrière ce service de filtrage, à une adresse qui n’y est pas enregistrée.',
    fix: 'Vérifier que l’adresse ne contient pas de faute de frappe\u00a0; demander à l’administrateur du destinataire si l’adresse est enregistrée auprès du filtre.',
  },
  550: {
    title: 'Boîte aux lettres introuvable',
    cause:
      'L’action demandée n’a pas été exécutée parce que la boîte aux lettres n’existe pas ou que l’adresse du destinataire est rejetée par une règle. C’est un échec permanent, qui indique que l’adresse est invalide ou bloquée.',
    when: 'Un message est adressé à une adresse e-mail qui n’existe pas sur le serveur de destination, ou une règle du serveur rejette votre message (par exemple antispam, échec de la vérification de l’expéditeur).',
    fix: 'Vérifier que l’adresse e-mail du destinataire ne contient pas de faute de frappe. Si l’adresse est correcte, la boîte aux lettres a peut-être été supprimée ou votre domaine est peut-être bloqué\u00a0: vérifier la réputation d’expéditeur et les enregistrements SPF/DKIM/DMARC, et lire le texte, car 550 a de nombreuses causes.',
    senses: [
      {
        reason: 'user-unknown',
        cause: 'La boîte aux lettres n’existe pas dans ce domaine.',
        fix: 'Chercher une faute de frappe, puis retirer l’adresse de la liste.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'La boîte aux lettres existe mais elle est fermée, suspendue ou inactive.',
        fix: 'Cesser les envois et demander une autre adresse à la personne.',
      },
      {
        reason: 'mailbox-full',
        cause: 'La boîte aux lettres dépasse son quota, bien qu’un code permanent soit employé.',
        fix: 'Réessayer les jours suivants\u00a0; n’exclure l’adresse des envois qu’après des échecs répétés sur plusieurs semaines.',
      },
      {
        reason: 'recipient-refused',
        cause: 'Le destinataire, le groupe ou son administrateur n’accepte pas de courrier de cet expéditeur.',
        fix: 'Demander au destinataire de vous autoriser\u00a0; ne pas recommencer.',
      },
      {
        reason: 'policy',
        cause: 'Une règle locale a refusé le message sans en dire plus.',
        fix: 'Lire le texte et les liens qu’il contient, puis contacter le postmaster du domaine.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Votre IP d’envoi ou son réseau figure sur une liste de blocage.',
        fix: 'Identifier la liste nommée dans le texte, éliminer la cause (relais ouvert, compte piraté, mauvaise liste d’adresses) et demander le retrait.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'Votre domaine d’expéditeur, de HELO ou de lien figure sur une liste de blocage de domaines.',
        fix: 'Vérifier vos domaines et raccourcisseurs de liens auprès de la liste, faire le ménage et demander le retrait.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Le fournisseur note mal votre IP ou votre domaine.',
        fix: 'Envoyer moins, et seulement aux destinataires actifs\u00a0; surveiller les outils postmaster du fournisseur.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM ou DMARC a échoué pour votre domaine.',
        fix: 'Inscrire chaque hôte d’envoi dans SPF, signer avec DKIM au nom du domaine du From et vérifier l’alignement avec dig TXT _dmarc.domain.',
      },
      {
        reason: 'spam-content',
        cause: 'Le contenu a été jugé comme du spam ou de l’hameçonnage.',
        fix: 'Modifier le contenu et les liens, et vérifier que les destinataires ont consenti à recevoir ce courrier.',
      },
      {
        reason: 'relay-denied',
        cause: 'Le serveur ne livre pas pour ce domaine destinataire ou ne relaie pas pour vous.',
        fix: 'Vérifier dig MX domain\u00a0; s’authentifier s’il s’agit de votre propre relais\u00a0; prévenir le destinataire si le MX pointe vers un serveur qui ne connaît pas le domaine.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Votre IP n’a pas de nom DNS inverse, ou ce nom ne se résout pas vers elle.',
        fix: 'Faire définir un PTR par le propriétaire de l’IP, contrôler avec dig -x IP, et employer ce nom comme HELO.',
      },
      {
        reason: 'invalid-sender',
        cause:
          'Votre adresse d’expéditeur ou son domaine est refusé, par exemple parce qu’il ne se résout pas ou échoue à une vérification par rappel (callback).',
        fix: 'Employer un expéditeur d’enveloppe existant, dont le domaine a des enregistrements MX ou A et reçoit les avis de non-remise.',
      },
      {
        reason: 'rate-limited',
        cause: 'Vous avez dépassé une limite de messages par période.',
        fix: 'Attendre, puis envoyer plus lentement vers ce fournisseur\u00a0; ne pas exclure l’adresse des envois.',
      },
    ],
  },
  551: {
    title: 'Utilisateur non local',
    cause:
      'Le destinataire a sa boîte aux lettres ailleurs, et le serveur ne réexpédie pas. La réponse peut indiquer la nouvelle adresse.',
    when: 'Un message est adressé à une ancienne adresse d’une personne, ou à un serveur qui ne gère pas le domaine.',
    fix: 'Employer la nouvelle adresse si la réponse en indique une et qu’elle est digne de confiance. Sinon, vérifier dig MX domain et retirer l’adresse.',
    senses: [
      {
        reason: 'mailbox-moved',
        cause: 'La personne a changé d’adresse.',
        fix: 'Mettre l’adresse à jour si la réponse indique la nouvelle, sinon la retirer.',
      },
      {
        reason: 'relay-denied',
        cause: 'Le serveur ne gère pas le domaine destinataire.',
        fix: 'Vérifier le MX du domaine, ou s’authentifier si le serveur est votre propre relais.',
      },
    ],
  },
  552: {
    title: 'Stockage dépassé',
    cause:
      'Le message a été refusé parce que la boîte aux lettres est pleine ou que le message est trop volumineux. Certains fournisseurs l’emploient aussi pour un contenu bloqué ou pour un trop grand nombre de destinataires.',
    when: 'La réponse arrive à MAIL ou après DATA pour les gros messages, et à RCPT pour une boîte au-delà de son quota.',
    fix: 'Comparer la taille du message à la valeur SIZE de la réponse à EHLO et envoyer un lien au lieu d’une pièce jointe. Si la boîte est pleine, joindre le destinataire par une autre voie et réessayer dans quelques jours.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'La boîte aux lettres du destinataire dépasse son quota.',
        fix: 'Réessayer les jours suivants\u00a0; n’exclure l’adresse des envois qu’après des échecs répétés sur plusieurs semaines.',
      },
      {
        reason: 'message-too-big',
        cause:
          'Le message est plus volumineux que le serveur ou la boîte ne le permet\u00a0; l’encodage ajoute environ un tiers aux pièces jointes.',
        fix: 'Envoyer un lien ou fractionner le contenu\u00a0; comparer avec la valeur SIZE de la réponse à EHLO.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'La transaction comporte trop de destinataires, et le serveur emploie l’ancien code au lieu de 452.',
        fix: 'Envoyer aux destinataires restants dans une nouvelle transaction.',
      },
      {
        reason: 'spam-content',
        cause: 'Le contenu a été jugé comme du spam ou de l’hameçonnage.',
        fix: 'Modifier le contenu et les liens, et vérifier le consentement des destinataires.',
      },
      {
        reason: 'content-rejected',
        cause:
          'Un type de pièce jointe ou la forme du contenu n’est pas autorisé\u00a0; Gmail répond ainsi aux pièces jointes bloquées.',
        fix: 'Retirer les fichiers exécutables et les archives chiffrées, et envoyer un lien à la place.',
      },
      {
        reason: 'virus',
        cause: 'Un logiciel malveillant a été trouvé dans le message.',
        fix: 'Analyser l’ordinateur d’envoi et ne pas renvoyer le fichier.',
      },
    ],
  },
  553: {
    title: 'Nom de boîte aux lettres invalide',
    cause:
      'L’action demandée n’a pas été exécutée parce que le nom de la boîte aux lettres est syntaxiquement incorrect. L’adresse e-mail n’est pas conforme au format attendu, ou le serveur ne l’autorise pas.',
    when: 'L’adresse de l’expéditeur ou du destinataire contient des caractères invalides, est mal formatée ou enfreint les conventions de nommage du serveur. Certains serveurs emploient aussi 553 pour le relais, pour un expéditeur qui n’appartient pas au compte authentifié et pour les adresses IP bloquées.',
    fix: 'Vérifier le format de l’adresse e-mail\u00a0: s’assurer qu’elle suit le modèle standard partie locale, arobase et domaine avec des caractères valides. Retirer de l’adresse les espaces, caractères spéciaux ou défauts d’encodage, et chercher dans le texte une règle de relais ou d’expéditeur.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'L’adresse du destinataire est mal formée, ou contient des caractères que le serveur n’autorise pas.',
        fix: 'Corriger l’adresse\u00a0; retirer les espaces et les caractères parasites, et valider à l’inscription.',
      },
      {
        reason: 'user-unknown',
        cause: 'Le serveur ne connaît pas la boîte aux lettres et emploie 553 au lieu de 550.',
        fix: 'Chercher une faute de frappe, puis retirer l’adresse.',
      },
      {
        reason: 'invalid-sender',
        cause:
          'L’adresse d’expéditeur est refusée\u00a0: elle est mal formée, son domaine ne se résout pas, ou elle n’appartient pas au compte authentifié.',
        fix: 'Envoyer avec une adresse qui appartient au compte\u00a0; dans Postfix, la règle est smtpd_sender_login_maps.',
      },
      {
        reason: 'relay-denied',
        cause:
          'Le serveur ne gère pas ce domaine destinataire\u00a0; qmail dit que le domaine n’est pas dans sa liste d’hôtes autorisés.',
        fix: 'S’authentifier auprès du relais, ou vérifier que le MX du domaine pointe vers le bon serveur.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Le fournisseur refuse votre IP\u00a0; Yahoo et AT&T ont employé 553 de cette façon.',
        fix: 'Lire le jeton entre crochets ou le lien, éliminer la cause et demander le retrait.',
      },
      {
        reason: 'tls-failure',
        cause: 'Le destinataire exige un chiffrement que la session n’avait pas.',
        fix: 'Activer TLS pour ce domaine, dans Postfix avec smtp_tls_policy_maps.',
      },
    ],
  },
  554: {
    title: 'Échec de la transaction',
    cause:
      'La transaction de messagerie a échoué. C’est une erreur permanente fourre-tout, qui peut survenir à tout moment de la session SMTP, y compris comme accueil de rejet lorsque le serveur refuse toutes les connexions de votre IP.',
    when: 'Toute la transaction de messagerie est rejetée, souvent à cause du filtrage antispam, d’adresses IP figurant sur une liste de blocage, de messages mal formés ou d’infractions aux règles détectées pendant la phase DATA.',
    fix: 'Vérifier votre IP sur les listes de blocage DNS (DNSBL) et contrôler vos enregistrements SPF, DKIM et DMARC. Lire le message d’erreur complet pour y trouver les motifs précis du rejet. Si votre IP est listée, demander son retrait à la liste de blocage concernée.',
    senses: [
      {
        reason: 'ip-blocklisted',
        cause: 'Votre IP d’envoi figure sur une liste de blocage DNS ou sur la propre liste du fournisseur.',
        fix: 'Identifier la liste dans le texte, éliminer la cause et demander le retrait\u00a0; un accueil par 554 concerne tous les messages de cette IP.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'Un domaine d’expéditeur, de HELO ou de lien figure sur une liste de domaines ou d’URL.',
        fix: 'Vérifier tous les domaines du message auprès de la liste, faire le ménage et demander le retrait.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Le fournisseur note mal votre IP ou votre domaine et refuse la connexion.',
        fix: 'Arrêter les envois en masse depuis cette IP, chercher un abus et utiliser le formulaire de contact du fournisseur.',
      },
      {
        reason: 'spam-content',
        cause: 'Le contenu a été jugé comme du spam après DATA.',
        fix: 'Modifier le contenu et les liens, et vérifier le consentement des destinataires.',
      },
      {
        reason: 'virus',
        cause: 'Un logiciel malveillant a été trouvé dans le message.',
        fix: 'Analyser l’ordinateur d’envoi et ne pas renvoyer le fichier.',
      },
      {
        reason: 'content-rejected',
        cause: 'Un type de pièce jointe, un en-tête ou la forme du contenu n’est pas autorisé.',
        fix: 'Retirer la pièce jointe ou la convertir, puis renvoyer le message.',
      },
      {
        reason: 'not-rfc-compliant',
        cause: 'Le message est mal formé\u00a0: des en-têtes manquent, sont en double ou sont défectueux.',
        fix: 'Corriger l’en-tête nommé dans le texte\u00a0; From et Date doivent être présents une fois chacun, et Message-ID une fois au plus.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM ou DMARC a échoué.',
        fix: 'Inscrire l’hôte dans SPF, signer avec DKIM et aligner les deux avec le domaine du From.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Votre IP n’a pas de nom DNS inverse concordant.',
        fix: 'Définir un PTR qui se résout vers l’IP et le contrôler avec dig -x IP.',
      },
      {
        reason: 'relay-denied',
        cause: 'Le serveur ne relaie pas pour vous\u00a0; Postfix le dit avec 554 5.7.1.',
        fix: 'S’authentifier avant l’envoi, ou vérifier que le MX pointe vers un serveur qui connaît le domaine.',
      },
      {
        reason: 'user-unknown',
        cause: 'La boîte aux lettres n’existe pas, ce que dit ici le code général.',
        fix: 'Chercher une faute de frappe, puis retirer l’adresse.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'La boîte aux lettres est désactivée.',
        fix: 'Retirer l’adresse et en demander une autre à la personne.',
      },
      {
        reason: 'policy',
        cause: 'Une règle locale a refusé le message sans en dire plus.',
        fix: 'Lire le texte et les liens éventuels, puis contacter le postmaster du domaine.',
      },
      {
        reason: 'routing-loop',
        cause: 'Le message est passé par trop de serveurs.',
        fix: 'Lire les en-têtes Received et rompre la boucle dans les réexpéditions ou la configuration MX.',
      },
      {
        reason: 'protocol-error',
        cause: 'La session n’a pas de destinataire valide, ou une autre règle du dialogue a été enfreinte.',
        fix: 'Chercher la commande refusée juste avant\u00a0; c’est elle qui porte la cause.',
      },
    ],
  },
  555: {
    title: 'Paramètres non reconnus',
    cause: 'Le serveur ne connaît pas ou ne prend pas en charge un paramètre de MAIL ou de RCPT, ou n’a pas pu lire l’adresse.',
    when: 'Un client emploie une option ESMTP que le serveur n’a pas annoncée\u00a0; Gmail l’envoie aussi pour des adresses sans chevrons ou à la syntaxe défectueuse.',
    fix: 'N’employer que les options de la réponse à EHLO et écrire les adresses entre chevrons. Dans Postfix, smtp_discard_ehlo_keywords masque une option au côté client.',
  },
  556: {
    title: 'Domaine n’acceptant pas de courrier',
    cause:
      'Le domaine destinataire déclare par un enregistrement MX nul qu’il n’accepte aucun courrier, et le relais le sait sans essayer.',
    when: 'Un message est adressé à un domaine qui ne sert qu’à un site web, ou à un domaine mal orthographié.',
    fix: 'Vérifier dig MX domain\u00a0: un MX nul montre la préférence 0 et un point seul. Corriger la faute de frappe ou retirer l’adresse.',
  },
  557: {
    title: 'Rejet par une règle',
    cause:
      'Le message a été refusé par une règle du destinataire. Aucune RFC ne définit 557\u00a0; seuls quelques serveurs l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un filtre refuse le message après l’envoi des données.',
    fix: 'Lire le texte, vérifier SPF, DKIM, DMARC et les listes de blocage, et interroger le postmaster du domaine.',
  },
  558: {
    title: 'Échec permanent non attribué',
    cause:
      'Aucune RFC ne définit 558 et aucun serveur n’est connu pour l’envoyer. Le premier chiffre décide (RFC 5321 §4.3.2), c’est donc un échec permanent.',
    when: 'Un serveur fait maison ou un outil l’affiche\u00a0; on ne le rencontre presque jamais.',
    fix: 'Lire le texte qui l’accompagne et interroger le postmaster du domaine.',
  },
  570: {
    title: 'Relais refusé ou rejet par une règle',
    cause:
      'Un filtre refuse le destinataire, en application d’une règle ou parce qu’il ne relaie pas. Aucune RFC ne définit 570\u00a0; Symantec et d’autres boîtiers de filtrage l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à un domaine placé derrière un boîtier de filtrage qui ne connaît pas le destinataire ou ne fait pas confiance à l’expéditeur.',
    fix: 'Vérifier dig MX domain et votre propre réputation d’expéditeur\u00a0; demander à l’administrateur du destinataire de consulter le journal du filtre.',
    senses: [
      {
        reason: 'policy',
        cause: 'Une règle du filtre a refusé le message.',
        fix: 'Demander à l’administrateur du destinataire de quelle règle il s’agit.',
      },
      {
        reason: 'relay-denied',
        cause: 'Le filtre ne gère pas ce domaine destinataire.',
        fix: 'Vérifier le MX du domaine, ou s’authentifier s’il s’agit de votre propre relais.',
      },
    ],
  },
  571: {
    title: 'Remise non autorisée',
    cause:
      'La remise n’est pas autorisée et le message a été bloqué. Aucune RFC ne définit 571\u00a0; Orange, laposte.net, GroupWise et certains hébergeurs l’envoient, le plus souvent avec 5.7.1, et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Une politique DMARC, un filtre antispam ou une règle d’expéditeur du destinataire refuse le message.',
    fix: 'Vérifier d’abord SPF, DKIM et l’alignement DMARC du domaine du From, puis les listes de blocage\u00a0; interroger le postmaster du domaine si tout est valide.',
    senses: [
      {
        reason: 'auth-failure',
        cause: 'DMARC a échoué pour le domaine du From\u00a0; Orange et laposte.net répondent ainsi.',
        fix: 'Aligner SPF ou DKIM avec le domaine du From, et ne pas envoyer avec des adresses From de fournisseurs de messagerie gratuite.',
      },
      {
        reason: 'policy',
        cause: 'Une règle locale a refusé le message.',
        fix: 'Lire le texte et contacter le postmaster du domaine.',
      },
      {
        reason: 'spam-content',
        cause: 'Le contenu a été jugé comme du spam.',
        fix: 'Modifier le contenu et les liens, et vérifier le consentement des destinataires.',
      },
    ],
  },
  573: {
    title: 'Destinataire refusé',
    cause:
      'Le serveur refuse le destinataire. Aucune RFC ne définit 573\u00a0; seuls quelques serveurs l’envoient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à un destinataire qui ne peut pas recevoir de courrier de cet expéditeur, ou qui n’est pas enregistré auprès du filtre.',
    fix: 'Vérifier que l’adresse ne contient pas de faute de frappe et demander à l’administrateur du destinataire de vous autoriser.',
  },
  585: {
    title: 'Adresse non distribuable',
    cause:
      'La remise à cette adresse est impossible. Aucune RFC ne définit 585\u00a0; il est connu par des règles communautaires pour KumoMTA et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Un message est adressé à une adresse que le système de réception ne connaît pas.',
    fix: 'Vérifier que l’adresse ne contient pas de faute de frappe, et la retirer si elle est bien écrite.',
  },
  591: {
    title: 'Domaine d’expéditeur banni',
    cause:
      'Le destinataire n’accepte pas de courrier de ce domaine d’expéditeur. Aucune RFC ne définit 591\u00a0; Zoho et quelques boîtiers de filtrage l’enverraient et, d’après son premier chiffre (RFC 5321 §4.3.2), il est permanent.',
    when: 'Le domaine de l’expéditeur figure sur une liste du destinataire.',
    fix: 'Vérifier le domaine sur les listes de blocage de domaines ainsi que ses SPF, DKIM et DMARC\u00a0; demander au postmaster du destinataire de lever le bannissement.',
  },
  605: {
    title: 'Adresse ayant déjà rebondi',
    cause:
      'Mailgun n’a pas essayé parce que l’adresse a déjà produit un rebond et figure sur sa liste de suppression. Aucune RFC ne définit 605\u00a0: ce n’est pas une réponse SMTP, car le premier chiffre doit aller de 2 à 5 (RFC 5321 §4.3.2).',
    when: 'Un message est envoyé par Mailgun à une adresse qui a échoué définitivement auparavant.',
    fix: 'Retirer l’adresse de la liste d’envoi. Si elle fonctionne de nouveau, la supprimer de la liste de suppression (rebonds) du domaine et renvoyer une fois.',
  },
  606: {
    title: 'Destinataire désinscrit',
    cause:
      'Mailgun n’a pas essayé parce que le destinataire s’est désinscrit. Aucune RFC ne définit 606\u00a0: ce n’est pas une réponse SMTP, car le premier chiffre doit aller de 2 à 5 (RFC 5321 §4.3.2).',
    when: 'Un message est envoyé par Mailgun à une personne qui a utilisé le lien de désinscription.',
    fix: 'Respecter ce souhait et retirer l’adresse. Ne lever l’exclusion que si la personne se réinscrit.',
  },
  607: {
    title: 'Destinataire ayant signalé un spam',
    cause:
      'Mailgun n’a pas essayé parce que le destinataire a marqué vos messages comme spam. Aucune RFC ne définit 607\u00a0: ce n’est pas une réponse SMTP, car le premier chiffre doit aller de 2 à 5 (RFC 5321 §4.3.2).',
    when: 'Un message est envoyé par Mailgun à une personne dont la plainte est revenue par une boucle de rétroaction.',
    fix: 'Retirer l’adresse définitivement et examiner la source de l’inscription et la fréquence des envois.',
  },
};

const reasons: CatalogueText['reasons'] = {
  'user-unknown': {
    title: 'Utilisateur inconnu',
    cause: 'La boîte aux lettres n’existe pas dans ce domaine.',
    when: 'Un message est adressé à une adresse mal saisie, à une personne qui est partie, ou à une liste ancienne ou achetée.',
    fix: 'Retirer l’adresse après le premier refus permanent. Chercher une faute de frappe dans la partie locale et dans le domaine, et vérifier l’origine de la liste si plus de deux adresses sur cent environ échouent ainsi.',
    inbound: {
      cause: 'Un client a tenté de remettre un message à une adresse que votre serveur n’a pas.',
      when: 'Le destinataire n’est dans aucune des tables de destinataires, ou une vérification d’adresse auprès du serveur suivant a échoué.',
      fix: 'Rien à faire si l’adresse n’existe vraiment pas. Sinon, vérifier les tables de destinataires avec postmap -q (local_recipient_maps, virtual_mailbox_maps, relay_recipient_maps, virtual_alias_maps)\u00a0; une rafale de tels refus venant d’un même client est une collecte d’adresses (directory harvest), à limiter avec smtpd_client_recipient_rate_limit ou fail2ban.',
    },
  },
  'mailbox-disabled': {
    title: 'Boîte aux lettres désactivée',
    cause: 'La boîte aux lettres existe mais elle est fermée, suspendue ou inactive.',
    when: 'Le propriétaire ne s’est pas connecté depuis longtemps, n’a pas payé ou a quitté l’organisation.',
    fix: 'Cesser les envois et demander une autre adresse à la personne. Les adresses devenues inactives deviennent souvent par la suite des pièges à spam.',
    inbound: {
      cause: 'Un client a tenté de remettre un message à une boîte aux lettres désactivée sur votre serveur.',
      when: 'Le compte est verrouillé, ou son entrée dans la table d’accès refuse tout courrier.',
      fix: 'Rien à faire si le compte est fermé volontairement. S’il doit fonctionner, vérifier son état dans la base des utilisateurs et les tables check_recipient_access\u00a0; mettre en place une réexpédition ou un alias pour les personnes parties.',
    },
  },
  'mailbox-moved': {
    title: 'Boîte aux lettres déplacée',
    cause: 'La personne a quitté cette adresse\u00a0; la nouvelle figure peut-être dans la réponse.',
    when: 'Un message est adressé à une ancienne adresse dont le serveur sait que la personne en a changé.',
    fix: 'Passer à la nouvelle adresse si la réponse en indique une et que la personne la confirme. Sinon, retirer l’adresse.',
    inbound: {
      cause: 'Votre serveur a dit à un client que le destinataire a une nouvelle adresse.',
      when: 'L’adresse a une entrée dans relocated_maps ou dans une table d’accès portant un tel texte.',
      fix: 'Rien à faire si l’avis est voulu. Si le courrier doit encore être accepté, remplacer l’entrée par un alias dans virtual_alias_maps\u00a0; supprimer les anciens avis au bout d’un an ou deux.',
    },
  },
  'mailbox-full': {
    title: 'Boîte aux lettres pleine',
    cause: 'La boîte aux lettres du destinataire a atteint son quota.',
    when: 'Le destinataire ne fait pas le ménage, est absent ou n’utilise plus la boîte.',
    fix: 'Laisser la file d’attente réessayer quelques jours et retenter lors des envois suivants. N’exclure l’adresse des envois qu’après des échecs répétés sur quelques semaines, et joindre le destinataire par une autre voie si le message est urgent.',
    inbound: {
      cause: 'Votre serveur a refusé un message parce que la boîte aux lettres de votre utilisateur dépasse son quota.',
      when: 'Le service de quotas ou l’agent de livraison signale que la limite est atteinte, par exemple Dovecot par son service de politique de quotas.',
      fix: 'Vérifier l’utilisation (doveadm quota get -u user), puis augmenter le quota ou faire supprimer des messages à l’utilisateur. Refuser dès RCPT plutôt que d’émettre un avis de non-remise après acceptation, pour ne pas produire de rétrodiffusion (backscatter).',
    },
  },
  'recipient-refused': {
    title: 'Destinataire refusé',
    cause: 'Le destinataire, le groupe ou son administrateur n’accepte pas de courrier de cet expéditeur.',
    when: 'Un message est adressé à un groupe fermé, à une adresse interne ou à une personne qui vous a bloqué.',
    fix: 'Ne pas recommencer\u00a0; demander par une autre voie au destinataire ou au propriétaire du groupe de vous autoriser. L’adresse elle-même est bonne et n’a pas à être retirée d’autres listes.',
    inbound: {
      cause: 'Votre serveur n’accepte pas de courrier de cet expéditeur pour ce destinataire.',
      when: 'Une règle d’accès, une classe de restriction ou un réglage de liste limite les personnes qui peuvent écrire à l’adresse.',
      fix: 'Rien à faire si la règle est voulue. Si l’expéditeur doit passer, corriger check_recipient_access, smtpd_restriction_classes ou la liste des membres, et tester avec postmap -q.',
    },
  },
  'invalid-address': {
    title: 'Adresse invalide',
    cause: 'L’adresse du destinataire n’est pas bien formée, ou contient des caractères que le serveur n’autorise pas.',
    when: 'Une adresse vient d’un formulaire ou d’un import sans contrôle\u00a0: espaces, deux arobases, domaine manquant ou lettres non ASCII.',
    fix: 'Corriger ou retirer l’adresse, et contrôler les adresses à l’inscription. Pour les adresses à lettres non ASCII, les deux côtés ont besoin de SMTPUTF8.',
    inbound: {
      cause: 'Un client a nommé un destinataire que votre serveur ne peut pas lire comme une adresse ou n’autorise pas.',
      when: 'L’adresse a une mauvaise syntaxe, ou pas de domaine complet là où reject_non_fqdn_recipient s’applique.',
      fix: 'Le plus souvent rien, car c’est à l’expéditeur de corriger l’adresse. Si vos propres utilisateurs ou appareils sont concernés, leur faire envoyer des adresses complètes\u00a0; si les adresses non ASCII sont souhaitées, définir smtputf8_enable = yes.',
    },
  },
  'domain-unknown': {
    title: 'Domaine inconnu',
    cause: 'Le domaine destinataire n’existe pas ou n’a pas de route pour le courrier.',
    when: 'Le domaine est mal saisi ou a expiré, ou son MX pointe vers un nom sans adresse.',
    fix: 'Vérifier l’orthographe et consulter dig MX domain et dig A domain. Retirer l’adresse si le domaine reste sans serveur de messagerie.',
    inbound: {
      cause: 'Un client a voulu envoyer par votre serveur vers un domaine qui n’existe pas dans le DNS.',
      when: 'La règle reject_unknown_recipient_domain n’a trouvé ni MX ni adresse pour le domaine destinataire.',
      fix: 'Faire corriger l’adresse par votre utilisateur. Si le domaine existe bel et bien, tester votre résolveur avec dig MX domain sur le serveur de messagerie lui-même et, pour les domaines internes, ajouter une entrée à transport_maps.',
    },
  },
  'domain-no-mail': {
    title: 'Domaine sans courrier',
    cause:
      'Le domaine ou l’hôte déclare qu’il n’accepte aucun courrier, par un enregistrement MX nul ou par la réponse 521 ou 556.',
    when: 'Un message est adressé à un domaine qui ne sert qu’à des sites web, ou à un domaine de ce genre saisi par erreur.',
    fix: 'Retirer l’adresse ou corriger le domaine\u00a0; les nouvelles tentatives ne servent à rien. Vérifier avec dig MX domain\u00a0: un MX nul montre la préférence 0 et un point seul.',
    inbound: {
      cause:
        'Un client a voulu envoyer par votre serveur vers un domaine qui publie un MX nul, ou s’est connecté à l’un de vos hôtes qui n’accepte aucun courrier.',
      when: 'Votre relais a vu le MX nul en contrôlant le domaine destinataire, ou votre hôte répond 521 à chaque connexion.',
      fix: 'Rien à faire, car le refus est justifié\u00a0; votre utilisateur doit corriger l’adresse. Si le domaine est le vôtre et doit recevoir du courrier, publier un véritable enregistrement MX.',
    },
  },
  'invalid-sender': {
    title: 'Expéditeur invalide',
    cause:
      'L’adresse d’expéditeur ou son domaine est refusé\u00a0: il ne se résout pas, est mal formé, publie un MX nul ou n’appartient pas au compte authentifié.',
    when: 'Une application envoie en tant que root@localhost ou avec un domaine interne, ou un domaine a perdu ses enregistrements DNS.',
    fix: 'Employer un expéditeur d’enveloppe qui existe et peut recevoir les avis de non-remise. Vérifier dig MX domain pour le domaine d’expédition et, dans Postfix, myorigin, masquerade_domains et sender_canonical_maps.',
    inbound: {
      cause: 'Un client a employé une adresse d’expéditeur que votre serveur n’accepte pas.',
      when: 'Le domaine d’expédition ne se résout pas (reject_unknown_sender_domain), n’est pas pleinement qualifié, ou ne correspond pas au compte authentifié (reject_sender_login_mismatch).',
      fix: 'L’administrateur de l’expéditeur doit le corriger. Si l’un de vos propres utilisateurs est refusé, compléter smtpd_sender_login_maps\u00a0; si le domaine existe bel et bien, tester le résolveur du serveur de messagerie avec dig MX domain.',
    },
  },
  'auth-failure': {
    title: 'Échec d’authentification (SPF, DKIM, DMARC)',
    cause: 'SPF, DKIM, DMARC ou ARC a échoué pour le message.',
    when: 'Un hôte d’envoi manque dans l’enregistrement SPF, une clé DKIM est erronée, le domaine du From n’est pas aligné, ou une réexpédition a cassé les contrôles.',
    fix: 'Inscrire chaque hôte d’envoi dans SPF (dix requêtes DNS au plus) et signer avec DKIM au nom du domaine du From. Vérifier dig TXT domain, dig TXT selector._domainkey.domain et dig TXT _dmarc.domain, et lire les rapports DMARC.',
    inbound: {
      cause: 'Le message du client n’a pas passé les contrôles SPF, DKIM ou DMARC de votre serveur.',
      when: 'Le domaine demande le rejet (SPF -all ou DMARC p=reject) et le message vient d’un autre hôte, souvent parce qu’il est falsifié ou réexpédié.',
      fix: 'Rien à faire pour du courrier falsifié. Si un expéditeur souhaité est concerné, lire Authentication-Results et prévenir son administrateur\u00a0; pour les réexpéditeurs et les listes, faire confiance à leur sceau ARC ou prévoir une exception dans le milter. De nombreux échecs simultanés désignent votre propre résolveur.',
    },
  },
  'missing-ptr': {
    title: 'DNS inverse manquant',
    cause: 'L’IP d’envoi n’a pas de nom DNS inverse, ou ce nom ne se résout pas vers l’IP.',
    when: 'Un nouveau serveur ou une adresse IPv6 est utilisé avant que son PTR soit défini, ou le nom est un nom générique du fournisseur.',
    fix: 'Faire définir un PTR par le propriétaire de l’IP, vérifier dig -x IP et l’adresse de ce nom, et employer le même nom comme HELO (smtp_helo_name). Pour IPv6 sans PTR, définir inet_protocols = ipv4 en attendant.',
    inbound: {
      cause: 'Le client qui se connecte n’a pas de nom inverse que votre serveur puisse confirmer.',
      when: 'L’une des règles reject_unknown_client_hostname ou reject_unknown_reverse_client_hostname n’a trouvé aucune correspondance pour l’IP.',
      fix: 'L’administrateur du client doit définir le PTR. Si des expéditeurs souhaités sont touchés, vérifier votre résolveur avec dig -x IP, et employer la règle plus douce reject_unknown_reverse_client_hostname ou une exception dans check_client_access.',
    },
  },
  'ip-blocklisted': {
    title: 'IP sur une liste de blocage',
    cause: 'L’IP d’envoi ou son réseau figure sur une liste de blocage.',
    when: 'L’IP a envoyé du spam, un compte piraté ou un formulaire est exploité, le voisinage est mauvais, ou la plage d’adresses est destinée aux abonnés à connexion commutée.',
    fix: 'Identifier la liste que la réponse nomme et son motif, et faire d’abord cesser la cause\u00a0: vérifier postqueue -p, les authentifications et les formulaires web. Demander ensuite le retrait\u00a0; si la plage est dynamique, envoyer par le relais du fournisseur.',
    inbound: {
      cause:
        'Votre serveur a refusé le client parce que son IP figure sur une liste de blocage DNS que vous utilisez ou sur votre propre liste.',
      when: 'Une règle reject_rbl_client, postscreen_dnsbl_sites ou une entrée check_client_access a correspondu.',
      fix: 'Rien à faire pour les sources de spam. Si un client souhaité est touché, demander à son administrateur de se faire retirer de la liste, ou ajouter une exception dans check_client_access avant la règle. Si tout le monde est refusé, la liste est fermée ou rejette votre résolveur\u00a0: l’interroger par votre propre résolveur et ne retenir que ses codes de retour documentés.',
    },
  },
  'domain-blocklisted': {
    title: 'Domaine sur une liste de blocage',
    cause: 'Un domaine de l’expéditeur, du nom HELO ou d’un lien du message figure sur une liste de domaines ou d’URL.',
    when: 'Un site web a été piraté, un raccourcisseur de liens ou un domaine de suivi est partagé avec des spammeurs, ou le domaine est très récent.',
    fix: 'Vérifier chaque domaine des en-têtes et des liens auprès de la liste que la réponse nomme. Nettoyer le site, employer des liens de suivi de votre propre domaine, puis demander le retrait.',
    inbound: {
      cause:
        'Votre serveur a refusé le client parce qu’un domaine employé par celui-ci figure sur une liste que vous interrogez.',
      when: 'Une règle reject_rhsbl_sender, reject_rhsbl_helo ou de filtre de contenu a correspondu à l’expéditeur, au HELO ou à un lien.',
      fix: 'Rien à faire pour du spam. Si un expéditeur souhaité est touché, lui faire demander son retrait ou ajouter une exception dans check_sender_access avant la règle\u00a0; si tous les domaines correspondent, vérifier que votre résolveur a le droit d’interroger la liste.',
    },
  },
  'bad-reputation': {
    title: 'Mauvaise réputation',
    cause: 'Le fournisseur note mal l’IP ou le domaine d’envoi.',
    when: 'Le volume a brusquement augmenté, de nombreux destinataires se sont plaints, de nombreuses adresses n’existaient pas, ou l’IP est nouvelle.',
    fix: 'Envoyer moins, et seulement aux destinataires qui lisent vos messages, et nettoyer la liste. Surveiller Google Postmaster Tools et Microsoft SNDS, et veiller à ce que SPF, DKIM et DMARC soient valides\u00a0; une bonne réputation revient en quelques jours à quelques semaines.',
    inbound: {
      cause: 'Votre serveur ou son filtre considère le client comme un mauvais expéditeur.',
      when: 'Un service de réputation, un score de postscreen ou l’historique de votre filtre a franchi son seuil.',
      fix: 'Rien à faire pour les sources de spam. Si un client souhaité est touché, chercher son score dans le journal du filtre, l’ajouter à la liste d’autorisation et prévenir son administrateur.',
    },
  },
  'relay-denied': {
    title: 'Relais refusé',
    cause: 'Le serveur ne gère pas le domaine destinataire et ne relaie pas pour ce client.',
    when: 'Un client envoie par un serveur sans s’authentifier, ou le MX d’un domaine pointe vers un serveur qui ne le connaît pas.',
    fix: 'S’authentifier auprès de votre relais (smtp_sasl_auth_enable, smtp_sasl_password_maps) ou envoyer directement au MX. Si c’est le MX du destinataire qui répond ainsi, son administrateur doit ajouter le domaine.',
    inbound: {
      cause: 'Un client a voulu envoyer par votre serveur vers un domaine qui n’est pas le vôtre, sans autorisation de relais.',
      when: 'Le client n’est ni dans mynetworks ni authentifié, et le domaine n’est ni dans mydestination, ni dans relay_domains, ni dans les domaines virtuels.',
      fix: 'Rien à faire pour des inconnus, car les recherches de relais ouverts sont courantes. S’il s’agit de l’un de vos propres utilisateurs, activer SMTP AUTH dans le client\u00a0; si le domaine est le vôtre, l’ajouter à mydestination, virtual_mailbox_domains ou relay_domains. Ne pas élargir mynetworks pour cela.',
    },
  },
  'submission-auth': {
    title: 'Authentification requise ou échouée',
    cause: 'Le serveur de soumission exige une authentification ou STARTTLS, ou l’authentification a échoué.',
    when: 'Le mot de passe a changé, le fournisseur a désactivé l’authentification par mot de passe, ou le client emploie le mauvais port ou le mauvais mécanisme.',
    fix: 'Vérifier le nom d’utilisateur, le mot de passe, le port et TLS du client (587 avec STARTTLS ou 465). Dans un client relais Postfix, vérifier smtp_sasl_password_maps et lancer postmap\u00a0; chez les grands fournisseurs, employer un mot de passe d’application ou OAuth 2.0.',
    inbound: {
      cause: 'Un client ne s’est pas authentifié là où votre serveur l’exige, ou son authentification a échoué.',
      when: 'Les identifiants sont faux, le client parle sans TLS, ou un botnet essaie des mots de passe.',
      fix: 'Pour vos propres utilisateurs, vérifier le mot de passe et les réglages du client, et tester avec doveadm auth test. De nombreux échecs depuis des adresses inconnues sont des essais de mots de passe\u00a0: les bloquer avec fail2ban, définir smtpd_tls_auth_only = yes et ne proposer AUTH que sur les ports de soumission.',
    },
  },
  'sender-account-blocked': {
    title: 'Compte d’envoi bloqué',
    cause: 'Le compte ou le tenant d’envoi est verrouillé, ou a épuisé son propre quota d’envoi.',
    when: 'Le compte a été détourné, une facture est impayée, ou la limite quotidienne de l’abonnement est atteinte.',
    fix: 'Chercher une compromission\u00a0: changer le mot de passe, vérifier les règles de réexpédition et les clés d’application, et lire ce qui a été envoyé. Demander ensuite au fournisseur de déverrouiller le compte ou de relever la limite.',
    inbound: {
      cause: 'Votre serveur a refusé l’un de vos propres comptes parce qu’il est verrouillé ou dépasse sa limite d’envoi.',
      when: 'Un service de politique a compté trop de messages pour ce compte, ou un administrateur a verrouillé le compte.',
      fix: 'Chercher dans le journal sasl_username et le nombre de ses messages. Si le compte a été détourné, changer le mot de passe et vider la file d’attente (postqueue -p, puis postsuper -d pour ses identifiants de file) avant de le déverrouiller\u00a0; sinon, relever sa limite.',
    },
  },
  'tls-failure': {
    title: 'Échec TLS',
    cause:
      'Une exigence de chiffrement n’a pas été satisfaite\u00a0: STARTTLS manque ou a échoué, ou le certificat ne convient pas à MTA-STS, DANE ou REQUIRETLS.',
    when: 'Un certificat a expiré, un enregistrement TLSA n’a pas été renouvelé avec lui, les versions de protocole n’ont rien en commun, ou un pare-feu retire STARTTLS.',
    fix: 'Tester avec posttls-finger domain ou openssl s_client -starttls smtp -connect host:25. De votre côté, vérifier smtp_tls_policy_maps et smtp_tls_security_level\u00a0; un certificat, un enregistrement TLSA ou une politique MTA-STS défectueux relève de l’administrateur du destinataire.',
    inbound: {
      cause: 'Votre serveur exige un chiffrement que le client n’a pas démarré ou sur lequel il n’a pas pu s’accorder.',
      when: 'Le réglage smtpd_tls_security_level = encrypt s’applique sur ce port, ou la négociation a échoué à cause du protocole, du chiffrement ou du certificat.',
      fix: 'Sur le port 25, employer smtpd_tls_security_level = may, car tous les expéditeurs ne savent pas faire TLS. Vérifier que le certificat et la chaîne sont valides (smtpd_tls_chain_files), renouveler les enregistrements TLSA avant le certificat, et porter smtpd_tls_loglevel à 1 pour voir la négociation échouée.',
    },
  },
  'spam-content': {
    title: 'Contenu de spam',
    cause: 'Le contenu a été jugé comme du spam ou de l’hameçonnage.',
    when: 'Des mots, des liens, la forme du HTML ou les plaintes d’autres destinataires ont fait monter le score.',
    fix: 'Ne pas renvoyer le même message. Vérifier les liens et leurs domaines, garder identiques le texte et le HTML, et s’assurer que les destinataires ont donné leur accord et peuvent se désinscrire en un clic.',
    inbound: {
      cause: 'Votre filtre a jugé que le message du client était du spam.',
      when: 'Le score de Rspamd, de SpamAssassin ou d’un autre filtre a dépassé la limite de rejet.',
      fix: 'Rien à faire pour du spam. S’il s’agissait d’un message souhaité, chercher ses symboles dans le journal du filtre, l’apprendre comme ham, corriger la règle ou ajouter l’expéditeur à la liste d’autorisation\u00a0; ne pas relever la limite pour tous.',
    },
  },
  virus: {
    title: 'Virus détecté',
    cause: 'Un logiciel malveillant, ou un fichier qu’un antivirus prend pour tel, a été trouvé dans le message.',
    when: 'Un ordinateur ou un compte de l’expéditeur est infecté, ou un fichier inoffensif correspond à une signature.',
    fix: 'Ne pas le renvoyer. Analyser l’ordinateur d’envoi et chercher un abus du compte\u00a0; pour une fausse alerte, faire contrôler le fichier par plusieurs antivirus et envoyer un lien à la place.',
    inbound: {
      cause: 'Votre antivirus a trouvé un logiciel malveillant dans le message du client.',
      when: 'Un milter comme ClamAV a signalé une signature ou une macro interdite.',
      fix: 'Rien à faire s’il s’agit d’un logiciel malveillant\u00a0; si le client est l’un de vos propres hôtes, le déconnecter du réseau et l’analyser. Pour une fausse alerte, chercher le nom de la signature dans le journal de l’antivirus et l’inscrire sur la liste d’exclusion.',
    },
  },
  'content-rejected': {
    title: 'Contenu rejeté',
    cause: 'Le type de pièce jointe, l’encodage ou une autre propriété du contenu n’est pas autorisé.',
    when: 'Un message contient un fichier exécutable, une archive chiffrée, un fichier Office avec macros ou un jeu de caractères que le destinataire n’accepte pas.',
    fix: 'Retirer ou convertir la pièce jointe, ou envoyer un lien vers elle. Si des en-têtes 8 bits ou UTF-8 sont refusés, les envoyer encodés.',
    inbound: {
      cause: 'Le message du client a une pièce jointe ou une forme que votre serveur n’autorise pas.',
      when: 'Une règle de header_checks, mime_header_checks, body_checks ou du filtre a correspondu.',
      fix: 'Rien à faire si la règle est voulue\u00a0; dire au correspondant d’envoyer un lien. Si elle a agi par erreur, la trouver dans le journal et la tester avec postmap -q sur la table regexp ou pcre.',
    },
  },
  'message-too-big': {
    title: 'Message trop volumineux',
    cause: 'Le message est plus volumineux que ne le permet le serveur de réception, la boîte aux lettres ou le serveur d’envoi.',
    when: 'De grosses pièces jointes sont envoyées\u00a0; l’encodage ajoute environ un tiers à leur taille.',
    fix: 'Envoyer un lien ou fractionner le contenu. La valeur SIZE de la réponse à EHLO du destinataire donne la limite\u00a0; celle de votre propre Postfix s’affiche avec postconf message_size_limit.',
    inbound: {
      cause: 'Le message du client est plus volumineux que ne le permet votre serveur.',
      when: 'La taille que le client a déclarée à MAIL, ou les données qu’il a envoyées, dépasse message_size_limit.',
      fix: 'Rien à faire si la limite est voulue. Pour en permettre davantage, augmenter message_size_limit et, avec elle, mailbox_size_limit, virtual_mailbox_limit et les limites des filtres et du serveur suivant, afin que le courrier accepté ne rebondisse pas plus tard.',
    },
  },
  'not-rfc-compliant': {
    title: 'Non conforme aux RFC',
    cause: 'Les en-têtes ou la forme du message enfreignent les règles du format de courrier.',
    when: 'Un script construit lui-même ses messages\u00a0: From, Date ou Message-ID manque ou est en double, des fins de ligne sont nues, ou une ligne est trop longue.',
    fix: 'Corriger l’en-tête que la réponse nomme\u00a0; construire le message avec une bibliothèque de courrier. From et Date doivent être présents exactement une fois, et chaque ligne doit se terminer par CR LF et compter au plus 998 caractères.',
    inbound: {
      cause: 'Le message du client enfreint des règles de format que votre serveur impose.',
      when: 'Un en-tête manque ou est en double, une fin de ligne est nue (smtpd_forbid_bare_newline), ou un filtre est strict.',
      fix: 'L’expéditeur doit corriger son logiciel. Pour un appareil à vous, l’exempter avec smtpd_forbid_bare_newline_exclusions ou le faire envoyer par le port de soumission, où always_add_missing_headers peut aider.',
    },
  },
  policy: {
    title: 'Rejet par une règle',
    cause: 'Une règle locale du destinataire a refusé le message sans dire laquelle.',
    when: 'La réponse dit seulement que l’accès est refusé, que le message est refusé par la politique locale ou qu’il enfreint une règle.',
    fix: 'Lire le texte et les liens ou jetons qu’il contient. Vérifier SPF, DKIM, DMARC, PTR et les listes de blocage, car ce sont les causes habituelles\u00a0; écrire ensuite au postmaster du domaine en donnant l’heure, l’IP et la réponse complète.',
    inbound: {
      cause: 'Une règle de votre serveur a refusé le client, et la réponse ne dit pas pourquoi.',
      when: 'Une table d’accès, un service de politique ou un milter a répondu par un simple rejet.',
      fix: 'Trouver la règle dans la ligne de journal et ses voisines, et tester les tables d’accès avec postmap -q. Si elle est voulue, lui donner un texte propre pour que les expéditeurs sachent quoi faire\u00a0; sinon, la supprimer ou ajouter une exception avant elle.',
    },
  },
  greylisted: {
    title: 'Mis en liste grise',
    cause:
      'Le serveur diffère volontairement le premier contact d’un client inconnu\u00a0; les vrais serveurs de messagerie reviennent.',
    when: 'Vous écrivez à un destinataire pour la première fois, ou vos nouvelles tentatives viennent d’adresses IP changeantes.',
    fix: 'Attendre\u00a0: la tentative suivante, après quelques minutes, réussit le plus souvent. Faire partir les nouvelles tentatives de la même IP, et ne pas compter cela comme un rebond.',
    inbound: {
      cause: 'Votre liste grise ou les tests approfondis de postscreen ont différé un client qui n’était pas encore connu.',
      when: 'La combinaison du client, de l’expéditeur et du destinataire est nouvelle, ou le client doit passer une fois les tests de postscreen.',
      fix: 'Rien à faire, car les bons clients réessaient. Si le courrier de grands fournisseurs arrive en retard parce que leurs nouvelles tentatives changent d’IP, les exempter par une liste d’autorisation (permit_dnswl_client, postscreen_dnsbl_allowlist_threshold) ou appliquer la liste grise par réseau.',
    },
  },
  'rate-limited': {
    title: 'Débit limité',
    cause: 'Trop de messages ont été envoyés pendant une période.',
    when: 'Un envoi en nombre démarre à pleine vitesse, l’IP est nouvelle, ou le compte a une limite par heure ou par jour.',
    fix: 'Ralentir pour ce fournisseur\u00a0: dans Postfix, lui donner un transport avec smtp_destination_rate_delay et un faible parallélisme. Garder le courrier en file, respecter un éventuel délai d’attente indiqué et faire monter en charge les nouvelles adresses IP.',
    inbound: {
      cause: 'Le client a envoyé plus de messages, ou visé plus de destinataires, par période que votre serveur n’en accepte.',
      when: 'Une limite telle que smtpd_client_message_rate_limit, smtpd_client_recipient_rate_limit ou celle d’un service de politique a été atteinte.',
      fix: 'Regarder de qui il s’agit\u00a0: pour une inondation, garder la limite. Pour vos propres relais et applications, les ajouter à smtpd_client_event_limit_exceptions ou relever la limite\u00a0; s’il s’agit d’un compte authentifié, vérifier s’il est détourné.',
    },
  },
  'too-many-connections': {
    title: 'Trop de connexions',
    cause: 'Trop de sessions étaient ouvertes en même temps, ou trop de messages sont arrivés dans une même session.',
    when: 'Un traitement de la file ou plusieurs serveurs derrière une même IP envoient simultanément au même fournisseur.',
    fix: 'Réduire le parallélisme pour ce fournisseur avec smtp_destination_concurrency_limit sur un transport dédié, et laisser la file d’attente réessayer.',
    inbound: {
      cause: 'Le client a ouvert plus de sessions que votre serveur n’en autorise, ou y a commis trop d’erreurs.',
      when: 'La limite smtpd_client_connection_count_limit, smtpd_client_connection_rate_limit ou la limite de processus de master.cf a été atteinte.',
      fix: 'Rien à faire pour une inondation. Si des clients souhaités sont touchés, relever les limites ou les ajouter à smtpd_client_event_limit_exceptions\u00a0; si tous les processus smtpd sont occupés, augmenter default_process_limit et placer postscreen devant.',
    },
  },
  'too-many-recipients': {
    title: 'Trop de destinataires',
    cause: 'Le message compte, dans une même transaction, plus de destinataires que le serveur n’en accepte.',
    when: 'Un envoi en nombre s’adresse d’un coup à de nombreuses personnes d’un même domaine.',
    fix: 'Diviser la transaction\u00a0; un vrai serveur de messagerie envoie le reste de lui-même après la réponse 452. Réduire smtp_destination_recipient_limit pour ce domaine, et envoyer des messages individuels pour les envois en nombre.',
    inbound: {
      cause: 'Le client a nommé, dans une même transaction, plus de destinataires que votre serveur n’en accepte.',
      when: 'La limite smtpd_recipient_limit (1000 par défaut) ou celle d’un service de politique a été atteinte.',
      fix: 'Rien à faire, car un client correct envoie le reste dans une nouvelle transaction. Pour votre propre serveur de listes, relever la limite\u00a0; de la part de clients inconnus, c’est souvent du spam, donc surveiller smtpd_recipient_overshoot_limit.',
    },
  },
  'network-error': {
    title: 'Erreur réseau',
    cause: 'La connexion a été refusée, a été perdue ou a dépassé le délai.',
    when: 'L’hôte de réception est arrêté, un pare-feu bloque le port 25, ou le chemin perd des paquets.',
    fix: 'Laisser la file d’attente réessayer. Si cela persiste, tester nc -vz host 25 depuis le serveur de messagerie, aussi en IPv6\u00a0; si toutes les destinations dépassent le délai, votre fournisseur bloque le port 25 en sortie.',
    inbound: {
      cause: 'La session avec le client s’est rompue ou a dépassé un délai de votre côté.',
      when: 'Le journal montre lost connection ou timeout après une commande, souvent après DATA ou à la connexion.',
      fix: 'Les cas isolés et les balayages de ports ne demandent rien. Si des messages entiers sont perdus après DATA, vérifier la MTU du chemin, le pare-feu et les filtres lents\u00a0; smtpd_timeout se raccourcit de lui-même sous forte charge, donc surveiller aussi la charge.',
    },
  },
  'dns-failure': {
    title: 'Échec DNS',
    cause: 'Une requête DNS a échoué pour le moment.',
    when: 'Le résolveur ou les serveurs de noms d’un domaine ne répondent pas, la validation DNSSEC échoue, ou le réseau est coupé.',
    fix: 'Laisser la file d’attente réessayer. Comparer dig MX domain sur le serveur de messagerie avec dig MX domain @9.9.9.9\u00a0: si seul le vôtre échoue, vérifier /etc/resolv.conf et sa copie dans le chroot de Postfix\u00a0; si les deux échouent, prévenir le propriétaire du domaine.',
    inbound: {
      cause: 'Votre serveur n’a pas pu résoudre un nom dont il a besoin pour juger le client, et a différé le courrier.',
      when: 'Le nom inverse du client, le domaine d’expédition ou une liste de blocage ne s’est pas résolu à temps.',
      fix: 'Tester le résolveur sur le serveur de messagerie avec dig -x IP et dig MX domain, et faire tourner votre propre résolveur avec cache. Si un seul domaine est concerné, ses serveurs de noms sont en cause et le client réessaiera.',
    },
  },
  'routing-loop': {
    title: 'Boucle de routage',
    cause: 'Le message tourne en rond entre des hôtes ou des règles de réexpédition et a été arrêté.',
    when: 'Deux adresses se réexpédient mutuellement le courrier, ou le MX pointe vers un serveur qui le renvoie.',
    fix: 'Lire les en-têtes Received pour trouver les deux hôtes. Si Postfix signale que le courrier boucle vers lui-même, ajouter le domaine à mydestination, virtual_mailbox_domains ou relay_domains, ou corriger transport_maps et le MX.',
    inbound: {
      cause: 'Votre serveur a arrêté un message qui était passé par trop de serveurs ou vous revenait.',
      when: 'Le nombre d’en-têtes Received dépasse hopcount_limit, ou un en-tête Delivered-To nomme déjà le destinataire.',
      fix: 'Chercher les hôtes répétés dans les en-têtes Received du message. Corriger vos alias, vos réexpéditions et transport_maps, ou demander à l’autre administrateur de mettre fin à la réexpédition\u00a0; ne pas se contenter d’augmenter hopcount_limit.',
    },
  },
  'system-error': {
    title: 'Erreur système',
    cause: 'Le système de réception est en panne ou mal configuré.',
    when: 'Une base de données, un filtre ou un disque du destinataire est en panne, ou son système est en maintenance.',
    fix: 'Laisser la file d’attente réessayer. Si cela dure plus d’un jour ou vient avec un code permanent, communiquer au postmaster du domaine la réponse complète et l’heure.',
    inbound: {
      cause: 'Votre serveur n’a pas pu servir le client à cause d’une panne de son côté.',
      when: 'Une recherche dans une table a échoué, un milter ou un service de politique n’a pas répondu, ou la configuration contient une erreur.',
      fix: 'Chercher dans le journal les lignes warning, error et fatal juste avant le refus. Lancer postfix check, tester les tables avec postmap -q, et vérifier que la base de données, les milters et les services de politique tournent et que leurs sockets sont lisibles.',
    },
  },
  'system-full': {
    title: 'Système saturé',
    cause: 'Le système de réception n’a plus d’espace disque ou d’autres ressources.',
    when: 'Le disque de la file d’attente ou du courrier du destinataire est plein, ou son système est surchargé.',
    fix: 'Laisser la file d’attente réessayer\u00a0; seul l’administrateur du destinataire peut faire de la place.',
    inbound: {
      cause: 'Votre serveur a refusé du courrier parce qu’il a trop peu d’espace ou de mémoire libre.',
      when: 'L’espace libre du système de fichiers de la file d’attente est inférieur à queue_minfree ou à une fois et demie message_size_limit.',
      fix: 'Vérifier df -h et df -i pour les répertoires de la file d’attente et du courrier, et supprimer des journaux ou d’anciens fichiers de file. Regarder avec qshape deferred si la file d’attente elle-même remplit le disque.',
    },
  },
  'protocol-error': {
    title: 'Erreur de protocole',
    cause: 'Le dialogue SMTP a enfreint une règle\u00a0: mauvais ordre, mauvaise syntaxe, commande inconnue ou mauvais nom HELO.',
    when: 'Le logiciel client est défectueux, le nom HELO n’est pas pleinement qualifié, ou un pare-feu modifie le dialogue.',
    fix: 'Vérifier le nom HELO (smtp_helo_name), l’ordre des commandes et la version du client. Enregistrer une session avec debug_peer_list ou tcpdump, et désactiver l’inspection SMTP sur les pare-feu.',
    inbound: {
      cause: 'Le client a enfreint une règle du dialogue SMTP.',
      when: 'Il a parlé avant l’accueil, enchaîné les commandes sans y être autorisé (pipelining), employé un mauvais nom HELO ou envoyé des commandes inconnues.',
      fix: 'Rien à faire pour les bots, qui sont le cas habituel. Pour vos propres appareils, corriger leur nom HELO ou les faire passer par le port de soumission\u00a0; si des expéditeurs souhaités échouent, assouplir reject_non_fqdn_helo_hostname ou les tests de protocole de postscreen.',
    },
  },
  'message-expired': {
    title: 'Message expiré',
    cause: 'Le message est resté dans la file d’attente jusqu’à la fin de sa durée de vie, sans succès.',
    when: 'Toutes les tentatives, pendant des jours, ont été différées, ou l’hôte du destinataire n’a jamais répondu.',
    fix: 'Chercher la dernière véritable réponse avant l’expiration avec grep sur l’identifiant de file\u00a0; c’est elle qui donne la cause. Éliminer celle-ci et renvoyer le message\u00a0; la durée de vie s’affiche avec postconf maximal_queue_lifetime.',
    inbound: {
      cause: 'Votre serveur a dit au client que le délai du message était dépassé.',
      when: 'Une échéance de remise du message était passée, ou un serveur derrière le vôtre a abandonné et son texte a été transmis.',
      fix: 'Chercher par l’identifiant de file les reports qui précèdent. Si du courrier pour vos propres domaines expire en route vers un serveur interne, vérifier transport_maps et ce serveur avec postqueue -p.',
    },
  },
  'auto-reply': {
    title: 'Réponse automatique',
    cause: 'Le message est un avis d’absence ou une autre réponse automatique, et non un rebond.',
    when: 'Le destinataire est absent, ou un système de tickets confirme la réception.',
    fix: 'Aucune correction nécessaire\u00a0; garder l’adresse. Si le texte dit que la personne est partie définitivement, traiter le cas comme un changement d’adresse.',
    inbound: {
      cause:
        'Votre serveur a refusé une réponse automatique, comme un avis d’absence ou une notification sans adresse de retour.',
      when: 'Une réponse est arrivée à une adresse qui n’en accepte pas, ou l’expéditeur vide a été refusé.',
      fix: 'Rien à faire si l’adresse n’accepte volontairement aucune réponse. Ne jamais refuser l’expéditeur vide en général, car les avis de non-remise seraient perdus\u00a0; si des réponses à du courrier falsifié vous submergent, publier SPF et DMARC et chercher une rétrodiffusion (backscatter).',
    },
  },
  feedback: {
    title: 'Rapport de rétroaction',
    cause: 'Le destinataire a marqué vos messages comme spam, et le fournisseur le signale au format de rapport d’abus (ARF).',
    when: 'Vous participez à une boucle de rétroaction d’un fournisseur de messagerie.',
    fix: 'Désinscrire la personne immédiatement et définitivement. Surveiller le taux de plainte\u00a0: au-delà de un pour mille, changer l’inscription, la fréquence ou le contenu.',
    inbound: {
      cause: 'Une plainte ou un rapport au sujet d’un message faisait partie de la session avec votre serveur.',
      when: 'Un fournisseur a remis un rapport de rétroaction à votre adresse abuse, ou l’un de vos utilisateurs en a envoyé un.',
      fix: 'S’assurer que les adresses abuse et postmaster acceptent ces rapports et sont exemptées du filtrage antispam. Retrouver le compte client signalé grâce à l’identifiant du message d’origine et prendre les mesures nécessaires.',
    },
  },
  delivered: {
    title: 'Remis',
    cause: 'Le message a été remis, relayé ou développé\u00a0; c’est un rapport de succès.',
    when: 'Un avis de remise a été demandé, ou le journal note un message envoyé.',
    fix: 'Aucune correction nécessaire. Si le destinataire ne trouve pas le message, donner à son administrateur l’identifiant de file distant cité dans la réponse.',
    inbound: {
      cause: 'Votre serveur a accepté le message du client.',
      when: 'La réponse était positive, si bien que le message a été mis en file ou transmis.',
      fix: 'Aucune correction nécessaire. Pour suivre le message, chercher son identifiant de file dans le journal.',
    },
  },
  suppressed: {
    title: 'Exclu des envois',
    cause: 'Votre propre service d’envoi n’a pas essayé, parce que l’adresse figure sur une liste de suppression.',
    when: 'L’adresse a auparavant produit un rebond ou une plainte, ou s’est désinscrite.',
    fix: 'Retirer l’adresse de la liste de diffusion. Ne lever l’exclusion dans le service que s’il est certain que l’adresse fonctionne et que la personne veut ce courrier.',
    inbound: {
      cause: 'Votre serveur a refusé le client parce que le destinataire figure sur l’une de vos propres listes de suppression.',
      when: 'L’un de vos clients ou une application envoie par votre relais à une adresse qui a déjà produit un rebond ou une plainte.',
      fix: 'Dire au client concerné de retirer l’adresse. Si l’entrée est périmée, la supprimer de la liste ou de la table check_recipient_access.',
    },
  },
  undetermined: {
    title: 'Indéterminé',
    cause: 'Le code et le texte ne disent pas la cause.',
    when: 'La réponse est très générale, est tronquée ou vient d’un serveur qui emploie ses propres mots.',
    fix: 'Lire le texte entier et les lignes voisines dans le journal. Réessayer après un 4xx, arrêter après un 5xx, et ne pas exclure l’adresse des envois avant que la cause soit connue.',
    inbound: {
      cause: 'Votre serveur a refusé le client, mais le code et le texte ne disent pas pourquoi.',
      when: 'Un milter, un service de politique ou l’une de vos propres tables a répondu par un texte court.',
      fix: 'Chercher dans le journal l’identifiant de file ou l’IP du client autour de cette heure pour trouver la règle. Lui donner un texte clair et un code étendu, afin que les deux côtés puissent agir.',
    },
  },
};

const enhancedCodes: CatalogueText['enhancedCodes'] = {
  // Registered codes
  'X.0.0': {
    title: 'État non défini',
    cause: 'Le serveur annonce un succès, un échec temporaire ou un échec permanent, et rien d’autre.',
    when: 'Des logiciels anciens ou très laconiques l’envoient, et des passerelles l’insèrent quand l’autre côté n’a donné aucun code détaillé.',
    fix: 'Juger d’après la classe et la formulation\u00a0: réessayer après un 4, arrêter après un 5, ignorer un 2. Si la formulation ne dit rien non plus, consulter le journal du serveur qui l’a émis.',
  },
  'X.1.0': {
    title: 'Problème d’adresse, sans précision',
    cause: 'Quelque chose dans une adresse a arrêté le message, le plus souvent que le destinataire y est inconnu.',
    when: 'Il répond d’ordinaire à RCPT TO pour un utilisateur inconnu, mais Spectrum, Orange et Courier l’emploient aussi pour refuser l’expéditeur, et Exchange Online pour des adresses qu’il ne peut pas résoudre.',
    fix: 'Lire quelle adresse le texte nomme. S’il s’agit du destinataire, corriger ou retirer l’adresse après un 5 et réessayer après un 4\u00a0; s’il s’agit de l’expéditeur, examiner son orthographe, ses enregistrements MX et A et le lien de la réponse.',
  },
  'X.1.1': {
    title: 'Boîte aux lettres inconnue',
    cause: 'Le domaine existe, mais il n’a pas de boîte aux lettres portant cette partie locale.',
    when: 'Un 5 est le rebond quotidien pour utilisateur inconnu à RCPT TO\u00a0; un 4 apparaît quand Postfix ne peut pas encore vérifier le destinataire ou que les rebonds temporaires (soft bounces) sont activés. Orange et Comcast l’envoient aussi avec 552 ou 452 pour une boîte pleine ou une limite de débit.',
    fix: 'Après un 5, chercher une faute de frappe, retirer l’adresse de la liste et déterminer d’où elle venait. Après un 4, laisser la file d’attente réessayer, et le traiter comme un 5 si cela dure des jours.',
  },
  'X.1.2': {
    title: 'Domaine destinataire inconnu',
    cause: 'La partie qui suit l’arobase n’existe pas dans le DNS ou ne mène à aucun hôte qui accepte du courrier.',
    when: 'Un 5 suit une réponse DNS négative et définitive\u00a0; un 4, comme celui de Postfix pour un domaine destinataire inconnu, laisse la possibilité d’une panne DNS.',
    fix: 'Interroger les enregistrements MX, A et AAAA du domaine et le comparer aux fautes d’orthographe courantes. Retirer l’adresse si le domaine a vraiment disparu\u00a0; après un 4, vérifier d’abord le résolveur du serveur qui refuse.',
  },
  'X.1.3': {
    title: 'Adresse de destinataire mal formée',
    cause:
      'L’adresse du destinataire enfreint la syntaxe des adresses de courrier, par exemple par un espace, une seconde arobase ou un domaine manquant.',
    when: 'Il répond à RCPT TO quand une adresse a été saisie ou importée sans soin.',
    fix: 'Trouver le caractère fautif, corriger ou supprimer l’adresse, et valider les adresses là où les gens les saisissent.',
  },
  'X.1.4': {
    title: 'Adresse de destinataire ambiguë',
    cause: 'L’adresse correspond à plus d’un destinataire, et le serveur ne veut pas deviner.',
    when: 'Il vient de systèmes qui cherchent les personnes par leur nom dans un annuaire, et d’un annuaire où deux entrées partagent une même adresse.',
    fix: 'Employer l’adresse complète et exacte de la personne. L’administrateur du destinataire devrait chercher le doublon dans l’annuaire ou la table d’alias\u00a0; un 4 peut disparaître une fois cela corrigé.',
  },
  'X.1.5': {
    title: 'Adresse de destinataire valide',
    cause: 'Le serveur confirme que l’adresse du destinataire est bonne.',
    when: 'Il vient avec 250 après RCPT TO, sous la forme 2.1.5, et dans les rapports de remise réussie.',
    fix: 'Il n’y a rien à faire\u00a0; seule la réponse après la fin de DATA dit si le message lui-même a été accepté.',
  },
  'X.1.6': {
    title: 'Boîte déplacée sans réexpédition',
    cause: 'L’adresse fonctionnait autrefois, mais son propriétaire est parti et le serveur ne réexpédie pas.',
    when: 'Il répond à RCPT TO pour d’anciens employés ou clients, parfois avec la nouvelle adresse dans le texte.',
    fix: 'Reprendre la nouvelle adresse si la réponse en donne une et que la personne est d’accord\u00a0; sinon, retirer l’ancienne.',
  },
  'X.1.7': {
    title: 'Adresse d’expéditeur mal formée',
    cause: 'L’expéditeur d’enveloppe donné dans MAIL FROM n’est pas une adresse bien formée.',
    when: 'Il apparaît quand un logiciel construit l’adresse de retour à partir d’un modèle défectueux ou d’un nom non encodé. Postfix emploie aussi 4.1.7 et 5.1.7 quand son sondage de l’adresse d’expéditeur échoue.',
    fix: 'Lire l’adresse MAIL FROM dans le journal ou dans Return-Path et corriger le réglage du programme d’envoi. Si le texte parle de vérification, s’assurer que la boîte aux lettres de l’expéditeur accepte du courrier.',
  },
  'X.1.8': {
    title: 'Domaine d’expéditeur inutilisable',
    cause:
      'Le domaine de l’expéditeur d’enveloppe ne se résout pas, ou ne pourrait pas recevoir un avis de non-remise si l’on en envoyait un.',
    when: 'Il répond à MAIL FROM ou RCPT TO\u00a0: un 4 si la résolution peut encore réussir, comme dans le refus de Postfix pour domaine introuvable, un 5 si elle ne réussira pas. Exchange Online envoie 5.1.8 à ses propres clients quand un compte est bloqué pour spam.',
    fix: 'Interroger les enregistrements MX et A du domaine de l’expéditeur d’enveloppe depuis l’extérieur de votre réseau\u00a0; les noms internes, comme un simple nom d’hôte, sont les coupables habituels. Définir un domaine public comme origine du courrier, puis renvoyer.',
  },
  'X.1.9': {
    title: 'Relayé hors du suivi',
    cause: 'Le message a été transmis à un système qui n’envoie pas de rapports de remise.',
    when: 'Il figure, sous la forme 2.1.9, dans un rapport de remise ou de suivi dont l’action est relayed.',
    fix: 'Il n’y a rien à faire\u00a0; simplement ne pas attendre d’autre confirmation.',
  },
  'X.1.10': {
    title: 'Domaine destinataire à MX nul',
    cause:
      'Le domaine destinataire publie un unique enregistrement MX réduit à un point, ce qui déclare qu’il n’accepte jamais de courrier.',
    when: 'Le serveur d’envoi lui-même ou un relais trouve l’enregistrement avant toute tentative de remise, souvent avec 556. Exchange Online emploie 5.1.10 autrement\u00a0: il n’existe aucun destinataire à cette adresse.',
    fix: 'Interroger le MX du domaine. S’il s’agit d’un MX nul, retirer l’adresse ou corriger un domaine mal saisi\u00a0; si la réponse vient d’Exchange Online, la traiter comme un utilisateur inconnu.',
  },
  'X.2.0': {
    title: 'Problème de boîte aux lettres, sans précision',
    cause: 'La boîte aux lettres existe, mais quelque chose y empêche la remise.',
    when: 'Des modules de liste grise pour Postfix comme Postgrey et certains fournisseurs envoient 4.2.0 pour différer\u00a0; Comcast envoie 5.2.0 pour un refus DMARC et Orange pour du spam.',
    fix: 'Réessayer après un 4 avec la file d’attente normale. Après un 5, lire le texte\u00a0: il peut nommer un échec DMARC, un filtre ou un utilisateur injoignable, et chacun a son propre remède.',
  },
  'X.2.1': {
    title: 'Boîte aux lettres désactivée',
    cause: 'La boîte aux lettres existe mais elle est désactivée\u00a0: fermée, suspendue ou verrouillée pour inactivité.',
    when: 'Un 5 signifie définitivement ou jusqu’au retour du propriétaire, un 4 pour le moment. Gmail emploie aussi les deux classes quand un utilisateur reçoit du courrier trop vite, et AT&T emploie 5.2.1 pour les utilisateurs inconnus.',
    fix: 'Après un 5, cesser d’écrire à l’adresse et en demander une autre à la personne. Si le texte parle du débit auquel l’utilisateur reçoit du courrier, garder l’adresse et envoyer plus tard et plus lentement.',
  },
  'X.2.2': {
    title: 'Boîte aux lettres pleine',
    cause: 'Le destinataire a épuisé son quota de stockage.',
    when: 'Un 4 diffère dans l’espoir que l’utilisateur libère de la place, mais de nombreux serveurs répondent aussitôt 552 avec un 5. Exchange Online envoie 5.2.2 à ses propres clients quand l’expéditeur dépasse son quota de soumission.',
    fix: 'Garder l’adresse et réessayer lors de l’envoi suivant\u00a0; l’exclure des envois si la boîte reste pleine pendant des semaines. Le destinataire doit supprimer du courrier ou obtenir plus de stockage.',
  },
  'X.2.3': {
    title: 'Message trop long pour cette boîte',
    cause:
      'Le message dépasse la limite fixée pour cette boîte aux lettres, même si d’autres boîtes du système peuvent accepter davantage.',
    when: 'Il répond au paramètre SIZE de MAIL FROM, à RCPT TO ou à la fin de DATA. Zoho envoie 5.2.3 pour des infractions à sa politique de courrier sans rapport avec la taille.',
    fix: 'Envoyer un lien au lieu de la pièce jointe, ou fractionner le message\u00a0; les pièces jointes grossissent d’environ un tiers pendant le transport à cause de base64. Le répéter sans changement est inutile.',
  },
  'X.2.4': {
    title: 'Liste de diffusion impossible à développer',
    cause: 'L’adresse est une liste, et le serveur n’a pas pu la développer en ses membres.',
    when: 'Il apparaît quand le fichier des membres ou l’annuaire d’une liste manque, est défectueux ou hors d’atteinte\u00a0; un 4 suggère une recherche momentanément en panne, un 5 une mauvaise configuration.',
    fix: 'Réessayer après un 4. Après un 5, prévenir le propriétaire de la liste, qui devrait vérifier le fichier inclus, ses permissions ou la requête d’annuaire.',
  },
  'X.3.0': {
    title: 'Problème du système de messagerie, sans précision',
    cause: 'Quelque chose dans le système de réception pris dans son ensemble arrête le message.',
    when: 'Un 4 est une panne interne typique, comme un filtre ou une recherche en échec, un 5 un serveur qui renonce, et un 2 accompagne un au revoir normal. AT&T emploie 5.3.0 avec 553 pour des adresses IP bloquées.',
    fix: 'Réessayer après un 4 et prévenir le postmaster du destinataire si cela dure des heures. Après un 5, chercher dans le texte une liste de blocage ou une erreur de configuration\u00a0; sur votre propre serveur, chercher la ligne de journal juste avant.',
  },
  'X.3.1': {
    title: 'Système de messagerie sans espace de stockage',
    cause:
      'Le serveur de réception n’a plus d’espace disque, d’inodes ou d’une ressource partagée semblable\u00a0; un utilisateur seul ne peut donc pas y remédier.',
    when: 'Il vient avec 452 à MAIL FROM ou après DATA\u00a0; Postfix l’envoie quand le système de fichiers de la file d’attente passe sous sa limite d’espace libre.',
    fix: 'Laisser le message dans la file d’attente. Sur votre propre serveur, libérer de l’espace sur le spool en consultant df -h et df -i, ainsi que queue_minfree.',
  },
  'X.3.2': {
    title: 'Système n’acceptant pas de courrier actuellement',
    cause: 'L’hôte est en marche mais n’accepte aucun courrier\u00a0: arrêt en cours, surcharge, maintenance, ou choix délibéré.',
    when: 'Un 4 se voit lors des redémarrages et quand Postfix postscreen écarte un nouveau client\u00a0; 521 avec 5.3.2 désigne un hôte qui n’accepte jamais de courrier. Exchange Online emploie aussi 4.3.2 quand une boîte aux lettres ou un tenant reçoit trop de messages à la fois.',
    fix: 'Réessayer après un 4 avec la file d’attente normale, avec moins de sessions parallèles si cela se reproduit. Après un 5, vérifier que les enregistrements MX pointent toujours vers le bon hôte, sinon retirer l’adresse.',
  },
  'X.3.3': {
    title: 'Fonction non prise en charge par le système',
    cause: 'Le message demande quelque chose que la destination ne propose pas, comme une extension ou une option de remise.',
    when: 'Il se rencontre avec des passerelles et d’anciens serveurs, quand un client emploie un paramètre qui n’était pas annoncé dans la réponse à EHLO.',
    fix: 'Comparer les paramètres de MAIL FROM et de RCPT TO dans le journal avec la réponse à EHLO, et désactiver l’option non prise en charge pour cette destination.',
  },
  'X.3.4': {
    title: 'Message trop volumineux pour le système',
    cause: 'Le message dépasse la limite de taille du serveur entier.',
    when: 'Il répond à MAIL FROM si SIZE a été déclaré, sinon à la fin de DATA. Gmail l’emploie aussi pour trop de pièces jointes et pour des en-têtes démesurés.',
    fix: 'Comparer la taille du message à la valeur SIZE de la réponse à EHLO, puis envoyer un lien ou un fichier plus petit. Sur votre propre Postfix, la limite est message_size_limit\u00a0; si le texte nomme les en-têtes, raccourcir ceux-ci.',
  },
  'X.3.5': {
    title: 'Système mal configuré',
    cause: 'Le serveur de réception est configuré de telle sorte qu’il ne peut pas accepter ce message.',
    when: 'Un cas typique est un hôte MX qui se trouve être le meilleur serveur de messagerie du domaine mais ne reconnaît pas ce domaine comme le sien\u00a0; Postfix l’emploie aussi pour des tables et des réglages défectueux.',
    fix: 'Prévenir le postmaster de la destination autrement que par courrier électronique. Sur votre propre serveur, vérifier mydestination, les domaines virtuels et de relais, et les avertissements du journal\u00a0; un 4 passe une fois cela fait.',
  },
  'X.3.6': {
    title: 'Priorité modifiée',
    cause: 'Le message a été accepté, mais avec une autre priorité que celle qui était demandée.',
    when: 'Il vient sous la forme 2.3.6 avec 250 ou 251 de serveurs qui prennent en charge l’extension MT-PRIORITY.',
    fix: 'Il n’y a rien à faire, sauf si la priorité importe\u00a0; dans ce cas, demander à l’exploitant quels niveaux sont autorisés pour le compte.',
  },
  'X.4.0': {
    title: 'Problème de réseau ou de routage, sans précision',
    cause: 'Le message n’a pas pu circuler entre les serveurs, et aucun code plus précis ne convient.',
    when: 'Un 4 est courant pour des difficultés passagères de connexion\u00a0; Postfix emploie 5.4.0 quand un message est passé par trop de sauts.',
    fix: 'Réessayer après un 4. Si cela dure, tester le chemin par une connexion au port 25 du MX et examiner le DNS et le pare-feu\u00a0; après un 5, compter les en-têtes Received pour exclure une boucle.',
  },
  'X.4.1': {
    title: 'Hôte sans réponse',
    cause: 'L’hôte de réception n’a pas répondu à la tentative de connexion.',
    when: 'Le serveur d’envoi l’écrit lui-même, sous la forme 4.4.1, après un délai dépassé, une connexion refusée ou un réseau inaccessible. Exchange Online envoie 550 5.4.1 pour autre chose\u00a0: le destinataire n’est pas dans son annuaire, ou le tenant n’accepte pas le domaine.',
    fix: 'Laisser la file d’attente réessayer et tester le port 25 de chaque MX depuis l’hôte d’envoi, aussi en IPv6\u00a0; de nombreux réseaux d’hébergement bloquent le port 25 en sortie. Pour 5.4.1 d’Exchange Online, vérifier d’abord l’adresse, puis le MX et les domaines acceptés.',
  },
  'X.4.2': {
    title: 'Connexion perdue',
    cause: 'La connexion a été établie mais s’est rompue ou a dépassé un délai avant la fin de la transaction.',
    when: 'Les journaux le montrent sous la forme 4.4.2 avec l’étape à laquelle la connexion a été perdue, ou avec 421 quand une session inactive est fermée.',
    fix: 'Laisser la file d’attente réessayer. Si cela arrive toujours pendant de gros messages, soupçonner la MTU du chemin ou un pare-feu qui inspecte SMTP\u00a0; si cela arrive juste après l’accueil, l’autre côté coupe peut-être le client volontairement.',
  },
  'X.4.3': {
    title: 'Panne de serveur d’annuaire ou de DNS',
    cause: 'Un serveur DNS ou d’annuaire nécessaire à la décision n’a pas répondu.',
    when: 'L’expéditeur voit 4.4.3 quand la requête MX dépasse le délai ou se termine par SERVFAIL\u00a0; un destinataire l’envoie quand sa recherche LDAP ou en base de données échoue.',
    fix: 'Réessayer. Interroger le MX du domaine par le résolveur du serveur de messagerie et par un résolveur public\u00a0: si les deux échouent, les serveurs de noms ou le DNSSEC du domaine sont défectueux, sinon c’est le résolveur local.',
  },
  'X.4.4': {
    title: 'Pas de route vers la destination',
    cause:
      'Aucun hôte suivant n’a pu être trouvé\u00a0: le domaine n’a ni MX ni enregistrement d’adresse, ou la table de routage n’a pas d’entrée pour lui.',
    when: 'Postfix écrit 5.4.4 quand le domaine ou l’hôte MX est introuvable. Un 4 traduit le plus souvent une panne DNS peut-être passagère.',
    fix: 'Interroger MX, A et AAAA du domaine et de chaque nom MX. Après un 5, corriger ou retirer l’adresse\u00a0; après un 4, réessayer et examiner le résolveur et les réglages de relais ou de transport.',
  },
  'X.4.5': {
    title: 'Système de messagerie engorgé',
    cause: 'Le système de réception est trop occupé pour accepter davantage de courrier actuellement.',
    when: 'Un 4 est un serveur occupé ou une limite de sessions, comme chez Gmail ou les boîtiers Cisco. Gmail emploie aussi 5.4.5 pour ses propres utilisateurs\u00a0: la limite d’envoi quotidienne est atteinte.',
    fix: 'Ralentir vers cette destination et employer moins de sessions parallèles. Pour 5.4.5 de Gmail, attendre que la limite soit réinitialisée, en général après un jour, et envoyer le courrier de masse par un autre service.',
  },
  'X.4.6': {
    title: 'Boucle de routage',
    cause: 'Le message tourne en rond entre des hôtes ou des adresses de réexpédition au lieu d’atteindre une boîte aux lettres.',
    when: 'En pratique, il vient sous la forme 5.4.6\u00a0: de Postfix quand le MX d’un domaine renvoie vers lui-même, d’autres serveurs quand le nombre de sauts est dépassé. Zoho emploie 5.4.6 pour une activité d’envoi inhabituelle de ses utilisateurs.',
    fix: 'Lire les en-têtes Received de bas en haut et trouver les deux hôtes qui alternent. Ajouter le domaine aux domaines locaux ou de relais de l’hôte final, ou corriger le MX, le transport ou la règle de réexpédition.',
  },
  'X.4.7': {
    title: 'Délai de remise expiré',
    cause:
      'Le message est resté dans une file d’attente jusqu’à la fin de sa durée de vie, parce que chaque tentative a échoué temporairement.',
    when: 'Il clôt une série de reports après un à cinq jours, avec l’une ou l’autre classe\u00a0; Exchange Online l’envoie sous la forme 4.4.7 bien que la remise ait été abandonnée.',
    fix: 'Trouver la dernière véritable réponse avant l’expiration, dans le journal ou dans le Diagnostic-Code de l’avis de non-remise, et la considérer comme la cause. Ne renvoyer que lorsqu’elle a disparu.',
  },
  'X.5.0': {
    title: 'Problème de protocole, sans précision',
    cause: 'Le dialogue SMTP s’est mal passé d’une façon qu’aucun code plus précis ne décrit.',
    when: 'Il vient avec de nombreux codes de base, et avec un 2 aussi comme simple succès. Outlook.com envoie 550 5.5.0 pour une boîte aux lettres qui n’existe pas, et Gmail 4.5.0 pour une infraction au protocole.',
    fix: 'Lire d’abord le texte\u00a0: s’il parle d’une boîte aux lettres, le traiter comme un utilisateur inconnu. Sinon, comparer le dialogue dans le journal avec l’ordre normal des commandes\u00a0; réessayer après un 4, réparer le client après un 5.',
  },
  'X.5.1': {
    title: 'Commande invalide ou hors séquence',
    cause: 'Le serveur ne connaît pas la commande, ou ne l’autorise pas à ce stade.',
    when: 'Des scripts et d’anciens programmes en sont la cause, par exemple avec MAIL FROM avant EHLO, AUTH là où il n’est pas proposé, ou en continuant après un destinataire refusé.',
    fix: 'Examiner la commande juste avant la réponse et les mots-clés EHLO du serveur. Si un pare-feu remplace les commandes SMTP par une suite de lettres, y désactiver cette fonction.',
  },
  'X.5.2': {
    title: 'Erreur de syntaxe de commande',
    cause: 'Le serveur n’a pas pu analyser la commande.',
    when: 'Les déclencheurs courants sont MAIL FROM ou RCPT TO sans chevrons ou avec un espace après les deux-points, et du base64 défectueux dans AUTH. Postfix l’emploie aussi pour des noms d’hôte et des adresses sans domaine complet.',
    fix: 'Relever la ligne exacte dans le journal du client et la corriger. Si le texte se plaint du HELO ou d’un nom pleinement qualifié, configurer un nom d’hôte ou une adresse complète.',
  },
  'X.5.3': {
    title: 'Trop de destinataires',
    cause: 'La transaction comporte plus de destinataires que le serveur n’en autorise.',
    when: 'Il répond à un RCPT TO tardif, le plus souvent par 452 avec un 4\u00a0; les destinataires précédents restent valables. Un 5 de Gmail ou d’un serveur de soumission signifie une limite fixe pour l’expéditeur.',
    fix: 'Répartir le message en transactions comptant moins de destinataires\u00a0; dans Postfix, réduire smtp_destination_recipient_limit pour cette route. Seuls les destinataires refusés ont besoin d’un nouvel envoi.',
  },
  'X.5.4': {
    title: 'Arguments de commande invalides',
    cause: 'La commande est connue, mais ses arguments sont hors limites, inconnus ou non autorisés.',
    when: 'Gmail répond ainsi à un nom HELO vide ou invalide, et d’autres serveurs à un paramètre de MAIL FROM non pris en charge. Certains filtres comme FireEye l’accolent à des refus par liste de blocage.',
    fix: 'Vérifier quel argument le texte cite\u00a0: le nom HELO doit être un nom d’hôte complet ou une adresse littérale, et chaque paramètre doit être annoncé dans la réponse à EHLO.',
  },
  'X.5.5': {
    title: 'Mauvaise version de protocole',
    cause: 'Les deux côtés emploient des versions du protocole qui ne vont pas ensemble.',
    when: 'Il est rare dans SMTP et vient de passerelles vers d’autres systèmes de messagerie, ou de LMTP employé sur un port SMTP.',
    fix: 'Vérifier que le port et le protocole concordent\u00a0: SMTP sur 25 et 587, LMTP seulement vers un agent de livraison. Mettre à jour le côté le plus ancien si c’est le cas.',
  },
  'X.5.6': {
    title: 'Ligne d’authentification trop longue',
    cause: 'Une ligne base64 du dialogue AUTH est plus longue que le tampon du serveur.',
    when: 'Il survient avec de gros tickets Kerberos ou jetons OAuth lors de la soumission.',
    fix: 'Employer un mécanisme aux réponses plus courtes, ou réduire le jeton ou le ticket en supprimant des appartenances à des groupes. Si le serveur est le vôtre, relever sa limite pour les lignes AUTH.',
  },
  'X.6.0': {
    title: 'Problème de contenu, sans précision',
    cause: 'Quelque chose dans le corps du message, ses en-têtes ou une pièce jointe n’était pas acceptable.',
    when: 'Il répond à la fin de DATA\u00a0; Gmail l’emploie pour des messages mal formés, d’autres pour des pièces jointes filtrées.',
    fix: 'Chercher dans le texte l’en-tête ou le type de fichier qu’il nomme, le corriger et renvoyer. Tester avec un message en texte brut pour distinguer le contenu de l’expéditeur.',
  },
  'X.6.1': {
    title: 'Type de média non pris en charge',
    cause: 'Une partie du message a un type qu’un hôte sur le chemin ou le destinataire ne sait pas traiter.',
    when: 'Il vient de passerelles vers des systèmes de fax, de SMS ou de messagerie vocale, et de serveurs qui refusent certains types de pièces jointes.',
    fix: 'Vérifier le Content-Type de chaque partie, puis envoyer le contenu en texte brut ou dans un format courant comme PDF.',
  },
  'X.6.2': {
    title: 'Conversion nécessaire mais interdite',
    cause: 'Le contenu devrait être converti en route, et l’expéditeur ou une règle l’interdit.',
    when: 'Il concerne le courrier signé ou chiffré et les messages sous forme 8 bits ou binaire sur un chemin qui ne transporte que du texte 7 bits.',
    fix: 'Encoder le message en base64 ou quoted-printable avant de le signer et de l’envoyer, afin qu’aucune conversion ne soit nécessaire.',
  },
  'X.6.3': {
    title: 'Conversion nécessaire mais non prise en charge',
    cause: 'Le contenu devrait être converti, et cet hôte en est incapable.',
    when: 'Un message 8 bits ou binaire rencontre un hôte suivant sans 8BITMIME ou BINARYMIME, souvent avec 554.',
    fix: 'Chercher 8BITMIME dans la réponse à EHLO de l’hôte suivant. Envoyer le message en quoted-printable ou en base64, ou le router par un serveur qui convertit.',
  },
  'X.6.4': {
    title: 'Conversion avec perte',
    cause: 'Le contenu a été converti pour le destinataire, et quelque chose a été perdu au passage.',
    when: 'Un 2 signale que le message a été remis sous une forme réduite, par exemple sans images\u00a0; un 5 d’une passerelle stricte signifie qu’il n’a pas été transmis.',
    fix: 'Il n’y a rien à faire pour un 2, sauf si la partie perdue importe\u00a0; l’envoyer alors dans un format plus simple. Après un 5, c’est de toute façon nécessaire.',
  },
  'X.6.5': {
    title: 'Échec de la conversion',
    cause: 'Une passerelle a tenté de convertir le contenu et n’y est pas parvenue.',
    when: 'Une structure MIME endommagée, une mauvaise indication du jeu de caractères ou une image démesurée est le déclencheur habituel.',
    fix: 'Réessayer après un 4. Après un 5, vérifier les délimiteurs MIME et le charset de chaque partie, puis envoyer une version en texte brut.',
  },
  'X.6.6': {
    title: 'Contenu du message indisponible',
    cause: 'Le contenu que le serveur devait récupérer par référence n’a pas pu être obtenu.',
    when: 'Il répond à la commande BURL quand le serveur IMAP est arrêté, que le message a disparu ou que l’URL n’est pas autorisée.',
    fix: 'Vérifier l’URL IMAP, son expiration et la confiance entre le serveur de soumission et le serveur IMAP\u00a0; un 4 peut être retenté, après un 5 envoyer le contenu avec DATA.',
  },
  'X.6.7': {
    title: 'Adresse non ASCII non permise',
    cause:
      'L’adresse de l’expéditeur ou du destinataire contient des caractères hors ASCII, et ce serveur ne les autorise pas ici.',
    when: 'Il répond à MAIL FROM ou RCPT TO avec 550 ou 553\u00a0; Postfix écrit aussi 5.6.7 quand l’hôte suivant n’a pas SMTPUTF8.',
    fix: 'Chercher SMTPUTF8 dans la réponse à EHLO. Employer un alias ASCII de l’adresse, ou la forme xn-- si seul le domaine contient des lettres non ASCII.',
  },
  'X.6.8': {
    title: 'Réponse UTF-8 nécessaire mais non permise',
    cause: 'La réponse devrait contenir une adresse non ASCII, et le client ne l’a pas permis.',
    when: 'Il répond à VRFY, EXPN ou RCPT TO quand le client omet le paramètre SMTPUTF8.',
    fix: 'Faire employer SMTPUTF8 au client s’il en est capable, sinon écrire à l’alias ASCII.',
  },
  'X.6.9': {
    title: 'En-têtes UTF-8 impossibles à transmettre',
    cause: 'Le message a des en-têtes UTF-8 bruts, et le chemin vers au moins un destinataire ne les prend pas en charge.',
    when: 'Il répond à la fin de DATA, si bien que le message entier est refusé alors que certains destinataires pourraient l’accepter.',
    fix: 'Encoder les en-têtes en encoded words, employer des adresses ASCII, ou envoyer séparément aux destinataires concernés.',
  },
  'X.6.10': {
    title: 'Code de réponse UTF-8 obsolète',
    cause:
      'Le numéro a été enregistré par erreur avec le sens de X.6.8\u00a0: la réponse aurait besoin d’UTF-8, ce que le client n’a pas permis.',
    when: 'Il ne devrait pas se rencontrer en pratique, car il a été retiré dès son enregistrement.',
    fix: 'Le traiter comme X.6.8, et ne pas le produire sur votre propre serveur.',
  },
  'X.7.0': {
    title: 'Sécurité ou règle, sans précision',
    cause:
      'Le refus tient à la sécurité ou à une règle, et le numéro ne dit pas à laquelle\u00a0; c’est le texte qui décide. Les causes habituelles sont une authentification ou un STARTTLS manquant, une mauvaise réputation, une tentative de relais, un filtre ou trop d’erreurs dans la session.',
    when: 'Gmail envoie 4.7.0 pour un PTR manquant, du courrier suspect, un TLS manquant et de simples pannes temporaires, et 5.7.0 pour une authentification requise, un relais refusé ou un contenu bloqué. Proofpoint emploie 5.7.0 pour les listes de blocage et DMARC, et un 2 indique une authentification réussie.',
    fix: 'Lire avant tout le texte et son lien. Après un 4, ralentir et vérifier PTR, SPF, DKIM et TLS pendant que la file d’attente réessaie\u00a0; après un 5, changer ce que le texte nomme, par exemple s’authentifier, employer le bon relais ou demander le retrait d’une liste.',
  },
  'X.7.1': {
    title: 'Remise non autorisée',
    cause:
      'Le serveur ne laisse pas cet expéditeur remettre ce message\u00a0; c’est le texte qui dit pourquoi. Les causes habituelles sont une liste de blocage, un relais refusé, une mauvaise réputation, un contenu de spam, un échec SPF ou DMARC, une authentification manquante, un PTR manquant ou un groupe fermé aux personnes extérieures.',
    when: 'C’est le plus surchargé de tous les codes\u00a0: Postfix envoie 554 5.7.1 pour les listes de blocage et 454 4.7.1 ou 554 5.7.1 pour le relais, et un 4 sert pour la liste grise et les limites de volume. Yandex envoie 5.7.1 même pour des utilisateurs inconnus.',
    fix: 'Chercher dans le texte une adresse IP, le nom d’une liste, une URL ou des mots comme relay, SPF, DMARC ou user. Remédier à ce qui est nommé\u00a0: retrait de la liste de blocage, authentification du courrier, connexion au compte ou suppression de l’adresse\u00a0; après un 4, ralentir aussi.',
  },
  'X.7.2': {
    title: 'Envoi à la liste non autorisé',
    cause: 'L’adresse est une liste de diffusion ou un groupe, et cet expéditeur n’a pas le droit d’y écrire.',
    when: 'Il répond à RCPT TO ou DATA quand un non-membre écrit à une liste fermée. Yahoo a employé 5.7.2 avec 553 pour des expéditeurs qu’il diffère en permanence.',
    fix: 'S’abonner à la liste, écrire depuis l’adresse abonnée, ou demander au propriétaire de la liste d’autoriser l’expéditeur.',
  },
  'X.7.3': {
    title: 'Conversion de sécurité impossible',
    cause:
      'Le message devrait être converti entre deux modes de protection, par exemple rechiffré par une passerelle, et cela ne peut pas se faire.',
    when: 'Il vient de passerelles de chiffrement auxquelles il manque la clé ou le certificat de l’un des côtés.',
    fix: 'Échanger des clés ou des certificats avec le destinataire, ou envoyer le message sous une forme que les deux côtés prennent en charge.',
  },
  'X.7.4': {
    title: 'Fonction de sécurité non prise en charge',
    cause: 'Le client demande une fonction de sécurité, d’ordinaire un mécanisme AUTH, que l’autre côté ne propose pas.',
    when: 'Il vient avec 504 lors de l’authentification\u00a0; Gmail l’envoie pour des mécanismes inconnus. Postfix écrit aussi 4.7.4 quand TLS est exigé et que l’autre hôte ne le propose pas.',
    fix: 'Comparer le mécanisme du client avec la ligne AUTH de la réponse à EHLO, qui peut changer après STARTTLS. Si le texte parle de TLS, vérifier que l’autre hôte propose STARTTLS ou assouplir la politique à son égard.',
  },
  'X.7.5': {
    title: 'Échec cryptographique',
    cause: 'Un certificat, une clé ou une signature n’a pas pu être validé ou utilisé.',
    when: 'Postfix écrit 4.7.5 quand la négociation TLS ou le contrôle du certificat échoue, et Exchange Online l’envoie quand le certificat ne satisfait pas MTA-STS. Yahoo emploie 5.7.5 pour un enregistrement DMARC qui ne peut pas être évalué.',
    fix: 'Inspecter le certificat avec openssl s_client -starttls smtp\u00a0: ses noms, son expiration et la chaîne. Lui comparer la politique MTA-STS ou les enregistrements TLSA\u00a0; dans la variante DMARC, corriger l’enregistrement TXT sous _dmarc.',
  },
  'X.7.6': {
    title: 'Algorithme cryptographique non pris en charge',
    cause: 'Les deux côtés n’ont aucun chiffrement, aucune version de protocole ou aucun algorithme en commun.',
    when: 'Il apparaît quand un côté tient à d’anciennes versions de TLS ou que l’autre les a désactivées, ou quand une passerelle ne connaît pas l’algorithme d’un message chiffré.',
    fix: 'Proposer TLS 1.2 ou 1.3 avec des chiffrements courants des deux côtés, et remplacer les clés et algorithmes de hachage dépassés.',
  },
  'X.7.7': {
    title: 'Échec d’intégrité du message',
    cause: 'Le message a été modifié ou endommagé en chemin, de sorte qu’un contrôle de son intégrité échoue.',
    when: 'Il vient de passerelles qui vérifient les signatures\u00a0; une origine courante est un relais qui ajoute un pied de page ou réécrit le corps après la signature.',
    fix: 'Signer à la dernière étape du traitement sortant, et supprimer les pieds de page et les réécritures en aval du signataire. Ne réessayer après un 4 qu’une fois cela réglé.',
  },
  'X.7.8': {
    title: 'Identifiants d’authentification invalides',
    cause: 'Le nom d’utilisateur ou le mot de passe, ou le jeton employé à sa place, est faux.',
    when: 'Il vient avec 535 pendant AUTH à la soumission\u00a0; une longue série venant d’adresses étrangères est une recherche de mots de passe.',
    fix: 'Tester les identifiants à la main, et vérifier si le mot de passe a changé, si un mot de passe d’application est exigé ou si l’authentification de base est désactivée. Sur votre propre serveur, vérifier le service d’authentification et limiter les essais avec fail2ban ou un outil semblable.',
  },
  'X.7.9': {
    title: 'Authentification trop faible',
    cause: 'Le serveur veut un mécanisme d’authentification plus fort que celui que le client a employé.',
    when: 'Il vient avec 534 pendant AUTH\u00a0; Gmail l’emploie pour exiger un mot de passe d’application ou une connexion par le navigateur. Yahoo emploie 5.7.9 pour autre chose\u00a0: le message n’a pas de SPF, DKIM ou DMARC, ou enfreint sa politique.',
    fix: 'Choisir un mécanisme plus fort comme OAuth, ou créer un mot de passe d’application. Si la réponse vient de Yahoo lors d’une remise, vérifier plutôt SPF, DKIM et l’alignement DMARC du domaine du From.',
  },
  'X.7.10': {
    title: 'Chiffrement préalable nécessaire',
    cause: 'La session doit être chiffrée avant que cette authentification puisse être employée.',
    when: 'Il vient avec 523 en réponse à AUTH sur une connexion en clair. Gmail emploie 5.7.10 quand un client envoie d’autres commandes en même temps que STARTTLS.',
    fix: 'Activer STARTTLS sur le port 587 ou TLS implicite sur le port 465 dans le client. Dans la variante Gmail, faire attendre au client la réponse à STARTTLS avant qu’il ne continue.',
  },
  'X.7.11': {
    title: 'Mécanisme réservé au chiffrement',
    cause: 'Le mécanisme d’authentification choisi est autorisé, mais seulement à l’intérieur de TLS.',
    when: 'Il vient avec 538 quand un client envoie PLAIN ou LOGIN sur une connexion non chiffrée.',
    fix: 'Exiger TLS dans le client avant l’authentification. Changer le mot de passe s’il a déjà été envoyé en clair.',
  },
  'X.7.12': {
    title: 'Transition de mot de passe nécessaire',
    cause:
      'Le compte doit s’authentifier une fois avec un mécanisme en clair pour que le serveur puisse enregistrer le mot de passe pour le mécanisme plus fort.',
    when: 'Il vient avec 432 ou 422 pendant AUTH après un changement du système de mots de passe. Exchange Online emploie 5.7.12 pour un destinataire qui n’accepte que le courrier interne à son organisation.',
    fix: 'S’authentifier une fois avec PLAIN sur TLS ou redéfinir le mot de passe. Dans la variante Exchange Online, l’administrateur du destinataire doit autoriser les expéditeurs externes pour la boîte aux lettres ou le groupe.',
  },
  'X.7.13': {
    title: 'Compte désactivé',
    cause: 'Le compte qui tente de soumettre du courrier est verrouillé\u00a0; le destinataire n’y est pour rien.',
    when: 'Il vient avec 525 pendant AUTH. Exchange Online emploie 5.7.13 quand un dossier public n’accepte pas de courrier de l’extérieur.',
    fix: 'Demander à l’exploitant du serveur de soumission pourquoi le compte est verrouillé, et chercher une compromission avant qu’il soit rouvert. Dans la variante Exchange Online, l’administrateur du destinataire doit autoriser les expéditeurs anonymes.',
  },
  'X.7.14': {
    title: 'Relation de confiance requise',
    cause: 'Le serveur de soumission a besoin d’une relation de confiance avec un autre serveur, et n’en a pas.',
    when: 'Selon la norme, il concerne BURL, où le contenu est récupéré sur un serveur IMAP. Gmail emploie 534 5.7.14 pour exiger que l’utilisateur se connecte par le navigateur.',
    fix: 'Établir la confiance entre le serveur de soumission et le serveur IMAP, ou envoyer avec DATA. Dans la variante Gmail, se connecter par le navigateur, confirmer l’activité et employer OAuth ou un mot de passe d’application.',
  },
  'X.7.15': {
    title: 'Priorité trop basse',
    cause: 'La priorité du message est inférieure à ce que le serveur accepte actuellement.',
    when: 'Seuls les serveurs dotés de l’extension MT-PRIORITY l’envoient, un 4 sous charge et un 5 comme règle fixe.',
    fix: 'Réessayer plus tard après un 4\u00a0; après un 5, demander une priorité plus élevée si le compte y a droit.',
  },
  'X.7.16': {
    title: 'Trop volumineux pour sa priorité',
    cause: 'Le message est plus volumineux que le serveur ne l’autorise pour la priorité qui lui a été donnée.',
    when: 'Les serveurs dotés de l’extension MT-PRIORITY l’envoient avec 552. Les serveurs à remise différée (future release) peuvent employer le même numéro pour un quota de messages retenus par utilisateur.',
    fix: 'Réduire la taille du message ou choisir une autre priorité\u00a0; un 4 peut passer quand la charge baisse.',
  },
  'X.7.17': {
    title: 'Propriétaire de la boîte changé',
    cause: 'La boîte aux lettres appartient désormais à quelqu’un d’autre qu’à la date indiquée par l’expéditeur.',
    when: 'Il répond à un message portant Require-Recipient-Valid-Since, par exemple une réinitialisation de mot de passe vers une adresse réattribuée. Les serveurs à remise différée (future release) peuvent employer le numéro pour un quota du système.',
    fix: 'Ne pas y envoyer de contenu personnel. Retirer l’adresse du compte et contacter le client par une autre voie.',
  },
  'X.7.18': {
    title: 'Propriétaire du domaine changé',
    cause: 'Le domaine destinataire est passé à un autre propriétaire depuis la date indiquée par l’expéditeur.',
    when: 'Il répond à un message portant Require-Recipient-Valid-Since quand le domaine entier a été enregistré de nouveau.',
    fix: 'Traiter toutes les adresses enregistrées de ce domaine comme des personnes inconnues et en demander de nouvelles aux clients.',
  },
  'X.7.19': {
    title: 'Contrôle du propriétaire impossible',
    cause:
      'Le serveur prend en charge le contrôle d’un changement de propriétaire, mais n’a pas de données pour cette boîte aux lettres.',
    when: 'Il répond à un message portant Require-Recipient-Valid-Since pour des boîtes aux lettres dont la date de création n’est pas connue.',
    fix: 'Décider si le contenu est sans danger pour un nouveau propriétaire et, dans ce cas, le renvoyer sans le paramètre ni l’en-tête RRVS.',
  },
  'X.7.20': {
    title: 'Aucune signature DKIM valide',
    cause: 'Le message n’a aucune signature DKIM dont la vérification réussisse.',
    when: 'Un destinataire qui exige DKIM l’envoie avec 550 après DATA\u00a0; un 4 laisse le temps de réparer.',
    fix: 'Comparer le sélecteur et le domaine de l’en-tête DKIM-Signature avec l’enregistrement TXT sous _domainkey, et vérifier qu’aucun relais ne modifie le message après la signature.',
  },
  'X.7.21': {
    title: 'Aucune signature DKIM acceptable',
    cause: 'Des signatures sont valides, mais le destinataire n’en accepte aucune.',
    when: 'Les motifs typiques sont une clé courte, rsa-sha1, une signature qui omet des en-têtes requis, ou un domaine signataire inadapté.',
    fix: 'Signer avec une clé RSA de 2048 bits et rsa-sha256, couvrir From, Subject et Date, et abandonner la balise de longueur l.',
  },
  'X.7.22': {
    title: 'Aucune signature DKIM du domaine de l’auteur',
    cause: 'Aucune signature valide ne vient du domaine de l’en-tête From.',
    when: 'Il survient quand seul un service d’envoi signe avec son propre domaine, ou quand une liste ne réécrit rien mais casse la signature d’origine.',
    fix: 'Publier une clé DKIM pour le domaine du From et faire signer le service avec elle, afin que la balise d de la signature corresponde au domaine du From.',
  },
  'X.7.23': {
    title: 'Échec SPF',
    cause: 'L’enregistrement SPF du domaine d’expédition dit que cette adresse IP n’a pas le droit d’envoyer pour lui.',
    when: 'Il répond à MAIL FROM, RCPT TO ou DATA, souvent après une réexpédition ou un passage à un nouveau serveur. Gmail emploie au contraire 4.7.23 pour un PTR manquant.',
    fix: 'Relever dans le journal l’adresse IP et le domaine MAIL FROM, et ajouter l’adresse ou son include à l’enregistrement SPF. Les réexpéditeurs devraient réécrire l’expéditeur avec SRS\u00a0; dans la variante Gmail, définir le PTR.',
  },
  'X.7.24': {
    title: 'SPF impossible à évaluer',
    cause: 'Le contrôle SPF s’est terminé par une erreur\u00a0: le DNS n’a pas répondu, ou l’enregistrement est défectueux.',
    when: 'Un 4 est une panne DNS passagère, un 5 un défaut permanent comme deux enregistrements SPF, plus de dix requêtes ou une erreur de syntaxe.',
    fix: 'Interroger les enregistrements TXT du domaine MAIL FROM\u00a0: un seul exactement peut commencer par v=spf1, et ses include peuvent entraîner dix requêtes au plus. Réessayer après un 4.',
  },
  'X.7.25': {
    title: 'Échec du contrôle DNS inverse',
    cause: 'L’adresse IP du client n’a pas d’enregistrement PTR, ou le nom qu’il contient ne ramène pas à l’adresse.',
    when: 'Postfix envoie 4.7.25 quand il ne trouve pas le nom d’hôte du client\u00a0; Gmail et Exchange Online envoient 5.7.25, souvent à de nouvelles adresses IPv6.',
    fix: 'Faire définir un PTR par le propriétaire de la plage IP, ajouter l’enregistrement A ou AAAA qui ramène à l’adresse, et employer ce nom dans HELO. Vérifier IPv4 et IPv6 séparément.',
  },
  'X.7.26': {
    title: 'Plusieurs contrôles d’authentification échoués',
    cause: 'Plus d’un contrôle parmi SPF, DKIM et DMARC a échoué, si bien que rien ne prouve l’origine du message.',
    when: 'Gmail l’envoie pour du courrier non authentifié et pour des échecs DMARC, avec un 4 tant qu’il ne fait que freiner l’expéditeur et un 5 quand il refuse. Exchange Online envoie 4.7.26 pour du courrier non authentifié sur IPv6.',
    fix: 'Lire l’en-tête Authentication-Results d’un message remis, puis mettre en ordre SPF et DKIM pour le domaine du From jusqu’à ce que l’un d’eux soit valide et aligné. Le courrier réexpédié a besoin de signatures DKIM intactes.',
  },
  'X.7.27': {
    title: 'Domaine d’expéditeur à MX nul',
    cause:
      'Le domaine de l’expéditeur d’enveloppe déclare par un MX nul qu’il n’accepte aucun courrier, si bien que les avis de non-remise ne pourraient pas être retournés.',
    when: 'Il répond à MAIL FROM avec 550. Gmail emploie 4.7.27 et 5.7.27 pour autre chose\u00a0: SPF a échoué pour un expéditeur de masse.',
    fix: 'Envoyer avec un domaine dont le MX fonctionne, ou supprimer le MX nul. Si la réponse vient de Gmail, ajouter l’adresse IP d’envoi à l’enregistrement SPF du domaine MAIL FROM.',
  },
  'X.7.28': {
    title: 'Inondation de courrier détectée',
    cause: 'Le message semble faire partie d’un flot de courrier similaire ou abusif.',
    when: 'Gmail l’envoie pour une quantité inhabituelle de courrier provenant d’une adresse IP, d’un domaine ou d’un lien\u00a0: avec un 4 tant qu’il limite le débit, avec un 5 quand il bloque.',
    fix: 'Arrêter la file d’attente et chercher un compte ou un script compromis. Reprendre ensuite à faible débit vers les destinataires actifs et surveiller le taux de spam dans Postmaster Tools.',
  },
  'X.7.29': {
    title: 'Échec de la validation ARC',
    cause:
      'La chaîne d’en-têtes ARC, par laquelle les réexpéditeurs se portent garants d’une authentification antérieure, n’est pas valide.',
    when: 'Il concerne le courrier réexpédié et les listes de diffusion. Gmail emploie 4.7.29 et 5.7.29 pour autre chose\u00a0: le message n’est pas arrivé sur TLS.',
    fix: 'Trouver le dernier saut qui a modifié le message sans ajouter un jeu ARC valide, et réparer ou mettre à jour son scellement. Si la réponse vient de Gmail, activer STARTTLS pour le courrier sortant.',
  },
  'X.7.30': {
    title: 'REQUIRETLS indisponible',
    cause: 'Le message exige REQUIRETLS, et aucun hôte suivant sur le chemin ne le propose.',
    when: 'Il est rare avec 550, car peu de serveurs prennent en charge l’extension. Gmail emploie 4.7.30 et 5.7.30 pour autre chose\u00a0: DKIM a échoué pour un expéditeur de masse.',
    fix: 'Renoncer à l’exigence si le contenu le permet, ou demander à l’administrateur du destinataire la prise en charge de REQUIRETLS. Si la réponse vient de Gmail, vérifier la clé DKIM dans le DNS et la signature du domaine du From.',
  },

  // Subjects, for details that nobody documents
  'X.0': {
    title: 'Code inconnu sans sujet',
    cause: 'Le code donne la classe, aucun sujet, et un détail qui n’est pas enregistré.',
    when: 'Les ajouts privés d’un fournisseur ou d’un analyseur se présentent ainsi.',
    fix: 'Se fier au texte et à la classe\u00a0: réessayer après un 4, arrêter après un 5. Chercher le code complet dans la documentation du serveur qui l’envoie.',
  },
  'X.1': {
    title: 'État d’adressage',
    cause: 'L’adresse de l’expéditeur ou du destinataire est en cause, d’une façon qui n’est pas enregistrée.',
    when: 'Des serveurs à numéros de détail privés l’envoient à MAIL FROM ou RCPT TO.',
    fix: 'Déterminer d’après le texte de quelle adresse il s’agit, puis vérifier son orthographe et les enregistrements DNS de son domaine. Réessayer après un 4\u00a0; après un 5, changer ou retirer l’adresse.',
  },
  'X.2': {
    title: 'État de la boîte aux lettres',
    cause:
      'La boîte aux lettres du destinataire est en cause, d’une façon qui n’est pas enregistrée\u00a0: elle peut être pleine, fermée, limitée ou protégée.',
    when: 'Des fournisseurs à numéros de détail privés l’envoient à RCPT TO ou après DATA.',
    fix: 'Lire le texte avant d’exclure l’adresse des envois. Réessayer après un 4\u00a0; après des réponses 5 répétées, interroger le destinataire par une autre voie.',
  },
  'X.3': {
    title: 'État du système de messagerie',
    cause: 'Le système de réception dans son ensemble est en cause, d’une façon qui n’est pas enregistrée.',
    when: 'Des serveurs à numéros de détail privés l’envoient, par exemple lors de pannes internes ou pour des règles locales.',
    fix: 'Réessayer après un 4. Après un 5, transmettre la réponse complète au postmaster de la destination.',
  },
  'X.4': {
    title: 'État du réseau et du routage',
    cause: 'Le chemin entre les serveurs est en cause, d’une façon qui n’est pas enregistrée.',
    when: 'Des relais à numéros de détail privés l’écrivent quand une connexion, une résolution ou une route échoue.',
    fix: 'Réessayer après un 4. Si cela dure ou s’il s’agit d’un 5, vérifier les enregistrements MX et d’adresse du domaine et tester le port 25 de chaque MX.',
  },
  'X.5': {
    title: 'État du protocole de remise',
    cause: 'Le dialogue SMTP est en cause, d’une façon qui n’est pas enregistrée.',
    when: 'Des serveurs à numéros de détail privés l’envoient en réponse à une commande particulière.',
    fix: 'Chercher dans le journal la commande qui précède la réponse et la comparer aux mots-clés EHLO. Réessayer après un 4\u00a0; corriger le client après un 5.',
  },
  'X.6': {
    title: 'État du contenu ou du média',
    cause: 'Le message lui-même est en cause, d’une façon qui n’est pas enregistrée.',
    when: 'Des serveurs à numéros de détail privés l’envoient après DATA\u00a0; Exchange Online, par exemple, emploie 5.6.11 pour des sauts de ligne nus.',
    fix: 'Chercher dans le texte un en-tête, un type de pièce jointe ou un format de ligne, le corriger et renvoyer. Un 4 peut aussi venir d’un filtre en panne.',
  },
  'X.7': {
    title: 'État de sécurité ou de règle',
    cause: 'Une règle de sécurité ou de politique a arrêté le message, et le détail n’est pas enregistré.',
    when: 'Les fournisseurs numérotent leurs propres règles dans ce sujet, pour les blocages, l’authentification et les limites de débit.',
    fix: 'Suivre le lien ou le jeton du texte vers la page du fournisseur. Ralentir après un 4\u00a0; après un 5, vérifier les listes de blocage, SPF, DKIM, DMARC et le PTR avant de renvoyer.',
  },

  // Codes in use without registration
  'X.2.5': {
    title: 'Boîte aux lettres refusant la remise',
    cause:
      'La boîte aux lettres existe mais refuse ce message\u00a0; le numéro vient d’anciens projets de norme et n’a jamais été enregistré.',
    when: 'On a vu des serveurs Exchange l’envoyer.',
    fix: 'Chercher la restriction dans le texte. Réessayer après un 4\u00a0; après un 5, demander au destinataire ou à son administrateur d’autoriser l’expéditeur.',
  },
  'X.4.8': {
    title: 'Hôte MX inutilisable',
    cause:
      'La résolution a donné un hôte MX qui ne peut pas être employé pour ce domaine, ou seulement par une autre famille d’adresses.',
    when: 'Exchange Online écrit 4.4.8 quand le nom MX manque dans la politique MTA-STS du domaine\u00a0; ailleurs, il marque une nouvelle tentative en IPv4.',
    fix: 'Comparer les enregistrements MX du domaine avec les lignes mx de son fichier de politique MTA-STS\u00a0; le propriétaire du domaine met à jour le fichier, puis l’id de l’enregistrement TXT _mta-sts. Réessayer ensuite.',
  },
  'X.4.316': {
    title: 'Connexion refusée par l’hôte suivant',
    cause: 'Exchange Online n’a pas pu se connecter au serveur de réception.',
    when: 'Il figure dans les avis de retard et de non-remise d’Exchange Online, avec un 4 tant que celui-ci réessaie et un 5 après qu’il a abandonné.',
    fix: 'Vérifier, sur le serveur nommé dans la réponse, que le port 25 est ouvert aux plages d’adresses de Microsoft, et que le MX ou le connecteur pointe vers le bon hôte.',
  },
  'X.5.9': {
    title: 'Problème de protocole chez Google',
    cause: 'Quelque chose dans le dialogue SMTP n’était pas acceptable\u00a0; aucun document public ne définit le numéro.',
    when: 'On l’a vu de temps en temps chez Google.',
    fix: 'Lire le texte et le lien qu’il contient, et comparer les commandes qui précèdent la réponse avec l’ordre normal. Réessayer après un 4\u00a0; corriger le client après un 5.',
  },
  'X.7.32': {
    title: 'Domaine du From non aligné',
    cause: 'SPF ou DKIM est peut-être valide, mais ni l’un ni l’autre pour le domaine organisationnel de l’en-tête From.',
    when: 'Gmail l’envoie aux expéditeurs de masse, sous la forme 4.7.32 tant qu’il limite le débit et 5.7.32 quand il bloque\u00a0; un service d’envoi avec ses propres domaines en est l’origine habituelle.',
    fix: 'Faire signer le service avec DKIM pour le domaine du From, ou employer un domaine de retour sous le domaine du From avec SPF. Vérifier que DMARC est validé dans Authentication-Results.',
  },
  'X.7.40': {
    title: 'Pas d’enregistrement DMARC',
    cause: 'Le domaine de l’en-tête From ne publie pas d’enregistrement DMARC, ou celui-ci ne contient pas de politique.',
    when: 'Gmail l’envoie aux expéditeurs de masse, sous la forme 4.7.40 tant qu’il limite le débit et 5.7.40 quand il bloque.',
    fix: 'Publier un enregistrement TXT sous _dmarc du domaine du From\u00a0; v=DMARC1; p=none avec une adresse rua suffit pour commencer. Vérifier qu’il n’y en a qu’un.',
  },
  'X.7.321-325': {
    title: 'Échec du contrôle DANE ou du certificat',
    cause:
      'La destination ne satisfait pas sa propre politique DANE\u00a0: 321 pas de STARTTLS, 322 certificat expiré, 323 TLSA non concordant, 324 DNSSEC défectueux, 325 certificat nommant un autre hôte.',
    when: 'Exchange Online l’écrit au sujet du courrier qu’il envoie à un domaine doté de DNSSEC et d’enregistrements TLSA, avec un 4 tant qu’il réessaie et un 5 ensuite.',
    fix: 'L’administrateur du destinataire répare le point nommé\u00a0: proposer STARTTLS, renouveler le certificat, publier des enregistrements TLSA qui lui correspondent, ou corriger la chaîne DNSSEC. L’expéditeur ne peut que l’informer et renvoyer.',
  },
  '4.0.900-999': {
    title: 'Pseudo-code Sisimai, temporaire',
    cause: 'L’analyseur Sisimai a inventé le code pour un échec temporaire dont l’avis de non-remise n’en contenait aucun.',
    when: 'Il ne figure que dans des données passées par Sisimai\u00a0; aucun serveur de messagerie ne l’envoie.',
    fix: 'Ignorer le numéro, revenir à l’avis de non-remise d’origine et en lire le texte. La classe dit qu’une nouvelle tentative est raisonnable.',
  },
  '4.7.500-699': {
    title: 'Trafic suspect ralenti',
    cause: 'Le trafic de cette adresse IP a paru inhabituel\u00a0; il est donc retenu pendant son évaluation.',
    when: 'Exchange Online l’envoie avec 451 et un code entre parenthèses commençant par les lettres AS, le plus souvent à des adresses IP nouvelles ou soudain très actives\u00a0; il diffère aussi avec 4.7.500 quand son serveur est occupé.',
    fix: 'Continuer à réessayer à faible débit et laisser le volume croître sur plusieurs jours. Chercher des comptes compromis, et vérifier entre-temps PTR, SPF et DKIM.',
  },
  '4.7.650': {
    title: 'Débit limité pour réputation d’IP',
    cause:
      'La réputation de l’adresse IP d’envoi est mauvaise, si bien qu’Outlook.com n’accepte qu’une partie de son courrier pour le moment.',
    when: 'Outlook.com l’envoie avec 451 aux adresses nouvelles, aux hausses soudaines de volume et au courrier qui suscite beaucoup de plaintes.',
    fix: 'Réduire le débit vers outlook.com, hotmail.com et live.com, et écrire d’abord aux destinataires actifs. Vérifier l’adresse dans SNDS, et demander de l’aide par le formulaire d’assistance aux expéditeurs si cela dure.',
  },
  '4.7.651': {
    title: 'Débit toujours limité pour réputation d’IP',
    cause: 'La réputation de l’adresse IP d’envoi est mauvaise, et Outlook.com retient son courrier pour l’instant.',
    when: 'Outlook.com l’envoie avec 451, avec la même formulation que pour 4.7.650.',
    fix: 'Réduire le débit vers les domaines d’Outlook.com jusqu’à ce que les reports cessent. Examiner les plaintes et les pièges à spam dans SNDS et retirer les destinataires inactifs.',
  },
  '4.7.652': {
    title: 'Limite de connexions atteinte',
    cause: 'L’adresse IP d’envoi a plus de connexions ouvertes qu’Outlook.com ne lui en autorise.',
    when: 'Outlook.com l’envoie avec 451 pendant qu’un gros envoi passe par de nombreuses sessions parallèles.',
    fix: 'Réduire le parallélisme vers cette destination, dans Postfix smtp_destination_concurrency_limit d’un transport dédié, et envoyer plus de messages par session.',
  },
  '4.7.850-899': {
    title: 'Adresse IP restreinte pour évaluation',
    cause: 'Exchange Online a limité l’adresse IP pendant un certain temps pour juger de son trafic.',
    when: 'Il vient avec 451 pour des adresses sans grand historique ou avec une hausse soudaine de volume.',
    fix: 'Laisser la file d’attente réessayer lentement et augmenter le volume pas à pas. La restriction prend fin d’elle-même si le trafic reste propre.',
  },
  '4.16.x': {
    title: 'Ressources de Yahoo indisponibles',
    cause: 'Yahoo n’a pas de ressources pour le message en ce moment\u00a0; le numéro appartient à une série privée.',
    when: 'Il figure entre crochets dans les réponses 451 des serveurs de Yahoo et d’AOL.',
    fix: 'Réessayer avec la file d’attente normale, avec moins de sessions et de messages par connexion si cela se reproduit.',
  },
  '5.0.350': {
    title: 'Enveloppe générique d’un refus distant',
    cause: 'Un autre serveur a refusé le message, et Exchange Online le transmet sous un numéro à lui.',
    when: 'Il figure dans les avis de non-remise qu’Exchange Online écrit pour le courrier envoyé par ses utilisateurs, par exemple quand l’autre côté rejette un en-tête démesuré.',
    fix: 'Chercher la réponse citée du serveur distant dans la section de diagnostic, et agir selon son code et son texte.',
  },
  '5.0.900-999': {
    title: 'Pseudo-code Sisimai, permanent',
    cause: 'L’analyseur Sisimai a inventé le code pour un échec permanent dont l’avis de non-remise n’en contenait aucun.',
    when: 'Il ne figure que dans des données passées par Sisimai\u00a0; aucun serveur de messagerie ne l’envoie.',
    fix: 'Ignorer le numéro, revenir à l’avis de non-remise d’origine et en lire le texte avant d’exclure l’adresse des envois.',
  },
  '5.1.90': {
    title: 'Limite quotidienne de destinataires atteinte',
    cause: 'La boîte aux lettres d’envoi s’est adressée à autant de destinataires qu’il lui est permis en un jour.',
    when: 'Exchange Online le renvoie à ses propres utilisateurs lors d’envois en masse ou après une compromission.',
    fix: 'Vérifier les éléments envoyés et le journal de connexion pour déceler une compromission. Attendre la réinitialisation de la limite et employer un service d’envoi en nombre pour les gros envois.',
  },
  '5.2.121': {
    title: 'Limite de réception par expéditeur',
    cause:
      'Cet expéditeur a envoyé à une même boîte aux lettres, en une heure, plus de courrier qu’elle n’en accepte d’une source unique.',
    when: 'Exchange Online l’envoie pour des alarmes de supervision, des scripts de rapports et des boucles de courrier.',
    fix: 'Trouver la tâche ou la boucle qui écrit si souvent et regrouper ses messages. Renvoyer après une heure, à un débit plus faible.',
  },
  '5.2.122': {
    title: 'Limite horaire de réception de la boîte',
    cause: 'La boîte aux lettres a reçu, de tous les expéditeurs réunis, plus de courrier que permis en une heure.',
    when: 'Exchange Online l’envoie quand une boîte aux lettres est inondée, sert de dépotoir à du courrier automatique ou est prise dans une boucle.',
    fix: 'Attendre une heure et renvoyer. L’administrateur du destinataire devrait répartir le courrier automatique sur plusieurs boîtes aux lettres ou trouver la boucle.',
  },
  '5.4.300': {
    title: 'Expiré dans la file d’attente d’Exchange Online',
    cause: 'Exchange Online a essayé pendant toute sa période de nouvelles tentatives puis a abandonné.',
    when: 'Il clôt un avis de non-remise pour le courrier d’un utilisateur d’Exchange Online dont la destination n’a pas répondu ou n’a cessé de différer.',
    fix: 'Lire la dernière erreur citée dans l’avis de non-remise et la considérer comme la cause. Vérifier les enregistrements MX et le port 25 de la destination avant de renvoyer.',
  },
  '5.7.57': {
    title: 'Client non authentifié',
    cause: 'Un appareil ou un programme tente de soumettre du courrier par Exchange Online sans s’authentifier.',
    when: 'Exchange Online répond ainsi à MAIL FROM sur smtp.office365.com, souvent pour des imprimantes, des scanners et des scripts, ou quand SMTP AUTH est désactivé pour la boîte aux lettres.',
    fix: 'Configurer l’utilisateur, la méthode d’authentification et STARTTLS sur le port 587, et autoriser SMTP authentifié pour la boîte aux lettres. Un appareil qui ne peut pas s’authentifier devrait employer un connecteur avec une adresse IP fixe.',
  },
  '5.7.64': {
    title: 'Connecteur non concordant, relais refusé',
    cause:
      'Exchange Online ne peut pas rattacher la connexion à un tenant, car aucun connecteur entrant ne correspond à son certificat ou à son adresse IP.',
    when: 'Il apparaît dans les configurations hybrides après un changement du certificat ou de l’adresse publique du serveur local.',
    fix: 'Mettre à jour le connecteur entrant avec le nouveau nom de certificat ou la nouvelle adresse IP, et vérifier que le domaine d’expédition est un domaine accepté du tenant.',
  },
  '5.7.124': {
    title: 'Expéditeur absent de la liste autorisée',
    cause: 'Le groupe n’accepte que le courrier des expéditeurs de sa liste, et celui-ci n’en fait pas partie.',
    when: 'Exchange Online l’envoie pour des groupes de distribution aux expéditeurs restreints.',
    fix: 'Demander au propriétaire du groupe d’ajouter l’expéditeur aux expéditeurs autorisés, ou écrire directement à un membre.',
  },
  '5.7.133-136': {
    title: 'Expéditeurs externes non acceptés',
    cause:
      'Le destinataire n’accepte que le courrier d’expéditeurs internes à son organisation\u00a0: 133 est un groupe, 134 une boîte aux lettres, 135 un dossier public, 136 un utilisateur de messagerie (mail user).',
    when: 'Exchange Online l’envoie à des expéditeurs extérieurs, souvent par oubli après la création d’un nouveau groupe avec les réglages par défaut.',
    fix: 'L’administrateur du destinataire doit autoriser les expéditeurs externes dans les réglages de remise de ce destinataire. D’ici là, employer une autre adresse de l’organisation.',
  },
  '5.7.501-503': {
    title: 'Compte d’envoi banni',
    cause: 'Microsoft a bloqué le compte parce qu’il a envoyé du spam ou du courrier suspect.',
    when: 'Exchange Online le renvoie avec 550 pour les expéditeurs qu’il a bannis, le plus souvent après une compromission.',
    fix: 'Réinitialiser le mot de passe, mettre fin à toutes les sessions, supprimer les règles de boîte de réception ajoutées par un tiers et vérifier le journal de connexion. Faire ensuite débloquer le compte par l’administrateur ou ouvrir un dossier d’assistance.',
  },
  '5.7.504': {
    title: 'Adresse du destinataire non valide chez Microsoft',
    cause: 'Exchange Online n’accepte pas de courrier pour cette adresse, qui, en pratique, n’est pas valide.',
    when: 'Il vient avec 550 à RCPT TO pour des adresses périmées ou mal saisies.',
    fix: 'Comparer l’adresse avec sa source, la corriger ou la retirer, et interroger le destinataire par une autre voie si elle est censée fonctionner.',
  },
  '5.7.505': {
    title: 'Destinataire banni',
    cause: 'Microsoft a interdit à l’adresse du destinataire de recevoir du courrier.',
    when: 'Exchange Online l’envoie avec 550, quel que soit l’expéditeur.',
    fix: 'Retirer l’adresse. Si la personne affirme qu’elle fonctionne, son administrateur doit ouvrir un dossier auprès de Microsoft.',
  },
  '5.7.506': {
    title: 'Nom HELO inacceptable',
    cause: 'Le client se présente sous un nom qui ne peut pas être le sien, comme celui du serveur de réception.',
    when: 'Exchange Online l’envoie pour des passerelles mal configurées et pour des bots.',
    fix: 'Donner au HELO votre propre nom d’hôte public, dans Postfix smtp_helo_name ou myhostname, et faire concorder avec lui le PTR et l’enregistrement A.',
  },
  '5.7.507': {
    title: 'Adresse IP bloquée par l’organisation du destinataire',
    cause: 'L’organisation du destinataire a bloqué l’adresse IP d’envoi dans ses propres réglages.',
    when: 'Exchange Online l’envoie pour un tenant\u00a0; d’autres tenants peuvent donc encore accepter le courrier.',
    fix: 'Demander à l’administrateur concerné, par téléphone ou depuis une autre adresse, le retrait du filtre de connexion. Une demande à Microsoft ne sert à rien.',
  },
  '5.7.508': {
    title: 'Plage IPv6 au-delà de sa limite',
    cause: 'La plage IPv6 de l’expéditeur a envoyé, pendant une période, plus que ce qui lui est permis.',
    when: 'Exchange Online l’envoie, car il compte le courrier IPv6 par réseau et non par adresse isolée.',
    fix: 'Envoyer plus lentement ou en IPv4, et vérifier si d’autres hôtes de la même plage envoient aussi du courrier.',
  },
  '5.7.509': {
    title: 'Rejet DMARC',
    cause: 'Le message a échoué à DMARC, et le domaine du From publie la politique p=reject.',
    when: 'Exchange Online l’envoie pour du courrier usurpé, mais aussi pour du courrier réexpédié et pour des services qui envoient sans DKIM du domaine du From.',
    fix: 'Configurer DKIM pour le domaine du From dans chaque service qui envoie pour lui, et aligner le domaine MAIL FROM. Les rapports agrégés de DMARC montrent quelles sources échouent.',
  },
  '5.7.511': {
    title: 'Adresse IP d’envoi bannie',
    cause: 'Microsoft a banni l’adresse IP\u00a0; le formulaire habituel en libre-service ne s’applique pas.',
    when: 'Exchange Online l’envoie avec 550, pour des adresses à l’origine de spam persistant ou grave.',
    fix: 'Trouver et arrêter la source du spam, puis envoyer l’avis de non-remise complet à l’adresse de demande de retrait qu’il indique.',
  },
  '5.7.512': {
    title: 'En-tête From non valide',
    cause: 'Le message n’a pas d’en-tête From, en a plusieurs, ou en a un dont l’adresse est mal formée.',
    when: 'Exchange Online l’envoie après DATA, surtout pour le courrier de scripts et d’appareils.',
    fix: 'Écrire un seul en-tête From avec une adresse complète\u00a0; ajouter un en-tête Sender si From nomme plusieurs auteurs. Vérifier que les noms affichés contenant des virgules sont entre guillemets.',
  },
  '5.7.513': {
    title: 'Sur la liste de blocage d’un client',
    cause:
      'L’organisation du destinataire tient sa propre liste de blocage dans Exchange Online, et l’adresse IP d’envoi y figure.',
    when: 'Il vient avec 550 pour les destinataires de cette seule organisation.',
    fix: 'Contacter le destinataire ou son administrateur par une autre voie et demander le retrait de cette liste.',
  },
  '5.7.515': {
    title: 'Domaine d’envoi en masse non authentifié',
    cause: 'Le domaine d’expédition n’atteint pas le niveau d’authentification qu’Outlook.com exige des expéditeurs de masse.',
    when: 'Outlook.com l’envoie avec 550 aux domaines qui dépassent 5\u00a0000 messages par jour si SPF, DKIM ou DMARC manque ou échoue.',
    fix: 'Rendre SPF et DKIM valides, publier DMARC avec au moins p=none, et veiller à ce que SPF ou DKIM soit aligné avec le domaine du From.',
  },
  '5.7.606-649': {
    title: 'Adresse IP d’envoi sur la liste de blocage de Microsoft 365',
    cause: 'Microsoft a banni l’adresse IP à cause du spam observé en provenance de celle-ci.',
    when: 'Exchange Online l’envoie avec 550 à RCPT TO, y compris à des adresses fraîchement louées au passé douteux.',
    fix: 'Faire d’abord cesser la cause, puis demander le retrait de l’adresse sur sender.office.com\u00a0; il faut jusqu’à un jour ou deux pour que cela prenne effet.',
  },
  '5.7.703': {
    title: 'Bloqué par la liste du tenant de l’expéditeur',
    cause:
      'L’organisation de l’expéditeur a mis l’adresse ou le domaine du destinataire sur la liste de blocage de son propre tenant.',
    when: 'Exchange Online le renvoie à ses propres utilisateurs avant que le message ne parte.',
    fix: 'Demander à votre propre administrateur de vérifier l’entrée dans la Tenant Allow/Block List et de la supprimer si le destinataire est légitime.',
  },
  '5.7.705': {
    title: 'Tenant au-delà de son seuil d’envoi',
    cause:
      'Une trop grande part du courrier de tout le tenant était suspecte, si bien que Microsoft a arrêté son courrier sortant.',
    when: 'Exchange Online le renvoie à ses propres utilisateurs après des comptes compromis ou un envoi en masse inhabituel.',
    fix: 'Sécuriser les comptes et connecteurs compromis, arrêter les envois en masse, puis ouvrir un dossier d’assistance pour faire débloquer le tenant.',
  },
  '5.7.708': {
    title: 'Trafic de cette adresse IP non accepté',
    cause: 'Le tenant envoie depuis des adresses de faible réputation, et Microsoft ne laisse pas sortir le courrier.',
    when: 'Exchange Online le renvoie à ses propres utilisateurs, le plus souvent dans des tenants nouveaux ou d’essai.',
    fix: 'Faire vérifier le tenant par un dossier d’assistance, ou passer de l’essai à un abonnement payant\u00a0; se contenter de réessayer ne sert à rien.',
  },
  '5.7.750': {
    title: 'Domaine d’expéditeur non enregistré dans le tenant',
    cause: 'Trop de courrier sort par le tenant avec des domaines qui n’y sont pas enregistrés.',
    when: 'Exchange Online l’envoie dans des configurations hybrides et de relais, souvent à cause de courrier réexpédié qui garde son expéditeur d’origine.',
    fix: 'Ajouter et vérifier les domaines comme domaines acceptés, réécrire les expéditeurs du courrier réexpédié avec SRS, et chercher un compte détourné.',
  },
  '5.7.800': {
    title: 'Domaine d’expédition banni',
    cause: 'Microsoft a banni un domaine qui apparaît dans EHLO, dans MAIL FROM ou dans l’en-tête From.',
    when: 'Exchange Online l’envoie avec 550, quelle que soit l’adresse IP employée.',
    fix: 'Déterminer lequel des trois domaines est visé, mettre fin à son abus et demander le retrait de la façon que décrit la réponse. Changer d’adresse IP ne sert à rien.',
  },
  '5.9.9': {
    title: 'Jugé comme du spam',
    cause: 'Un filtre a jugé que le contenu était du spam\u00a0; le sujet 9 est privé et non enregistré.',
    when: 'On l’a vu chez bmail.ru et quelques autres serveurs.',
    fix: 'Chercher dans le texte une règle ou un lien, changer les liens et la formulation du message, et interroger le postmaster concerné si le jugement est erroné.',
  },
};

/** Everything the catalogue has to say, in French. */
export const fr: CatalogueText = { replyCodes, enhancedCodes, reasons, providers: frProviders };
