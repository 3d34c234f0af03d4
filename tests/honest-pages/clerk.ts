import { isDeepStrictEqual } from 'node:util';
import { createDesk, type Desk } from '#counter/desk/desk.ts';
import type { DeskAction } from '#counter/desk/desk-action.ts';
import { mayPress } from '#counter/desk/may-press.ts';
import { listenToKeys } from '#counter/keys/keyboard.ts';
import { createOwnKeys } from '#counter/keys/own-keys.ts';
import type { MessageName } from '#shared/contract/messages.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { type Dossiers, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import { serverNow } from '#shared/page/clock.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createKeptPresses } from '#shared/page/kept-presses.ts';
import { type NodePage, openPage } from '#tests/faults/page-in-node.ts';
import { FaultyLine } from '#tests/faults/proxy.ts';
import { answerQuestion } from './answer-question.ts';
import { Locks, newMemory } from './browser-beside.ts';
import { keyEvent } from './key.ts';
import { comes, Lie } from './lie.ts';
import { pageDate, withoutWaiting } from './page-time.ts';

/** Which part of the page made a press; each waits for its own presses alone. */
type Part = 'desk' | 'help' | 'help desk';

/** A press as the page made it. `left`: its page went before it was answered. `unanswered`: the page was told that nobody answers. */
export type Told = {
  clerk: Clerk;
  /** Which of all pages of this machine, in the order in which they were opened. */
  page: number;
  name: MessageName;
  input: { dossiers?: Dossiers };
  commandId: string | undefined;
  part: Part;
  /** By how many pages in turn. */
  asks: number;
  outcome: 'under way' | 'left' | 'unanswered' | Reply;
  answered: Promise<unknown>;
};

/** What the cable is like. `silent`: nothing arrives in some way, and nobody is told. `broken`: cut, and nobody is let in. */
export type LineState = 'whole' | 'silent' | 'broken';

/** One page of the counter: all of it but the screen. */
type Page = { line: NodePage<'view:counter'>; desk: Desk; keys: EventTarget; close(): void };

/** The machine of a counter: one browser, in which the counter's page may be open twice, and all that its pages were ever told. */
export class Machine {
  readonly id: CounterId;
  readonly memory = newMemory();
  readonly locks = new Locks();
  readonly told: Told[] = [];
  /** How many presses of an earlier page its pages have said they are not sure of. */
  unsure = 0;
  /** A press that one page asked again although another one still waited for its answer. */
  askedByTwo: MessageName | null = null;
  pages = 0;

  constructor(id: CounterId) {
    this.id = id;
  }
}

/** A clerk before a page of a counter, with a cable of its own to the hall. */
export class Clerk {
  readonly id: CounterId;
  readonly machine: Machine;
  readonly cable: FaultyLine;
  line: LineState = 'whole';
  private page: Page;

  private constructor(machine: Machine, cable: FaultyLine) {
    this.id = machine.id;
    this.machine = machine;
    this.cable = cable;
    this.page = this.open();
  }

  static async sitDown(machine: Machine, port: string): Promise<Clerk> {
    return new Clerk(machine, await FaultyLine.open(port));
  }

  /** What this clerk's pages were told, the others' left aside. */
  get told(): Told[] {
    return this.machine.told.filter(({ clerk }) => clerk === this);
  }

  /** The browser is closed, whatever is under way, and opened again. */
  reopen() {
    for (const one of this.underWay()) one.outcome = 'left';
    this.page.close();
    this.page = this.open();
  }

