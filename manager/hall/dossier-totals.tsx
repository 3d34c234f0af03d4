import type { DossierTally } from '#shared/domain/dossiers.ts';
import { createWords } from '#shared/page/words/language.ts';

const words = createWords<{ title: string; names: Record<keyof DossierTally, string> }>({
  vi: {
    title: 'Hồ sơ hôm nay',
    names: {
      all: 'Tổng số',
      'same-day': 'Trả trong ngày',
      appointment: 'Hẹn trả',
      post: 'Qua bưu điện',
      direct: 'Nộp trực tiếp',
      online: 'Nộp trực tuyến',
    },
  },
  en: {
    title: 'Dossiers today',
    names: {
      all: 'All',
      'same-day': 'Same day',
      appointment: 'Appointment slip',
      post: 'By post',
      direct: 'Handed in here',
      online: 'Sent in online',
    },
  },
});

/** What the office reports each quarter: all, how each is handed over, and how each came in. Each of the two adds up to all. */
const GROUPS: readonly (readonly (keyof DossierTally)[])[] = [
  ['all'],
  ['same-day', 'appointment', 'post'],
  ['direct', 'online'],
];

/** What came of the visits of today, counted by the clerks. */
export function DossierTotals({ dossiers }: { dossiers: DossierTally }) {
  const { title, names } = words();
  return (
    <section class="card dossiers" aria-labelledby="dossiers-heading">
      <h2 id="dossiers-heading">{title}</h2>
      {GROUPS.map((group) => (
        <dl key={group[0]} class="dossier-group">
          {group.map((name) => (
            <div key={name} data-dossiers={name}>
              <dt>{names[name]}</dt>
              <dd>{dossiers[name]}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}
