import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { HouseState } from './house-state.ts';
import type { Office } from './office.ts';
import { peopleAhead } from './queue-discipline.ts';
import { isGivingTickets, nextNumbersFrom } from './taking.ts';

/** What a visitor sees before, at and after the touch. */
export function kioskView(
  office: Office,
  setup: Setup,
  at: number,
  { printer, diskTrouble }: Pick<HouseState, 'printer' | 'diskTrouble'>,
): KioskView {
  const open = isGivingTickets(office, setup, at);
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    open,
    nextFrom: open ? null : nextNumbersFrom(office, setup, at),
    services: setup.services.map(({ id, kind, prefix, name, short, hint, icon }) => ({
      id,
      kind,
      prefix,
      name,
      short,
      hint,
      icon,
      ahead: {
        regular: peopleAhead(office, setup, id, 'regular', at),
        priority: peopleAhead(office, setup, id, 'priority', at),
      },
      counters: setup.counters.filter(({ own }) => own.includes(id)).map((counter) => counter.id),
    })),
    priorityGroups: setup.wording.priorityGroups,
    servicesPerTicket: setup.rules.servicesPerTicket,
    outOfService: diskTrouble !== null,
    printer,
    // Without a printer there are no slips to speak of.
    slips: setup.printer === null ? [] : office.slips.map(({ ticket, outcome }) => ({ ticket, outcome })),
  };
}