  /**
   * One key.
   * @param choice what is answered when a question opens
   * @throws Lie when the page offers the action and does nothing, or says another thing of the dossiers than it showed
   */
  press(action: DeskAction, choice: number) {
    const { desk } = this.page;
    const isOffered = this.isFree() && this.offers(action);
    const shown = desk.dossiers.dossiers.value;
    const before = this.told.length;
    this.hit(action);
    const sent = this.told[before];
    if (isOffered && !sent && desk.question.value === null && !isForLater(action)) {
      throw new Lie(`counter ${this.id} offers ${action}, and nothing happens when it is pressed`);
    }
    const isFinish = sent?.name === 'ticket:finish' || (sent?.name === 'ticket:call-next' && 'expects' in sent.input);
    const said = sent?.input.dossiers ?? USUAL_DOSSIERS;
    if (isFinish && desk.view.value?.current && !isDeepStrictEqual(said, shown)) {
      throw new Lie(`counter ${this.id} showed ${JSON.stringify(shown)} and said ${JSON.stringify(said)}`);
    }
    answerQuestion(desk, choice);
  }

  /** The key alone, without a look at what it does. */
  hit(action: DeskAction) {
    this.down(this.page.desk.ownKeys.keys.value[action]);
  }

  /** What came of the visit, told by keys: how many, and how. */
  tellDossiers(count: number, choice: number) {
    for (const digit of String(count)) this.down(digit);
    const ways = ['dossiers:same-day', 'dossiers:appointment', 'dossiers:post', 'dossiers:online'] as const;
    this.hit(ways[choice % ways.length] ?? 'dossiers:online');
  }

  /** The key for help, held for a second or let go before. */
  holdForHelp(isLongEnough: boolean) {
    const cap = this.page.desk.ownKeys.keys.value['counter:call-help'];
    const before = this.told.length;
    const secondIsOver = withoutWaiting(() => this.down(cap));
    if (isLongEnough) secondIsOver();
    this.page.keys.dispatchEvent(keyEvent('keyup', cap));
    if (!isLongEnough && this.told.length > before) throw new Lie(`counter ${this.id} called for help in passing`);
  }

  /** Whom the page shows as next. */
  get next(): TicketId | null {
    return this.page.desk.view.value?.upNext?.ticket ?? null;
  }

  underWay(): Told[] {
    return this.told.filter(({ outcome }) => outcome === 'under way');
  }

  /** @throws Lie when a button says otherwise than it is, or two pages wait for one answer */
  checkUnderWay() {
    const { askedByTwo } = this.machine;
    if (askedByTwo) throw new Lie(`counter ${this.id}: two pages ask for the answer of ${askedByTwo}`);
    const { underWay, help, helpDesk } = this.page.desk;
    const shown = {
      desk: underWay.value !== null,
      help: help.isUnderWay.value,
      'help desk': helpDesk.underWay.value !== null,
    };
    const open = this.underWay();
    for (const part of ['desk', 'help', 'help desk'] as const) {
      const waits = open.filter((one) => one.part === part).map(({ name }) => name);
      if (shown[part] === waits.length > 0) continue;
      throw new Lie(
        `counter ${this.id}: ${part} shows ${shown[part] ? 'one' : 'none'} under way; under way is: ${waits}`,
      );
    }
  }

  /** The cable is cut and stays so. @throws Lie when the page goes on as if it were not */
  async saysOffline() {
    await comes(
      this.page.line.until(({ online }) => online.value !== 'online'),
      () => `counter ${this.id} says that there is no connection`,
    );
  }

  /** The cable is whole: whatever is under way is answered. @throws Lie */
  async isAnswered() {
    const open = this.underWay();
    await comes(
      Promise.all(open.map(({ answered }) => answered)),
      () => `counter ${this.id} is answered to ${open.map(({ name }) => name)}`,
    );
  }

  /** The cable is whole: there and back on the page's own connection. What the hall had told it before is here then. @throws Lie */
  async goesRound() {
    await comes(this.roundTrip(), () => `counter ${this.id} is online`);
  }

  /** @throws Lie when the page shows anything else. What became of a call in the hall is no matter of the core. */
  checkPicture(drawn: object) {
    const shown = this.page.line.picture();
    for (const [name, part] of Object.entries(drawn)) {
      if (name === 'at' || name === 'seen') continue;
      // The keys of a picture are its parts.
      const seen = shown[name as keyof typeof shown];
      if (isDeepStrictEqual(seen, part)) continue;
      throw new Lie(`counter ${this.id} shows ${name} ${JSON.stringify(seen)}; so it is: ${JSON.stringify(part)}`);
    }
  }

