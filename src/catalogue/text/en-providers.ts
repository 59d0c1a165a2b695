import type { ProviderText } from '../documentation.js';

/** What providers and block lists mean, in English. */
export const enProviders: ProviderText = {
  concerns: {
    ip: 'the IP address that sends',
    domain: 'the domain of the sender',
    link: 'a link in the message',
    account: 'the account that sends',
    recipient: 'the recipient',
    sender: 'the address of the sender',
    message: 'the message',
    connection: 'the connection',
    login: 'the login',
    server: 'the receiving server',
  },
  senses: {
    spf: 'SPF did not pass.',
    dkim: 'DKIM did not pass.',
    alignment: 'The domain of the From field agrees neither with that of SPF nor with that of DKIM.',
    dmarcRecord: 'The domain of the From field has no DMARC record.',
    plaintext: 'The message did not come over TLS.',
    ptr: 'The IP address that sends has no PTR record, or the name there does not lead back to it.',
    dailyLimit: 'The sending account has used up its limit of messages for the day.',
    edgeBlocking: 'The recipient is not in the directory of the organisation, or it does not take mail for this domain.',
    senderDenied: 'The address of the sender is not admitted.',
    outboundSpam: 'The account that sends was locked because spam came from it.',
    noMailbox: 'The mailbox is not available, mostly because it does not exist.',
    bareLineFeed: 'The message holds line feeds without a carriage return, which only CHUNKING (BDAT) may carry.',
    insideOnly: 'The recipient takes mail from senders of its own organisation only.',
    ipv6: 'The message came over IPv6, where either SPF or DKIM must pass, and neither did.',
    mtaSts: 'The host is not among those that the MTA-STS policy of the domain allows.',
    certificate: 'The certificate of the other server does not satisfy the TLS policy of the domain, such as MTA-STS.',
    busyMailbox: 'The mailbox gets too many messages at once and is slowed down.',
    slowed: 'The IP address is slowed down for its reputation.',
    gone: 'The mailbox is no longer on this server.',
  },
  token: '{token} in a reply of {provider} is about {concern}. {cause}',
  code: 'With {code} {provider} says: {cause}',
  codeInSense: 'With {code} {provider} says: {sense} {cause}',
  words: '{provider} says so in words of its own. {cause}',
  seen: 'A reply of {provider} holds {what}. {when}',
  noPage: 'replies of {provider}, as observed; it is not known to document them',
  list: {
    cause: 'The reply names {list}. {cause}',
    fix: '{fix} {list} shows its entries, and how to have one removed, at {page}.',
  },
  aboutList: {
    cause: 'Receivers ask {list} about those who send to them. A reply that names it means: {cause}',
    when: 'A reply names it by one of these: {names}. {when}',
  },
  aboutProvider: {
    cause: '{provider} runs the mail servers whose names end in {hosts}.',
    when: 'The MX records of the recipient’s domain name such a server, whatever that domain is called, or the words of a reply give away who wrote them.',
    fix: 'Look in the reply for a token or a code that {provider} uses in a sense of its own, and have it explained. The provider documents its replies at {page}.',
    fixWithoutPage:
      'Look in the reply for a token or a code that {provider} uses in a sense of its own, and have it explained. The provider is not known to document its replies: go by their words.',
  },
  refusedQuery: {
    title: 'Query Refused by the Block List',
    cause:
      'This is no listing. A block list answers with an address in 127.255.255.0/24 when it refuses the question itself: 252 says that its name is mistyped, 254 that the question came through a public resolver, 255 that there were too many questions.',
    when: 'The receiving server takes any answer of the list for a listing, and so refuses everybody.',
    fix: 'The sender can do nothing but retry and tell the administrator of the recipient. On the receiving side, ask the list through a resolver of your own or with a key, and match only the return codes that the list documents (postscreen_dnsbl_sites and reject_rbl_client take them behind the name).',
  },
};
