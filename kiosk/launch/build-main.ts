import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `kiosk/main` into the one file that Electron runs: Electron's Node need not know TypeScript, and the installer needs no sources. */
export async function buildMain(home: string, outDir = join(home, 'dist-electron')): Promise<string> {
  await build({
    configFile: false,
    root: home,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: 'kiosk/main/main.ts',
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js' } },
    },
  });
  return join(outDir, 'main.js');
}

// `node with-node.mjs kiosk/launch/build-main.ts` builds it for the installer.
if (import.meta.main) await buildMain(join(import.meta.dirname, '..', '..'));
