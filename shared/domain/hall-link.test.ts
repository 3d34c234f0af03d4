import { describe, expect, it } from 'vitest';
import { hallKey, hallLink, hallText, isKeyOf, readHallText } from './hall-link.ts';

const HEX = '00070E151C232A31383F464D545B626970777E858C939AA1A8AFB6BDC4CBD2D9';
const FINGERPRINT = HEX.match(/../g)?.join(':') ?? '';
const OTHER = FINGERPRINT.replace('A1', 'A2');
const SERVER = 'https://192.168.1.10:8443';
const KEY = hallKey(FINGERPRINT);
const plainKey = KEY.replaceAll('-', '');
const at = { host: '192.168.1.10', port: null, isPlain: false, key: null };

describe('the key of a hall', () => {
  it('is twenty letters that cannot be mistaken, in groups of four', () => {
    expect(KEY).toMatch(/^[ABCDEFGHKLMNPQRSTUVXY3-9]{4}(-[ABCDEFGHKLMNPQRSTUVXY3-9]{4}){4}$/);
    expect(hallKey(HEX.toLowerCase())).toBe(KEY);
  });

  it('changes with every one of the 96 bits that it holds', () => {
    const keys = Array.from({ length: 96 }, (_, bit) => {
      const turned = BigInt(`0x${HEX}`) ^ (1n << BigInt(255 - bit));
      return hallKey(turned.toString(16).padStart(64, '0'));
    });
    expect(new Set([KEY, ...keys]).size).toBe(97);
    expect(hallKey('0'.repeat(64))).toBe('AAAA-AAAA-AAAA-AAAA-AAAA');
    expect(hallKey('f'.repeat(64))).toBe('7KAC-HBQH-X4BE-VFS6-Y3GH');
  });

  it('means this authority and no other; so does the whole fingerprint', () => {
    expect([isKeyOf(plainKey, FINGERPRINT), isKeyOf(HEX, FINGERPRINT), isKeyOf(HEX, OTHER)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isKeyOf(plainKey, FINGERPRINT.replace('07', '08'))).toBe(false);
  });
});

describe('what is typed, pasted or scanned', () => {
  it.each([
    ['192.168.1.10', at],
    ['  192.168.1.10  ', at],
    ['192,168,1,10', at],
    ['192.168.1.10:9000', { ...at, port: 9000 }],
    ['https://192.168.1.10:8443/kiosk/', { ...at, port: 8443 }],
    ['HTTP://192.168.1.10:8080/', { ...at, port: 8080, isPlain: true }],
    ['May-Chu.local', { ...at, host: 'may-chu.local' }],
    ['１９２.168.1.10', at],
    [`192.168.1.10 ${KEY}`, { ...at, key: plainKey }],
    [`192.168.1.10 ${KEY.toLowerCase().replaceAll('-', ' ')}`, { ...at, key: plainKey }],
    [`https://192.168.1.10:8443/ ${KEY}`, { ...at, port: 8443, key: plainKey }],
    [`may-chu:8443\n${FINGERPRINT}`, { ...at, host: 'may-chu', port: 8443, key: HEX }],
    [hallLink(SERVER, FINGERPRINT), { ...at, port: 8443, key: plainKey }],
    [hallText(SERVER, FINGERPRINT), { ...at, key: plainKey }],
    [hallText('https://may-chu.local:9443/', FINGERPRINT), { ...at, host: 'may-chu.local', port: 9443, key: plainKey }],
  ])('%j is understood', (text, meant) => {
    expect(readHallText(text)).toEqual(meant);
  });

  it.each([
    '',
    '   ',
    'https://',
    'máy chủ',
    '192.168.1',
    '192.168.1.256',
    '192.168.1.010',
    '192.168.1.10:0',
    '192.168.1.10:70000',
    '192.168.1.10:84a3',
    '192.168.1.10:8443:1',
    '[::1]:8443',
    'a@192.168.1.10',
    '-may-chu',
    'may_chu',
    'file:///etc/passwd',
    'javascript:alert(1)',
    `192.168.1.10 ${KEY.slice(0, -1)}`,
    `192.168.1.10 ${KEY.slice(0, -1)}0`,
    `luot://192.168.1.10:8443/${KEY}A`,
  ])('%j is not', (text) => {
    expect(readHallText(text)).toBe(null);
  });
});
