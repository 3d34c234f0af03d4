import { batch, computed, signal } from '@preact/signals';
import type { FoundHall, NoHall, SetupBridge, SetupPicture } from '#kiosk/bridge.ts';

export type Role = NonNullable<SetupPicture['role']>;
export const ROLES = ['all-in-one', 'kiosk', 'tv', 'counter'] as const satisfies Role[];

/** One question a screen. */
export type Step = 'role' | 'hall' | 'pin' | 'ready';

/** The hall of an all-in-one PC is on it; a clerk's window is closed like any other, without a PIN. */
const STEPS: Record<Role, readonly Step[]> = {
  'all-in-one': ['role', 'pin', 'ready'],
  kiosk: ['role', 'hall', 'pin', 'ready'],
  tv: ['role', 'hall', 'pin', 'ready'],
  counter: ['role', 'hall', 'ready'],
};

/** Looked at again after this: a server that was only now switched on appears by itself. */
const LISTEN_AGAIN_MS = 4_000;

/** What the first-run page knows and does. The answers go over together, at the end: until then nothing on the PC changes. */
export type Setup = ReturnType<typeof createSetup>;

export function createSetup(bridge: SetupBridge) {
  const picture = signal<SetupPicture | null>(null);
  const role = signal<Role | null>(null);
  const step = signal<Step>('role');
  const autostart = signal(true);
  const exitPin = signal<string | null>(null);
  const fault = signal(false);
  const steps = computed(() => (role.value ? STEPS[role.value] : STEPS.kiosk));
  const hall = createHallChoice(bridge);

  const go = (by: 1 | -1) => {
    const next = steps.value[steps.value.indexOf(step.value) + by];
    if (!next) return;
    hall.forget();
    step.value = next;
  };

  void bridge.picture().then((known) => {
    batch(() => {
      picture.value = known;
      autostart.value = known.autostart;
      hall.keep(known);
    });
  });

  return {
    ...{ picture, role, step, steps, autostart, fault, hall },
    next: () => go(1),
    back: () => go(-1),
    chooseRole(chosen: Role) {
      batch(() => {
        role.value = chosen;
        // A clerk's PC is his own: the window comes by itself only where he wants it.
        autostart.value = picture.value?.role === chosen ? picture.value.autostart : chosen !== 'counter';
        go(1);
      });
    },
    chooseHall(found: FoundHall) {
      batch(() => {
        hall.chosen.value = found;
        go(1);
      });
    },
    /** null: the PIN that is kept stays. */
    choosePin(pin: string | null) {
      batch(() => {
        exitPin.value = pin;
        go(1);
      });
    },
    async finish() {
      if (!role.value) return;
      const found = role.value === 'all-in-one' ? null : hall.chosen.value;
      const isDone = await bridge.finish({
        role: role.value,
        server: found?.server ?? null,
        fingerprint: found?.fingerprint ?? null,
        autostart: autostart.value,
        exitPin: role.value === 'counter' ? null : exitPin.value,
      });
      // Done, this page goes by itself.
      fault.value = !isDone;
    },
    cancel: () => bridge.cancel(),
  };
}

/** Finding the hall: those that are heard, and whoever is at what was typed, until somebody says that it is the one. */
function createHallChoice(bridge: SetupBridge) {
  const heard = signal<FoundHall[]>([]);
  const address = signal('');
  const isLooking = signal(false);
  const trouble = signal<NoHall | null>(null);
  /** Somebody is there; whether it is the right one is not yet said. */
  const met = signal<FoundHall | null>(null);
  const chosen = signal<FoundHall | null>(null);
  return {
    ...{ heard, address, isLooking, trouble, met, chosen },
    /** Listens for as long as the question stands; gives what ends it. */
    listen() {
      let isOver = false;
      const again = async () => {
        const halls = await bridge.halls();
        if (isOver) return;
        heard.value = halls;
        setTimeout(() => !isOver && void again(), LISTEN_AGAIN_MS);
      };
      void again();
      return () => {
        isOver = true;
      };
    },
    write(text: string) {
      batch(() => {
        address.value = text;
        trouble.value = null;
      });
    },
    async look() {
      const text = address.value.trim();
      if (!text || isLooking.value) return;
      isLooking.value = true;
      const found = await bridge.look(text);
      batch(() => {
        isLooking.value = false;
        // Somebody typed on: this answers another question.
        if (address.value.trim() !== text) return;
        if (typeof found === 'string') trouble.value = found;
        else met.value = found;
      });
    },
    /** Back to the question. */
    forget() {
      met.value = null;
    },
    /** What this PC knew before. */
    keep({ server, fingerprint }: SetupPicture) {
      if (server) chosen.value = { name: '', server, fingerprint, isProved: true };
    },
  };
}
