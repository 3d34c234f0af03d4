import { randomBytes } from 'node:crypto';

/** What a hall says of itself in the network. A hint and no more: who really is there is seen by his certificate. */
export type Announcement = {
  /** What the office calls itself. */
  office: string;
  /** The office's authority, by the SHA-256 of its certificate: `AB:CD:…`. */
  fingerprint: string;
  /** Where other machines come in, over TLS. */
  httpsPort: number;
};

/** DNS-SD's name for what is announced: `_luot._tcp.local`. */
export const SERVICE_TYPE = 'luot';
/** Of what stands in the text record. A newer form gets another number, and older machines leave it alone. */
const FORM = '1';
/** A string in a text record is at most 255 bytes long, its key included. */
const OFFICE_BYTES = 200;

/** As the library publishes it. The name is new at every start: nobody has to be asked whether it is free. */
export function asService({ office, fingerprint, httpsPort }: Announcement) {
  const name = `luot-${randomBytes(6).toString('hex')}`;
  return {
    ...{ name, type: SERVICE_TYPE, port: httpsPort, host: `${name}.local` },
    ...{ probe: false, disableIPv6: true },
    txt: { form: FORM, office: cut(office, OFFICE_BYTES), authority: fingerprint.replaceAll(':', '') },
  };
}

/** What was heard, if it can be meant: it may come from anybody. */
export function fromService({ port, txt }: { port?: unknown; txt?: unknown }): Announcement | null {
  if (typeof txt !== 'object' || txt === null) return null;
  const { form, office, authority } = txt as Record<string, unknown>;
  const isPort = Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535;
  if (form !== FORM || !isPort || typeof office !== 'string' || typeof authority !== 'string') return null;
  if (!/^[0-9A-F]{64}$/.test(authority) || Buffer.byteLength(office) > OFFICE_BYTES || /\p{Cc}/u.test(office))
    return null;
  return { office, fingerprint: authority.match(/../g)?.join(':') ?? '', httpsPort: Number(port) };
}

/** So many bytes at most, and no half letter at the end. */
function cut(text: string, bytes: number): string {
  const letters = [...text.normalize('NFC')];
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}
