import { alike, figuresOf } from '#server/ratings/ratings-view.ts';
import { FACES, type RatingCount } from '#shared/domain/rating.ts';
import type { Setup } from '#shared/domain/setup.ts';

/** For the report of the day: how content visitors were, by counter and service. Never why: that is the manager's alone. [V4] */
export function ratingLines(rows: readonly RatingCount[], { services }: Pick<Setup, 'services'>): string {
  if (rows.length === 0) return '';
  const name = (id: string) => services.find((one) => one.id === id)?.name ?? { vi: id, en: id };
  const lines = [
    'ĐÁNH GIÁ / RATINGS (1-5)',
    `Tổng / Total: ${figures(rows)}`,
    ...alike(rows, ({ counter }) => counter)
      .sort(([a], [b]) => a - b)
      .map(([counter, own]) => `Quầy / Counter ${counter}: ${figures(own)}`),
    ...alike(rows, ({ service }) => service).flatMap(([service, own]) => [
      `${name(service).vi} / ${name(service).en}`,
      `   ${figures(own)}`,
    ]),
  ];
  return `\r\n${lines.join('\r\n')}\r\n`;
}

function figures(rows: readonly RatingCount[]): string {
  const { mean, count, faces } = figuresOf(rows);
  const each = FACES.map((face, index) => `${face}: ${faces[index]}`).join('   ');
  return `${mean?.toFixed(2) ?? '–'}   (${count})   ${each}`;
}
