import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Electron's program carries before its fuses: their version and how many there are follow it, then a byte for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships: running as Node, NODE_OPTIONS, inspecting and file privileges on, the rest off. */
const SHIPPED = '10110001';

/** A folder that electron-builder takes for an unpacked Electron for Linux, so that an app can be packed where there is none. */
export async function stubElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  for (const language of ['vi', 'en-US', 'de']) await writeFile(join(folder, 'locales', `${language}.pak`), '');
  await writeFile(join(folder, 'LICENSE'), 'MIT');
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, SHIPPED.length]), Buffer.from(SHIPPED)]);
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('no program'), wire, Buffer.from('no program')]),
  );
  await chmod(join(folder, 'electron'), 0o755);
}

/**
 * A program in place of fpm, which electron-builder would fetch to make a .deb: keeps what it was asked in `asked.json`, and the entry for
 * the menu.
 */
export async function stubFpm(folder: string): Promise<string> {
  const program = join(folder, 'fpm');
  const text = `#!${process.execPath}
const { copyFileSync, writeFileSync } = require('node:fs');
const asked = process.argv.slice(2);
writeFileSync(${JSON.stringify(join(folder, 'asked.json'))}, JSON.stringify(asked));
const [entry] = asked.at(-1).split('=');
copyFileSync(entry, ${JSON.stringify(join(folder, 'luot.desktop'))});
writeFileSync(asked[asked.indexOf('--package') + 1], '');
`;
  await writeFile(program, text, { mode: 0o755 });
  return program;
}
