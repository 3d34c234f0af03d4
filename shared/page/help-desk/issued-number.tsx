import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ServiceId } from '#shared/domain/ids.ts';
import { ReprintButton } from './found-number.tsx';
import type { HelpDesk, Issued } from './help-desk.ts';
import { helpDeskWords } from './help-desk-words.ts';
import type { DeskService } from './issue-number.tsx';

type Props = { desk: HelpDesk; issued: Issued; services: readonly DeskService[] };

/** The number that was just given out, as large as it is read out, and whether its slip came. */
export function IssuedNumber({ desk, issued, services }: Props) {
  const w = helpDeskWords();
  const { ticket, number, ahead, slip } = issued;
  const card = useRef<HTMLDivElement>(null);
  // It may stand above what can be seen of a small page or question.
  useLayoutEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [ticket]);
  return (
    <div class="desk-issued" ref={card}>
      <p>{w.issued}</p>
      <p class="desk-big">{number}</p>
      <p>{`${namesOf(issued.services, services)}. ${w.ahead(ahead)}`}</p>
      <p class="desk-slip" data-slip={slip}>
        {w.slip[slip]}
      </p>
      {(slip === 'refused' || slip === 'unknown') && <ReprintButton desk={desk} ticket={ticket} number={number} />}
    </div>
  );
}

/** Services as people say them, in the order of the visit. */
export function namesOf(ids: readonly ServiceId[], services: readonly DeskService[]): string {
  return ids.map((id) => services.find((service) => service.id === id)?.short ?? id).join(' → ');
}
