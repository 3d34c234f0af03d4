import { describe, expect, it } from 'vitest';
import { allowedAddress } from './allowed-address.ts';

const HOME = new URL('http://may-chu:8080/kiosk/');

describe('allowedAddress', () => {
  it.each([
    'http://may-chu:8080',
    'http://may-chu:8080/',
    'http://may-chu:8080/kiosk/',
    'http://may-chu:8080/kiosk/?lang=en#top',
    'HTTP://MAY-CHU:8080/kiosk/',
    // As a browser reads it: backslashes, line breaks and dots are nothing special, the host stays the same.
    'http:\\\\may-chu:8080\\kiosk\\',
    'http://may-\nchu:8080/',
    'http:may-chu:8080/',
    'http://may-chu:8080/../../etc/passwd',
    'http://may-chu:8080//evil.example/',
    'http://may-chu:8080/@evil.example/',
    'http://@may-chu:8080/',
  ])('goes to %j', (address) => {
    expect(allowedAddress(HOME, address)).toBe(true);
  });

  it.each([
    '',
    'kiosk/',
    '/kiosk/',
    '//may-chu:8080/kiosk/',
    'https://may-chu:8080/',
    'http://may-chu/',
    'http://may-chu:80/',
    'http://may-chu:8081/',
    'http://may-chu:08081/',
    'http://may-chu.:8080/',
    'http://may-chu.evil.example:8080/',
    'http://evil.example/may-chu:8080/',
    'http://evil.example#may-chu:8080/',
    'http://evil.example?may-chu:8080/',
    'http://evil.example\\@may-chu:8080/',
    'http://may-chu:8080@evil.example/',
    'http://someone@may-chu:8080/',
    'http://someone:secret@may-chu:8080/',
    'http://:secret@may-chu:8080/',
    'http://xmay-chu:8080/',
    'http://may‐chu:8080/',
    'http://127.0.0.1:8080/',
    'http://[::1]:8080/',
    '//evil.example/',
    '\\\\evil.example\\share',
    'http:///evil.example/',
    'ws://may-chu:8080/',
    'ftp://may-chu:8080/',
    'file:///etc/passwd',
    'file://may-chu:8080/share',
    'javascript:alert(1)',
    'javascript://may-chu:8080/%0Aalert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<h1>Lượt</h1>',
    'blob:http://may-chu:8080/6f1e',
    'filesystem:http://may-chu:8080/temporary/x',
    'view-source:http://may-chu:8080/',
    'chrome://settings/',
    'devtools://devtools/bundled/inspector.html',
    'about:blank',
    'mailto:someone@may-chu',
    'ms-settings:display',
    'intent://may-chu:8080/#Intent;end',
  ])('stays away from %j', (address) => {
    expect(allowedAddress(HOME, address)).toBe(false);
  });

  it('takes a scheme’s own port as no port', () => {
    expect(allowedAddress(new URL('https://luot.example/'), 'https://luot.example:443/display/')).toBe(true);
    expect(allowedAddress(new URL('http://may-chu:80/'), 'http://may-chu/')).toBe(true);
    expect(allowedAddress(new URL('https://luot.example/'), 'https://luot.example:80/')).toBe(false);
  });
});
