import type { DoorView } from '#shared/contract/access-views.ts';
import type { AccessRequestName, RequestAnswer, RequestInput } from '#shared/contract/office-requests.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { PageRole } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';
import { isItsPage, isPlace, placeOf } from './device-place.ts';
import type { AccessStore, Clerk, Device, Session } from './ports.ts';
import { hashSecret, hashToken, isSecret, newCode, newId, newToken } from './secrets.ts';
import { Sessions } from './sessions.ts';
import { TryCounter } from './tries.ts';

/** A page that comes to the door, with what it says and where it comes from. */
export type Arrival = {
  role: PageRole;
  counter: CounterId | null;
  /** Of a display that was opened for a part of the hall. */
  zone?: ZoneId | null;
  device: string | null;
  session: string | null;
  /** On the server's own PC. */
  isLocal: boolean;
  address: string;
};

/** Who is at the other end. Settled at the door; nothing a page sends later changes it. */
export type Who = {
  role: PageRole | 'door';
  /** What it wants to be, and at the door is not yet. */
  wants: PageRole;
  /** The counter of its page, or the one above which it hangs. */
  counter: CounterId | null;
  /** The part of the hall that this display is for; null: all of it. */
  zone: ZoneId | null;
  /** The counter to which its machine belongs; null for a machine that may choose. */
  pairedFor: CounterId | null;
  /** The machine: the id of a paired one, or `local`. Null for whoever is not paired. */
  place: string | null;
  /** Of the manager or clerk who is signed in. */
  session: string | null;
  address: string;
  needs: DoorView['needs'] | null;
  /** What a machine shows that wants to be paired. */
  code: string | null;
  knockedAt: number;
};

/** Everything that pictures of access are made of. */
export type Known = { clerks: readonly Clerk[]; devices: readonly Device[]; sessions: readonly Session[] };

/** Pages that have to go because of what was decided. */
export type Effects = {
  /** Shows out every page that matches. */
  showOut(isMeant: (who: Who) => boolean): void;
  /** Hands the machine that shows this code its token. False: it is gone. */
  handToken(code: string, token: string): boolean;
};

type Answer<N extends AccessRequestName> = Promise<RequestAnswer<N> | Refusal>;
type Parts = {
  store: AccessStore;
  /** ms that only ever run forward. */
  ticks: () => number;
  /** ms UTC. */
  now: () => number;
  effects: Effects;
  /** The manager's page on the server's own PC needs no password: for a demonstration, whose folder is thrown away. */
  isOpenHere?: boolean;
};
const SHORTEST_PASSWORD = 10;

/** Who may come in, and as what: machines by pairing, people by password and PIN. */
export class Access {
  private readonly parts: Parts;
  private readonly sessions: Sessions;
  private readonly tries: TryCounter;

  constructor(parts: Parts) {
    this.parts = parts;
    this.sessions = new Sessions(parts.store, parts.ticks);
    this.tries = new TryCounter(parts.ticks);
  }

  /** Lets a page in, or leaves it at the door with what it needs; a refusal where there is no door for it. */
  admit(arrival: Arrival): Who | Refusal {
    const { role, address } = arrival;
    const who: Who = {
      role,
      wants: role,
      counter: arrival.counter,
      zone: arrival.zone ?? null,
      pairedFor: null,
      place: arrival.isLocal ? 'local' : null,
      session: null,
      address,
      needs: null,
      code: null,
      knockedAt: this.parts.now(),
    };
    if (role === 'phone') return who;
    if (role === 'start') return arrival.isLocal ? who : 'not-allowed';
    const device = arrival.isLocal ? null : this.deviceOf(arrival);
    if (!arrival.isLocal && !device) return atDoor({ ...who, code: newCode() }, 'pairing');
    if (device) Object.assign(who, { place: device.id, ...placeOf(device, who) });
    if (role === 'manager') return this.admitManager(who, arrival.session);
    if (role === 'counter' && who.counter !== null) return this.admitClerk(who, arrival.session);
    return who;
  }

  /** Whether a page that is in may still be; sessions run out. */
  mayStay(who: Who): boolean {
    return who.session === null || !this.sessions.isOver(who.session);
  }

  /** Whose presses these are, for the journal. */
  handOf({ session, place }: Who): { clerk: string | null; device: string | null } {
    return { clerk: this.sessions.clerkOf(session), device: place };
  }

