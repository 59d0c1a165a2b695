import type { Network } from './network.js';

/** A client that a server of ours turns away. */
interface RefusedClient {
  readonly about: string;
  readonly server: string;
  readonly client: string;
  readonly helo?: string;
  readonly sender?: string;
  readonly to: string;
  readonly subject?: string;
  /** The log has the text without the reply code where the cleanup server or a milter refused the message itself. */
  readonly codeIsLogged?: false;
}

export function refusedClients(network: Network): readonly RefusedClient[] {
  const open = { server: network.publicMx, client: network.goodClient };
  const milted = { server: network.milted, client: network.goodClient };
  return [
    { about: 'relaying', ...open, to: 'user@elsewhere.test' },
    { about: 'an unknown user', ...open, to: 'ghost@relayed.example' },
    { about: 'an unknown alias', ...open, to: 'ghost@alias.example' },
    { about: 'an empty sender to an unknown user', ...open, sender: '', to: 'phantom@relayed.example' },
    { about: 'a HELO name that is ours', ...open, helo: 'spoof.sender.example', to: 'known@relayed.example' },
    { about: 'a HELO name that is none', ...open, helo: 'bad_helo!', to: 'known@relayed.example' },
    { about: 'a client on a block list', server: network.publicMx, client: network.listedClient, to: 'known@relayed.example' },
    { about: 'a blocked sender', ...open, sender: 'x@blocked.example', to: 'known@relayed.example' },
    { about: 'a sender to be checked', ...open, sender: 'x@unsure.example', to: 'known@relayed.example' },
    { about: 'a sender domain that does not exist', ...open, sender: 'x@nowhere.invalid', to: 'known@relayed.example' },
    { about: 'a greylisted recipient', ...open, to: 'late@relayed.example' },
    { about: 'a policy with quotes in its text', ...open, to: 'picky@relayed.example' },
    { about: 'an address that never takes mail', ...open, to: 'never@relayed.example' },
    { about: 'an unwelcome subject', ...open, to: 'known@relayed.example', subject: 'an unwelcome offer', codeIsLogged: false },
    { about: 'a recipient that the milter refuses', ...milted, to: 'milter-no@plain.test' },
    {
      about: 'a message that the milter refuses',
      ...milted,
      to: 'user@plain.test',
      subject: 'milter-spam for you',
      codeIsLogged: false,
    },
  ];
}
