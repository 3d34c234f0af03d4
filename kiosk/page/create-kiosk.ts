import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { Connection } from '#shared/page/connection.ts';
import { language } from '#shared/page/words/language.ts';
import { afterwards, FRESH, type Happening, secondsLeft, type Visit } from './screen.ts';
import { type Shown, shownScreen } from './shown-screen.ts';

/** Everything that the components read and tell. */
export type Kiosk = {
  view: ReadonlySignal<KioskView | null>;
  shown: ReadonlySignal<Shown>;
  isOnline: ReadonlySignal<boolean>;
  /** Whole seconds until the kiosk goes home, in the last stretch only. */
  secondsLeft: ReadonlySignal<number | null>;
  /** How long the house has been asked for a number, ms; 0: it is not being asked. */
  askedForMs: ReadonlySignal<number>;
  /** Whether nobody is in the middle of anything. */
  isIdle(): boolean;
  tell(happening: Happening): void;
  /** Asks the house for the number that the confirmation screen shows. Once: a second call finds another screen. */
  takeTicket(): void;
  /** Asks for the answer of a press whose answer never came. */
  askAgain(): void;
  /** Call it some times a second. */
  passTime(): void;
};

type Needs = {
  connection: Connection<'view:kiosk'>;
  newCommandId: () => string;
  /** A clock that never jumps, ms: the countdowns run by it. */
  moment: () => number;
};

/** Joins the screens to the house: touches go out as commands, answers and pictures come in. */
export function createKiosk({ connection, newCommandId, moment }: Needs): Kiosk {
  const visit = signal<Visit>(FRESH);
  const at = signal(moment());
  const offlineSince = signal<number | null>(null);
  const tell = (happening: Happening) => {
    visit.value = afterwards(visit.value, happening, moment());
  };
  const send = async () => {
    const { screen } = visit.value;
    if (screen.at !== 'sending') return;
    const { wish, commandId } = screen;
    const { services, priority } = wish;
    const spoken = language.value === 'vi' ? {} : { language: language.value };
    const input = { services: [...services], priority, ...spoken };
    const reply = await connection.send('ticket:take', input, { commandId });
    tell({ type: 'answered', commandId, reply, view: connection.view.value });
  };
  // Only the press that changes the screen sends, so that a double tap asks for one number.
  const tellAndSend = (happening: Happening) => {
    const before = visit.value;
    tell(happening);
    if (visit.value !== before) void send();
  };
  effect(() => {
    language.value = visit.value.language;
    document.documentElement.lang = visit.value.language;
  });
  connection.view.subscribe((view) => view && tell({ type: 'pictured', view }));
  connection.online.subscribe((online) => {
    offlineSince.value = online === 'online' ? null : moment();
  });

  return {
    view: connection.view,
    isOnline: computed(() => connection.online.value === 'online'),
    shown: computed(() =>
      shownScreen({
        screen: visit.value.screen,
        view: connection.view.value,
        online: connection.online.value,
        offlineForMs: offlineSince.value === null ? 0 : at.value - offlineSince.value,
      }),
    ),
    secondsLeft: computed(() => secondsLeft(visit.value.screen, at.value)),
    askedForMs: computed(() => (visit.value.screen.at === 'sending' ? at.value - visit.value.screen.since : 0)),
    isIdle: () => visit.value.screen.at === 'home' && visit.value.screen.until === null,
    tell,
    takeTicket: () => tellAndSend({ type: 'taken', commandId: newCommandId() }),
    askAgain: () => tellAndSend({ type: 'asked-again' }),
    passTime() {
      at.value = moment();
      tell({ type: 'time-passed' });
    },
  };
}
