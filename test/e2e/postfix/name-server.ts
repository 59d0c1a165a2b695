import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What the private DNS knows. A name that is not in it does not exist. */
export interface Zone {
  /** Name to address. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Domain to the names of its mail hosts, the preferred one first; '' alone is a null MX (RFC 7505). */
  readonly mailHosts: ReadonlyMap<string, readonly string[]>;
  readonly texts: ReadonlyMap<string, string>;
  /** Domains whose name servers are broken. */
  readonly broken: ReadonlySet<string>;
}

const types = new Map([
  [1, 'A'],
  [15, 'MX'],
  [16, 'TXT'],
]);

/** Starts a name server that answers A, MX and TXT over UDP. */
export async function startNameServer(address: string, zone: Zone): Promise<() => Promise<void>> {
  const socket = createSocket('udp4');
  socket.on('message', (query, peer) => {
    if (query.length >= 17) socket.send(answer(query, zone), peer.port, peer.address);
  });
  socket.bind(53, address);
  await once(socket, 'listening');
  return async () => {
    socket.close();
    await once(socket, 'close');
  };
}

function answer(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += length + 1;
  }
  const name = labels.join('.');
  const type = query.readUInt16BE(at + 1);
  const records = recordsOf(name, types.get(type), zone);
  const known = [zone.hosts, zone.mailHosts, zone.texts].some((map) =>
    [...map.keys()].some((key) => key === name || key.endsWith(`.${name}`)),
  );
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8580 | (zone.broken.has(name) ? 2 : known ? 0 : 3), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, query.subarray(12, at + 5), ...records.flatMap((data) => [recordHead(type, data.length), data])]);
}

function recordsOf(name: string, type: string | undefined, zone: Zone): Buffer[] {
  if (type === 'MX')
    return (zone.mailHosts.get(name) ?? []).map((host, i) => Buffer.concat([Buffer.from([0, host ? 10 + i : 0]), encoded(host)]));
  const address = zone.hosts.get(name);
  if (type === 'A' && address) return [Buffer.from(address.split('.').map(Number))];
  const text = zone.texts.get(name);
  if (type === 'TXT' && text) return [Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])];
  return [];
}

function recordHead(type: number, length: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(length, 10);
  return head;
}

const encoded = (name: string): Buffer =>
  Buffer.concat([
    ...(name === '' ? [] : name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`))),
    Buffer.from([0]),
  ]);
