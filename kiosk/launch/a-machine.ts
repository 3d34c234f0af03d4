import type { Machine } from './machine.ts';

export type MachineParts = {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  files?: readonly string[];
  texts?: Record<string, string>;
};

/** For the tests: a machine with these files and nothing else. */
export function aMachine({ platform = 'linux', env = {}, files = [], texts = {} }: MachineParts): Machine {
  return { platform, env, home: '/home/an', isFile: (path) => files.includes(path), read: (path) => texts[path] };
}
