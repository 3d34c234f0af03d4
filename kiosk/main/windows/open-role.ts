import type { Machine } from '#kiosk/main/setup/machine.ts';
import type { Shell } from '#kiosk/main/shell.ts';
import { openCounterWindow } from './counter-window.ts';
import { openFullWindow } from './full-window.ts';

/** Where the server of an all-in-one PC is: it reads `PORT` too. And where every room is looked for until somebody says otherwise. */
const thisPc = (env: Record<string, string | undefined>) => `http://localhost:${Number(env.PORT) || 8080}/`;

/** Opens what this PC is set up as, now and when it is switched on. */
export function openMachine(shell: Shell, machine: Machine): void {
  shell.outside.setAutostart(machine.autostart);
  openRole(shell, machine);
}

/** Opens what this PC is for, in place of what stood there. */
export function openRole(shell: Shell, machine: Machine): void {
  const here = thisPc(shell.outside.env);
  const server = new URL(machine.role === 'all-in-one' ? here : (machine.server ?? here));
  shell.serverHere.want(machine.role === 'all-in-one');
  shell.show(() => {
    switch (machine.role) {
      case 'all-in-one':
        // The TV first: the kiosk, opened last, has the keyboard.
        return [openFullWindow(shell, 'beside', server), openFullWindow(shell, 'kiosk', server)].reverse();
      case 'kiosk':
        return [openFullWindow(shell, 'kiosk', server)];
      case 'tv':
        return [openFullWindow(shell, 'tv', server)];
      case 'counter':
        return [openCounterWindow(shell, server, machine)];
    }
  });
}
