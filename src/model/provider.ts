/**
 * Who runs a mail exchanger, by the end of its host name. A filtering service in front of a domain counts as the one that
 * answers. Documentation of each: `catalogue/providers.ts`.
 */
const EXCHANGERS = {
  google: ['google.com', 'googlemail.com'],
  // The consumer service stands below the domain of the other: the longer name decides.
  outlook: ['olc.protection.outlook.com', 'hotmail.com'],
  'exchange-online': ['protection.outlook.com', 'prod.outlook.com', 'mx.microsoft'],
  yahoo: ['yahoodns.net', 'mx.aol.com', 'mail.aol.com', 'yahoo.com'],
  'yahoo-jp': ['yahoo.co.jp'],
  apple: ['mail.icloud.com', 'me.com', 'privaterelay.appleid.com'],
  comcast: ['comcast.net'],
  cox: ['cox.net', 'cloudfilter.net'],
  spectrum: ['charter.net', 'rr.com', 'spectrum.net'],
  att: ['prodigy.net', 'att.net'],
  godaddy: ['secureserver.net'],
  gmx: ['gmx.net', 'gmx.com', 'gmx.de', 'web.de', 'mail.com', 'kundenserver.de', 'ionos.com', 'ionos.de', '1and1.com'],
  't-online': ['t-online.de'],
  orange: ['orange.fr', 'wanadoo.fr'],
  laposte: ['laposte.net'],
  free: ['free.fr', 'proxad.net'],
  qq: ['qq.com'],
  netease: ['netease.com'],
  mailru: ['mail.ru'],
  yandex: ['yandex.ru', 'yandex.net'],
  rambler: ['rambler.ru'],
  mimecast: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
  proofpoint: ['pphosted.com', 'ppe-hosted.com'],
  barracuda: ['barracudanetworks.com', 'cudasvc.com', 'cudamail.com'],
  ironport: ['iphmx.com'],
  symantec: ['messagelabs.com'],
  trendmicro: ['trendmicro.com', 'trendmicro.eu', 'trendmicro.co.jp'],
  fireeye: ['fireeyecloud.com'],
  zoho: ['zoho.com', 'zoho.eu', 'zoho.in'],
  proton: ['protonmail.ch'],
  fastmail: ['messagingengine.com'],
  rackspace: ['emailsrvr.com'],
  ses: ['amazonaws.com'],
  sendgrid: ['sendgrid.net'],
  facebook: ['facebook.com'],
  docomo: ['docomo.ne.jp'],
  kddi: ['ezweb.ne.jp', 'au.com', 'auone-net.jp'],
  iua: ['i.ua', 'email.ua'],
  improvmx: ['improvmx.com'],
  infomaniak: ['infomaniak.ch', 'infomaniak.com'],
  hostpoint: ['hostpoint.ch'],
  hey: ['hey.com'],
  zerospam: ['zerospam.ca'],
  kpn: ['kpnmail.nl'],
  cloudflare: ['mx.cloudflare.net'],
} as const satisfies Record<string, readonly string[]>;

export type Provider = keyof typeof EXCHANGERS;

/** How the names of the hosts of each end. */
export const HOST_ENDINGS: Readonly<Record<Provider, readonly string[]>> = EXCHANGERS;

export const PROVIDERS = Object.keys(EXCHANGERS) as readonly Provider[];

const BY_ENDING: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.flatMap((provider) => EXCHANGERS[provider].map((ending): [string, Provider] => [ending, provider])),
);

/** Mail goes to few hosts in a log; what does not fit is looked up again. */
const MOST_REMEMBERED = 10_000;
const LONGEST_NAME = 255;
const remembered = new Map<string, Provider | null>();

/** Who runs a mail exchanger of this name; null when nobody known does. */
export function providerOfHost(host: string | null): Provider | null {
  if (host === null) return null;
  const known = remembered.get(host);
  if (known !== undefined) return known;
  const provider = host.length > LONGEST_NAME ? null : lookUp(host.toLowerCase());
  if (remembered.size < MOST_REMEMBERED) remembered.set(host, provider);
  return provider;
}

function lookUp(host: string): Provider | null {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  // The whole name first, then without its first label, and so on: the longest ending decides.
  for (let at = 0; ; ) {
    const provider = BY_ENDING.get(name.slice(at));
    if (provider !== undefined) return provider;
    const dot = name.indexOf('.', at);
    if (dot < 0) return null;
    at = dot + 1;
  }
}
