import { describe, expect, it } from 'vitest';
import { launchRequest } from './launch-request.ts';

describe('launchRequest', () => {
  it.each([
    [['--room', 'kiosk'], {}, 'http://localhost:8080/kiosk/'],
    [['--room=tv'], {}, 'http://localhost:8080/display/'],
    [['--room=tv', '--url', 'http://may-chu:9000'], { LUOT_URL: 'http://b/' }, 'http://may-chu:9000/display/'],
    [['--room=tv'], { LUOT_URL: 'https://luot.example/x?y' }, 'https://luot.example/display/'],
  ])('%j with %j opens %s', (args, env, page) => {
    expect(launchRequest(args, env).page.href).toBe(page);
  });

  it('fetches nothing and adds nothing unless asked to', () => {
    expect(launchRequest(['--room=tv'], {})).toMatchObject({ fetchElectron: false, flags: [] });
    const env = { LUOT_BROWSER_FLAGS: '--no-sandbox --headless=new' };
    expect(launchRequest(['--room=tv', '--fetch-electron'], env)).toMatchObject({
      fetchElectron: true,
      flags: ['--no-sandbox', '--headless=new'],
    });
  });

  it.each([
    [[], /Needed: --room kiosk or --room tv/],
    [['--room=desk'], /Needed: --room kiosk or --room tv/],
    [['--room=tv', '--url=may-chu:8080'], /"may-chu:8080" is not the address of a server/],
    [['--room=tv', '--url=file:///etc/passwd'], /is not the address of a server/],
    [['--room=tv', '--rom=tv'], /--rom.*The command line is not understood/],
    [['--room'], /The command line is not understood/],
  ])('says what is wrong with %j', (args, words) => {
    expect(() => launchRequest(args, {})).toThrow(words);
  });
});
