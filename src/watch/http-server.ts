import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';

/** What answers a request. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** More header fields. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers requests for one path. */
export type Route = (request: IncomingMessage) => Answer | Promise<Answer>;

export interface HttpOptions {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** Names by which the server may be asked for, beside addresses and `localhost`. */
  readonly names: readonly string[];
  readonly routes: Readonly<Record<string, Route>>;
  /** Told what went wrong with an answer. */
  readonly failed: (message: string) => void;
}

const LARGEST_HEADER = 8 * 1024;
const MOST_CONNECTIONS = 64;
const HEADERS_WITHIN = 5_000;
const REQUEST_WITHIN = 10_000;
const KEEP_ALIVE = 15_000;
/** A client that takes nothing for so long is let go. */
const IDLE = 30_000;

/** What every answer says: nothing is kept, framed, guessed or loaded. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${body}\n`,
  headers,
});

/** A server that answers a few paths, for programs and people on this machine or network. */
export class HttpServer {
  readonly #server: Server;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#server = createServer({
      maxHeaderSize: LARGEST_HEADER,
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      keepAliveTimeout: KEEP_ALIVE,
      connectionsCheckingInterval: 1_000,
    });
    this.#server.maxConnections = MOST_CONNECTIONS;
    this.#server.setTimeout(IDLE);
    this.#server.on('request', (request, response) => void this.#serve(request, response));
    // What is no HTTP gets no answer.
    this.#server.on('clientError', (_, socket) => socket.destroy());
  }

  /** @returns where it listens, as a URL. @throws when the address is taken or not there. */
  async listen(): Promise<string> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host, port, exclusive: true }, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    // Nothing that goes wrong with a connection ends the process.
    this.#server.on('error', (error) => this.#options.failed(error.message));
    const { address, port: actual } = this.#server.address() as AddressInfo;
    return `http://${isIP(address) === 6 ? `[${address}]` : address}:${actual}/`;
  }

  /** Lets go of everybody. */
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      answer = await this.#answer(request);
    } catch (error) {
      this.#options.failed(`${request.url ?? ''}: ${(error as Error).message}`);
      answer = text(500, 'This could not be answered. The messages of bouncelens say why.');
    }
    const body = Buffer.from(answer.body, 'utf8');
    response.writeHead(answer.status, {
      ...HEADERS,
      ...answer.headers,
      'Content-Type': answer.contentType,
      'Content-Length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    // A body that nobody asked for is not waited for.
    if (!request.complete) response.once('finish', () => request.destroy());
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    // A page of another site that has its name point here (DNS rebinding) asks for that name.
    if (!isAllowedHost(request.headers.host, this.#options.names))
      return text(421, 'This server is not known by that name. If it is yours: --allow-host NAME');
    if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
    const [path] = (request.url ?? '/').split('?', 1);
    const { routes } = this.#options;
    const route = Object.hasOwn(routes, path!) ? routes[path!] : undefined;
    if (route === undefined) return text(404, `There is ${Object.keys(routes).join(', ')}`);
    return route(request);
  }
}

/** Whether a Host field names this server: by an address, as `localhost`, or by a name that was allowed. */
export function isAllowedHost(field: string | undefined, names: readonly string[]): boolean {
  if (field === undefined) return false;
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.%]+)\]|([^:[\]/@\s]+))(?::\d{1,5})?$/i.exec(field) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  if (plain === undefined) return false;
  const name = plain.toLowerCase().replace(/\.$/, '');
  return isIP(name) === 4 || name === 'localhost' || names.some((allowed) => allowed.toLowerCase() === name);
}
