import type { CatalogueText } from '../documentation.js';
import { enProviders } from './en-providers.js';

const replyCodes: CatalogueText['replyCodes'] = {
  101: {
    title: 'Unable to Connect',
    cause:
      'The program could not open a connection to the mail server. No RFC defines 101: it is not an SMTP reply, since replies begin with 2, 3, 4 or 5, but a message that the client makes itself.',
    when: 'A mail client or script shows 101 because the server name, the port or the network path is wrong.',
    fix: 'Check the server name with dig, the port with nc -vz host 587, and the firewall between both. Look for the real SMTP reply in the log of the server.',
  },
  111: {
    title: 'Connection Refused',
    cause:
      'The other host answered the TCP connection with a refusal. No RFC defines 111 as a reply: it is the Linux error number ECONNREFUSED, printed where a reply code is expected.',
    when: 'A client or a library tried to connect to a port on which no mail server listens, or which a firewall rejects.',
    fix: 'Check that the server runs and listens (ss -ltn), that the port is right (25 between servers, 465 or 587 for submission), and that no firewall rejects it.',
  },
  200: {
    title: 'Nonstandard Success',
    cause:
      'The command succeeded, but the server used a code that no RFC defines. The first digit decides (RFC 5321 §4.3.2), so a 2 is a success.',
    when: 'A very old or home-made SMTP implementation answers a command.',
    fix: 'No fix needed; treat it like 250. If the server is yours, let it send 250 as the standard demands.',
  },
  211: {
    title: 'System Status',
    cause:
      "A system status reply providing information about the mail server's current state. This is typically sent in response to a HELP or system inquiry command.",
    when: 'A client queries the mail server for its status or capabilities, and the server shares diagnostic or informational details about itself.',
    fix: "No fix needed; this is an informational response. If the status indicates a problem, review the server's configuration or contact the mail administrator.",
  },
  214: {
    title: 'Help Message',
    cause:
      "A help message response containing information about the server's supported commands or a specific command's usage. This is a human-readable reply to the HELP command.",
    when: 'The HELP command was sent to the SMTP server. The response lists available commands or provides usage details for the command that was named.',
    fix: 'No fix needed; this is a normal informational response. Use the provided help text to understand which commands the server supports; programs should read the EHLO reply instead.',
  },
  220: {
    title: 'Service Ready',
    cause:
      'The server greets the client and is ready for commands. As the answer to STARTTLS it says that the TLS handshake may begin.',
    when: 'A client has just connected, or has sent STARTTLS.',
    fix: 'No fix needed. If the greeting comes only after many seconds, the server delays on purpose (postscreen, tarpit) or waits for a reverse lookup; clients should allow five minutes.',
  },
  221: {
    title: 'Closing Connection',
    cause: 'The server closes the session in the normal way.',
    when: 'The client has sent QUIT and the session is over.',
    fix: 'No fix needed. Whether the message was taken is told by the reply to the end of DATA, not by 221.',
  },
  235: {
    title: 'Authentication Successful',
    cause: 'The user name and the password, or another credential, were accepted.',
    when: 'A client has finished the AUTH exchange, mostly on the submission ports 465 and 587.',
    fix: 'No fix needed. If logins succeed from places where the user is not, change the password at once and look through the queue for spam.',
  },
  250: {
    title: 'OK',
    cause:
      'The command was carried out. At the end of DATA it means that the server has taken the message and answers for it from now on.',
    when: 'Any command has succeeded: EHLO, MAIL, RCPT, the end of the message data, RSET or NOOP.',
    fix: 'No fix needed. If the message still does not show up, ask the receiver with the queue ID from the reply text, as filters and spam folders work after 250.',
  },
  251: {
    title: 'User Not Local',
    cause:
      'The recipient has another home, and the server takes the message and forwards it. In answer to ETRN it says that no mail waits for that node.',
    when: 'A server that knows the new address of a recipient answers RCPT or VRFY, or a dial-up host asked for its queue with ETRN.',
    fix: 'No fix needed. If the reply names a new address that you can trust, update your address book; forwarding may break SPF, so sign with DKIM.',
  },
  252: {
    title: 'Cannot Verify User',
    cause:
      'The server neither confirms nor denies the address, but would take a message for it and try to deliver. In answer to ETRN it says that the waiting messages are on their way.',
    when: 'A client sent VRFY or EXPN to a server that does not disclose its users, or ETRN to a relay.',
    fix: 'No fix needed; sending the message is the only reliable test. To stop such probes on your own Postfix set disable_vrfy_command = yes, which answers 502.',
  },
  253: {
    title: 'Pending Messages Started',
    cause: 'The queue run that ETRN asked for has begun, and the reply tells how many messages wait for the node.',
    when: 'A host with a part-time connection asked its relay to send the mail that was held for it.',
    fix: 'No fix needed. If nothing arrives afterwards, check that the relay can reach your host on port 25.',
  },
  334: {
    title: 'Server Challenge',
    cause: "The server sends a challenge or prompt in base64 and waits for the client's answer.",
    when: 'An AUTH exchange is going on: with LOGIN the challenges are the prompts for user name and password.',
    fix: 'No fix needed. If the session stops here, the client does not support the mechanism or sends bad base64; offer it another one.',
  },
  354: {
    title: 'Start Mail Input',
    cause: 'The server is ready for the message, which ends with a line that holds only a dot.',
    when: 'The client has sent DATA after at least one accepted recipient.',
    fix: 'No fix needed. If the connection is lost after 354, look for path MTU trouble, a firewall that inspects SMTP, or a content filter that takes too long.',
  },
  403: {
    title: 'Sender Not Authorised',
    cause:
      'The account may not send from that address. No RFC defines 403; SendGrid sends it at submission, and by its first digit (RFC 5321 §4.3.2) it is a temporary refusal.',
    when: 'A message is handed to a mail service with a From address that the account has not verified.',
    fix: 'Verify the sender address or domain in the account of the service, then send again; a retry without that changes nothing.',
  },
  420: {
    title: 'Connection Timeout',
    cause:
      'The server or the path to it had no resources in time. No RFC defines 420; older Yahoo and GroupWise servers send it, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'A session to an overloaded or slow server ran into a timeout.',
    fix: 'Let the queue retry. If it stays, test the path with nc -vz host 25 and lower the number of parallel connections to that domain.',
  },
  421: {
    title: 'Service Not Available',
    cause:
      'The server closes the session: it is overloaded, restarts, has hit a limit, or slows down a sender with a poor reputation.',
    when: 'The reply comes at connect or in the middle of a session, often after many connections or messages from the same IP.',
    fix: 'Keep the message in the queue and retry with growing intervals. Read the text: for limits lower concurrency and rate to that domain, for reputation check block lists and SPF, DKIM and DMARC.',
    senses: [
      {
        reason: 'too-many-connections',
        cause: 'The server allows fewer parallel sessions from one IP than you opened, or fewer messages per session.',
        fix: 'Lower the concurrency for this provider, in Postfix with smtp_destination_concurrency_limit on a transport of its own.',
      },
      {
        reason: 'rate-limited',
        cause: 'You send more messages in a time span than the server takes from your IP or domain.',
        fix: 'Spread the sending, in Postfix with smtp_destination_rate_delay, and warm up new IP addresses over weeks.',
      },
      {
        reason: 'bad-reputation',
        cause: 'The provider defers mail because it rates your IP or domain as poor or sees complaints.',
        fix: "Pause the campaign, send only to engaged recipients, and watch the provider's postmaster tools until the rating recovers.",
      },
      {
        reason: 'ip-blocklisted',
        cause: 'The server turns your IP away for now because it is on a block list.',
        fix: 'Find the list that the text names, cure the cause and ask for removal.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM or DMARC did not pass, and the provider defers the mail instead of refusing it.',
        fix: 'Correct the SPF record, the DKIM signature and the alignment with the From domain before the queue gives up.',
      },
      {
        reason: 'missing-ptr',
        cause: 'The server found no valid reverse DNS name for your IP.',
        fix: 'Check with dig -x IP that a PTR exists and that its name resolves back to the same IP.',
      },
      {
        reason: 'network-error',
        cause: 'The session was idle too long or broke, and the server closed it.',
        fix: 'Retry; if it repeats, look for packet loss, path MTU trouble or a slow content filter on your side.',
      },
      {
        reason: 'system-error',
        cause: 'The server is shutting down, restarting or has an internal fault.',
        fix: 'Retry later; only its administrator can repair it.',
      },
    ],
  },
  422: {
    title: 'Mailbox Storage or Licence Limit',
    cause:
      'The registry of enhanced codes lists 422 beside X.7.12 (password transition), but no RFC defines its text. Some hosters send it for a mailbox over quota and Barracuda for an expired licence; the first digit decides (RFC 5321 §4.3.2), so it is temporary.',
    when: 'A message meets a full mailbox at a smaller hoster, or a filter appliance whose subscription has ended.',
    fix: 'Let the queue retry and read the text. Tell the recipient by another way that the mailbox is full, or the administrator that the licence has run out.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'The mailbox of the recipient has reached its quota.',
        fix: 'Retry for some days; the recipient must delete mail.',
      },
      {
        reason: 'system-error',
        cause: 'The licence of the receiving filter has expired.',
        fix: "Tell the recipient's administrator and retry later.",
      },
      {
        reason: 'submission-auth',
        cause: 'The account needs a password transition before this login mechanism works.',
        fix: 'Log in once with a plain mechanism over TLS, then use the chosen one.',
      },
    ],
  },
  430: {
    title: 'Temporary Command Failure',
    cause:
      'The registry of enhanced codes lists 430 beside X.5.1 (invalid command), but no RFC defines its text. The first digit decides (RFC 5321 §4.3.2), so it is a temporary failure.',
    when: 'A server that is not common answers a command it cannot carry out for now.',
    fix: 'Let the queue retry. If it stays, read the text and the enhanced code and check the command order of the client.',
  },
  431: {
    title: 'Not Enough Disk Space',
    cause:
      'The receiving server is out of disk space or memory. No RFC defines 431; code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'A message cannot be stored at the receiver, or a local Exchange server runs under resource pressure.',
    fix: 'Retry later. If the server is yours, free disk space for the queue database and the logs.',
  },
  432: {
    title: 'Password Transition Needed',
    cause:
      'The account must log in once with a plain mechanism before the chosen one works. Exchange Online uses 432 4.3.2 for something else: the mailbox gets too many messages at once.',
    when: 'A client uses a login mechanism for which the server has no stored secret yet, or many messages go to one Microsoft 365 mailbox.',
    fix: 'For AUTH, log in once with PLAIN over TLS. For 432 4.3.2 with a recipient thread limit, spread the messages to that mailbox.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The server cannot check this mechanism until the user has logged in once with a plain one.',
        fix: 'Log in once with PLAIN over TLS, then change back to the chosen mechanism.',
      },
      {
        reason: 'rate-limited',
        cause: 'Exchange Online takes only a few messages for one mailbox at the same time.',
        fix: 'Spread notifications to that mailbox or send a digest; the queue may retry.',
      },
    ],
  },
  441: {
    title: 'Destination Not Responding',
    cause:
      'The destination server did not answer. No RFC defines 441; code lists ascribe it to Exchange, which writes it for its own queue, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'The sending server cannot reach any MX host of the recipient domain.',
    fix: 'Let the queue retry. Check the MX with dig MX domain and port 25 with nc -vz host 25.',
  },
  442: {
    title: 'Connection Dropped',
    cause:
      'The connection broke while the message was being sent. No RFC defines 442; code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'A session ends in the middle of the data, through the network, a firewall or a restart of the receiver.',
    fix: 'Let the queue retry. If it always breaks at the same size, look for path MTU trouble and for firewalls that inspect SMTP.',
  },
  446: {
    title: 'Too Many Hops',
    cause:
      'The message has passed more servers than allowed, so it probably loops. No RFC defines 446; code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'Two servers forward a message to each other, or a forwarding rule points back to its origin.',
    fix: 'Read the Received headers to find the two hosts, then correct the forwarding rule, the MX or the accepted domains.',
  },
  447: {
    title: 'Message Expired in Queue',
    cause:
      'The sending server gave up because the time limit of its queue ran out. No RFC defines 447; code lists ascribe it to Exchange, and the first digit (RFC 5321 §4.3.2) calls it temporary.',
    when: 'All attempts over hours or days have failed.',
    fix: 'Look for the last real reply of the destination; that is the cause. Send again once it is cured.',
  },
  449: {
    title: 'Routing Error',
    cause:
      'The sending server found no route for the message. No RFC defines 449; code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'A connector, a smarthost or the DNS of the recipient domain is set up wrongly.',
    fix: 'Check dig MX domain, then the send connector or relayhost and the transport maps of the own server.',
  },
  450: {
    title: 'Mailbox Unavailable',
    cause:
      'The requested mail action was not taken because the mailbox is temporarily unavailable. This could be due to the mailbox being locked by another process or a temporary policy restriction such as greylisting.',
    when: "The recipient's mailbox exists but is currently locked, busy, or subject to greylisting. The server is asking you to try again later.",
    fix: "Retry delivery after a few minutes. With greylisting the second attempt will typically succeed. For persistent failures, check if the recipient's mailbox is full or disabled, and read the text for DNS or rate problems.",
    senses: [
      {
        reason: 'greylisted',
        cause: 'The server defers the first contact of an unknown client on purpose.',
        fix: 'Let the queue retry after some minutes from the same IP; nothing else is needed.',
      },
      {
        reason: 'mailbox-full',
        cause: 'The mailbox is over quota and takes nothing for now.',
        fix: 'Retry for days; suppress the address if it stays full for weeks.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'The mailbox is switched off or suspended for now.',
        fix: 'Retry for a day or two, then ask the recipient for another address.',
      },
      {
        reason: 'user-unknown',
        cause:
          'The server could not confirm the recipient and answers with a temporary code; Postfix does so by default for unverified addresses (unverified_recipient_reject_code).',
        fix: 'Check the address for typos; if the reply stays the same for a day, treat it as not existing.',
      },
      {
        reason: 'domain-unknown',
        cause: 'The server found no DNS entry for the recipient domain and does not want to decide for good.',
        fix: 'Check the spelling of the domain and dig MX domain.',
      },
      {
        reason: 'invalid-sender',
        cause: 'The domain of the envelope sender does not resolve at the receiver.',
        fix: 'Publish MX or A records for the sender domain and check that its name servers answer from outside.',
      },
      {
        reason: 'missing-ptr',
        cause: 'The reverse name of your IP is missing or does not resolve back to it.',
        fix: 'Check dig -x IP and the address record of that name; ask the owner of the network to set the PTR.',
      },
      {
        reason: 'rate-limited',
        cause: 'You have sent too many messages or recipients in a short time.',
        fix: 'Slow down for this domain and let the queue retry.',
      },
      {
        reason: 'policy',
        cause: 'A local rule of the receiver defers the message.',
        fix: 'Read the text and any link in it; contact the postmaster if it does not pass within a day.',
      },
      {
        reason: 'system-error',
        cause: 'The receiver cannot do its checks or is not available for now.',
        fix: 'Let the queue retry.',
      },
    ],
  },
  451: {
    title: 'Local Error',
    cause:
      'The receiver had a fault while it handled the command, or it defers the message by policy. Common are failed lookups, filters that do not answer, and greylisting.',
    when: 'The reply comes at RCPT or after the message data and is gone on a later attempt.',
    fix: "Let the queue retry. If it lasts for hours, read the text: DNS and SPF errors are yours to cure, database and filter faults belong to the receiver's administrator.",
    senses: [
      {
        reason: 'system-error',
        cause: 'A database, filter or disk at the receiver failed.',
        fix: "Retry; tell the receiver's postmaster if it lasts longer than a day.",
      },
      {
        reason: 'greylisted',
        cause: 'The first contact is deferred on purpose.',
        fix: 'Retry after some minutes from the same IP.',
      },
      {
        reason: 'dns-failure',
        cause: 'The receiver could not look up a name it needs, such as your sender domain.',
        fix: 'Check that all name servers of your domain answer, then let the queue retry.',
      },
      {
        reason: 'auth-failure',
        cause: 'An SPF, DKIM or DMARC check ended in a temporary error or did not pass.',
        fix: 'Test the SPF record for syntax and for more than ten lookups, and check that the DKIM key is published.',
      },
      {
        reason: 'rate-limited',
        cause: 'The receiver limits the number of messages per time.',
        fix: 'Send more slowly to this domain and let the queue retry.',
      },
      {
        reason: 'bad-reputation',
        cause: 'The receiver slows your IP or domain down because it does not trust it yet.',
        fix: 'Send less and only to engaged recipients; check block lists and complaint rates.',
      },
      {
        reason: 'network-error',
        cause: 'The server could not reach the next host or ran into a timeout.',
        fix: 'Retry; check the path if it stays.',
      },
      {
        reason: 'invalid-sender',
        cause: 'The sender domain could not be resolved or verified for now.',
        fix: 'Check MX, A and the name servers of the sender domain.',
      },
    ],
  },
  452: {
    title: 'Insufficient Storage',
    cause:
      'The server is short of storage, or the number of recipients in one transaction was reached. Some providers also use it for a full mailbox or for rate limits.',
    when: 'The reply comes at MAIL when the disk is low, or at RCPT after many accepted recipients.',
    fix: 'Let the queue retry; for too many recipients the rest goes in a new transaction, which Postfix does by itself. If the server is yours, check free space with df and queue_minfree.',
    senses: [
      {
        reason: 'system-full',
        cause: 'The receiving server has no free disk space or memory for the message.',
        fix: 'Retry later; its administrator must make room.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'The transaction has more recipients than the server takes at once.',
        fix: 'Send the remaining recipients in a new transaction; lower smtp_destination_recipient_limit for this domain.',
      },
      {
        reason: 'mailbox-full',
        cause: 'The mailbox of the recipient is over quota.',
        fix: 'Retry for days; suppress the address if it stays full for weeks.',
      },
      {
        reason: 'rate-limited',
        cause: 'The server takes no more messages from you in this time span.',
        fix: 'Slow down for this domain and let the queue retry.',
      },
    ],
  },
  453: {
    title: 'You Have No Mail',
    cause: 'No mail waits for the domains that the client asked for with ATRN.',
    when: 'A customer of an on-demand mail relay (port 366) fetches its mail while the queue is empty.',
    fix: 'No fix needed. If mail should be waiting, check that the domain points to the relay and that the account may ask for it.',
  },
  454: {
    title: 'Temporary Authentication or TLS Failure',
    cause:
      'The server cannot do AUTH or TLS for now because of a fault on its own side; the password is not wrong. Postfix also defers relaying with 454, and Amazon SES uses it for throttling.',
    when: 'The reply follows AUTH or STARTTLS, or RCPT at a server that defers relaying.',
    fix: 'Retry later and do not ask the user for a new password. On your own server check the SASL daemon (smtpd_sasl_path) and that certificate and key can be read.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The authentication service of the server does not answer.',
        fix: 'Retry; on your own server check that Dovecot or saslauthd runs and that its socket is where Postfix looks for it.',
      },
      {
        reason: 'tls-failure',
        cause: 'The server offers STARTTLS but cannot start it for now, often because certificate or key cannot be loaded.',
        fix: 'Retry; on your own server check smtpd_tls_chain_files and the log of the TLS manager.',
      },
      {
        reason: 'relay-denied',
        cause: 'The server does not relay for this client and says so with a temporary code.',
        fix: 'Log in before sending, or correct the relay settings; waiting alone will not help.',
      },
      {
        reason: 'rate-limited',
        cause: 'The sending service, for instance Amazon SES, limits how many messages your account may send per second or day.',
        fix: 'Send more slowly or ask the service for a higher limit.',
      },
    ],
  },
  455: {
    title: 'Parameters Not Accommodated',
    cause: 'The server knows the parameter of MAIL or RCPT but cannot honour it for now.',
    when: 'A client used an ESMTP option, for instance DELIVERBY or NOTIFY, that the server cannot grant at the moment.',
    fix: 'Let the queue retry, or send without the option. In Postfix smtp_discard_ehlo_keywords hides an option that one server does badly.',
  },
  458: {
    title: 'Unable to Queue Messages',
    cause: 'The server could not start the queue run for the node that ETRN named.',
    when: 'A host with a part-time connection asks its relay for waiting mail while the relay has a fault.',
    fix: 'Ask again later. On a Postfix relay check that the flush service runs and that the domain is in fast_flush_domains.',
  },
  459: {
    title: 'Node Not Allowed',
    cause: 'The server refuses ETRN for that node; the text tells why.',
    when: 'A client asks for the queue of a domain that it may not flush or that the relay does not know.',
    fix: 'Check the spelling of the domain in ETRN, and on the relay smtpd_etrn_restrictions and fast_flush_domains.',
  },
  471: {
    title: 'Filter Error',
    cause:
      "A spam filter, often on the sender's own side, failed or held the message. No RFC defines 471; sender-side scanners and hosts like NetEase send it, and by its first digit (RFC 5321 §4.3.2) it is temporary.",
    when: 'A message passes an anti-spam add-on or an outgoing scanner before it leaves.',
    fix: 'Check the log of the local filter and its update state first; then look at the content and send again.',
  },
  476: {
    title: 'Connections Denied',
    cause:
      'The server does not take connections from your host. No RFC defines 476; Earthlink is known to send it, and although the first digit (RFC 5321 §4.3.2) says temporary, it is a block of the IP.',
    when: 'A sending IP connects whose reputation is poor or whose network is blocked.',
    fix: 'Check the IP against DNS block lists and its PTR with dig -x IP; stop sending there and ask the provider to lift the block.',
  },
  498: {
    title: 'No MX for Domain',
    cause:
      'The sending side found no mail server for the recipient domain. No RFC defines 498; MailChannels and PowerMTA write it themselves, and the first digit (RFC 5321 §4.3.2) calls it temporary.',
    when: 'A mail service prepares the delivery and the DNS lookup for the recipient domain finds neither MX nor address.',
    fix: 'Check the spelling and dig MX domain. Remove the address if the domain stays without mail servers.',
  },
  499: {
    title: 'Unable to Connect to MX',
    cause:
      'The sending service could not connect to any mail server of the domain. No RFC defines 499; Mailgun and Pardot write it themselves, and by its first digit (RFC 5321 §4.3.2) it is temporary.',
    when: 'All MX hosts of the recipient domain are down, refuse connections or time out.',
    fix: 'The service retries by itself. Check dig MX domain and port 25 of the hosts if it lasts for more than a day.',
  },
  500: {
    title: 'Syntax Error',
    cause: 'The server does not know the command, or the line was too long.',
    when: 'A client sends an unknown verb, sends message text where a command is expected, or speaks TLS or HTTP to a plain SMTP port.',
    fix: 'Check the port (465 wants TLS from the start, 587 and 25 want STARTTLS) and the client software. Firewalls that rewrite commands, such as SMTP fixup, also cause it; switch that off.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'The command is unknown to the server or its line is longer than allowed.',
        fix: 'Record the session, for instance with debug_peer_list in Postfix, and correct the client or the firewall in between.',
      },
      {
        reason: 'submission-auth',
        cause: 'A line of the AUTH exchange was too long, or AUTH is not offered on this connection.',
        fix: 'Start TLS first and use a mechanism that the EHLO reply lists.',
      },
    ],
  },
  501: {
    title: 'Syntax Error in Parameters',
    cause:
      'The command is known, but its argument is malformed: mostly a bad address or a bad HELO name. In an AUTH exchange it means bad base64 or that the client broke off.',
    when: 'An address has spaces, missing angle brackets or no domain, or the HELO name is not a valid host name.',
    fix: 'Look at the address or name in the log line character by character. In Postfix set myhostname to a full name; in a list import trim spaces and control characters.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'The recipient address is not well formed.',
        fix: 'Correct or remove the address and validate input at sign-up.',
      },
      {
        reason: 'invalid-sender',
        cause: 'The sender address is malformed or its domain does not exist.',
        fix: 'Set a valid envelope sender with a domain that resolves.',
      },
      {
        reason: 'protocol-error',
        cause: 'The HELO name or another argument breaks the syntax.',
        fix: 'Send a fully qualified host name in HELO and only parameters that the server announced.',
      },
      {
        reason: 'submission-auth',
        cause: 'The AUTH exchange was cancelled or held invalid base64.',
        fix: 'Enter the credentials again and update the client.',
      },
    ],
  },
  502: {
    title: 'Command Not Implemented',
    cause: 'The server knows the command but does not offer it.',
    when: 'A client sends VRFY, EXPN, ETRN or AUTH to a server where these are switched off; Postfix also answers unknown commands with it.',
    fix: 'Use only what the EHLO reply lists. If AUTH is refused, use the submission port 587 or 465 instead of 25.',
  },
  503: {
    title: 'Bad Sequence of Commands',
    cause:
      'The command came at the wrong moment, for instance RCPT before MAIL or DATA without an accepted recipient. Some servers send it when a login is missing.',
    when: 'A client pipelines without permission, goes on after a refused command, or sends AUTH where it is not offered.',
    fix: 'Find the refused command before the 503; that is the real cause. If login is missing, enable authentication in the client or smtp_sasl_auth_enable in Postfix.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'The commands came in the wrong order or too early.',
        fix: 'Correct the client; it must wait for each reply unless PIPELINING is offered.',
      },
      {
        reason: 'submission-auth',
        cause: 'The server wants a login first, or does not offer AUTH on this connection.',
        fix: 'Log in after STARTTLS on port 587, or over TLS on 465.',
      },
    ],
  },
  504: {
    title: 'Parameter Not Implemented',
    cause:
      'The server does not support this parameter or AUTH mechanism. Postfix also sends it for a HELO name or an address that is not fully qualified.',
    when: 'A client asks for an unknown mechanism, or greets with a short name such as localhost or a Windows computer name.',
    fix: 'Set a fully qualified HELO name (myhostname or smtp_helo_name in Postfix), use full addresses, and choose a mechanism from the EHLO reply.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'The HELO name or a parameter is not acceptable, often because the name is not fully qualified.',
        fix: 'Send the public host name in HELO; it should match the PTR of the IP.',
      },
      {
        reason: 'submission-auth',
        cause: 'The server does not support the AUTH mechanism that the client chose.',
        fix: 'Choose a mechanism that the EHLO reply lists, mostly PLAIN or LOGIN over TLS.',
      },
      {
        reason: 'invalid-sender',
        cause: 'The sender address has no full domain.',
        fix: 'Set myorigin or the application so that the envelope sender carries a full domain.',
      },
    ],
  },
  505: {
    title: 'Authentication Required',
    cause:
      'The server wants a login, or the account is suspended. No RFC defines 505; various hosters send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A client sends without login, or through an account that the hoster has locked.',
    fix: 'Enable authentication in the client and check the password. If the account is suspended, ask the hoster for the reason.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The client did not log in.',
        fix: 'Enable SMTP authentication with user name and password.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'The sending account is suspended.',
        fix: 'Look for a compromise, change the password and contact the hoster.',
      },
    ],
  },
  510: {
    title: 'Bad Email Address',
    cause:
      'The recipient address is not accepted. No RFC defines 510; Plusnet and old X.400 and Exchange gateways send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to an address that is mistyped or does not exist there.',
    fix: 'Check the address for typos and remove it if it is right as written.',
  },
  511: {
    title: 'Bad Email Address',
    cause:
      'The recipient address is not accepted. No RFC defines 511; Sohu sends it and code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to an address that the receiving system does not know.',
    fix: 'Check the address for typos and remove it if it is right as written.',
  },
  512: {
    title: 'Host Unknown',
    cause:
      'The host or domain of the recipient cannot be found. No RFC defines 512; code lists ascribe it to Exchange, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'The domain part of the address is mistyped, expired or has no DNS entries.',
    fix: 'Check the spelling and dig MX domain; remove the address if the domain is gone.',
  },
  513: {
    title: 'Address Type Incorrect',
    cause:
      'The address is not of a kind that the server handles, or it refuses to relay. No RFC defines 513; some smarthosts send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A client uses a smarthost without login, or an address of another mail system is used.',
    fix: 'Log in to the smarthost, check that your domain is allowed there, and correct the address.',
    senses: [
      {
        reason: 'relay-denied',
        cause: 'The smarthost does not relay for this client or sender.',
        fix: 'Enable authentication, or let the provider of the smarthost allow your domain.',
      },
      {
        reason: 'invalid-address',
        cause: 'The recipient address has a form that the server does not handle.',
        fix: 'Correct the address; it must be of the form local part, at sign, domain.',
      },
    ],
  },
  517: {
    title: 'Sender Rejected',
    cause:
      'The sender address or its domain is refused. No RFC defines 517; Courier and others send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'The domain of the envelope sender does not exist, or cannot receive bounces.',
    fix: 'Check dig MX and dig A for the sender domain, and set an envelope sender that can take bounces.',
  },
  521: {
    title: 'Server Does Not Accept Mail',
    cause:
      'The host never takes mail. Against the standard, some servers also use 521 to refuse one client: AT&T for blocked IP addresses and Postfix postscreen for its drop action.',
    when: 'A client connects to a host that runs only a dummy mail server, or to a provider that blocks its IP.',
    fix: 'Check dig MX domain and remove the address if the host is right. If the text speaks of a block, check your IP against DNS block lists and ask for removal.',
    senses: [
      {
        reason: 'domain-no-mail',
        cause: 'The host states that it takes no mail at all.',
        fix: 'Remove the address; look for a typo in the domain.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'The provider refuses your IP at connect.',
        fix: 'Read the list or link in the text, cure the cause and ask for removal.',
      },
      {
        reason: 'protocol-error',
        cause: 'The server dropped the client for a protocol violation, such as talking before the greeting.',
        fix: 'Let the client wait for the greeting and for each reply; a clean mail server is not caught by this test.',
      },
    ],
  },
  523: {
    title: 'Encryption Needed',
    cause:
      'The login needs an encrypted connection. The registry of enhanced codes lists 523 beside X.7.10, while no RFC defines the reply itself; Gmail sends it for commands that were pipelined after STARTTLS.',
    when: 'A client tries AUTH on a plain connection, or sends commands before the TLS handshake is over.',
    fix: 'Use STARTTLS on port 587 or TLS on 465 before AUTH, and send EHLO again after the handshake.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The mechanism is only allowed on an encrypted connection.',
        fix: 'Switch on TLS in the client before it logs in.',
      },
      {
        reason: 'protocol-error',
        cause: 'The client sent further commands together with STARTTLS.',
        fix: 'Correct the client: after STARTTLS it must wait for the reply and for the handshake.',
      },
    ],
  },
  524: {
    title: 'Encryption Required for Mechanism',
    cause:
      'The chosen login mechanism is only allowed on an encrypted connection. The registry of enhanced codes lists 524 beside X.7.11, while no RFC defines the reply itself; 538 is the older code for the same.',
    when: 'A client uses PLAIN or LOGIN without TLS.',
    fix: 'Use STARTTLS on port 587 or TLS on 465 before AUTH.',
  },
  525: {
    title: 'User Account Disabled',
    cause:
      'The credentials were right, but the sending account is locked. The registry of enhanced codes lists 525 beside X.7.13, while no RFC defines the reply itself.',
    when: 'An administrator has locked the account, for abuse, unpaid bills or a suspected break-in.',
    fix: 'Ask the administrator of the account. Change the password and check what was sent before it is opened again.',
  },
  530: {
    title: 'Authentication Required',
    cause: 'The server wants a login, or STARTTLS, before it takes this command.',
    when: 'A client sends mail on a submission port without logging in, or on a server that demands TLS.',
    fix: 'Enable SMTP authentication and TLS in the client; in a Postfix client set smtp_sasl_auth_enable = yes and smtp_tls_security_level = encrypt. For mail between servers use port 25 of the MX host.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The command needs a login first.',
        fix: 'Configure user name and password, and send through the submission port 587 or 465.',
      },
      {
        reason: 'tls-failure',
        cause: 'The server demands STARTTLS before any mail command.',
        fix: 'Set smtp_tls_security_level = may or stricter, and check that no firewall removes STARTTLS from the EHLO reply.',
      },
    ],
  },
  533: {
    title: 'Delivery Not Authorised',
    cause:
      'The registry of enhanced codes lists 533 beside X.7.1 (not authorised), but no RFC defines its text. The first digit decides (RFC 5321 §4.3.2), so it is permanent.',
    when: 'A server that is not common refuses a command because the client may not do it.',
    fix: 'Read the text; check login, relay permission and sender address.',
  },
  534: {
    title: 'Authentication Mechanism Too Weak',
    cause:
      'The chosen login mechanism is weaker than the server allows for this user. Gmail uses 534 to ask for a login in the browser or for an app password.',
    when: 'A client logs in with a password where OAuth, an app password or a stronger mechanism is demanded.',
    fix: 'Use OAuth 2.0 or an app password, over TLS. At Gmail follow the link in the reply once with a browser.',
  },
  535: {
    title: 'Authentication Failed',
    cause: 'The user name or the password is wrong, or the account may not use SMTP AUTH.',
    when: 'A client or a relay host logs in with outdated credentials, or the provider has switched password logins off.',
    fix: 'Check user name and password (in Postfix smtp_sasl_password_maps, then run postmap). Create an app password or use OAuth if the provider demands it, and look for a lock after failed attempts.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'The credentials are wrong, or password login is switched off for the account.',
        fix: 'Enter the password again, or use an app password or OAuth 2.0.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'The account is locked after abuse or too many failed logins.',
        fix: 'Unlock it at the provider, change the password and remove old devices that still try the old one.',
      },
    ],
  },
  538: {
    title: 'Encryption Required for Mechanism',
    cause:
      'The chosen login mechanism is only allowed on an encrypted connection. RFC 4954 keeps 538 for historical reasons only.',
    when: 'A client uses PLAIN or LOGIN without TLS on an older server.',
    fix: 'Use STARTTLS on port 587 or TLS on 465 before AUTH.',
  },
  540: {
    title: 'Recipient Inactive or Blocked',
    cause:
      'The mailbox is inactive, or the recipient address is blocked. No RFC defines 540; Rambler sends it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to a mailbox that its owner has not used for a long time, or that the provider has closed.',
    fix: 'Stop sending to the address and ask the person for another one.',
    senses: [
      {
        reason: 'mailbox-disabled',
        cause: 'The mailbox is inactive.',
        fix: 'Remove the address.',
      },
      {
        reason: 'recipient-refused',
        cause: 'The recipient address is blocked for this mail.',
        fix: 'Do not repeat; ask the recipient to allow you.',
      },
    ],
  },
  541: {
    title: 'Rejected by Destination Domain',
    cause:
      'The domain or its filter does not take the message. No RFC defines 541; Zoho and Symantec send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: "A message meets a block rule of the recipient's organisation or its spam filter.",
    fix: "Ask the recipient's administrator to allow you; check block lists, SPF, DKIM and DMARC of your domain first.",
    senses: [
      {
        reason: 'recipient-refused',
        cause: "The recipient's organisation does not take mail from this sender.",
        fix: 'Ask to be put on the allow list; do not repeat.',
      },
      {
        reason: 'spam-content',
        cause: 'The filter of the domain judged the message as spam.',
        fix: 'Check content and links, and the consent of the recipient.',
      },
    ],
  },
  542: {
    title: 'Rejected',
    cause:
      'The recipient was refused, mostly because the address does not exist. No RFC defines 542; MessageLabs (Symantec.cloud) sends it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to a domain behind that filter service, to an address that is not registered there.',
    fix: "Check the address for typos; ask the recipient's administrator whether the address is registered with the filter.",
  },
  550: {
    title: 'Mailbox Not Found',
    cause:
      'The requested action was not taken because the mailbox does not exist or the recipient address is rejected by policy. This is a permanent failure indicating the address is invalid or blocked.',
    when: "A message goes to an email address that does not exist on the destination server, or the server's policy rejects your message (e.g., anti-spam, sender verification failure).",
    fix: "Verify the recipient's email address for typos. If the address is correct, the mailbox may have been deleted or your domain may be blocked: check your sender reputation and SPF/DKIM/DMARC records, and read the text, as 550 stands for many causes.",
    senses: [
      {
        reason: 'user-unknown',
        cause: 'The mailbox does not exist at that domain.',
        fix: 'Check for typos, then remove the address from the list.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'The mailbox exists but is closed, suspended or inactive.',
        fix: 'Stop sending and ask the person for another address.',
      },
      {
        reason: 'mailbox-full',
        cause: 'The mailbox is over quota, although a permanent code is used.',
        fix: 'Try again on later days; suppress the address only after repeated failures over weeks.',
      },
      {
        reason: 'recipient-refused',
        cause: 'The recipient, the group or its administrator does not take mail from this sender.',
        fix: 'Ask the recipient to allow you; do not repeat.',
      },
      {
        reason: 'policy',
        cause: 'A local rule refused the message without telling more.',
        fix: 'Read the text and any link in it, then contact the postmaster of the domain.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Your sending IP or its network is on a block list.',
        fix: 'Find the list named in the text, cure the cause (open relay, hacked account, bad list) and ask for removal.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'Your sender, HELO or link domain is on a domain block list.',
        fix: 'Check your domains and link shorteners at the list, clean up and ask for removal.',
      },
      {
        reason: 'bad-reputation',
        cause: 'The provider rates your IP or domain as poor.',
        fix: 'Send less and to engaged recipients only; watch the postmaster tools of the provider.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM or DMARC did not pass for your domain.',
        fix: 'List every sending host in SPF, sign with DKIM in the From domain, and check alignment with dig TXT _dmarc.domain.',
      },
      {
        reason: 'spam-content',
        cause: 'The content was judged as spam or phishing.',
        fix: 'Change content and links, and check that the recipients have agreed to the mail.',
      },
      {
        reason: 'relay-denied',
        cause: 'The server does not deliver for this recipient domain or does not relay for you.',
        fix: 'Check dig MX domain; log in if it is your own relay; tell the recipient if the MX points to a server that does not know the domain.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Your IP has no reverse DNS name, or the name does not resolve back.',
        fix: 'Let the owner of the IP set a PTR, check with dig -x IP, and use that name as HELO.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Your sender address or its domain is refused, for instance because it does not resolve or fails a callback.',
        fix: 'Use an existing envelope sender whose domain has MX or A records and takes bounces.',
      },
      {
        reason: 'rate-limited',
        cause: 'You exceeded a limit on messages per time.',
        fix: 'Wait, then send more slowly to this provider; do not suppress the address.',
      },
    ],
  },
  551: {
    title: 'User Not Local',
    cause: 'The recipient has a mailbox elsewhere, and the server does not forward. The reply may name the new address.',
    when: 'A message goes to an old address of a person, or to a server that does not handle the domain.',
    fix: 'Use the new address if the reply names one and you can trust it. Otherwise check dig MX domain and remove the address.',
    senses: [
      {
        reason: 'mailbox-moved',
        cause: 'The person has moved to another address.',
        fix: 'Update the address if the reply names the new one, else remove it.',
      },
      {
        reason: 'relay-denied',
        cause: 'The server does not handle the recipient domain.',
        fix: 'Check the MX of the domain, or log in if the server is your own relay.',
      },
    ],
  },
  552: {
    title: 'Exceeded Storage',
    cause:
      'The message was refused because the mailbox is full or the message is too large. Some providers also use it for blocked content or for too many recipients.',
    when: 'The reply comes at MAIL or after DATA for large messages, and at RCPT for a mailbox over quota.',
    fix: 'Compare the message size with the SIZE value in the EHLO reply and send a link instead of an attachment. If the mailbox is full, reach the recipient by another way and try again in some days.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'The mailbox of the recipient is over quota.',
        fix: 'Try again on later days; suppress the address only after repeated failures over weeks.',
      },
      {
        reason: 'message-too-big',
        cause: 'The message is larger than the server or the mailbox allows; encoding adds about a third to attachments.',
        fix: 'Send a link or split the content; compare with the SIZE value in the EHLO reply.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'The transaction has too many recipients, and the server uses the older code instead of 452.',
        fix: 'Send the remaining recipients in a new transaction.',
      },
      {
        reason: 'spam-content',
        cause: 'The content was judged as spam or phishing.',
        fix: 'Change content and links, and check the consent of the recipients.',
      },
      {
        reason: 'content-rejected',
        cause: 'An attachment type or the form of the content is not allowed; Gmail answers so to blocked attachments.',
        fix: 'Remove executable files and encrypted archives, and send a link instead.',
      },
      {
        reason: 'virus',
        cause: 'Malware was found in the message.',
        fix: 'Scan the sending computer and do not send the file again.',
      },
    ],
  },
  553: {
    title: 'Mailbox Name Invalid',
    cause:
      'The requested action was not taken because the mailbox name is syntactically incorrect. The email address does not conform to the expected format, or the server does not allow it.',
    when: "The sender or recipient address contains invalid characters, improper formatting, or violates the server's naming conventions. Some servers also use 553 for relaying, for a sender that does not belong to the login, and for blocked IP addresses.",
    fix: 'Check the email address format: ensure it follows the standard pattern of local part, at sign and domain with valid characters. Remove any spaces, special characters, or encoding issues from the address, and read the text for relay or sender rules.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'The recipient address is malformed, or has characters that the server does not allow.',
        fix: 'Correct the address; remove spaces and stray characters, and validate at sign-up.',
      },
      {
        reason: 'user-unknown',
        cause: 'The server does not know the mailbox and uses 553 instead of 550.',
        fix: 'Check for typos, then remove the address.',
      },
      {
        reason: 'invalid-sender',
        cause: 'The sender address is refused: it is malformed, its domain does not resolve, or it does not belong to the login.',
        fix: 'Send with an address that the account owns; in Postfix the rule is smtpd_sender_login_maps.',
      },
      {
        reason: 'relay-denied',
        cause:
          'The server does not handle this recipient domain; qmail says that the domain is not in its list of allowed hosts.',
        fix: 'Log in to the relay, or check that the MX of the domain points to the right server.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'The provider refuses your IP; Yahoo and AT&T have used 553 this way.',
        fix: 'Read the token in brackets or the link, cure the cause and ask for removal.',
      },
      {
        reason: 'tls-failure',
        cause: 'The receiver demands encryption that the session did not have.',
        fix: 'Switch on TLS for this domain, in Postfix with smtp_tls_policy_maps.',
      },
    ],
  },
  554: {
    title: 'Transaction Failed',
    cause:
      'The mail transaction has failed. This is a catch-all permanent error that can occur at any point during the SMTP session, including as a rejection greeting when the server refuses all connections from your IP.',
    when: 'The entire mail transaction is rejected, often due to spam filtering, blocklisted IP addresses, malformed messages, or policy violations detected during the DATA phase.',
    fix: 'Check your IP against DNS block lists (DNSBL) and verify your SPF, DKIM, and DMARC records. Review the full error message for specific rejection reasons. If your IP is listed, request delisting from the relevant block list.',
    senses: [
      {
        reason: 'ip-blocklisted',
        cause: "Your sending IP is on a DNS block list or on the provider's own list.",
        fix: 'Find the list in the text, cure the cause and ask for removal; a greeting with 554 concerns every message from this IP.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'A sender, HELO or link domain is on a domain or URL list.',
        fix: 'Check all domains in the message at the list, clean up and ask for removal.',
      },
      {
        reason: 'bad-reputation',
        cause: 'The provider rates your IP or domain as poor and refuses the connection.',
        fix: "Stop bulk mail from this IP, look for abuse, and use the provider's contact form.",
      },
      {
        reason: 'spam-content',
        cause: 'The content was judged as spam after DATA.',
        fix: 'Change content and links, and check the consent of the recipients.',
      },
      {
        reason: 'virus',
        cause: 'Malware was found in the message.',
        fix: 'Scan the sending computer and do not send the file again.',
      },
      {
        reason: 'content-rejected',
        cause: 'An attachment type, a header or the form of the content is not allowed.',
        fix: 'Remove the attachment or convert it, then send again.',
      },
      {
        reason: 'not-rfc-compliant',
        cause: 'The message is malformed: headers are missing, doubled or broken.',
        fix: 'Correct the header named in the text; From and Date must be there once each, and Message-ID at most once.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM or DMARC did not pass.',
        fix: 'List the host in SPF, sign with DKIM, and align both with the From domain.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Your IP has no matching reverse DNS name.',
        fix: 'Set a PTR that resolves back to the IP and check it with dig -x IP.',
      },
      {
        reason: 'relay-denied',
        cause: 'The server does not relay for you; Postfix says so with 554 5.7.1.',
        fix: 'Log in before sending, or check that the MX points to a server that knows the domain.',
      },
      {
        reason: 'user-unknown',
        cause: 'The mailbox does not exist, told with the general code.',
        fix: 'Check for typos, then remove the address.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'The mailbox is switched off.',
        fix: 'Remove the address and ask the person for another one.',
      },
      {
        reason: 'policy',
        cause: 'A local rule refused the message without telling more.',
        fix: 'Read the text and any link, then contact the postmaster of the domain.',
      },
      {
        reason: 'routing-loop',
        cause: 'The message has passed too many servers.',
        fix: 'Read the Received headers and break the loop in forwarding or MX setup.',
      },
      {
        reason: 'protocol-error',
        cause: 'The session has no valid recipient, or another rule of the dialogue was broken.',
        fix: 'Look for the refused command before it; that one holds the cause.',
      },
    ],
  },
  555: {
    title: 'Parameters Not Recognised',
    cause: 'The server does not know or support a parameter of MAIL or RCPT, or could not read the address.',
    when: 'A client uses an ESMTP option that the server did not announce; Gmail also sends it for addresses without angle brackets or with broken syntax.',
    fix: 'Use only options from the EHLO reply and write addresses in angle brackets. In Postfix smtp_discard_ehlo_keywords hides an option from the client side.',
  },
  556: {
    title: 'Domain Does Not Accept Mail',
    cause: 'The recipient domain declares with a null MX record that it takes no mail, and the relay knows it without trying.',
    when: 'A message goes to a domain that is only used for a web site, or to a misspelt domain.',
    fix: 'Check dig MX domain: a null MX shows preference 0 and a single dot. Correct a typo or remove the address.',
  },
  557: {
    title: 'Policy Rejection',
    cause:
      'The message was refused by a rule of the receiver. No RFC defines 557; only few servers send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A filter refuses the message after the data has been sent.',
    fix: 'Read the text, check SPF, DKIM, DMARC and block lists, and ask the postmaster of the domain.',
  },
  558: {
    title: 'Unassigned Permanent Failure',
    cause:
      'No RFC defines 558 and no server is known to send it. The first digit decides (RFC 5321 §4.3.2), so it is a permanent failure.',
    when: 'A home-made server or a tool prints it; it is hardly ever met.',
    fix: 'Read the text beside it and ask the postmaster of the domain.',
  },
  570: {
    title: 'Relay or Policy Rejection',
    cause:
      'A filter refuses the recipient, by a rule or because it does not relay. No RFC defines 570; Symantec and other filter appliances send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to a domain behind a filter appliance that does not know the recipient or does not trust the sender.',
    fix: "Check dig MX domain and your own sender reputation; ask the recipient's administrator to look into the filter log.",
    senses: [
      {
        reason: 'policy',
        cause: 'A rule of the filter refused the message.',
        fix: "Ask the recipient's administrator which rule it was.",
      },
      {
        reason: 'relay-denied',
        cause: 'The filter does not handle this recipient domain.',
        fix: 'Check the MX of the domain, or log in if it is your own relay.',
      },
    ],
  },
  571: {
    title: 'Delivery Not Authorised',
    cause:
      'The delivery is not authorised and the message was blocked. No RFC defines 571; Orange, laposte.net, GroupWise and some hosters send it, mostly with 5.7.1, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A DMARC policy, a spam filter or a sender rule of the receiver refuses the message.',
    fix: 'Check SPF, DKIM and DMARC alignment of the From domain first, then block lists; ask the postmaster of the domain if all pass.',
    senses: [
      {
        reason: 'auth-failure',
        cause: 'DMARC did not pass for the From domain; Orange and laposte.net answer so.',
        fix: 'Align SPF or DKIM with the From domain, and do not send with From addresses of free mail providers.',
      },
      {
        reason: 'policy',
        cause: 'A local rule refused the message.',
        fix: 'Read the text and contact the postmaster of the domain.',
      },
      {
        reason: 'spam-content',
        cause: 'The content was judged as spam.',
        fix: 'Change content and links, and check the consent of the recipients.',
      },
    ],
  },
  573: {
    title: 'Recipient Refused',
    cause:
      'The server refuses the recipient. No RFC defines 573; only few servers send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to a recipient who may not get mail from this sender, or who is not registered with the filter.',
    fix: "Check the address for typos and ask the recipient's administrator to allow you.",
  },
  585: {
    title: 'Undeliverable Address',
    cause:
      'The address cannot be delivered to. No RFC defines 585; it is known from community rules for KumoMTA, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'A message goes to an address that the receiving system does not know.',
    fix: 'Check the address for typos and remove it if it is right as written.',
  },
  591: {
    title: 'Sender Domain Banned',
    cause:
      'The receiver does not take mail from this sender domain. No RFC defines 591; Zoho and few filter appliances are said to send it, and by its first digit (RFC 5321 §4.3.2) it is permanent.',
    when: 'The domain of the sender is on a list of the receiver.',
    fix: 'Check the domain at the domain block lists and its SPF, DKIM and DMARC; ask the postmaster of the receiver to lift the ban.',
  },
  605: {
    title: 'Previously Bounced Address',
    cause:
      'Mailgun did not try because the address has bounced before and is on its suppression list. No RFC defines 605: it is not an SMTP reply, since the first digit must be 2 to 5 (RFC 5321 §4.3.2).',
    when: 'A message is sent through Mailgun to an address that failed for good earlier.',
    fix: 'Remove the address from the list. If it works again, delete it from the bounce suppressions of the domain and send once more.',
  },
  606: {
    title: 'Unsubscribed Recipient',
    cause:
      'Mailgun did not try because the recipient has unsubscribed. No RFC defines 606: it is not an SMTP reply, since the first digit must be 2 to 5 (RFC 5321 §4.3.2).',
    when: 'A message is sent through Mailgun to a person who used the unsubscribe link.',
    fix: 'Respect the wish and remove the address. Lift the suppression only if the person subscribes again.',
  },
  607: {
    title: 'Recipient Complained of Spam',
    cause:
      'Mailgun did not try because the recipient has marked your mail as spam. No RFC defines 607: it is not an SMTP reply, since the first digit must be 2 to 5 (RFC 5321 §4.3.2).',
    when: 'A message is sent through Mailgun to a person whose complaint came back by a feedback loop.',
    fix: 'Remove the address for good and look at the sign-up source and the frequency of the mail.',
  },
};

