// A process of its own: fetches fonts and typesetting as a hall with a printer does, and says how long the first slip took, ms.
const begun = performance.now();
const { createRaster } = await import('#printer/raster.ts');
const { loadTypefaces } = await import('#printer/fonts.ts');
const { slipPicture } = await import('#printer/slip-picture.ts');
const { encodeSlip } = await import('#printer/escpos-bytes.ts');
const { LONGEST_SLIP } = await import('#printer/sample-slip.ts');

const raster = createRaster(await loadTypefaces());
encodeSlip(slipPicture(raster, LONGEST_SLIP, 80));
process.send?.(performance.now() - begun);
