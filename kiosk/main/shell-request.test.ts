import { describe, expect, it } from 'vitest';
import { shellRequest } from './shell-request.ts';

const asked = (args: string[], env: Record<string, string> = {}) => {
  const { room, page } = shellRequest(args, env);
  return `${room} ${page.href}`;
};

describe('shellRequest', () => {
  it.each([
    [[], {}, 'kiosk http://localhost:8080/kiosk/'],
    [['--room=tv'], {}, 'tv http://localhost:8080/display/'],
    [['dist-electron/main.js', '--room', 'tv'], {}, 'tv http://localhost:8080/display/'],
    [['--url=http://may-chu:9000'], {}, 'kiosk http://may-chu:9000/kiosk/'],
    [['--url=https://luot.example/manager/?x=1'], {}, 'kiosk https://luot.example/kiosk/'],
    [['--room=tv'], { LUOT_URL: 'http://may-chu/' }, 'tv http://may-chu/display/'],
    [['--url=http://a/'], { LUOT_URL: 'http://b/' }, 'kiosk http://a/kiosk/'],
    [[], { LUOT_URL: '' }, 'kiosk http://localhost:8080/kiosk/'],
    // Chromium's own switches stand in the same line.
    [['--no-sandbox', '--js-flags=--expose-gc', '--room=tv'], {}, 'tv http://localhost:8080/display/'],
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
