import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const page = (path: string) => resolve(import.meta.dirname, path);

// One build, a page a room. `server/http` hands the result out.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Kiosks and TVs stay for years; Chromium 109 is the last one for Windows 7/8 era sets.
    target: 'chrome109',
    // Clips and fonts stay files of their own: a data: address would need a weaker content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        start: page('start/index.html'),
        kiosk: page('kiosk/page/index.html'),
        counter: page('counter/index.html'),
        display: page('display/index.html'),
        manager: page('manager/index.html'),
        phone: page('phone/index.html'),
      },
    },
  },
});
