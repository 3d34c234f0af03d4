import { describe, expect, it } from 'vitest';
import { RefusedStart, refusedSwitches } from './refused-switches.ts';

describe('refusedSwitches', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '-remote-debugging-port=9222',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--allow-file-access-from-files',
    '--ignore-certificate-errors',
    '--unsafely-treat-insecure-origin-as-secure=http://evil.example',
    '--host-resolver-rules=MAP * evil.example',
    '--proxy-server=evil.example:80',
    '--renderer-cmd-prefix=xterm -e',
    '--gpu-launcher=xterm',
    '--utility-cmd-prefix=xterm',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/net',
    '--user-data-dir=/tmp/x',
    '--enable-blink-features=X',
    '--enable-features=X',
    '--require=/tmp/x.js',
    '-r',
    '--a-switch-that-comes-with-the-next-chromium',
    '--room-of-evil=kiosk',
  ])('takes no %s', (arg) => {
    expect(refusedSwitches(['--room=kiosk', arg], 'linux')).toEqual([arg]);
  });

  it('takes those of ours, and what a difficult screen may need', () => {
    const line = ['--room=tv', '--url=http://may-chu/', '--setup', '--updated', '--force-device-scale-factor=1.5'];
    expect(refusedSwitches([...line, '--room', 'tv', 'may-chu', '/dev/null'], 'linux')).toEqual([]);
  });

  it('knows the other spellings of Windows', () => {
    const line = ['/remote-debugging-port=9222', '--Remote-Debugging-Port=9222', '/ROOM=kiosk', '/etc/passwd', 'C:\\x'];
    expect(refusedSwitches(line, 'win32')).toEqual(line.slice(0, 2));
  });

  it('is told in both languages', () => {
    expect(new RefusedStart(['--inspect']).message).toBe(
      'Máy không nhận tham số này: --inspect. / This machine does not take: --inspect.',
    );
  });
});
