import { describe, expect, it } from 'vitest';
import { shellRequest } from './shell-request.ts';

const asked = (args: string[], env: Record<string, string> = {}) => {
  const { room, setup } = shellRequest(args, env);
  return `${room ? `${room.room} ${room.server.href}` : 'as set up'}${setup ? ', asked anew' : ''}`;
};

describe('shellRequest', () => {
  it.each([
    [[], {}, 'as set up'],
    [['--setup'], {}, 'as set up, asked anew'],
    [['--room=kiosk'], {}, 'kiosk http://localhost:8080/'],
    [['dist-electron/main.js', '--room', 'tv'], {}, 'tv http://localhost:8080/'],
    [['--url=http://localhost:9000'], {}, 'kiosk http://localhost:9000/'],
    [['--url=http://127.0.0.1:9000/manager/?x=1'], {}, 'kiosk http://127.0.0.1:9000/'],
    [['--room=tv'], { LUOT_URL: 'http://localhost/' }, 'tv http://localhost/'],
    [[], { LUOT_URL: 'http://localhost/' }, 'kiosk http://localhost/'],
    [['--url=http://localhost:1/'], { LUOT_URL: 'http://localhost:2/' }, 'kiosk http://localhost:1/'],
    [[], { LUOT_URL: '' }, 'as set up'],
    // Chromium's own switches stand in the same line.
    [['--disable-gpu', '--js-flags=--expose-gc', '--room=tv'], {}, 'tv http://localhost:8080/'],
  ])('reads %j with %j as %s', (args, env, wanted) => {
    expect(asked(args, env)).toBe(wanted);
  });

  it.each([['--room=desk'], ['--room'], ['--url=may-chu'], ['--url=file:///etc/passwd'], ['--url=javascript:1']])(
    'does not understand %s',
    (...args) => {
      expect(() => shellRequest(args, {})).toThrow(/^--(room|url): /);
    },
  );

  it.each([
    'http://may-chu:8080/',
    'https://may-chu:8443/',
    'https://localhost:8443/',
    'http://localhost.evil.example/',
  ])('[A14] goes to %s only when the PC was set up for it: nothing else says who that is', (server) => {
    expect(() => shellRequest(['--url', server], {})).toThrow(/--setup/);
    expect(() => shellRequest([], { LUOT_URL: server })).toThrow(/--setup/);
  });
});
