import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { CommandAnswer } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import type { PriorityClass } from '#shared/domain/ticket.ts';
import type { Language } from '#shared/page/words/language.ts';
import { type Paper, paperOf } from './paper.ts';
import { TIMEOUTS } from './timeouts.ts';

/** What the visitor came for: services in the order of touching, and the private choice. */
export type Wish = { services: readonly [ServiceId, ...ServiceId[]]; priority: PriorityClass };

type Press = { wish: Wish; commandId: string };

/** The screens of one visit. `until` is the moment at which the kiosk goes home by itself; null: it stays. */
export type Screen =
  | { at: 'home'; until: number | null }
  | { at: 'confirm'; wish: Wish; until: number }
  | { at: 'adding'; wish: Wish; until: number }
  | (Press & { at: 'sending'; since: number; until: null })
  | { at: 'number'; wish: Wish; answer: CommandAnswer<'ticket:take'>; paper: Paper; until: number }
  | (Press & { at: 'refused'; refusal: Refusal; until: number });

export type Visit = { language: Language; screen: Screen };

/** What may happen to a visit: touches, answers, pictures, time. */
export type Happening =
  | { type: 'service-touched'; service: ServiceId }
  | { type: 'priority-switched' }
  | { type: 'further-services-wished' }
  | { type: 'further-service-switched'; service: ServiceId; most: number }
  | { type: 'taken'; commandId: string }
  | { type: 'asked-again' }
  | { type: 'answered'; commandId: string; reply: Reply<'ticket:take'>; view: KioskView | null }
  | { type: 'pictured'; view: KioskView }
  | { type: 'back' }
  | { type: 'more-time-wished' }
  | { type: 'language-switched' }
  | { type: 'time-passed' };

/** The kiosk as a stranger finds it: home, in Vietnamese. */
export const FRESH: Visit = { language: 'vi', screen: { at: 'home', until: null } };

/**
 * The whole behaviour of the kiosk's screens. What does not fit the present screen changes nothing, so a second tap is harmless.
 * @param now moment of a clock that never jumps, ms
 * @returns the same object when nothing changed
 */
export function afterwards(visit: Visit, happening: Happening, now: number): Visit {
  const { screen } = visit;
  switch (happening.type) {
    case 'service-touched': {
      if (screen.at !== 'home') return visit;
      return confirming(visit, { services: [happening.service], priority: 'regular' }, now);
    }
    case 'priority-switched': {
      if (screen.at !== 'confirm') return visit;
      const priority = screen.wish.priority === 'regular' ? 'priority' : 'regular';
      return confirming(visit, { ...screen.wish, priority }, now);
    }
    case 'further-services-wished':
      return screen.at === 'confirm' ? choosing(visit, screen.wish, now) : visit;
    case 'further-service-switched':
      if (screen.at !== 'adding') return visit;
      return choosing(visit, withSwitched(screen.wish, happening.service, happening.most), now);
    case 'taken':
      return screen.at === 'confirm' ? sending(visit, screen.wish, happening.commandId, now) : visit;
    case 'asked-again':
      // The same id: if the lost press was carried out after all, its number comes back instead of a second one.
      return screen.at === 'refused' ? sending(visit, screen.wish, screen.commandId, now) : visit;
    case 'answered':
      return answered(visit, happening, now);
    case 'pictured':
      return pictured(visit, happening.view, now);
    case 'back':
      return back(visit, now);
    case 'more-time-wished':
      return prolonged(visit, now);
    case 'language-switched':
      return prolonged({ ...visit, language: visit.language === 'vi' ? 'en' : 'vi' }, now);
    case 'time-passed':
      return screen.until !== null && now >= screen.until ? FRESH : visit;
  }
}

/** Whole seconds until the kiosk goes home; null outside the last stretch. */
export function secondsLeft({ until }: Screen, now: number): number | null {
  if (until === null || until - now > TIMEOUTS.countdown) return null;
  return Math.max(0, Math.ceil((until - now) / 1000));
}

function confirming(visit: Visit, wish: Wish, now: number): Visit {
  return { ...visit, screen: { at: 'confirm', wish, until: now + TIMEOUTS.confirm } };
}

function choosing(visit: Visit, wish: Wish, now: number): Visit {
  return { ...visit, screen: { at: 'adding', wish, until: now + TIMEOUTS.confirm } };
}

function sending(visit: Visit, wish: Wish, commandId: string, now: number): Visit {
  return { ...visit, screen: { at: 'sending', wish, commandId, since: now, until: null } };
}

/** The first service is what the visit was begun with; it stays. */
function withSwitched(wish: Wish, service: ServiceId, most: number): Wish {
  const [first, ...further] = wish.services;
  if (service === first) return wish;
  if (further.includes(service)) return { ...wish, services: [first, ...further.filter((one) => one !== service)] };
  return wish.services.length < most ? { ...wish, services: [first, ...further, service] } : wish;
}

function answered(visit: Visit, happening: Happening & { type: 'answered' }, now: number): Visit {
  const { screen } = visit;
  const { commandId, reply, view } = happening;
  if (screen.at !== 'sending' || screen.commandId !== commandId) return visit;
  const { wish } = screen;
  if (!reply.ok) {
    const until = now + TIMEOUTS.refused;
    return { ...visit, screen: { at: 'refused', wish, commandId, refusal: reply.refusal, until } };
  }
  const paper = view ? paperOf(view, reply.answer.ticket) : 'printing';
  const until = now + TIMEOUTS.number[paper];
  return { ...visit, screen: { at: 'number', wish, answer: reply.answer, paper, until } };
}

function pictured(visit: Visit, view: KioskView, now: number): Visit {
  const { screen } = visit;
  if (screen.at === 'confirm' || screen.at === 'adding') {
    // The office took a service off its list while somebody was choosing it.
    const offered = new Set(view.services.map((service) => service.id));
    return screen.wish.services.every((id) => offered.has(id)) ? visit : FRESH;
  }
  // A slip in the hand stays in the hand, whatever becomes of the printer.
  if (screen.at !== 'number' || screen.paper === 'printed') return visit;
  const paper = paperOf(view, screen.answer.ticket);
  return paper === screen.paper
    ? visit
    : { ...visit, screen: { ...screen, paper, until: now + TIMEOUTS.number[paper] } };
}

function back(visit: Visit, now: number): Visit {
  switch (visit.screen.at) {
    case 'adding':
      return confirming(visit, visit.screen.wish, now);
    case 'confirm':
      // Still the same person: the language chosen stays for the next touch.
      return { ...visit, screen: { at: 'home', until: visit.language === 'vi' ? null : now + TIMEOUTS.language } };
    case 'number':
    case 'refused':
      return FRESH;
    case 'home':
    case 'sending':
      return visit;
  }
}

function prolonged(visit: Visit, now: number): Visit {
  const { screen, language } = visit;
  switch (screen.at) {
    case 'home':
      return { ...visit, screen: { at: 'home', until: language === 'vi' ? null : now + TIMEOUTS.language } };
    case 'confirm':
    case 'adding':
      return { ...visit, screen: { ...screen, until: now + TIMEOUTS.confirm } };
    case 'number':
      return { ...visit, screen: { ...screen, until: now + TIMEOUTS.number[screen.paper] } };
    case 'refused':
      return { ...visit, screen: { ...screen, until: now + TIMEOUTS.refused } };
    case 'sending':
      return visit;
  }
}
