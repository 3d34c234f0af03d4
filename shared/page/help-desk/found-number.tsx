import { useState } from 'preact/hooks';
import { wallClock } from '#shared/domain/business-day.ts';
import { PressButton } from '#shared/page/press-button.tsx';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { CancelNumber } from './cancel-number.tsx';
import { factWords, isToldFact } from './fact-words.ts';
import { foundSentence } from './found-sentence.ts';
import { type Found, findButton, type HelpDesk, type Issued, reprintButton } from './help-desk.ts';
import { helpDeskWords } from './help-desk-words.ts';
import type { DeskService } from './issue-number.tsx';
import { slipNow } from './slip-now.ts';

type Props = { desk: HelpDesk; found: Found; services: readonly DeskService[]; timeZone: string };

/** Whoever stands in no hall, and at no counter, may be cancelled; who is called or served is that counter's affair. */
const MAY_BE_CANCELLED: readonly Found['state'][] = ['waiting', 'parked', 'absent'];

/** Where a number is, what becomes of its slip, and what happened to it today. */
export function FoundNumber({ desk, found, services, timeZone }: Props) {
  const [isCancelling, setCancelling] = useState(false);
  const w = helpDeskWords();
  const { number, service, state, noReprint } = found;
  const short = services.find(({ id }) => id === service)?.short ?? service;
  const mayCancel = MAY_BE_CANCELLED.includes(state);
  return (
    <div class="desk-found" data-state={state}>
      <p>
        <b class="desk-number">{number}</b> <span>{short}</span>
      </p>
      <p class="desk-where">{foundSentence(found)}</p>
      <p class="desk-soft">{w.askedAt(wallClock(found.at, timeZone).text)}</p>
      {state !== 'closed' && <p data-slip={slipNow(found)}>{w.slip[slipNow(found)]}</p>}
      {noReprint !== null && noReprint !== 'slip-under-way' && noReprint !== 'no-printer' && (
        <p>
          {w.noReprint} {refusalWords()[noReprint]}
        </p>
      )}
      {isCancelling && mayCancel ? (
        <CancelNumber desk={desk} found={found} leave={() => setCancelling(false)} />
      ) : (
        <div class="desk-buttons">
          <PressButton
            presses={desk}
            name={findButton(number)}
            look="secondary"
            label={w.askAgain}
            press={() => desk.find(number)}
          />
          {noReprint === null && <ReprintButton desk={desk} ticket={found.ticket} number={number} />}
          {mayCancel && (
            <button type="button" class="secondary" onClick={() => setCancelling(true)}>
              {w.cancel}
            </button>
          )}
        </div>
      )}
      <History found={found} timeZone={timeZone} />
    </div>
  );
}

/** One more paper of a number, asked for beside it. */
export function ReprintButton({ desk, ticket, number }: { desk: HelpDesk } & Pick<Issued, 'ticket' | 'number'>) {
  return (
    <PressButton
      presses={desk}
      name={reprintButton(ticket)}
      look="secondary"
      label={helpDeskWords().reprint}
      press={() => desk.reprint(ticket, number)}
    />
  );
}

function History({ found, timeZone }: { found: Found; timeZone: string }) {
  const w = helpDeskWords();
  const facts = factWords();
  return (
    <>
      <h4>{w.history}</h4>
      <ol class="desk-history">
        {found.history.map(({ at, what, counter, reason }, index) => {
          if (!isToldFact(what)) return null;
          const where = counter === null ? '' : ` · ${w.counter(counter)}`;
          // What a printer answers is for whoever looks after it.
          const why = reason === null || what.startsWith('slip-') ? '' : `: ${reason}`;
          return (
            // Facts are only ever added behind these.
            <li key={index}>
              <time>{wallClock(at, timeZone).text}</time> <span>{`${facts[what]}${where}${why}`}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
