import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';

/** The weights of Be Vietnam Pro that stand on a slip. Below medium a stroke is thinner than the print head draws evenly. */
export const WEIGHTS = ['medium', 'semibold', 'bold', 'extrabold'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One glyph of a shaped text; all lengths in font units. */
export type ShapedGlyph = { glyph: number; xAdvance: number; xOffset: number; yOffset: number };

/** One stroke of an outline as SVG names it (M, L, Q, C, Z); font units, y grows upwards. */
export type OutlineCommand = { type: string; values: number[] };

export type Typeface = {
  unitsPerEm: number;
  shape: (text: string) => ShapedGlyph[];
  outline: (glyph: number) => OutlineCommand[];
};
export type Typefaces = Record<Weight, Typeface>;

const FONT_FILES: Record<Weight, string> = {
  medium: '500Medium/BeVietnamPro_500Medium.ttf',
  semibold: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  extrabold: '800ExtraBold/BeVietnamPro_800ExtraBold.ttf',
};

/** Reads the fonts of the slip from the installed package. Throws when a file is missing. */
export async function loadTypefaces(): Promise<Typefaces> {
  const [medium, semibold, bold, extrabold] = await Promise.all([
    loadTypeface('medium'),
    loadTypeface('semibold'),
    loadTypeface('bold'),
    loadTypeface('extrabold'),
  ]);
  return { medium, semibold, bold, extrabold };
}

async function loadTypeface(weight: Weight): Promise<Typeface> {
  // Found as Node finds any package file, so that hoisting and Windows paths are Node's business.
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${FONT_FILES[weight]}`);
  const face = new Face(new Blob(await readFile(path)));
  const font = new Font(face);
  // One buffer for all texts: each new one is WASM memory that is only given back when the collector gets round to it.
  const buffer = new Buffer();
  return {
    unitsPerEm: face.upem,
    shape: (text) => shapeWith(font, buffer, text),
    outline: (glyph) => font.glyphToJson(glyph),
  };
}

function shapeWith(font: Font, buffer: Buffer, text: string): ShapedGlyph[] {
  buffer.reset();
  buffer.addText(text);
  buffer.setLanguage('vi');
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map((info, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    return { glyph: info.codepoint, xAdvance, xOffset, yOffset };
  });
}
