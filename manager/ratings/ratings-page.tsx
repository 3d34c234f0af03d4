import type { ReadonlySignal } from '@preact/signals';
import type { Choosing } from '#manager/choosing.ts';
import type { Oversight } from '#manager/oversight.ts';
import { Sheet } from '#manager/sheet.tsx';
import type { RatingsView } from '#shared/contract/rating-views.ts';
import { Notice } from '#shared/page/notice.tsx';
import { inLanguage } from '#shared/page/words/language.ts';
import { AskingCard } from './rating-choice-card.tsx';
import { RatingTable } from './rating-table.tsx';
import { ratingsWords } from './ratings-words.ts';

type Props = { oversight: Oversight; choosing: Choosing; ratings: ReadonlySignal<RatingsView | null> };

/** How content visitors were today, what they complained of, and where they are asked. */
export function RatingsPage({ oversight, choosing, ratings }: Props) {
  const w = ratingsWords();
  const hall = oversight.view.value;
  const view = ratings.value;
  return (
    <Sheet title={w.title} oversight={oversight} above={<Notice notice={choosing.notice} />}>
      {hall && view && (
        <>
          <TodayCard view={view} />
          <ComplaintsCard view={view} />
          <AskingCard choosing={choosing} view={view} />
        </>
      )}
    </Sheet>
  );
}

function TodayCard({ view }: { view: RatingsView }) {
  const w = ratingsWords();
  return (
    <section class="card ratings" aria-labelledby="ratings-heading">
      <h2 id="ratings-heading">{w.today}</h2>
      {view.all.count === 0 ? (
        <p>{w.nobody}</p>
      ) : (
        <>
          <RatingTable title={w.all} rows={[{ name: w.all, ...view.all }]} />
          <RatingTable
            title={w.byCounter}
            rows={view.byCounter.map((row) => ({ name: w.counter(row.counter), ...row }))}
          />
          <RatingTable
            title={w.byService}
            rows={view.byService.map((row) => ({ name: inLanguage(row.service), ...row }))}
          />
          <Reasons view={view} />
        </>
      )}
    </section>
  );
}

function Reasons({ view }: { view: RatingsView }) {
  const w = ratingsWords();
  if (view.reasons.length === 0) return null;
  return (
    <>
      <h3>{w.reasons}</h3>
      <ul class="rating-reasons">
        {view.reasons.map(({ name, count }) => (
          <li key={name.vi}>
            {inLanguage(name)}: <b>{count}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function ComplaintsCard({ view }: { view: RatingsView }) {
  const w = ratingsWords();
  return (
    <section class="card complaints" aria-labelledby="complaints-heading">
      <h2 id="complaints-heading">{w.complaints}</h2>
      <p>{w.onlyHere}</p>
      {view.complaints.length === 0 ? (
        <p>{w.noComplaints}</p>
      ) : (
        <ul>
          {view.complaints.map(({ day, hour, counter, service, reasons, count }) => (
            <li key={`${day} ${hour} ${counter} ${service.vi} ${reasons.map(({ vi }) => vi).join()}`}>
              <b>
                {w.at(day.split('-').toReversed().join('/'), hour)} · {w.counter(counter)} · {inLanguage(service)}
              </b>
              {count > 1 && ` · ${w.times(count)}`}
              <br />
              {reasons.map(inLanguage).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
