import { writeFileSync } from 'node:fs';
import { loadTypefaces } from './fonts.ts';
import { goldenPictures } from './golden-pictures.ts';
import { encodePng } from './png.ts';
import { createRaster } from './raster.ts';

// After a change that is meant: `node with-node.mjs printer/write-golden.ts`, look at every picture, commit them.
const raster = createRaster(await loadTypefaces());
for (const [name, picture] of Object.entries(goldenPictures(raster))) {
  writeFileSync(new URL(`golden/${name}.png`, import.meta.url), encodePng(picture));
  process.stdout.write(`${name}: ${picture.width} × ${picture.height}\n`);
}
