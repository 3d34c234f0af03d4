import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sample from '#server/settings/sample-office.json' with { type: 'json' };

export type DemoFolder = { path: string /** IANA name. */; timeZone: string; remove(): void };

/** On the board, so that nobody takes the demo for the office itself. */
const INFO_LINE = 'Chạy thử: công dân và cán bộ trong sảnh này là mô phỏng.';
/** What the settings allow at most. */
const LONGEST_UNDO_SECONDS = 120;
const LONGEST_RECALL_PAUSE_SECONDS = 60;

/**
 * A data folder for this demo alone, with the sample office in it. Its journal is thrown away in the end: where the system has a RAM
 * disk, a mini PC's own disk need not be worn by it.
 * @param printerPort of the virtual printer on this machine
 * @param speed office time over real time; pauses that a person's finger has to meet are stretched by it
 */
export function makeDemoFolder(speed: number, printerPort: number): DemoFolder {
  const path = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'luot-demo-'));
  writeFileSync(join(path, 'office.json'), JSON.stringify(demoOffice(speed, printerPort)));
  return { path, timeZone: sample.office.timeZone, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function demoOffice(speed: number, port: number) {
  const { rules, wording } = sample;
  return {
    ...sample,
    rules: {
      ...rules,
      undoSeconds: Math.min(LONGEST_UNDO_SECONDS, Math.round(rules.undoSeconds * speed)),
      recallPauseSeconds: Math.min(LONGEST_RECALL_PAUSE_SECONDS, Math.round(rules.recallPauseSeconds * speed)),
    },
    printer: { host: '127.0.0.1', port },
    wording: { ...wording, infoLine: INFO_LINE },
  };
}
