import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const page = (path: string) => resolve(import.meta.dirname, path);

/**
 * The staff choose their light, and only the script knows it: no frame before it has run, or whoever chose the dark is blinded at every
 * load. Vite drops the attribute where it stands in a page.
 */
const noFrameBeforeTheScript: Plugin = {
  name: 'no-frame-before-the-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path }) =>
      /^\/(counter|manager)\//.test(path) ? html.replace('<script type="module"', '$& blocking="render"') : html,
  },
};

// One build, a page a room. `server/http` hands the result out.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [noFrameBeforeTheScript],
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
