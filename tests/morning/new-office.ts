import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownAddress } from '#tests/hall/from-outside.ts';
import { kill, openAllDay, startHallProcess } from '#tests/hall/hall-process.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';

/** A server on its first morning: nobody has set a password, no machine is paired. */
export type NewOffice = {
  /** For the server's own PC. */
  url: string;
  /** For another machine. */
  secureUrl: string;
  /** Another machine's way in before it trusts the office: plain HTTP. Loopback where this machine has no card. */
  openUrl: string;
  dataDir: string;
  /** Everything that the server has said, on both outputs. */
  said(): string;
  close(): Promise<void>;
};

/** Starts the real server with a folder that holds the settings alone. */
export async function openNewOffice(): Promise<NewOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-morning-'));
  writeOffice(dataDir, openAllDay());
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0', HTTPS_PORT: '0', LAN: 'on' });
  const [, securePort] = hall.output().match(/https:\/\/[^/\s]+:(\d+)\//) ?? [];
  if (!securePort) throw new Error(`no way in for other machines: ${hall.output()}`);
  // Over TLS even loopback is another machine.
  const address = ownAddress() ?? '127.0.0.1';
  return {
    url: hall.url,
    secureUrl: `https://${address}:${securePort}/`,
    openUrl: hall.url.replace('localhost', address),
    dataDir,
    said: hall.output,
    async close() {
      await kill(hall.child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