const reasons: CatalogueText['reasons'] = {
  'user-unknown': {
    title: 'User Unknown',
    cause: 'The mailbox does not exist at that domain.',
    when: 'A message goes to a mistyped address, to a person who has left, or to an old or bought list.',
    fix: 'Remove the address after the first permanent refusal. Look for a typo in the local part and the domain, and check the source of the list if more than about two in a hundred addresses fail so.',
    inbound: {
      cause: 'A client tried to deliver to an address that your server does not have.',
      when: 'The recipient is in none of the recipient tables, or an address check of the next server failed.',
      fix: 'Nothing if the address really does not exist. Otherwise check the recipient maps with postmap -q (local_recipient_maps, virtual_mailbox_maps, relay_recipient_maps, virtual_alias_maps); a burst of such refusals from one client is a directory harvest, so limit it with smtpd_client_recipient_rate_limit or fail2ban.',
    },
  },
  'mailbox-disabled': {
    title: 'Mailbox Disabled',
    cause: 'The mailbox exists but is closed, suspended or inactive.',
    when: 'The owner has not logged in for a long time, has not paid, or has left the organisation.',
    fix: 'Stop sending and ask the person for another address. Addresses that turn inactive often become spam traps later.',
    inbound: {
      cause: 'A client tried to deliver to a mailbox that is switched off on your server.',
      when: 'The account is locked or its access map entry refuses all mail.',
      fix: 'Nothing if the account is closed on purpose. If it should work, check its state in the user database and the check_recipient_access maps; set a forwarding or an alias for people who have left.',
    },
  },
  'mailbox-moved': {
    title: 'Mailbox Moved',
    cause: 'The person has left this address; the new one may be in the reply.',
    when: 'A message goes to an old address whose server knows that the person has moved.',
    fix: 'Change to the new address if the reply names one and the person confirms it. Otherwise remove the address.',
    inbound: {
      cause: 'Your server told a client that the recipient has a new address.',
      when: 'The address has an entry in relocated_maps or an access map with such a text.',
      fix: 'Nothing if the notice is meant. If mail should still be taken, replace the entry by an alias in virtual_alias_maps; remove old notices after a year or two.',
    },
  },
  'mailbox-full': {
    title: 'Mailbox Full',
    cause: 'The mailbox of the recipient has reached its quota.',
    when: 'The recipient does not clean up, is away, or does not use the mailbox any more.',
    fix: 'Let the queue retry for some days and try again on later mailings. Suppress the address only after repeated failures over some weeks, and reach the recipient by another way if the mail is urgent.',
    inbound: {
      cause: 'Your server refused mail because the mailbox of your user is over quota.',
      when: 'The quota service or the delivery agent reports that the limit is reached, for instance Dovecot through its quota policy service.',
      fix: 'Check the usage (doveadm quota get -u user), then raise the quota or let the user delete mail. Refuse at RCPT time instead of bouncing after acceptance, so that no backscatter arises.',
    },
  },
  'recipient-refused': {
    title: 'Recipient Refused',
    cause: 'The recipient, the group or its administrator does not take mail from this sender.',
    when: 'A message goes to a closed group, to an internal address, or to a person who has blocked you.',
    fix: 'Do not repeat; ask the recipient or the owner of the group by another way to allow you. The address itself is fine and need not be removed from other lists.',
    inbound: {
      cause: 'Your server does not take mail from this sender for this recipient.',
      when: 'An access rule, a restriction class or a list setting limits who may write to the address.',
      fix: 'Nothing if the rule is meant. If the sender should get through, correct check_recipient_access, smtpd_restriction_classes or the member list, and test with postmap -q.',
    },
  },
  'invalid-address': {
    title: 'Invalid Address',
    cause: 'The recipient address is not well formed, or has characters that the server does not allow.',
    when: 'An address came from a form or an import without a check: spaces, two at signs, missing domain, or non-ASCII letters.',
    fix: 'Correct or remove the address, and check addresses at sign-up. For addresses with non-ASCII letters both sides need SMTPUTF8.',
    inbound: {
      cause: 'A client named a recipient that your server cannot read as an address or does not allow.',
      when: 'The address has bad syntax, or no full domain where reject_non_fqdn_recipient applies.',
      fix: 'Mostly nothing, as the sender must correct the address. If your own users or devices are concerned, let them send full addresses; if non-ASCII addresses are wanted, set smtputf8_enable = yes.',
    },
  },
  'domain-unknown': {
    title: 'Domain Unknown',
    cause: 'The recipient domain does not exist or has no route for mail.',
    when: 'The domain is mistyped or expired, or its MX points to a name without an address.',
    fix: 'Check the spelling and look with dig MX domain and dig A domain. Remove the address if the domain stays without mail servers.',
    inbound: {
      cause: 'A client wanted to send through your server to a domain that does not exist in DNS.',
      when: 'The rule reject_unknown_recipient_domain found neither MX nor address for the recipient domain.',
      fix: 'Let your user correct the address. If the domain does exist, test your resolver with dig MX domain on the mail server itself, and for inner domains add an entry to transport_maps.',
    },
  },
  'domain-no-mail': {
    title: 'Domain Takes No Mail',
    cause: 'The domain or host declares that it takes no mail, with a null MX record or with reply 521 or 556.',
    when: 'A message goes to a domain that is used only for web sites, or to a mistyped domain of that kind.',
    fix: 'Remove the address or correct the domain; retries are of no use. Check with dig MX domain: a null MX shows preference 0 and a single dot.',
    inbound: {
      cause:
        'A client wanted to send through your server to a domain that publishes a null MX, or connected to a host of yours that takes no mail.',
      when: 'Your relay saw the null MX when it checked the recipient domain, or your host answers every connection with 521.',
      fix: 'Nothing, as the refusal is right; your user should correct the address. If the domain is yours and should get mail, publish a proper MX record.',
    },
  },
  'invalid-sender': {
    title: 'Invalid Sender',
    cause:
      'The sender address or its domain is refused: it does not resolve, is malformed, publishes a null MX or does not belong to the login.',
    when: 'An application sends as root@localhost or with an inner domain, or a domain has lost its DNS records.',
    fix: 'Use an envelope sender that exists and can take bounces. Check dig MX domain for the sender domain, and in Postfix myorigin, masquerade_domains and sender_canonical_maps.',
    inbound: {
      cause: 'A client used a sender address that your server does not accept.',
      when: 'The sender domain does not resolve (reject_unknown_sender_domain), is not fully qualified, or does not match the login (reject_sender_login_mismatch).',
      fix: "The sender's administrator must correct it. If your own user is refused, complete smtpd_sender_login_maps; if the domain does exist, test the resolver of the mail server with dig MX domain.",
    },
  },
  'auth-failure': {
    title: 'Authentication Failure (SPF, DKIM, DMARC)',
    cause: 'SPF, DKIM, DMARC or ARC did not pass for the message.',
    when: 'A sending host is missing from the SPF record, a DKIM key is wrong, the From domain is not aligned, or a forwarder broke the checks.',
    fix: 'List every sending host in SPF (at most ten DNS lookups) and sign with DKIM in the From domain. Check dig TXT domain, dig TXT selector._domainkey.domain and dig TXT _dmarc.domain, and read the DMARC reports.',
    inbound: {
      cause: 'The message of the client did not pass the SPF, DKIM or DMARC checks of your server.',
      when: 'The domain asks for rejection (SPF -all or DMARC p=reject) and the message came from another host, often forged or forwarded.',
      fix: 'Nothing for forged mail. If a wanted sender is concerned, read Authentication-Results and tell its administrator; for forwarders and lists trust their ARC seal or make an exception in the milter. Many failures at once point to your own resolver.',
    },
  },
  'missing-ptr': {
    title: 'Missing Reverse DNS',
    cause: 'The sending IP has no reverse DNS name, or the name does not resolve back to the IP.',
    when: 'A new server or an IPv6 address is used before its PTR is set, or the name is a generic one of the provider.',
    fix: 'Let the owner of the IP set a PTR, check dig -x IP and the address of that name, and use the same name as HELO (smtp_helo_name). For IPv6 without a PTR set inet_protocols = ipv4 until it is there.',
    inbound: {
      cause: 'The connecting client has no reverse name that your server can confirm.',
      when: 'One of the rules reject_unknown_client_hostname or reject_unknown_reverse_client_hostname found no match for the IP.',
      fix: "The client's administrator must set the PTR. If wanted senders are hit, check your resolver with dig -x IP, and use the milder reject_unknown_reverse_client_hostname or an exception in check_client_access.",
    },
  },
  'ip-blocklisted': {
    title: 'IP on a Block List',
    cause: 'The sending IP or its network is on a block list.',
    when: 'The IP has sent spam, a hacked account or form is being abused, the neighbours are bad, or the address range is meant for dial-up customers.',
    fix: "Find the list that the reply names and its reason, and stop the cause first: check postqueue -p, logins and web forms. Then ask for removal; if the range is dynamic, send through the provider's relay.",
    inbound: {
      cause: 'Your server refused the client because its IP is on a DNS block list that you use or on your own list.',
      when: 'A reject_rbl_client rule, postscreen_dnsbl_sites or a check_client_access entry matched.',
      fix: 'Nothing for spam sources. If a wanted client is hit, ask its administrator to get delisted, or add an exception in check_client_access before the rule. If everybody is refused, the list is closed or rejects your resolver: query it through your own resolver and match only its documented return codes.',
    },
  },
  'domain-blocklisted': {
    title: 'Domain on a Block List',
    cause: 'A domain of the sender, of the HELO name or of a link in the message is on a domain or URL list.',
    when: 'A web site was hacked, a link shortener or a tracking domain is shared with spammers, or the domain is very new.',
    fix: 'Check every domain in the headers and links at the list that the reply names. Clean the site, use tracking links of your own domain, then ask for removal.',
    inbound: {
      cause: 'Your server refused the client because a domain it used is on a list that you query.',
      when: 'A reject_rhsbl_sender, reject_rhsbl_helo or content filter rule matched the sender, HELO or a link.',
      fix: 'Nothing for spam. If a wanted sender is hit, let it ask for removal or add an exception in check_sender_access before the rule; if all domains match, check that your resolver may query the list.',
    },
  },
  'bad-reputation': {
    title: 'Bad Reputation',
    cause: 'The provider rates the sending IP or domain as poor.',
    when: 'The volume rose suddenly, many recipients complained, many addresses did not exist, or the IP is new.',
    fix: 'Send less and only to recipients who read your mail, and clean the list. Watch Google Postmaster Tools and Microsoft SNDS, and see that SPF, DKIM and DMARC pass; a good record returns in days to weeks.',
    inbound: {
      cause: 'Your server or its filter rates the client as a poor sender.',
      when: "A reputation service, a score of postscreen or your filter's history passed its threshold.",
      fix: 'Nothing for spam sources. If a wanted client is hit, look up its score in the filter log, add it to the allow list and tell its administrator.',
    },
  },
  'relay-denied': {
    title: 'Relaying Denied',
    cause: 'The server does not handle the recipient domain and does not relay for this client.',
    when: 'A client sends through a server without logging in, or the MX of a domain points to a server that does not know it.',
    fix: "Log in to your relay (smtp_sasl_auth_enable, smtp_sasl_password_maps) or send straight to the MX. If the recipient's MX answers so, its administrator must add the domain.",
    inbound: {
      cause: 'A client wanted to send through your server to a domain that is not yours, without permission to relay.',
      when: 'The client is neither in mynetworks nor logged in, and the domain is in none of mydestination, relay_domains and the virtual domains.',
      fix: 'Nothing for strangers, as open relay probes are common. If it is your own user, enable SMTP AUTH in the client; if the domain is yours, add it to mydestination, virtual_mailbox_domains or relay_domains. Do not widen mynetworks for it.',
    },
  },
  'submission-auth': {
    title: 'Login Required or Failed',
    cause: 'The submission server demands a login or STARTTLS, or the login failed.',
    when: 'The password has changed, the provider has switched password logins off, or the client uses the wrong port or mechanism.',
    fix: 'Check user name, password, port and TLS of the client (587 with STARTTLS or 465). In a Postfix relay client check smtp_sasl_password_maps and run postmap; at large providers use an app password or OAuth 2.0.',
    inbound: {
      cause: 'A client did not log in where your server demands it, or its login failed.',
      when: 'The credentials are wrong, the client speaks without TLS, or a botnet tries passwords.',
      fix: 'For your own users check the password and the client settings, and test with doveadm auth test. Many failures from strange addresses are password guessing: block them with fail2ban, set smtpd_tls_auth_only = yes, and offer AUTH only on the submission ports.',
    },
  },
  'sender-account-blocked': {
    title: 'Sending Account Blocked',
    cause: 'The sending account or tenant is locked, or has used up its own sending quota.',
    when: 'The account was abused, the bill is open, or the daily limit of the plan is reached.',
    fix: 'Look for a compromise: change the password, check forwarding rules and application keys, and read what was sent. Then ask your provider to unlock the account or to raise the limit.',
    inbound: {
      cause: 'Your server refused one of your own accounts because it is locked or over its sending limit.',
      when: 'A policy service counted too many messages of the login, or an administrator locked the account.',
      fix: 'Check the log for sasl_username and the number of its messages. If the account was abused, change the password and clear the queue (postqueue -p, then postsuper -d for its queue IDs) before you unlock it; otherwise raise its limit.',
    },
  },
  'tls-failure': {
    title: 'TLS Failure',
    cause:
      'A demand for encryption was not met: STARTTLS is missing or failed, or the certificate does not fit MTA-STS, DANE or REQUIRETLS.',
    when: 'A certificate has expired, a TLSA record was not renewed with it, the protocol versions do not overlap, or a firewall removes STARTTLS.',
    fix: "Test with posttls-finger domain or openssl s_client -starttls smtp -connect host:25. On your side check smtp_tls_policy_maps and smtp_tls_security_level; a broken certificate, TLSA record or MTA-STS policy belongs to the recipient's administrator.",
    inbound: {
      cause: 'Your server demands encryption that the client did not start or could not agree on.',
      when: 'The setting smtpd_tls_security_level = encrypt applies on this port, or the handshake failed for protocol, cipher or certificate.',
      fix: 'On port 25 use smtpd_tls_security_level = may, as not every sender can do TLS. Check that certificate and chain are valid (smtpd_tls_chain_files), renew TLSA records before the certificate, and raise smtpd_tls_loglevel to 1 to see the failed handshake.',
    },
  },
  'spam-content': {
    title: 'Spam Content',
    cause: 'The content was judged as spam or phishing.',
    when: 'Words, links, the form of the HTML or the complaints of other recipients raised the score.',
    fix: 'Do not send the same message again. Check the links and their domains, keep text and HTML alike, and make sure that the recipients have agreed and can unsubscribe with one click.',
    inbound: {
      cause: 'Your filter judged the message of the client as spam.',
      when: 'The score of Rspamd, SpamAssassin or another filter passed the limit for rejection.',
      fix: 'Nothing for spam. If it was a wanted message, look up its symbols in the filter log, train it as ham, correct the rule or add the sender to the allow list; do not raise the limit for all.',
    },
  },
  virus: {
    title: 'Virus Found',
    cause: 'Malware, or a file that a scanner takes for it, was found in the message.',
    when: 'A computer or account of the sender is infected, or a harmless file matches a signature.',
    fix: 'Do not send it again. Scan the sending computer and check the account for abuse; for a false alarm let the file be checked by several scanners and send a link instead.',
    inbound: {
      cause: 'Your virus scanner found malware in the message of the client.',
      when: 'A milter such as ClamAV reported a signature or a forbidden macro.',
      fix: 'Nothing if it is malware; if the client is one of your own hosts, take it off the network and scan it. For a false alarm look up the signature name in the scanner log and put it on the ignore list.',
    },
  },
  'content-rejected': {
    title: 'Content Rejected',
    cause: 'The attachment type, the encoding or another property of the content is not allowed.',
    when: 'A message has an executable file, an encrypted archive, an Office file with macros, or a character set that the receiver does not take.',
    fix: 'Remove or convert the attachment, or send a link to it. If 8-bit or UTF-8 headers are refused, send them encoded.',
    inbound: {
      cause: 'The message of the client has an attachment or a form that your server does not allow.',
      when: 'A rule in header_checks, mime_header_checks, body_checks or the filter matched.',
      fix: 'Nothing if the rule is meant; tell the partner to send a link. If it hit by mistake, find the rule in the log and test it with postmap -q against the regexp or pcre table.',
    },
  },
  'message-too-big': {
    title: 'Message Too Big',
    cause: 'The message is larger than the receiving server, the mailbox or the sending server allows.',
    when: 'Large attachments are sent; encoding adds about a third to their size.',
    fix: "Send a link or split the content. The SIZE value in the receiver's EHLO reply tells the limit; the limit of your own Postfix is shown by postconf message_size_limit.",
    inbound: {
      cause: 'The message of the client is larger than your server allows.',
      when: 'The size that the client declared at MAIL, or the data it sent, is above message_size_limit.',
      fix: 'Nothing if the limit is meant. To allow more, raise message_size_limit, and with it mailbox_size_limit, virtual_mailbox_limit and the limits of filters and of the next server, so that accepted mail does not bounce later.',
    },
  },
  'not-rfc-compliant': {
    title: 'Not RFC Compliant',
    cause: 'The headers or the form of the message break the mail format rules.',
    when: 'A script builds mail by itself: From, Date or Message-ID is missing or doubled, line ends are bare, or a line is too long.',
    fix: 'Correct the header that the reply names; build the message with a mail library. From and Date must be there exactly once, every line must end with CR LF and have at most 998 characters.',
    inbound: {
      cause: 'The message of the client breaks format rules that your server enforces.',
      when: 'A header is missing or doubled, a line end is bare (smtpd_forbid_bare_newline), or a filter is strict.',
      fix: 'The sender must correct its software. For a device of your own exclude it with smtpd_forbid_bare_newline_exclusions or let it send through the submission port, where always_add_missing_headers can help.',
    },
  },
  policy: {
    title: 'Policy Rejection',
    cause: 'A local rule of the receiver refused the message without telling which.',
    when: 'The reply only says that access is denied, that the message is refused by policy or that it violates a rule.',
    fix: 'Read the text and any link or token in it. Check SPF, DKIM, DMARC, PTR and block lists, as they are the usual causes; then write to the postmaster of the domain with time, IP and the full reply.',
    inbound: {
      cause: 'A rule of your server refused the client, and the reply does not tell why.',
      when: 'An access table, a policy service or a milter answered with a plain rejection.',
      fix: 'Find the rule in the log line and its neighbours, and test access tables with postmap -q. If it is meant, give it a text of its own so that senders know what to do; if not, remove it or add an exception before it.',
    },
  },
  greylisted: {
    title: 'Greylisted',
    cause: 'The server defers the first contact of an unknown client on purpose; real mail servers come again.',
    when: 'You write to a recipient for the first time, or your retries come from changing IP addresses.',
    fix: 'Wait: the next attempt after some minutes mostly succeeds. Let retries come from the same IP, and do not count it as a bounce.',
    inbound: {
      cause: 'Your greylisting or the deep checks of postscreen deferred a client that was not known yet.',
      when: 'The combination of client, sender and recipient is new, or the client has to pass the postscreen tests once.',
      fix: 'Nothing, as good clients retry. If mail from large providers is late because their retries change the IP, exempt them by allow list (permit_dnswl_client, postscreen_dnsbl_allowlist_threshold) or greylist by network.',
    },
  },
  'rate-limited': {
    title: 'Rate Limited',
    cause: 'Too many messages were sent in a time span.',
    when: 'A mailing starts at full speed, the IP is new, or the account has a limit per hour or day.',
    fix: 'Slow down for this provider: in Postfix give it a transport with smtp_destination_rate_delay and a low concurrency. Keep the mail queued, honour a given waiting time and warm up new IP addresses.',
    inbound: {
      cause: 'The client sent more messages or recipients per time than your server takes.',
      when: 'A limit such as smtpd_client_message_rate_limit, smtpd_client_recipient_rate_limit or that of a policy service was reached.',
      fix: 'Look who it is: for a flood keep the limit. For your own relays and applications add them to smtpd_client_event_limit_exceptions or raise the limit; if it is a login, check whether the account is abused.',
    },
  },
  'too-many-connections': {
    title: 'Too Many Connections',
    cause: 'Too many sessions were open at the same time, or too many messages came in one session.',
    when: 'A queue run or several servers behind one IP send to the same provider at once.',
    fix: 'Lower the concurrency for this provider with smtp_destination_concurrency_limit on a transport of its own, and let the queue retry.',
    inbound: {
      cause: 'The client opened more sessions than your server allows, or made too many errors in them.',
      when: 'The limit smtpd_client_connection_count_limit, smtpd_client_connection_rate_limit or the process limit in master.cf was reached.',
      fix: 'Nothing for a flood. If wanted clients are hit, raise the limits or add them to smtpd_client_event_limit_exceptions; if all smtpd processes are busy, raise default_process_limit and put postscreen in front.',
    },
  },
  'too-many-recipients': {
    title: 'Too Many Recipients',
    cause: 'The message has more recipients in one transaction than the server takes.',
    when: 'A mailing addresses many people of one domain at once.',
    fix: 'Split the transaction; a real mail server sends the rest by itself after reply 452. Lower smtp_destination_recipient_limit for this domain, and send single messages for mailings.',
    inbound: {
      cause: 'The client named more recipients in one transaction than your server takes.',
      when: 'The limit smtpd_recipient_limit (1000 by default) or that of a policy service was reached.',
      fix: 'Nothing, as a proper client sends the rest in a new transaction. For your own list server raise the limit; from unknown clients it is often spam, so watch smtpd_recipient_overshoot_limit.',
    },
  },
  'network-error': {
    title: 'Network Error',
    cause: 'The connection was refused, was lost or timed out.',
    when: 'The receiving host is down, a firewall blocks port 25, or the path loses packets.',
    fix: 'Let the queue retry. If it stays, test nc -vz host 25 from the mail server, also over IPv6; if all destinations time out, your provider blocks port 25 outgoing.',
    inbound: {
      cause: 'The session with the client broke or ran into a timeout on your side.',
      when: 'The log shows lost connection or timeout after a command, often after DATA or at connect.',
      fix: 'Single cases and port scanners need nothing. If whole messages are lost after DATA, check path MTU, the firewall and slow filters; smtpd_timeout shortens itself under stress, so also look at the load.',
    },
  },
  'dns-failure': {
    title: 'DNS Failure',
    cause: 'A DNS lookup failed for now.',
    when: 'The resolver or the name servers of a domain do not answer, DNSSEC validation fails, or the network is down.',
    fix: 'Let the queue retry. Compare dig MX domain on the mail server with dig MX domain @9.9.9.9: if only yours fails, check /etc/resolv.conf and the chroot copy of Postfix; if both fail, tell the owner of the domain.',
    inbound: {
      cause: 'Your server could not look up a name that it needs to judge the client, and deferred the mail.',
      when: 'The reverse name of the client, the sender domain or a block list did not resolve in time.',
      fix: 'Test the resolver on the mail server with dig -x IP and dig MX domain, and run a caching resolver of your own. If only one domain is concerned, its name servers are at fault and the client will retry.',
    },
  },
  'routing-loop': {
    title: 'Routing Loop',
    cause: 'The message goes round between hosts or forwarding rules and was stopped.',
    when: 'Two addresses forward to each other, or the MX points to a server that sends the mail back.',
    fix: 'Read the Received headers to find the two hosts. If Postfix reports that mail loops back to itself, add the domain to mydestination, virtual_mailbox_domains or relay_domains, or correct transport_maps and the MX.',
    inbound: {
      cause: 'Your server stopped a message that had passed too many servers or came back to you.',
      when: 'The number of Received headers is above hopcount_limit, or a Delivered-To header names the recipient already.',
      fix: 'Find the repeated hosts in the Received headers of the message. Correct your aliases, forwarding and transport_maps, or ask the other administrator to end the forwarding; do not just raise hopcount_limit.',
    },
  },
  'system-error': {
    title: 'System Error',
    cause: 'The receiving system has a fault or is set up wrongly.',
    when: 'A database, a filter or a disk of the receiver fails, or it is being maintained.',
    fix: 'Let the queue retry. If it lasts longer than a day or comes with a permanent code, tell the postmaster of the domain the full reply and the time.',
    inbound: {
      cause: 'Your server could not handle the client because of a fault of its own.',
      when: 'A table lookup failed, a milter or policy service did not answer, or the configuration has an error.',
      fix: 'Look in the log for warning, error and fatal lines just before the refusal. Run postfix check, test tables with postmap -q, and see that database, milters and policy services run and that their sockets can be read.',
    },
  },
  'system-full': {
    title: 'System Full',
    cause: 'The receiving system is out of disk space or other resources.',
    when: 'The queue or mail disk of the receiver is full, or it is overloaded.',
    fix: "Let the queue retry; only the receiver's administrator can make room.",
    inbound: {
      cause: 'Your server refused mail because it has too little free space or memory.',
      when: 'Free space of the queue file system is below queue_minfree or below one and a half times message_size_limit.',
      fix: 'Check df -h and df -i for the queue and mail directories, and clear logs or old queue files. Look with qshape deferred whether the queue itself fills the disk.',
    },
  },
  'protocol-error': {
    title: 'Protocol Error',
    cause: 'The SMTP dialogue broke a rule: wrong order, bad syntax, unknown command or bad HELO name.',
    when: 'The client software is faulty, the HELO name is not fully qualified, or a firewall changes the dialogue.',
    fix: 'Check the HELO name (smtp_helo_name), the command order and the client version. Record one session with debug_peer_list or tcpdump, and switch off SMTP inspection on firewalls.',
    inbound: {
      cause: 'The client broke a rule of the SMTP dialogue.',
      when: 'It talked before the greeting, pipelined without permission, used a bad HELO name, or sent unknown commands.',
      fix: 'Nothing for bots, which are the usual case. For devices of your own correct their HELO name or let them use the submission port; if wanted senders fail, relax reject_non_fqdn_helo_hostname or the postscreen protocol tests.',
    },
  },
  'message-expired': {
    title: 'Message Expired',
    cause: 'The message stayed in the queue until its lifetime ended, without success.',
    when: 'Every attempt over days was deferred, or the host of the recipient never answered.',
    fix: 'Look for the last real reply before the expiry with grep for the queue ID; that is the cause. Cure it and send again; the lifetime is shown by postconf maximal_queue_lifetime.',
    inbound: {
      cause: 'Your server told the client that the time limit of the message was over.',
      when: 'A delivery deadline of the message had passed, or a server behind yours gave up and its text was handed on.',
      fix: 'Look up the queue ID for the deferrals before it. If mail for your own domains expires on the way to an inner server, check transport_maps and that server with postqueue -p.',
    },
  },
  'auto-reply': {
    title: 'Automatic Reply',
    cause: 'The message is a vacation notice or another automatic answer, not a bounce.',
    when: 'The recipient is away, or a ticket system confirms the receipt.',
    fix: 'No fix needed; keep the address. If the text says that the person has left for good, handle it as moved.',
    inbound: {
      cause: 'Your server refused an automatic answer, such as a vacation notice or a notification without a return address.',
      when: 'An answer reached an address that does not take replies, or the empty sender was refused.',
      fix: 'Nothing if the address takes no replies on purpose. Never refuse the empty sender in general, as bounces would be lost; if answers to forged mail flood you, publish SPF and DMARC and check for backscatter.',
    },
  },
  feedback: {
    title: 'Feedback Report',
    cause: 'The recipient has marked your mail as spam, and the provider reports it in the abuse reporting format.',
    when: 'You take part in a feedback loop of a mail provider.',
    fix: 'Unsubscribe the person at once and for good. Watch the complaint rate: above one in a thousand, change the sign-up, the frequency or the content.',
    inbound: {
      cause: 'A complaint or a report about mail was part of the session with your server.',
      when: 'A provider delivered a feedback report to your abuse address, or a user of yours sent one.',
      fix: 'Make sure that abuse and postmaster addresses take such reports and are exempt from spam filtering. Find the reported customer by the original message ID and act on it.',
    },
  },
  delivered: {
    title: 'Delivered',
    cause: 'The message was delivered, relayed or expanded; this is a report of success.',
    when: 'A delivery notification was asked for, or the log notes a sent message.',
    fix: 'No fix needed. If the recipient misses the message, give their administrator the remote queue ID from the reply.',
    inbound: {
      cause: 'Your server took the message of the client.',
      when: 'The reply was positive, so that the message was queued or handed on.',
      fix: 'No fix needed. To follow the message look up its queue ID in the log.',
    },
  },
  suppressed: {
    title: 'Suppressed',
    cause: 'Your own mail service did not try, because the address is on a suppression list.',
    when: 'The address bounced, complained or unsubscribed earlier.',
    fix: 'Remove the address from the mailing list. Lift the suppression in the service only if you know that the address works and the person wants the mail.',
    inbound: {
      cause: 'Your server refused the client because the recipient is on a suppression list of your own.',
      when: 'A customer or application sends through your relay to an address that has bounced or complained before.',
      fix: 'Tell the customer to remove the address. If the entry is outdated, delete it from the list or from the check_recipient_access map.',
    },
  },
  undetermined: {
    title: 'Undetermined',
    cause: 'The code and the text do not tell the cause.',
    when: 'The reply is very general, is cut off, or comes from a server that uses its own words.',
    fix: 'Read the whole text and the lines around it in the log. Retry after a 4xx, stop after a 5xx, and do not suppress the address before the cause is known.',
    inbound: {
      cause: 'Your server refused the client, but code and text do not tell why.',
      when: 'A milter, a policy service or a table of your own answered with a short text.',
      fix: 'Search the log for the queue ID or the client IP around that time to find the rule. Give it a clear text and an enhanced code, so that both sides can act.',
    },
  },
};

