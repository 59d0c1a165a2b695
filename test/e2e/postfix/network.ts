/**
 * Where everything listens: a /16 of the loopback network of its own, so that two runs on one machine do not meet.
 * Ports are above 1024 except for DNS, whose port a resolver cannot be told.
 */
export const mailPort = 2525;

export interface Network {
  readonly submission: string;
  readonly publicMx: string;
  readonly filtered: string;
  readonly milted: string;
  readonly reinjection: string;
  readonly filter: string;
  readonly milter: string;
  readonly nameServer: string;
  readonly delivery: string;
  readonly goodClient: string;
  readonly listedClient: string;
  readonly prefix: string;
  /** The address of the n-th remote host. */
  readonly remote: (n: number) => string;
}

export function networkOf(run: number): Network {
  const prefix = `127.${64 + (run % 128)}`;
  return {
    submission: `${prefix}.0.1`,
    publicMx: `${prefix}.0.2`,
    filtered: `${prefix}.0.3`,
    milted: `${prefix}.0.4`,
    reinjection: `${prefix}.0.5`,
    filter: `${prefix}.0.6`,
    milter: `${prefix}.0.7`,
    delivery: `${prefix}.0.8`,
    nameServer: `${prefix}.0.53`,
    goodClient: `${prefix}.9.1`,
    listedClient: `${prefix}.9.2`,
    prefix,
    remote: (n) => `${prefix}.${1 + Math.floor(n / 200)}.${1 + (n % 200)}`,
  };
}