  async leave() {
    this.page.close();
    await this.cable.close();
  }

  /** Whether the page could take a press now. */
  private isFree(): boolean {
    const { online, underWay, question } = this.page.desk;
    return online.value === 'online' && underWay.value === null && question.value === null;
  }

  private offers(action: DeskAction): boolean {
    const view = this.page.desk.view.value;
    return view !== null && mayPress(view, action, serverNow());
  }

  private down(cap: string) {
    this.page.keys.dispatchEvent(keyEvent('keydown', cap));
  }

  private async roundTrip() {
    const { line } = this.page;
    for (;;) {
      await line.until(({ online, view }) => online.value === 'online' && view.value !== null);
      // No word of the contract: it is refused at the door and changes nothing.
      const reply = await line.send('nothing:at-all' as MessageName, {}, { once: true });
      if (!reply.ok && reply.refusal === 'not-understood') return;
    }
  }

  /** As `main.tsx` does it, without drawing anything. */
  private open(): Page {
    const { memory, locks } = this.machine;
    const hello = { role: 'counter', counter: this.id } as const;
    const line = openPage(this.cable.url, 'view:counter', hello, memory);
    let close = () => line.close();
    const gone = new Promise<void>((over) => {
      close = () => {
        line.close();
        over();
      };
    });
    const place = { place: String(this.id), storage: memory, locks: locks.forTab(gone) };
    const presses = createKeptPresses({ ...place, clerk: () => null, now: pageDate });
    const desk = createDesk({ ...line, send: this.listeningIn(line) }, { presses, ownKeys: createOwnKeys(memory) });
    desk.cameBack.subscribe((what) => {
      if (what?.outcome === 'unsure') this.machine.unsure += 1;
    });
    const keys = new EventTarget();
    // Of a window, the keyboard wants nothing but its events.
    listenToKeys(keys as Window, desk);
    return { line, desk, keys, close };
  }

  /** The page's own way of sending, and a note of everything that is sent and of what became of it. */
  private listeningIn(line: NodePage<'view:counter'>): Connection<'view:counter'>['send'] {
    this.machine.pages += 1;
    const page = this.machine.pages;
    return async (name, input, options) => {
      const answered = line.send(name, input, options);
      // Looking up changes nothing and is not kept.
      if (name === 'ticket:look-up') return await answered;
      const one = this.note({
        page,
        name,
        input: JSON.parse(JSON.stringify(input)),
        answered,
        commandId: options?.commandId,
      });
      const reply = await answered;
      // A page that is gone hears nothing any more.
      if (this.page.line !== line) return new Promise<never>(() => {});
      one.outcome = !reply.ok && reply.refusal === 'no-connection' ? 'unanswered' : reply;
      return reply;
    };
  }

  /** A press that is asked again for an earlier page's answer is the same press. */
  private note(sent: Pick<Told, 'page' | 'name' | 'input' | 'answered' | 'commandId'>): Told {
    const { told } = this.machine;
    const before = told.find(({ commandId }) => commandId !== undefined && commandId === sent.commandId);
    if (before?.outcome === 'under way') this.machine.askedByTwo = before.name;
    if (before)
      return Object.assign(before, { ...sent, clerk: this, part: 'desk', asks: before.asks + 1, outcome: 'under way' });
    const one: Told = { ...sent, clerk: this, part: PARTS[sent.name] ?? 'desk', asks: 1, outcome: 'under way' };
    told.push(one);
    return one;
  }
}

const PARTS: Partial<Record<MessageName, Part>> = { 'ticket:take': 'help desk', 'counter:call-help': 'help' };

/** What is told for the press that finishes, and what is held. */
function isForLater(action: DeskAction): boolean {
  return action.startsWith('dossiers:') || action === 'counter:call-help';
}
