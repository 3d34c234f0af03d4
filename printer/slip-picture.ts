import type { Bitmap } from './bitmap.ts';
import { loadTypefaces } from './fonts.ts';
import type { PaperWidthMm } from './paper-layouts.ts';
import { encodePng } from './png.ts';
import { createRaster, type Raster } from './raster.ts';
import { layOutSlip, type SlipContent } from './slip.ts';

/** The dots of a slip: the very ones that are sent to the printer. The same content gives the same dots. */
export function slipPicture(raster: Raster, content: SlipContent, widthMm: PaperWidthMm): Bitmap {
  return raster.paint(layOutSlip(content, raster.measure, widthMm));
}

/** A PNG file of a slip as it would come out of the printer, dot for dot. */
export type SlipPreview = (content: SlipContent, widthMm: PaperWidthMm) => Uint8Array;

/** Reads the fonts once, for as many previews as are asked for. Rejects when a font is missing. */
export async function createSlipPreview(): Promise<SlipPreview> {
  const raster = createRaster(await loadTypefaces());
  return (content, widthMm) => encodePng(slipPicture(raster, content, widthMm));
}