const enhancedCodes: CatalogueText['enhancedCodes'] = {
  // Registered codes
  'X.0.0': {
    title: 'Undefined status',
    cause: 'The server states success, a temporary or a permanent failure, and nothing else.',
    when: 'Old or very terse software sends it, and gateways insert it when the far side gave no detailed code.',
    fix: 'Judge by the class and the wording: retry a 4, stop on a 5, ignore a 2. If the wording says nothing either, look in the log of the server that issued it.',
  },
  'X.1.0': {
    title: 'Address problem, not specified',
    cause: 'Something about an address stopped the message, most often that the recipient is not known there.',
    when: 'It usually answers RCPT TO for an unknown user, but Spectrum, Orange and Courier also use it to refuse the sender, and Exchange Online for addresses it cannot resolve.',
    fix: 'Read which address the text names. If it is the recipient, correct or remove it on a 5 and retry on a 4; if it is the sender, look at its spelling, its MX and A records and the link in the reply.',
  },
  'X.1.1': {
    title: 'Mailbox unknown',
    cause: 'The domain exists, but it has no mailbox with that local part.',
    when: 'A 5 is the everyday unknown-user bounce at RCPT TO; a 4 appears when Postfix cannot verify the recipient yet or soft bounces are switched on. Orange and Comcast also send it with 552 or 452 for a full mailbox or a rate limit.',
    fix: 'On a 5, check for a typing error, remove the address from the list and find out where it came from. On a 4, let the queue retry, and treat it as a 5 if it lasts for days.',
  },
  'X.1.2': {
    title: 'Recipient domain unknown',
    cause: 'The part after the at sign does not exist in the DNS or leads to no host that takes mail.',
    when: 'A 5 follows a definite negative DNS answer; a 4, such as the one of Postfix for an unknown recipient domain, leaves room for a DNS fault.',
    fix: 'Look up the MX, A and AAAA records of the domain and compare it with common misspellings. Remove the address if the domain really is gone; after a 4, check the resolver of the refusing server first.',
  },
  'X.1.3': {
    title: 'Malformed recipient address',
    cause:
      'The recipient address breaks the syntax of mail addresses, for example with a space, a second at sign or a missing domain.',
    when: 'It answers RCPT TO when an address was typed or imported carelessly.',
    fix: 'Find the character that is wrong, correct or delete the address, and validate addresses where people enter them.',
  },
  'X.1.4': {
    title: 'Ambiguous recipient address',
    cause: 'The address matches more than one recipient, and the server will not guess.',
    when: 'It comes from systems that look people up in a directory by name, and from a directory in which two entries share one address.',
    fix: 'Use the full, exact address of the person. The recipient admin should search the directory or alias table for the duplicate; a 4 may go away once that is corrected.',
  },
  'X.1.5': {
    title: 'Recipient address valid',
    cause: 'The server confirms that the recipient address is good.',
    when: 'It comes with 250 after RCPT TO, as 2.1.5, and in delivery reports about success.',
    fix: 'Nothing is to be done; only the reply after the end of DATA tells whether the message itself was taken.',
  },
  'X.1.6': {
    title: 'Mailbox moved without forwarding',
    cause: 'The address used to work, but its owner has left and the server does not forward.',
    when: 'It answers RCPT TO for former employees or customers, sometimes with the new address in the text.',
    fix: 'Take over the new address if the reply gives one and the person agrees; otherwise remove the old one.',
  },
  'X.1.7': {
    title: 'Malformed sender address',
    cause: 'The envelope sender given in MAIL FROM is not a well-formed address.',
    when: 'It appears when software builds the bounce address from a broken template or an unencoded name. Postfix also uses 4.1.7 and 5.1.7 when its probe of the sender address fails.',
    fix: 'Read the MAIL FROM address in the log or in Return-Path and correct the setting of the sending program. If the text speaks of verification, make sure that the sender mailbox accepts mail.',
  },
  'X.1.8': {
    title: 'Sender domain not usable',
    cause: 'The domain of the envelope sender does not resolve, or could not take a bounce if one were sent.',
    when: 'It answers MAIL FROM or RCPT TO: a 4 if the lookup may yet succeed, as with the domain-not-found refusal of Postfix, a 5 if it will not. Exchange Online sends 5.1.8 to its own customers when an account is blocked for spam.',
    fix: 'Query the MX and A records of the envelope sender domain from outside your own network; internal names such as a bare host name are the usual culprit. Set a public domain as the origin of the mail, then resend.',
  },
  'X.1.9': {
    title: 'Relayed beyond tracking',
    cause: 'The message was handed on to a system that sends no delivery reports.',
    when: 'It stands as 2.1.9 in a delivery or tracking report whose action is relayed.',
    fix: 'Nothing is to be done; simply expect no further confirmation.',
  },
  'X.1.10': {
    title: 'Recipient domain has a null MX',
    cause: 'The recipient domain publishes a single MX record of a dot, which declares that it never takes mail.',
    when: 'The sending server itself or a relay finds the record before any delivery is tried, often with 556. Exchange Online uses 5.1.10 differently: no recipient with that address exists.',
    fix: 'Query the MX of the domain. If it is a null MX, remove the address or correct a mistyped domain; if the reply is from Exchange Online, treat it as an unknown user.',
  },
  'X.2.0': {
    title: 'Mailbox problem, not specified',
    cause: 'The mailbox exists, but something about it stops delivery.',
    when: 'Postfix greylisting add-ons such as Postgrey and some providers send 4.2.0 to defer; Comcast sends 5.2.0 for a DMARC refusal and Orange for spam.',
    fix: 'Retry a 4 with the normal queue. On a 5 read the text: it may name a DMARC failure, a filter or an unreachable user, and each has its own remedy.',
  },
  'X.2.1': {
    title: 'Mailbox disabled',
    cause: 'The mailbox exists but is switched off: closed, suspended or locked for inactivity.',
    when: 'A 5 means for good or until the owner returns, a 4 for the moment. Gmail also uses both classes when a user receives mail too fast, and AT&T uses 5.2.1 for unknown users.',
    fix: 'On a 5, stop mailing the address and ask the person for another. If the text speaks of the rate at which the user receives mail, keep the address and send later and slower.',
  },
  'X.2.2': {
    title: 'Mailbox full',
    cause: 'The recipient has used up the storage quota.',
    when: 'A 4 defers in the hope that the user clears space, yet many servers answer 552 with a 5 at once. Exchange Online sends 5.2.2 to its own customers when the sender is over the submission quota.',
    fix: 'Keep the address and try again with the next mailing; suppress it if it stays full for weeks. The recipient has to delete mail or get more storage.',
  },
  'X.2.3': {
    title: 'Message too long for this mailbox',
    cause: 'The message is larger than the limit set for this mailbox, although other mailboxes of the system may take more.',
    when: 'It answers the SIZE parameter of MAIL FROM or RCPT TO, or the end of DATA. Zoho sends 5.2.3 for mail policy violations unrelated to size.',
    fix: 'Send a link instead of the attachment, or split the message; attachments grow by about a third in transit because of base64. Repeating it unchanged is useless.',
  },
  'X.2.4': {
    title: 'Mailing list cannot be expanded',
    cause: 'The address is a list, and the server could not turn it into its members.',
    when: 'It appears when the member file or directory of a list is missing, broken or out of reach; a 4 hints at a passing lookup fault, a 5 at a wrong setup.',
    fix: 'Retry a 4. On a 5 tell the owner of the list, who should check the include file, its permissions or the directory query.',
  },
  'X.3.0': {
    title: 'Mail system problem, not specified',
    cause: 'Something about the receiving system as a whole stops the message.',
    when: 'A 4 is a typical internal fault such as a failed filter or lookup, a 5 a server that gives up, and a 2 accompanies a normal farewell. AT&T uses 5.3.0 with 553 for blocked IP addresses.',
    fix: 'Retry a 4 and tell the receiving postmaster if it lasts for hours. On a 5 read the text for a block list or a configuration error; on your own server, look for the log line just before it.',
  },
  'X.3.1': {
    title: 'Mail system out of storage',
    cause:
      'The receiving server has run out of disk space, inodes or a similar shared resource, so a single user cannot cure it.',
    when: 'It comes with 452 at MAIL FROM or after DATA; Postfix sends it when the queue file system falls below its free-space limit.',
    fix: 'Leave the message in the queue. On your own server, free space on the spool with a look at df -h and df -i, and at queue_minfree.',
  },
  'X.3.2': {
    title: 'System not taking mail now',
    cause: 'The host is up but takes no mail: shutdown, overload, maintenance, or on purpose.',
    when: 'A 4 is seen during restarts and when Postfix postscreen turns a new client away; 521 with 5.3.2 marks a host that never takes mail. Exchange Online also uses 4.3.2 when a mailbox or a tenant receives too much at once.',
    fix: 'Retry a 4 with the normal queue, with fewer parallel sessions if it recurs. On a 5 check whether the MX records still point at the right host, otherwise remove the address.',
  },
  'X.3.3': {
    title: 'Feature not supported by the system',
    cause: 'The message asks for something the destination does not offer, such as an extension or a delivery option.',
    when: 'It occurs with gateways and old servers when a client uses a parameter that was not announced in the EHLO reply.',
    fix: 'Compare the parameters of MAIL FROM and RCPT TO in the log with the EHLO reply, and switch off the unsupported option for this destination.',
  },
  'X.3.4': {
    title: 'Message too big for the system',
    cause: 'The message exceeds the size limit of the whole server.',
    when: 'It answers MAIL FROM when SIZE was declared, otherwise the end of DATA. Gmail uses it also for too many attachments and oversized headers.',
    fix: 'Compare the message size with the SIZE value in the EHLO reply, then send a link or a smaller file. On your own Postfix, the limit is message_size_limit; if the text names headers, shorten these.',
  },
  'X.3.5': {
    title: 'System misconfigured',
    cause: 'The receiving server is set up so that it cannot take this message.',
    when: 'A typical case is an MX host that finds itself as best mail exchanger but does not know the domain as its own; Postfix uses it for broken lookup tables and settings as well.',
    fix: 'Tell the postmaster of the destination, by another way than mail. On your own server check mydestination, virtual and relay domains, and the warnings in the log; a 4 gets through once that is done.',
  },
  'X.3.6': {
    title: 'Priority changed',
    cause: 'The message was accepted, but with another priority than the one requested.',
    when: 'It comes as 2.3.6 with 250 or 251 from servers that support the MT-PRIORITY extension.',
    fix: 'Nothing is to be done unless the priority matters; in that case ask the operator which levels are allowed for the account.',
  },
  'X.4.0': {
    title: 'Network or routing problem, not specified',
    cause: 'The message could not travel between the servers, and no finer code fits.',
    when: 'A 4 is common for passing trouble with connections; Postfix uses 5.4.0 when a message has passed through too many hops.',
    fix: 'Retry a 4. If it lasts, test the path with a connection to port 25 of the MX and look at DNS and firewall; on a 5 count the Received headers to rule out a loop.',
  },
  'X.4.1': {
    title: 'No answer from host',
    cause: 'The receiving host did not answer the connection attempt.',
    when: 'The sending server writes it itself as 4.4.1 after a timeout, a refused connection or an unreachable network. Exchange Online sends 550 5.4.1 for something else: the recipient is not in its directory, or the tenant does not accept the domain.',
    fix: 'Let the queue retry and test port 25 of each MX from the sending host, also over IPv6; many hosting networks block outgoing port 25. On 5.4.1 from Exchange Online check the address first, then the MX and the accepted domains.',
  },
  'X.4.2': {
    title: 'Connection lost',
    cause: 'The connection was made but broke off or timed out before the transaction ended.',
    when: 'Logs show it as 4.4.2 with the step during which the connection was lost, or with 421 when an idle session is closed.',
    fix: 'Let the queue retry. If it always happens during large messages suspect the path MTU or a firewall that inspects SMTP; if it happens right after the greeting the other side may be dropping the client on purpose.',
  },
  'X.4.3': {
    title: 'Directory or DNS server failure',
    cause: 'A DNS or directory server that is needed for the decision did not answer.',
    when: 'The sender sees 4.4.3 when the MX lookup times out or ends in SERVFAIL; a receiver sends it when its LDAP or database lookup fails.',
    fix: 'Retry. Query the MX of the domain through the resolver of the mail server and through a public one: if both fail the name servers or DNSSEC of the domain are broken, otherwise the local resolver is.',
  },
  'X.4.4': {
    title: 'No route to the destination',
    cause:
      'No next host could be found: the domain has neither MX nor address records, or the routing table has no entry for it.',
    when: 'Postfix writes 5.4.4 when the domain or the MX host is not found. A 4 mostly reflects a DNS fault that may pass.',
    fix: 'Query MX, A and AAAA of the domain and of each MX name. On a 5 correct or remove the address; on a 4 retry and look at the resolver and the relay or transport settings.',
  },
  'X.4.5': {
    title: 'Mail system congested',
    cause: 'The receiving system is too busy to take more mail at present.',
    when: 'A 4 is a busy server or a limit on sessions, as from Gmail or Cisco appliances. Gmail also uses 5.4.5 for its own users: the daily sending limit is reached.',
    fix: 'Slow down for this destination and use fewer parallel sessions. On 5.4.5 from Gmail wait until the limit resets, usually after a day, and send bulk mail by another service.',
  },
  'X.4.6': {
    title: 'Routing loop',
    cause: 'The message goes round between hosts or forwarding addresses instead of reaching a mailbox.',
    when: 'In practice it comes as 5.4.6: Postfix when the MX of a domain points back at itself, others when the hop count is exceeded. Zoho uses 5.4.6 for unusual sending activity of its users.',
    fix: 'Read the Received headers from bottom to top and find the two hosts that alternate. Add the domain to the local or relay domains of the final host, or correct the MX, the transport or the forwarding rule.',
  },
  'X.4.7': {
    title: 'Delivery time expired',
    cause: 'The message stayed in a queue until its lifetime ended, because every attempt failed temporarily.',
    when: 'It closes a series of deferrals after one to five days, with either class; Exchange Online sends it as 4.4.7 although delivery has been given up.',
    fix: 'Find the last real reply before the expiry, in the log or in the Diagnostic-Code of the bounce, and treat that as the cause. Send again only when it has gone away.',
  },
  'X.5.0': {
    title: 'Protocol problem, not specified',
    cause: 'The SMTP dialogue went wrong in a way that no finer code describes.',
    when: 'It comes with many basic codes, with a 2 also as plain success. Outlook.com sends 550 5.5.0 for a mailbox that does not exist, and Gmail 4.5.0 for a violation of the protocol.',
    fix: 'Read the text first: if it speaks of a mailbox, treat it as an unknown user. Otherwise compare the dialogue in the log with the standard order of commands; retry a 4, repair the client on a 5.',
  },
  'X.5.1': {
    title: 'Command invalid or out of order',
    cause: 'The server does not know the command, or does not allow it at this point.',
    when: 'Scripts and old programs cause it, for example with MAIL FROM before EHLO, AUTH where it is not offered, or talking on after a refused recipient.',
    fix: 'Look at the command just before the reply and at the EHLO keywords of the server. A firewall that rewrites SMTP commands into a row of letters must have that function switched off.',
  },
  'X.5.2': {
    title: 'Command syntax error',
    cause: 'The server could not parse the command.',
    when: 'Common triggers are MAIL FROM or RCPT TO without angle brackets or with a space after the colon, and broken base64 in AUTH. Postfix also uses it for host names and addresses without a full domain.',
    fix: 'Take the exact line from the log of the client and correct it. If the text complains about HELO or about a fully qualified name, configure a complete host name or address.',
  },
  'X.5.3': {
    title: 'Too many recipients',
    cause: 'The transaction has more recipients than the server allows.',
    when: 'It answers a late RCPT TO, mostly as 452 with a 4; the recipients before it are still valid. A 5 from Gmail or a submission server means a fixed limit for the sender.',
    fix: 'Split the message into transactions with fewer recipients; on Postfix lower smtp_destination_recipient_limit for this route. Only the refused recipients need to be sent again.',
  },
  'X.5.4': {
    title: 'Command arguments invalid',
    cause: 'The command is known, but its arguments are out of range, unknown or not allowed.',
    when: 'Gmail answers so to an empty or invalid HELO name, and other servers to an unsupported parameter of MAIL FROM. Some filters such as FireEye attach it to block list refusals.',
    fix: 'Check which argument the text quotes: the HELO name must be a complete host name or an address literal, and every parameter must be announced in the EHLO reply.',
  },
  'X.5.5': {
    title: 'Wrong protocol version',
    cause: 'The two sides use versions of the protocol that do not fit together.',
    when: 'It is rare in SMTP and comes from gateways to other mail systems or from LMTP used on an SMTP port.',
    fix: 'Check that the port and the protocol agree: SMTP on 25 and 587, LMTP only to a delivery agent. Update the older side if it does.',
  },
  'X.5.6': {
    title: 'Authentication line too long',
    cause: 'A base64 line of the AUTH dialogue is longer than the buffer of the server.',
    when: 'It happens with large Kerberos tickets or OAuth tokens during submission.',
    fix: 'Use a mechanism with shorter answers, or reduce the token or ticket by dropping group memberships. If the server is yours, raise its limit for AUTH lines.',
  },
  'X.6.0': {
    title: 'Content problem, not specified',
    cause: 'Something in the message body, its headers or an attachment was not acceptable.',
    when: 'It answers the end of DATA; Gmail uses it for malformed messages, others for filtered attachments.',
    fix: 'Read the text for the header or file type it names, correct that and send again. Test with a plain text message to separate the content from the sender.',
  },
  'X.6.1': {
    title: 'Media type not supported',
    cause: 'A part of the message has a type that a host on the path or the recipient cannot handle.',
    when: 'It comes from gateways to fax, text message or voice systems, and from servers that refuse certain attachment types.',
    fix: 'Check the Content-Type of each part, then send the content as plain text or in a common format such as PDF.',
  },
  'X.6.2': {
    title: 'Conversion needed but prohibited',
    cause: 'The content would have to be converted on the way, and the sender or a rule forbids that.',
    when: 'It concerns signed or encrypted mail and messages in 8-bit or binary form on a path that carries only 7-bit text.',
    fix: 'Encode the message as base64 or quoted-printable before signing and sending, so that no conversion is needed.',
  },
  'X.6.3': {
    title: 'Conversion needed but not supported',
    cause: 'The content would have to be converted, and this host is unable to do it.',
    when: 'An 8-bit or binary message meets a next host without 8BITMIME or BINARYMIME, often with 554.',
    fix: 'Look for 8BITMIME in the EHLO reply of the next host. Send the message as quoted-printable or base64, or route it through a server that converts.',
  },
  'X.6.4': {
    title: 'Converted with loss',
    cause: 'The content was converted for the recipient, and something was lost in doing so.',
    when: 'A 2 reports that the message was delivered in reduced form, for example without images; a 5 from a strict gateway means that it was not passed on.',
    fix: 'Nothing is to be done for a 2 unless the lost part matters; then send it in a simpler format. After a 5 that is needed anyway.',
  },
  'X.6.5': {
    title: 'Conversion failed',
    cause: 'A gateway tried to convert the content and did not succeed.',
    when: 'Damaged MIME structure, a wrong character set label or an oversized image is the usual trigger.',
    fix: 'Retry a 4. On a 5 check the MIME boundaries and the charset of each part, then send a plain text version.',
  },
  'X.6.6': {
    title: 'Message content not available',
    cause: 'The content that the server was to fetch by reference could not be had.',
    when: 'It answers the BURL command when the IMAP server is down, the message is gone or the URL is not authorised.',
    fix: 'Check the IMAP URL, its expiry and the trust between submission and IMAP server; a 4 may be tried again, after a 5 send the content with DATA.',
  },
  'X.6.7': {
    title: 'Non-ASCII address not permitted',
    cause: 'The sender or recipient address contains characters outside ASCII, and this server does not allow them here.',
    when: 'It answers MAIL FROM or RCPT TO with 550 or 553; Postfix also writes 5.6.7 when the next host lacks SMTPUTF8.',
    fix: 'Look for SMTPUTF8 in the EHLO reply. Use an ASCII alias of the address, and the xn-- form if only the domain has foreign letters.',
  },
  'X.6.8': {
    title: 'UTF-8 reply needed but not allowed',
    cause: 'The answer would have to contain a non-ASCII address, and the client did not permit that.',
    when: 'It comes to VRFY, EXPN or RCPT TO when the client leaves out the SMTPUTF8 parameter.',
    fix: 'Let the client use SMTPUTF8 if it is able to, otherwise address the ASCII alias.',
  },
  'X.6.9': {
    title: 'UTF-8 headers cannot be passed on',
    cause: 'The message has raw UTF-8 headers, and the way to at least one recipient does not support them.',
    when: 'It answers the end of DATA, so that the whole message is refused although some recipients could take it.',
    fix: 'Encode the headers as encoded words, use ASCII addresses, or send to the affected recipients separately.',
  },
  'X.6.10': {
    title: 'Deprecated UTF-8 reply code',
    cause:
      'The number was registered by mistake with the meaning of X.6.8: the reply would need UTF-8 that the client did not permit.',
    when: 'It should not occur in practice, since it was withdrawn when it was registered.',
    fix: 'Treat it as X.6.8, and do not generate it on your own server.',
  },
  'X.7.0': {
    title: 'Security or policy, not specified',
    cause:
      'The refusal has to do with security or policy, and the number does not tell with what; the text decides. Usual causes are missing authentication or STARTTLS, poor reputation, a relay attempt, a filter or too many errors in the session.',
    when: 'Gmail sends 4.7.0 for a missing PTR, suspicious mail, missing TLS and plain temporary faults, and 5.7.0 for required login, denied relay or blocked content. Proofpoint uses 5.7.0 for block lists and DMARC, and a 2 stands for a successful login.',
    fix: 'Read the text and its link before anything else. On a 4 slow down and check PTR, SPF, DKIM and TLS while the queue retries; on a 5 change what the text names, for example log in, use the right relay or ask for delisting.',
  },
  'X.7.1': {
    title: 'Delivery not authorised',
    cause:
      'The server does not let this sender deliver this message; the text decides why. Usual causes are a block list, denied relaying, poor reputation, spam content, failed SPF or DMARC, missing login, a missing PTR, or a group closed to outsiders.',
    when: 'It is the most overloaded code of all: Postfix sends 554 5.7.1 for block lists and 454 4.7.1 or 554 5.7.1 for relaying, and a 4 is used for greylisting and volume limits. Yandex sends 5.7.1 even for unknown users.',
    fix: 'Look in the text for an IP address, the name of a list, a URL or words such as relay, SPF, DMARC or user. Remedy what is named: delisting, authentication, login or removal of the address; on a 4 also slow down.',
  },
  'X.7.2': {
    title: 'Not allowed to post to the list',
    cause: 'The address is a mailing list or group, and this sender may not post to it.',
    when: 'It answers RCPT TO or DATA when a non-member writes to a closed list. Yahoo has used 5.7.2 with 553 for senders it defers permanently.',
    fix: 'Join the list, write from the subscribed address, or ask the owner of the list to permit the sender.',
  },
  'X.7.3': {
    title: 'Security conversion not possible',
    cause:
      'The message would have to be converted between two ways of protection, such as re-encryption at a gateway, and that cannot be done.',
    when: 'It comes from encryption gateways that lack the key or certificate for one side.',
    fix: 'Exchange keys or certificates with the recipient, or send the message in a form that both sides support.',
  },
  'X.7.4': {
    title: 'Security feature not supported',
    cause: 'The client asks for a security feature, usually an AUTH mechanism, that the other side does not offer.',
    when: 'It comes with 504 at login; Gmail sends it for unknown mechanisms. Postfix also writes 4.7.4 when TLS is required and the other host does not offer it.',
    fix: 'Compare the mechanism in the client with the AUTH line of the EHLO reply, which may change after STARTTLS. If the text speaks of TLS, check that the other host offers STARTTLS or relax the policy for it.',
  },
  'X.7.5': {
    title: 'Cryptographic failure',
    cause: 'A certificate, key or signature could not be validated or used.',
    when: 'Postfix writes 4.7.5 when the TLS handshake or the certificate check fails, and Exchange Online sends it when the certificate does not satisfy MTA-STS. Yahoo uses 5.7.5 for a DMARC record that cannot be evaluated.',
    fix: 'Inspect the certificate with openssl s_client -starttls smtp: its names, its expiry and the chain. Compare the MTA-STS policy or the TLSA records with it; on the DMARC variant correct the TXT record under _dmarc.',
  },
  'X.7.6': {
    title: 'Cryptographic algorithm not supported',
    cause: 'Both sides have no cipher, protocol version or algorithm in common.',
    when: 'It appears when one side insists on old TLS versions or the other has switched them off, or when a gateway does not know the algorithm of an encrypted message.',
    fix: 'Offer TLS 1.2 or 1.3 with common ciphers on both sides, and replace outdated keys and hash algorithms.',
  },
  'X.7.7': {
    title: 'Message integrity failure',
    cause: 'The message was changed or damaged on its way, so that a check of its integrity fails.',
    when: 'It comes from gateways that verify signatures; a common origin is a relay that adds a footer or rewrites the body after signing.',
    fix: 'Sign as the last step of outgoing processing, and stop footers and rewriting behind the signer. Retry after a 4 only when that is settled.',
  },
  'X.7.8': {
    title: 'Login credentials invalid',
    cause: 'User name or password, or the token used instead, is wrong.',
    when: 'It comes with 535 during AUTH at submission; a long series of them from foreign addresses is password guessing.',
    fix: 'Test the credentials by hand, and check for a changed password, a required app password or a disabled basic login. On your own server check the authentication service, and limit guessing with fail2ban or similar.',
  },
  'X.7.9': {
    title: 'Authentication too weak',
    cause: 'The server wants a stronger login mechanism than the one the client used.',
    when: 'It comes with 534 during AUTH; Gmail uses it to demand an app password or a login by browser. Yahoo uses 5.7.9 for something else: the message lacks SPF, DKIM or DMARC, or breaks its policy.',
    fix: 'Choose a stronger mechanism such as OAuth, or create an app password. If the reply is from Yahoo to a delivery, check SPF, DKIM and DMARC alignment of the From domain instead.',
  },
  'X.7.10': {
    title: 'Encryption needed first',
    cause: 'The session has to be encrypted before this authentication can be used.',
    when: 'It comes with 523 to AUTH on a plain connection. Gmail uses 5.7.10 when a client sends further commands together with STARTTLS.',
    fix: 'Switch on STARTTLS on port 587 or implicit TLS on port 465 in the client. With the Gmail variant let the client wait for the reply to STARTTLS before it goes on.',
  },
  'X.7.11': {
    title: 'Mechanism only over encryption',
    cause: 'The chosen login mechanism is allowed, but only inside TLS.',
    when: 'It comes with 538 when a client sends PLAIN or LOGIN over an unencrypted connection.',
    fix: 'Require TLS in the client before login. Change the password if it has already been sent in the clear.',
  },
  'X.7.12': {
    title: 'Password transition needed',
    cause: 'The account must log in once with a plain mechanism so that the server can store the password for the stronger one.',
    when: 'It comes with 432 or 422 during AUTH after a change of the password system. Exchange Online uses 5.7.12 for a recipient that takes mail from inside its organisation only.',
    fix: 'Log in once with PLAIN over TLS or set the password anew. On the Exchange Online variant the recipient admin has to permit external senders for the mailbox or group.',
  },
  'X.7.13': {
    title: 'Account disabled',
    cause: 'The account that tries to submit mail is locked; the recipient has no part in it.',
    when: 'It comes with 525 during AUTH. Exchange Online uses 5.7.13 when a public folder takes no mail from outside.',
    fix: 'Ask the operator of the submission server why the account is locked, and look for a compromise before it is opened again. On the Exchange Online variant the recipient admin has to permit anonymous senders.',
  },
  'X.7.14': {
    title: 'Trust relationship required',
    cause: 'The submission server needs a trust relationship with another server, and has none.',
    when: 'By the standard it concerns BURL, where content is fetched from an IMAP server. Gmail uses 534 5.7.14 to demand that the user logs in by browser.',
    fix: 'Set up the trust between submission and IMAP server, or send with DATA. On the Gmail variant log in by browser, confirm the activity and use OAuth or an app password.',
  },
  'X.7.15': {
    title: 'Priority too low',
    cause: 'The priority of the message is below what the server accepts at present.',
    when: 'Only servers with the MT-PRIORITY extension send it, a 4 under load and a 5 as a fixed rule.',
    fix: 'Retry a 4 later; on a 5 ask for a higher priority if the account is entitled to one.',
  },
  'X.7.16': {
    title: 'Too big for its priority',
    cause: 'The message is larger than the server allows for the priority it was given.',
    when: 'Servers with the MT-PRIORITY extension send it with 552. Servers with future release may use the same number for a quota on held messages of the user.',
    fix: 'Make the message smaller or choose another priority; a 4 may pass when the load drops.',
  },
  'X.7.17': {
    title: 'Mailbox owner changed',
    cause: 'The mailbox now belongs to somebody else than at the date which the sender stated.',
    when: 'It answers a message with Require-Recipient-Valid-Since, for example a password reset to a reassigned address. Servers with future release may use the number for a quota of the system.',
    fix: 'Do not send personal content there. Remove the address from the account and contact the customer by another way.',
  },
  'X.7.18': {
    title: 'Domain owner changed',
    cause: 'The recipient domain has passed to another owner since the date which the sender stated.',
    when: 'It answers a message with Require-Recipient-Valid-Since when the whole domain was registered anew.',
    fix: 'Treat all stored addresses of that domain as unknown persons and ask the customers for new ones.',
  },
  'X.7.19': {
    title: 'Owner check not possible',
    cause: 'The server supports the check for a change of owner, but has no record for this mailbox.',
    when: 'It answers a message with Require-Recipient-Valid-Since for mailboxes whose creation date is not known.',
    fix: 'Decide whether the content is harmless to a new owner, and if so send it again without the RRVS parameter and header.',
  },
  'X.7.20': {
    title: 'No passing DKIM signature',
    cause: 'The message has no DKIM signature that verifies.',
    when: 'A receiver with a DKIM demand sends it with 550 after DATA; a 4 gives time to repair it.',
    fix: 'Compare the selector and domain of the DKIM-Signature header with the TXT record under _domainkey, and check that no relay changes the message after signing.',
  },
  'X.7.21': {
    title: 'No acceptable DKIM signature',
    cause: 'Signatures verify, but the receiver accepts none of them.',
    when: 'Typical grounds are a short key, rsa-sha1, a signature that leaves out required headers, or an unsuitable signing domain.',
    fix: 'Sign with a 2048-bit RSA key and rsa-sha256, cover From, Subject and Date, and drop the length tag l.',
  },
  'X.7.22': {
    title: 'No DKIM signature of the author domain',
    cause: 'No valid signature comes from the domain in the From header.',
    when: 'It happens when only a mailing service signs with its own domain, or a list rewrites nothing but breaks the original signature.',
    fix: 'Publish a DKIM key for the From domain and let the service sign with it, so that the d tag of the signature matches the From domain.',
  },
  'X.7.23': {
    title: 'SPF failed',
    cause: 'The SPF record of the sender domain says that this IP address may not send for it.',
    when: 'It answers MAIL FROM, RCPT TO or DATA, often after forwarding or a move to a new server. Gmail uses 4.7.23 for a missing PTR instead.',
    fix: 'Take the IP address and the MAIL FROM domain from the log, and add the address or its include to the SPF record. Forwarders should rewrite the sender with SRS; on the Gmail variant set the PTR.',
  },
  'X.7.24': {
    title: 'SPF could not be evaluated',
    cause: 'The SPF check ended in an error: the DNS did not answer, or the record is faulty.',
    when: 'A 4 is a passing DNS failure, a 5 a permanent fault such as two SPF records, more than ten lookups or a syntax error.',
    fix: 'Query the TXT records of the MAIL FROM domain: exactly one may start with v=spf1, and its includes may cause ten lookups at most. Retry a 4.',
  },
  'X.7.25': {
    title: 'Reverse DNS check failed',
    cause: 'The IP address of the client has no PTR record, or the name in it does not lead back to the address.',
    when: 'Postfix sends 4.7.25 when it cannot find the host name of the client; Gmail and Exchange Online send 5.7.25, often to new IPv6 addresses.',
    fix: 'Set a PTR at the owner of the IP range, add the A or AAAA record that leads back, and use that name in HELO. Check IPv4 and IPv6 separately.',
  },
  'X.7.26': {
    title: 'Several authentication checks failed',
    cause: 'More than one of SPF, DKIM and DMARC failed, so that nothing proves the origin of the message.',
    when: 'Gmail sends it for unauthenticated mail and for DMARC failures, with a 4 while it only slows the sender down and a 5 when it refuses. Exchange Online sends 4.7.26 to unauthenticated mail over IPv6.',
    fix: 'Read the Authentication-Results header of a delivered message, then put SPF and DKIM for the From domain in order until one of them passes and aligns. Forwarded mail needs intact DKIM signatures.',
  },
  'X.7.27': {
    title: 'Sender domain has a null MX',
    cause: 'The domain of the envelope sender declares with a null MX that it takes no mail, so bounces could not be returned.',
    when: 'It answers MAIL FROM with 550. Gmail uses 4.7.27 and 5.7.27 for something else: SPF did not pass for a bulk sender.',
    fix: 'Send with a domain that has a working MX, or remove the null MX. If the reply is from Gmail, add the sending IP address to the SPF record of the MAIL FROM domain.',
  },
  'X.7.28': {
    title: 'Mail flood detected',
    cause: 'The message looks like part of a flood of similar or abusive mail.',
    when: 'Gmail sends it for an unusual amount of mail from one IP address, domain or link: with a 4 while it limits the rate, with a 5 when it blocks.',
    fix: 'Stop the queue and look for a compromised account or script. Then resume at a low rate to engaged recipients and watch the spam rate in Postmaster Tools.',
  },
  'X.7.29': {
    title: 'ARC validation failed',
    cause: 'The chain of ARC headers, by which forwarders vouch for earlier authentication, does not verify.',
    when: 'It concerns forwarded mail and mailing lists. Gmail uses 4.7.29 and 5.7.29 for something else: the message did not arrive over TLS.',
    fix: 'Find the last hop that changed the message without adding a valid ARC set, and repair or update its sealing. If the reply is from Gmail, switch on STARTTLS for outgoing mail.',
  },
  'X.7.30': {
    title: 'REQUIRETLS not available',
    cause: 'The message demands REQUIRETLS, and no next host on the path offers it.',
    when: 'It is rare with 550, as few servers support the extension. Gmail uses 4.7.30 and 5.7.30 for something else: DKIM did not pass for a bulk sender.',
    fix: 'Drop the demand if the content allows, or ask the recipient admin for REQUIRETLS support. If the reply is from Gmail, check the DKIM key in the DNS and the signing of the From domain.',
  },

  // Subjects, for details that nobody documents
  'X.0': {
    title: 'Unknown code without subject',
    cause: 'The code gives the class, no subject, and a detail that is not registered.',
    when: 'Private additions of one provider or parser look like this.',
    fix: 'Go by the text and the class: retry a 4, stop on a 5. Search the documentation of the sending server for the full code.',
  },
  'X.1': {
    title: 'Addressing status',
    cause: 'The sender or the recipient address is at fault, in a way that is not registered.',
    when: 'Servers with private detail numbers send it at MAIL FROM or RCPT TO.',
    fix: 'Find out from the text which address is meant, then check its spelling and the DNS records of its domain. Retry a 4; on a 5 change or remove the address.',
  },
  'X.2': {
    title: 'Mailbox status',
    cause:
      'The mailbox of the recipient is at fault, in a way that is not registered: it may be full, closed, limited or protected.',
    when: 'Providers with private detail numbers send it at RCPT TO or after DATA.',
    fix: 'Read the text before the address is suppressed. Retry a 4; after repeated 5 replies ask the recipient by another way.',
  },
  'X.3': {
    title: 'Mail system status',
    cause: 'The receiving system as a whole is at fault, in a way that is not registered.',
    when: 'Servers with private detail numbers send it, for example during internal faults or for local rules.',
    fix: 'Retry a 4. On a 5 pass the full reply to the postmaster of the destination.',
  },
  'X.4': {
    title: 'Network and routing status',
    cause: 'The path between the servers is at fault, in a way that is not registered.',
    when: 'Relays with private detail numbers write it when a connection, a lookup or a route fails.',
    fix: 'Retry a 4. If it lasts or is a 5, check the MX and address records of the domain and test port 25 of each MX.',
  },
  'X.5': {
    title: 'Delivery protocol status',
    cause: 'The SMTP dialogue is at fault, in a way that is not registered.',
    when: 'Servers with private detail numbers send it in answer to a particular command.',
    fix: 'Look up the command before the reply in the log and compare it with the EHLO keywords. Retry a 4; correct the client on a 5.',
  },
  'X.6': {
    title: 'Content or media status',
    cause: 'The message itself is at fault, in a way that is not registered.',
    when: 'Servers with private detail numbers send it after DATA; Exchange Online, for instance, uses 5.6.11 for bare line feeds.',
    fix: 'Read the text for a header, an attachment type or a line format, correct that and send again. A 4 may also come from a filter that is down.',
  },
  'X.7': {
    title: 'Security or policy status',
    cause: 'A security or policy rule stopped the message, and the detail is not registered.',
    when: 'Providers number their own rules in this subject, for blocks, authentication and rate limits.',
    fix: 'Follow the link or token in the text to the page of the provider. Slow down on a 4; on a 5 check block lists, SPF, DKIM, DMARC and PTR before sending again.',
  },

  // Codes in use without registration
  'X.2.5': {
    title: 'Mailbox refuses delivery',
    cause: 'The mailbox exists but refuses this message; the number comes from old drafts and was never registered.',
    when: 'Exchange servers have been seen to send it.',
    fix: 'Read the text for the restriction. Retry a 4; on a 5 ask the recipient or the admin there to permit the sender.',
  },
  'X.4.8': {
    title: 'MX host not usable',
    cause: 'The lookup gave an MX host that may not be used for this domain, or only over another address family.',
    when: 'Exchange Online writes 4.4.8 when the MX name is missing from the MTA-STS policy of the domain; elsewhere it marks a retry over IPv4.',
    fix: 'Compare the MX records of the domain with the mx lines of its MTA-STS policy file; the owner of the domain updates the file and then the id in the _mta-sts TXT record. Retry after that.',
  },
  'X.4.316': {
    title: 'Connection refused by the next host',
    cause: 'Exchange Online could not connect to the receiving server.',
    when: 'It stands in delay notices and bounces of Exchange Online, with a 4 while it retries and a 5 after it has given up.',
    fix: 'Check on the server named in the reply that port 25 is open to the address ranges of Microsoft, and that MX or connector point at the right host.',
  },
  'X.5.9': {
    title: 'Protocol problem at Google',
    cause: 'Something in the SMTP dialogue was not acceptable; no public document defines the number.',
    when: 'It has been seen from Google now and then.',
    fix: 'Read the text and the link in it, and compare the commands before the reply with the standard order. Retry a 4; correct the client on a 5.',
  },
  'X.7.32': {
    title: 'From domain not aligned',
    cause: 'SPF or DKIM may pass, but neither for the organisational domain in the From header.',
    when: 'Gmail sends it to bulk senders, as 4.7.32 while it limits the rate and as 5.7.32 when it blocks; a mailing service with its own domains is the usual origin.',
    fix: 'Let the service sign with DKIM for the From domain, or use a bounce domain below the From domain with SPF. Verify with a DMARC pass in Authentication-Results.',
  },
  'X.7.40': {
    title: 'No DMARC record',
    cause: 'The domain in the From header publishes no DMARC record or no policy in it.',
    when: 'Gmail sends it to bulk senders, as 4.7.40 while it limits the rate and as 5.7.40 when it blocks.',
    fix: 'Publish a TXT record under _dmarc of the From domain; v=DMARC1; p=none with a rua address is enough to begin with. Check that there is only one.',
  },
  'X.7.321-325': {
    title: 'DANE or certificate check failed',
    cause:
      'The destination does not satisfy its own DANE policy: 321 no STARTTLS, 322 certificate expired, 323 TLSA mismatch, 324 broken DNSSEC, 325 certificate names another host.',
    when: 'Exchange Online writes it about mail that it sends to a domain with DNSSEC and TLSA records, with a 4 while it retries and a 5 after that.',
    fix: 'The recipient admin repairs the named point: offer STARTTLS, renew the certificate, publish TLSA records that fit it, or correct the DNSSEC chain. The sender can only inform them and resend.',
  },
  '4.0.900-999': {
    title: 'Sisimai pseudo code, temporary',
    cause: 'The parser Sisimai made up the code for a temporary failure whose bounce held none.',
    when: 'It only stands in data that went through Sisimai; no mail server sends it.',
    fix: 'Ignore the number, go back to the original bounce and read its text. The class tells that a retry is reasonable.',
  },
  '4.7.500-699': {
    title: 'Suspicious traffic slowed down',
    cause: 'The traffic from this IP address looked unusual, so it is held back while it is assessed.',
    when: 'Exchange Online sends it with 451 and a code in brackets that starts with the letters AS, mostly to new or suddenly busy IP addresses; it also defers with 4.7.500 when its server is busy.',
    fix: 'Keep retrying at a low rate and let the volume grow over days. Look for compromised accounts, and check PTR, SPF and DKIM meanwhile.',
  },
  '4.7.650': {
    title: 'Rate limited for IP reputation',
    cause: 'The reputation of the sending IP address is poor, so Outlook.com takes only part of its mail for now.',
    when: 'Outlook.com sends it with 451 to new addresses, sudden volume and mail with many complaints.',
    fix: 'Cut the rate to outlook.com, hotmail.com and live.com, and mail engaged recipients first. Check the address in SNDS, and ask for help by the sender support form if it lasts.',
  },
  '4.7.651': {
    title: 'Rate limited for IP reputation again',
    cause: 'The reputation of the sending IP address is poor, and Outlook.com keeps its mail back for the time being.',
    when: 'Outlook.com sends it with 451, with the same wording as for 4.7.650.',
    fix: 'Lower the rate for the domains of Outlook.com until deferrals stop. Look at complaints and traps in SNDS and remove inactive recipients.',
  },
  '4.7.652': {
    title: 'Connection limit reached',
    cause: 'The sending IP address has more open connections than Outlook.com allows for it.',
    when: 'Outlook.com sends it with 451 while a large mailing runs over many parallel sessions.',
    fix: 'Lower the concurrency for this destination, on Postfix smtp_destination_concurrency_limit of a transport of its own, and send more messages per session.',
  },
  '4.7.850-899': {
    title: 'IP address restricted for evaluation',
    cause: 'Exchange Online has limited the IP address for a while to judge its traffic.',
    when: 'It comes with 451 to addresses without much history or with a sudden rise in volume.',
    fix: 'Let the queue retry slowly and raise the volume step by step. The restriction ends by itself if the traffic stays clean.',
  },
  '4.16.x': {
    title: 'Yahoo resources unavailable',
    cause: 'Yahoo has no resources for the message at the moment; the number belongs to a private series.',
    when: 'It stands in brackets in the 451 replies of Yahoo and AOL servers.',
    fix: 'Retry with the normal queue, with fewer sessions and messages per connection if it recurs.',
  },
  '5.0.350': {
    title: 'Generic wrapper of a remote refusal',
    cause: 'Another server refused the message, and Exchange Online passes that on under a number of its own.',
    when: 'It stands in bounces that Exchange Online writes for mail sent by its users, for instance when the other side rejects an oversized header.',
    fix: 'Look for the quoted reply of the remote server in the diagnostic section, and act on its code and text.',
  },
  '5.0.900-999': {
    title: 'Sisimai pseudo code, permanent',
    cause: 'The parser Sisimai made up the code for a permanent failure whose bounce held none.',
    when: 'It only stands in data that went through Sisimai; no mail server sends it.',
    fix: 'Ignore the number, go back to the original bounce and read its text before the address is suppressed.',
  },
  '5.1.90': {
    title: 'Daily recipient limit reached',
    cause: 'The sending mailbox has addressed as many recipients as it may within a day.',
    when: 'Exchange Online returns it to its own users during mass mailings or after a compromise.',
    fix: 'Check the sent items and sign-in log for a compromise. Wait until the limit resets and use a bulk mail service for large mailings.',
  },
  '5.2.121': {
    title: 'Recipient limit for one sender',
    cause: 'This sender has sent more mail to one mailbox within an hour than it takes from a single source.',
    when: 'Exchange Online sends it for monitoring alarms, report scripts and mail loops.',
    fix: 'Find the job or loop that writes so often and bundle its messages. Resend after an hour, at a lower rate.',
  },
  '5.2.122': {
    title: 'Hourly receive limit of the mailbox',
    cause: 'The mailbox has received more mail from all senders together than it may within an hour.',
    when: 'Exchange Online sends it when a mailbox is flooded, used as a sink for automatic mail or caught in a loop.',
    fix: 'Wait an hour and resend. The recipient admin should spread automatic mail over several mailboxes or find the loop.',
  },
  '5.4.300': {
    title: 'Expired in the Exchange Online queue',
    cause: 'Exchange Online tried for its full retry period and gave up.',
    when: 'It closes a bounce for mail sent by a user of Exchange Online whose destination did not answer or kept deferring.',
    fix: 'Read the last error quoted in the bounce and treat that as the cause. Check MX records and port 25 of the destination before sending again.',
  },
  '5.7.57': {
    title: 'Client not authenticated',
    cause: 'A device or program tries to submit mail through Exchange Online without a login.',
    when: 'Exchange Online answers MAIL FROM with it on smtp.office365.com, often for printers, scanners and scripts, or when SMTP AUTH is switched off for the mailbox.',
    fix: 'Configure user, login method and STARTTLS on port 587, and permit authenticated SMTP for the mailbox. A device that cannot log in should use a connector with a fixed IP address.',
  },
  '5.7.64': {
    title: 'Connector does not match, relay denied',
    cause:
      'Exchange Online cannot assign the connection to a tenant, because no inbound connector fits its certificate or IP address.',
    when: 'It appears in hybrid setups after the certificate or the public address of the on-premises server changed.',
    fix: 'Update the inbound connector with the new certificate name or IP address, and check that the sender domain is an accepted domain of the tenant.',
  },
  '5.7.124': {
    title: 'Sender not on the allowed list',
    cause: 'The group takes mail only from senders on its list, and this one is not among them.',
    when: 'Exchange Online sends it for distribution groups with restricted senders.',
    fix: 'Ask the owner of the group to add the sender to those allowed, or write to a member directly.',
  },
  '5.7.133-136': {
    title: 'External senders not accepted',
    cause:
      'The recipient takes mail only from senders inside its organisation: 133 is a group, 134 a mailbox, 135 a public folder, 136 a mail user.',
    when: 'Exchange Online sends it to outside senders, often by oversight after a new group was made with default settings.',
    fix: 'The recipient admin has to permit external senders in the delivery settings of this recipient. Until then use another address there.',
  },
  '5.7.501-503': {
    title: 'Sending account banned',
    cause: 'Microsoft has blocked the account because it sent spam or suspicious mail.',
    when: 'Exchange Online returns it with 550 for senders it has banned, mostly after a compromise.',
    fix: 'Reset the password, end all sessions, remove foreign inbox rules and check the sign-in log. Then let the admin release the account or open a support case.',
  },
  '5.7.504': {
    title: 'Recipient address not valid at Microsoft',
    cause: 'Exchange Online does not take mail for this address, which in effect is not valid.',
    when: 'It comes with 550 at RCPT TO for outdated or mistyped addresses.',
    fix: 'Compare the address with its source, correct or remove it, and ask the recipient by another way if it should work.',
  },
  '5.7.505': {
    title: 'Recipient banned',
    cause: 'Microsoft has barred the recipient address from receiving mail.',
    when: 'Exchange Online sends it with 550, whoever the sender is.',
    fix: 'Remove the address. If the person insists that it works, their admin has to open a case with Microsoft.',
  },
  '5.7.506': {
    title: 'HELO name not acceptable',
    cause: 'The client introduces itself with a name that it cannot own, such as the name of the receiving server.',
    when: 'Exchange Online sends it for misconfigured gateways and for bots.',
    fix: 'Set the HELO name to your own public host name, on Postfix smtp_helo_name or myhostname, and let PTR and A record agree with it.',
  },
  '5.7.507': {
    title: 'IP address blocked by the recipient organisation',
    cause: 'The organisation of the recipient has blocked the sending IP address in its own settings.',
    when: 'Exchange Online sends it for a tenant, so other tenants may still take the mail.',
    fix: 'Ask the admin there by phone or another mail address for removal from the connection filter. A request to Microsoft does not help.',
  },
  '5.7.508': {
    title: 'IPv6 range over its limit',
    cause: 'The IPv6 range of the sender has sent more than it is allowed within a time span.',
    when: 'Exchange Online sends it, since it counts IPv6 mail by network and not by single address.',
    fix: 'Send slower or over IPv4, and check whether other hosts of the same range send mail too.',
  },
  '5.7.509': {
    title: 'DMARC reject',
    cause: 'The message failed DMARC, and the From domain publishes the policy p=reject.',
    when: 'Exchange Online sends it for spoofed mail, but also for forwarded mail and for services that send without DKIM of the From domain.',
    fix: 'Set up DKIM for the From domain at every service that sends for it, and align the MAIL FROM domain. The aggregate reports of DMARC show which sources fail.',
  },
  '5.7.511': {
    title: 'Sending IP address banned',
    cause: 'Microsoft has banned the IP address; the usual self-service form does not apply.',
    when: 'Exchange Online sends it with 550, for addresses with persistent or severe spam.',
    fix: 'Find and stop the source of the spam, then send the complete bounce to the delisting address given in it.',
  },
  '5.7.512': {
    title: 'From header not valid',
    cause: 'The message has no From header, several of them, or one with a malformed address.',
    when: 'Exchange Online sends it after DATA, mainly to mail of scripts and devices.',
    fix: 'Write exactly one From header with a complete address; add a Sender header if From names several authors. Check that display names with commas are quoted.',
  },
  '5.7.513': {
    title: 'On the block list of a customer',
    cause: 'The recipient organisation keeps its own block list in Exchange Online, and the sending IP address is on it.',
    when: 'It comes with 550 for recipients of this one organisation only.',
    fix: 'Contact the recipient or its admin by another way and ask for removal from that list.',
  },
  '5.7.515': {
    title: 'Bulk domain not authenticated',
    cause: 'The sender domain does not reach the level of authentication that Outlook.com demands of bulk senders.',
    when: 'Outlook.com sends it with 550 to domains with more than 5,000 messages a day if SPF, DKIM or DMARC is missing or does not pass.',
    fix: 'Make SPF and DKIM pass, publish DMARC with at least p=none, and see to it that SPF or DKIM aligns with the From domain.',
  },
  '5.7.606-649': {
    title: 'Sending IP address on the Microsoft 365 block list',
    cause: 'Microsoft has banned the IP address for spam that was seen from it.',
    when: 'Exchange Online sends it with 550 at RCPT TO, also to freshly rented addresses with a bad past.',
    fix: 'Stop the cause first, then request removal of the address at sender.office.com; it takes up to a day or two to work.',
  },
  '5.7.703': {
    title: 'Blocked by the tenant list of the sender',
    cause: 'The organisation of the sender has put the recipient address or domain on its own tenant block list.',
    when: 'Exchange Online returns it to its own users before the message leaves.',
    fix: 'Ask your own admin to check the entry in the Tenant Allow/Block List and to remove it if the recipient is legitimate.',
  },
  '5.7.705': {
    title: 'Tenant over its sending threshold',
    cause: 'Too much of the mail from the whole tenant was suspicious, so that Microsoft has stopped its outbound mail.',
    when: 'Exchange Online returns it to its own users after compromised accounts or unusual bulk mail.',
    fix: 'Secure the compromised accounts and connectors, stop bulk mailings, then open a support case to have the tenant released.',
  },
  '5.7.708': {
    title: 'Traffic from this IP address not accepted',
    cause: 'The tenant sends from addresses with a low reputation, and Microsoft does not let the mail out.',
    when: 'Exchange Online returns it to its own users, mostly in new and trial tenants.',
    fix: 'Have the tenant verified in a support case, or move from the trial to a paid plan; retrying alone does not help.',
  },
  '5.7.750': {
    title: 'Sender domain not registered in the tenant',
    cause: 'Too much mail goes out through the tenant with domains that are not registered there.',
    when: 'Exchange Online sends it in hybrid and relay setups, often caused by forwarded mail that keeps its original sender.',
    fix: 'Add and verify the domains as accepted domains, rewrite forwarded senders with SRS, and look for an account that is being abused.',
  },
  '5.7.800': {
    title: 'Sender domain banned',
    cause: 'Microsoft has banned a domain that appears in EHLO, in MAIL FROM or in the From header.',
    when: 'Exchange Online sends it with 550, whatever IP address is used.',
    fix: 'Find out which of the three domains is meant, end its abuse and ask for removal in the way the reply describes. A change of IP address does not help.',
  },
  '5.9.9': {
    title: 'Judged as spam',
    cause: 'A filter judged the content as spam; the subject 9 is private and not registered.',
    when: 'It has been seen from bmail.ru and a few other servers.',
    fix: 'Read the text for a rule or a link, change the links and wording of the message, and ask the postmaster there if the judgement is wrong.',
  },
};

/** Everything the catalogue has to say, in English. */
export const en: CatalogueText = { replyCodes, enhancedCodes, reasons, providers: enProviders };
