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
    [['--url=http://may-chu:9000'], {}, 'kiosk http://may-chu:9000/'],
    [['--url=https://luot.example/manager/?x=1'], {}, 'kiosk https://luot.example/'],
    [['--room=tv'], { LUOT_URL: 'http://may-chu/' }, 'tv http://may-chu/'],
    [[], { LUOT_URL: 'http://may-chu/' }, 'kiosk http://may-chu/'],
    [['--url=http://a/'], { LUOT_URL: 'http://b/' }, 'kiosk http://a/'],
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
});
