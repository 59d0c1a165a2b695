import { mailPort, type Network } from './network.js';
import type { RemoteHost } from './remote-server.js';
import { submit } from './smtp-client.js';

/** A filter behind the queue: refuses what is for `eicar`, hands the rest back and repeats, as amavis does, what it was told. */
export const contentFilter = (network: Network): RemoteHost => ({
  name: network.filter,
  address: network.filter,
  rules: [{ at: 'end', whom: 'eicar', answers: [{ lines: ['554 5.7.0 Reject, id=12345-06 - INFECTED: Eicar-Test-Signature'] }] }],
  take: async (mail) => {
    const { queueId, refusals } = await submit({ ...mail, server: network.reinjection, client: network.filter });
    if (queueId === null) return { lines: [`451 4.5.0 ${refusals[0]?.told.lines.join(' ') ?? 'not taken back'}`] };
    return { lines: [`250 2.0.0 from MTA(smtp:[${network.reinjection}]:${mailPort}): 250 2.0.0 Ok: queued as ${queueId}`] };
  },
});
