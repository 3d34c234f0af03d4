import type { RatingFigures } from '#shared/contract/rating-views.ts';
import { language } from '#shared/page/words/language.ts';
import { ratingsWords } from './ratings-words.ts';

type Row = RatingFigures & { name: string };

/** Mean, answers and faces, a row a place. */
export function RatingTable({ title, rows }: { title: string; rows: readonly Row[] }) {
  const w = ratingsWords();
  const mean = new Intl.NumberFormat(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <table class="rating-table">
      <caption class="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.where}</th>
          <th scope="col">{w.mean}</th>
          <th scope="col">{w.count}</th>
          {w.faces.map((face) => (
            <th key={face} scope="col">
              {face}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td data-name={w.mean}>
              <b>{row.mean === null ? '–' : mean.format(row.mean)}</b>
            </td>
            <td data-name={w.count}>{row.count}</td>
            {row.faces.map((count, index) => (
              <td key={w.faces[index]} data-name={w.faces[index]}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
