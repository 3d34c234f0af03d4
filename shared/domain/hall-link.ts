/**
 * What a new machine has to be told to find the hall and to know it again: where the server is, and the key by which the office's own
 * authority is known. Stands on the manager's page as text and as a code; is typed, pasted or scanned on the new machine.
 */

/** Where the other machines come in, unless somebody set another port. */
export const USUAL_HTTPS_PORT = 8443;

/** Letters and digits that cannot be mistaken for one another; the codes of pairing use them, too. */
const LETTERS = 'ABCDEFGHKLMNPQRSTUVXY3456789';
/** 28^20 is a little more than 2^96: so many bits nobody meets by trying authorities. */
const KEY_LETTERS = 20;
const KEY_HEX = 24;

/** The short form of an authority's fingerprint, for typing: `ABCD-EFGH-KLMN-PQRS-TUVX`. */
export function hallKey(fingerprint: string): string {
  let rest = BigInt(`0x${plainHex(fingerprint).slice(0, KEY_HEX)}`);
  let key = '';
  for (let place = 0; place < KEY_LETTERS; place += 1) {
    key = `${LETTERS[Number(rest % 28n)]}${key}`;
    rest /= 28n;
  }
  return key.match(/.{4}/g)?.join('-') ?? '';
}

/** What the code on the manager's page holds: `luot://192.168.1.10:8443/ABCD-…`. @param server origin of the hall's pages */
export function hallLink(server: string, fingerprint: string): string {
  return `luot://${new URL(server).host}/${hallKey(fingerprint)}`;
}

/** The same for people: `192.168.1.10 ABCD-…`; the usual port need not be typed. */
export function hallText(server: string, fingerprint: string): string {
  const { hostname, host, port } = new URL(server);
  return `${port === String(USUAL_HTTPS_PORT) ? hostname : host} ${hallKey(fingerprint)}`;
}

/** What somebody typed, pasted or scanned. `key`: the short form or the whole fingerprint, in plain signs; null: he gave none. */
export type HallText = { host: string; port: number | null; isPlain: boolean; key: string | null };

/** Reads it with or without scheme, port and key, whatever the keyboard made of dots and spaces; null: it cannot be meant. */
export function readHallText(text: string): HallText | null {
  const plain = text.normalize('NFKC').trim();
  const [, scheme = '', rest = ''] = /^(?:(luot|https?):\/*)?(.*)$/is.exec(plain) ?? [];
  const [, place = '', behind = ''] = /^([^\s/#?]+)(.*)$/s.exec(rest) ?? [];
  const [host = '', port] = place.split(':', 2);
  const name = readHost(host);
  if (name === null || place.split(':').length > 2) return null;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) return null;
  // Behind an address out of a browser stands a path; anywhere else only the key can.
  const key = readKey(behind);
  if (key === null && behind.replace(/^\/+/, '') !== '' && !/^https?$/i.test(scheme)) return null;
  return { host: name, port: port === undefined ? null : Number(port), isPlain: /^http$/i.test(scheme), key };
}

/** Is it this authority that the key means? */
export function isKeyOf(key: string, fingerprint: string): boolean {
  if (key.length === KEY_LETTERS) return key === hallKey(fingerprint).replaceAll('-', '');
  return key === plainHex(fingerprint);
}

function readHost(text: string): string | null {
  const host = text.toLowerCase();
  // A number with commas for dots, as some keypads write it.
  const number = /^[\d.,]+$/.test(host) ? host.replaceAll(',', '.') : null;
  if (number !== null) return /^(\d{1,3}\.){3}\d{1,3}$/.test(number) && isAddress(number) ? number : null;
  return /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(host) ? host : null;
}

/** `010` would be eight to some and ten to others. */
function isAddress(number: string): boolean {
  return number.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part);
}

function readKey(text: string): string | null {
  const signs = text.replaceAll(/[\s:/#·-]/g, '').toUpperCase();
  const isShort = signs.length === KEY_LETTERS && [...signs].every((sign) => LETTERS.includes(sign));
  return isShort || /^[0-9A-F]{64}$/.test(signs) ? signs : null;
}

function plainHex(fingerprint: string): string {
  return fingerprint.replaceAll(/[^0-9a-f]/gi, '').toUpperCase();
}
