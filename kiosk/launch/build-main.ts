import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/**
 * Builds the shell as Electron runs it: `kiosk/main` in one file, a preload for each kind of page, and the app's own pages. Electron's
 * Node need not know TypeScript, and the installer needs no sources. Gives the file that Electron is started with.
 */
export async function buildMain(home: string, outDir = join(home, 'dist-electron')): Promise<string> {
  await build(forNode(home, outDir, 'kiosk/main/main.ts', 'es', 'main.js'));
  for (const name of ['hall-preload', 'setup-preload', 'staff-preload']) {
    // A preload in a sandbox is no module, and can load nothing beside itself.
    await build(forNode(home, outDir, `kiosk/preload/${name}.ts`, 'cjs', `${name}.cjs`));
  }
  for (const page of ['setup', 'staff']) await build(ownPage(home, outDir, page));
  return join(outDir, 'main.js');
}

/** How a page that lies in the app itself is built. */
export function ownPage(home: string, outDir: string, name: string): InlineConfig {
  return {
    configFile: false,
    root: join(home, 'kiosk', name),
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(outDir, name),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      // The app hands out files one folder deep, by plain names.
      assetsDir: 'files',
    },
  };
}

function forNode(home: string, outDir: string, entry: string, format: 'es' | 'cjs', name: string): InlineConfig {
  return {
    configFile: false,
    root: home,
    logLevel: 'warn',
    publicDir: false,
    // Packages go into the file: beside it stands nothing.
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: format === 'es',
      target: 'node24',
      minify: false,
      rolldownOptions: { external: ['electron'], output: { format, entryFileNames: name } },
    },
  };
}

// `node with-node.mjs kiosk/launch/build-main.ts` builds it for the installer.
if (import.meta.main) await buildMain(join(import.meta.dirname, '..', '..'));
