import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One picture, and what is wrong with it. `file` is null where the scene did not come about. */
export type Picture = { room: string; name: string; file: string | null; complaints: string[] };

/** Writes the page that shows all pictures, a section a room. */
export async function writePage(folder: string, pictures: readonly Picture[]): Promise<void> {
  const sorted = [...pictures].sort((a, b) => (a.file ?? a.name).localeCompare(b.file ?? b.name));
  const rooms = [...new Set(sorted.map(({ room }) => room))];
  const sections = rooms.map((room) => {
    const own = sorted.filter((picture) => picture.room === room);
    return `<section><h2>${escaped(room)} (${own.length})</h2><div>${own.map(figure).join('\n')}</div></section>`;
  });
  await writeFile(join(folder, 'index.html'), `${HEAD}${sections.join('\n')}</body></html>\n`);
}

function figure({ file, name, complaints }: Picture): string {
  const image = file ? `<a href="${file}"><img loading="lazy" src="${file}" alt=""></a>` : '';
  const list = complaints.map((one) => `<li>${escaped(one)}</li>`).join('');
  return `<figure>${image}<figcaption>${escaped(file ?? name)}${list && `<ul>${list}</ul>`}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title><style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; background: #ddd }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-end }
figure { margin: 0; max-width: 420px } img { max-width: 420px; max-height: 420px; border: 1px solid #999; display: block }
ul { color: #8c1717; padding-left: 1.2em; margin: 0.2em 0 }
</style></head><body><h1>Pictures</h1>`;
