import { browserArguments } from './browser-arguments.ts';
import { findBrowser } from './find-browser.ts';
import { findElectron } from './find-electron.ts';
import type { LaunchRequest } from './launch-request.ts';
import { LaunchTrouble } from './launch-trouble.ts';
import type { Machine } from './machine.ts';

export type Shell = {
  kind: 'electron' | 'browser';
  program: string;
  args: string[];
  /** Which one it is and why, in one line. */
  why: string;
};

/** Where Electron's package lies and what becomes of kiosk/main in it. */
export type ElectronFiles = { packageDir: string; mainFile: string };

/**
 * Electron if its program is here, else an installed browser.
 * @throws LaunchTrouble when there is neither
 */
export function chooseShell(request: LaunchRequest, files: ElectronFiles, machine: Machine): Shell {
  const electron = findElectron(files.packageDir, machine);
  if (electron) {
    return {
      kind: 'electron',
      program: electron,
      args: [files.mainFile, `--room=${request.room}`, `--url=${request.server.href}`, ...request.flags],
      why: `Dùng Electron tại ${electron}: chương trình có sẵn. / Using Electron at ${electron}: its program is here.`,
    };
  }
  const [vi, en] = request.fetchElectron
    ? ['không tải được chương trình Electron từ GitHub', "Electron's program could not be fetched from GitHub"]
    : [
        'không có chương trình Electron (--fetch-electron tải về từ GitHub)',
        "Electron's program is not here (--fetch-electron fetches it from GitHub)",
      ];
  const browser = findBrowser(machine);
  if (!browser) throw neither(machine.env.CHROMIUM_PATH);
  return {
    kind: 'browser',
    program: browser,
    args: browserArguments(request, browser, machine),
    why: `Dùng trình duyệt tại ${browser}: ${vi}. / Using the browser at ${browser}: ${en}.`,
  };
}

function neither(chromiumPath: string | undefined): LaunchTrouble {
  if (chromiumPath) {
    return new LaunchTrouble(
      `CHROMIUM_PATH chỉ đến ${chromiumPath}, nhưng không có tệp đó.`,
      `CHROMIUM_PATH names ${chromiumPath}, and there is no such file.`,
    );
  }
  return new LaunchTrouble(
    'Không có Electron và không thấy trình duyệt: hãy cài Google Chrome, Chromium hoặc Microsoft Edge (hoặc đặt CHROMIUM_PATH).',
    'No Electron and no browser found: install Google Chrome, Chromium or Microsoft Edge (or set CHROMIUM_PATH).',
  );
}
