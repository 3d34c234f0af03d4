import type { StartView } from '#shared/contract/views.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Office } from './office.ts';
import { isExtended, isGivingTickets, nextNumbersFrom } from './taking.ts';

/** For the page from which the others open. @param house what the office does not know of itself */
export function startView(
  office: Office,
  setup: Setup,
  at: number,
  house: Pick<StartView, 'mayExtend' | 'papers'>,
): StartView {
  const open = isGivingTickets(office, setup, at);
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    open,
    nextFrom: open ? null : nextNumbersFrom(office, setup, at),
    extendedUntil: isExtended(office, at) ? (office.extended.at(-1)?.until ?? null) : null,
    ...house,
  };
}