  /** Somebody pressed something on this page. */
  used(who: Who) {
    if (who.session !== null) this.sessions.use(who.session);
  }

  /** Shows out whoever's session has run out; to be called now and then. */
  sweep() {
    this.sessions.sweep();
    this.parts.effects.showOut((who) => !this.mayStay(who));
  }

  hasPassword(): boolean {
    return this.parts.store.managerHash() !== null;
  }

  /** Who may sign in, machines that may come in, and who is signed in now. */
  known(): Known {
    const { store } = this.parts;
    return { clerks: store.clerks(), devices: store.devices(), sessions: this.sessions.all() };
  }

  /** Carries a request out that passed the door. */
  async ask<N extends AccessRequestName>(who: Who, name: N, input: RequestInput<N>): Answer<N> {
    const answers: { [K in AccessRequestName]: (input: RequestInput<K>) => Promise<RequestAnswer<K> | Refusal> } = {
      'manager:set-password': (said) => this.setPassword(who, said),
      'manager:sign-in': (said) => this.signInManager(who, said),
      'manager:change-password': (said) => this.changePassword(who, said),
      'clerk:sign-in': (said) => this.signInClerk(who, said),
      'session:end': () => this.endSession(who),
      'device:pair': (said) => this.pair(who, said),
      'device:revoke': (said) => this.revoke(said),
      'clerk:add': (said) => this.addClerk(said),
      'clerk:set-pin': (said) => this.setPin(said),
      'clerk:remove': (said) => this.removeClerk(said),
    };
    return await answers[name](input);
  }

  private deviceOf({ device, role, counter }: Arrival): Device | null {
    const hash = device === null ? null : hashToken(device);
    const known = this.parts.store.devices().find(({ tokenHash }) => tokenHash === hash);
    return known && isItsPage(known, role, counter) ? known : null;
  }

  private admitManager(who: Who, token: string | null): Who {
    if (this.parts.isOpenHere && who.place === 'local') return who;
    if (!this.hasPassword()) return atDoor(who, 'new-password');
    const session = this.sessions.find(token, who.place ?? '');
    return session?.kind === 'manager' ? { ...who, session: session.tokenHash } : atDoor(who, 'password');
  }

  /** As long as the office has named no clerks, a counter's page needs nobody to sign in. */
  private admitClerk(who: Who, token: string | null): Who {
    if (this.parts.store.clerks().length === 0) return who;
    const session = this.sessions.find(token, who.place ?? '');
    const isHere = session?.kind === 'clerk' && session.counter === who.counter;
    return isHere ? { ...who, session: session.tokenHash } : atDoor(who, 'clerk');
  }

  private async setPassword(
    who: Who,
    { password }: RequestInput<'manager:set-password'>,
  ): Answer<'manager:set-password'> {
    // Only on the server's own PC: else the first stranger on the network would be the manager.
    if (who.needs !== 'new-password' || who.place !== 'local' || this.hasPassword()) return 'not-allowed';
    if (password.length < SHORTEST_PASSWORD) return 'weak-password';
    const hash = await hashSecret(password);
    // Another page may have been quicker while this one was being hashed.
    if (this.hasPassword()) return 'not-allowed';
    this.parts.store.keepManagerHash(hash);
    return this.beginManager(who);
  }

  private async signInManager(who: Who, { password }: RequestInput<'manager:sign-in'>): Answer<'manager:sign-in'> {
    if (who.needs !== 'password') return 'not-allowed';
    const refusal = await this.tryPassword(who, password);
    return refusal ?? this.beginManager(who);
  }

  private async changePassword(
    who: Who,
    { old, password }: RequestInput<'manager:change-password'>,
  ): Answer<'manager:change-password'> {
    if (password.length < SHORTEST_PASSWORD) return 'weak-password';
    const refusal = await this.tryPassword(who, old);
    if (refusal) return refusal;
    this.parts.store.keepManagerHash(await hashSecret(password));
    this.sessions.endWhere(({ kind, tokenHash }) => kind === 'manager' && tokenHash !== who.session);
    this.sweep();
    return {};
  }

  private async tryPassword(who: Who, password: string): Promise<Refusal | null> {
    const key = `manager@${who.place ?? who.address}`;
    if (!this.tries.begin(key)) return 'wait-before-trying';
    if (!(await isSecret(password, this.parts.store.managerHash()))) return 'wrong-password';
    this.tries.succeed(key);
    return null;
  }

  private beginManager({ place }: Who): { session: string } {
    const beganAt = this.parts.now();
    return {
      session: this.sessions.begin({ kind: 'manager', clerk: null, counter: null, place: place ?? '', beganAt }),
    };
  }

  private async signInClerk(
    who: Who,
    { clerk: id, pin, takeOver }: RequestInput<'clerk:sign-in'>,
  ): Answer<'clerk:sign-in'> {
    if (who.needs !== 'clerk' || who.counter === null) return 'not-allowed';
    const clerk = this.parts.store.clerks().find((one) => one.id === id);
    // All made-up names count as one: ten thousand of them must not push the count of a real one out of memory.
    const key = `${clerk?.id ?? ''}@${who.place}`;
    if (!this.tries.begin(key)) return 'wait-before-trying';
    if (!(await isSecret(pin, clerk?.pinHash ?? null))) return 'wrong-pin';
    this.tries.succeed(key);
    const isElsewhere = this.sessions.all().some((one) => one.clerk === id && one.counter !== who.counter);
    if (isElsewhere && !takeOver) return 'in-use-elsewhere';
    this.sessions.endWhere((one) => one.clerk === id);
    this.sweep();
    const { place, counter } = who;
    const beganAt = this.parts.now();
    return { session: this.sessions.begin({ kind: 'clerk', clerk: id, counter, place: place ?? '', beganAt }) };
  }

  private async endSession(who: Who): Answer<'session:end'> {
    if (who.session !== null) this.sessions.end(who.session);
    this.sweep();
    return {};
  }

  private async pair({ place }: Who, said: RequestInput<'device:pair'>): Answer<'device:pair'> {
    const { code, role, counter, zone = null, name } = said;
    const key = `pair@${place}`;
    if (!this.tries.begin(key)) return 'wait-before-trying';
    if (!isPlace(role, counter, zone)) return 'not-understood';
    const { store, effects, now } = this.parts;
    if (store.devices().some((one) => one.name === name)) return 'name-taken';
    const token = newToken();
    const device = { id: newId(), name, role, counter, zone, tokenHash: hashToken(token), pairedAt: now() };
    // Kept first: a machine that has its token must be known, also after a power cut.
    store.keepDevice(device);
    if (!effects.handToken(code, token)) {
      store.dropDevice(device.id);
      return 'no-such-code';
    }
    this.tries.succeed(key);
    return {};
  }

  private async revoke({ device: id }: RequestInput<'device:revoke'>): Answer<'device:revoke'> {
    const { store, effects } = this.parts;
    if (!store.devices().some((one) => one.id === id)) return 'no-such-device';
    store.dropDevice(id);
    this.sessions.endWhere(({ place }) => place === id);
    effects.showOut(({ place }) => place === id);
    return {};
  }

  private async addClerk({ name, pin }: RequestInput<'clerk:add'>): Answer<'clerk:add'> {
    const { store } = this.parts;
    if (store.clerks().some((one) => one.name === name)) return 'name-taken';
    const isFirst = store.clerks().length === 0;
    store.keepClerk({ id: newId(), name, pinHash: await hashSecret(pin) });
    // From now on somebody has to sign in at every counter.
    if (isFirst) this.parts.effects.showOut((who) => who.role === 'counter' && who.session === null);
    return {};
  }

  private async setPin({ clerk: id, pin }: RequestInput<'clerk:set-pin'>): Answer<'clerk:set-pin'> {
    const clerk = this.parts.store.clerks().find((one) => one.id === id);
    if (!clerk) return 'no-such-clerk';
    this.parts.store.keepClerk({ ...clerk, pinHash: await hashSecret(pin) });
    this.signOutClerk(id);
    return {};
  }

  private async removeClerk({ clerk: id }: RequestInput<'clerk:remove'>): Answer<'clerk:remove'> {
    if (!this.parts.store.clerks().some((one) => one.id === id)) return 'no-such-clerk';
    this.parts.store.dropClerk(id);
    this.signOutClerk(id);
    return {};
  }

  private signOutClerk(id: string) {
    this.sessions.endWhere(({ clerk }) => clerk === id);
    this.sweep();
  }
}

function atDoor(who: Who, needs: DoorView['needs']): Who {
  return { ...who, role: 'door', needs };
}
