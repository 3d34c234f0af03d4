/** What one machine may ask for. Tokens a second, and how many may come at once. */
export type Rate = { perSecond: number; burst: number };

export type Limits = {
  /** Anything that is asked, by machine: more sockets do not ask more. */
  messages: Rate;
  /** Packets of any kind, by connection: whoever goes on beyond this is not refused any more but cut off. */
  packets: Rate;
  /** New connections, by address, before anything is done for them. */
  arrivals: Rate;
  /** Open at once, by address. Several phones may share one behind a router. */
  connections: number;
  /** Machines that ask to be paired, by address: nobody hides another's code among his own. */
  knocks: number;
  /** Numbers, by kiosk: one finger can only tap so often in earnest. */
  tickets: Rate;
};

export const USUAL_LIMITS: Limits = {
  messages: { perSecond: 20, burst: 40 },
  packets: { perSecond: 30, burst: 150 },
  arrivals: { perSecond: 10, burst: 120 },
  connections: 256,
  knocks: 8,
  tickets: { perSecond: 1 / 3, burst: 5 },
};

/** What machines say of themselves comes by itself, every five seconds: it takes nothing from what people press. */
const REPORTS: Rate = { perSecond: 1, burst: 5 };

/** What a display says of its calls comes by itself, too: three messages a call, and every counter of a hall may call at once. */
const CALL_REPORTS: Rate = { perSecond: 10, burst: 100 };

/** A bucket of tokens that fills by itself. */
export class Bucket {
  private readonly rate: Rate;
  private readonly ticks: () => number;
  private tokens: number;
  private filledAt: number;

  /** @param ticks ms that only ever run forward */
  constructor(rate: Rate, ticks: () => number) {
    this.rate = rate;
    this.ticks = ticks;
    this.tokens = rate.burst;
    this.filledAt = ticks();
  }

  /** Takes one. False: none is left. */
  take(): boolean {
    const now = this.ticks();
    this.tokens = Math.min(this.rate.burst, this.tokens + ((now - this.filledAt) / 1_000) * this.rate.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}

/** As many machines are remembered; then the one heard longest ago is forgotten. */
const MACHINES_KEPT = 10_000;

/** A bucket for each machine. */
export class Buckets {
  private readonly rate: Rate;
  private readonly ticks: () => number;
  private readonly kept = new Map<string, Bucket>();

  constructor(rate: Rate, ticks: () => number) {
    this.rate = rate;
    this.ticks = ticks;
  }

  /** Takes one out of the machine's own. False: none is left. */
  take(machine: string): boolean {
    const bucket = this.kept.get(machine) ?? new Bucket(this.rate, this.ticks);
    this.kept.delete(machine);
    this.kept.set(machine, bucket);
    if (this.kept.size > MACHINES_KEPT) this.kept.delete(this.kept.keys().next().value ?? '');
    return bucket.take();
  }
}

/**
 * Whether messages may come in, by who sends them. A flood from one machine is refused at the door and takes nothing from the
 * others. [A11] [K12]
 */
export class RateKeeper {
  readonly limits: Limits;
  private readonly messages: Buckets;
  private readonly tickets: Buckets;
  private readonly reports: Buckets;
  private readonly callReports: Buckets;

  constructor(limits: Limits, ticks: () => number) {
    this.limits = limits;
    this.messages = new Buckets(limits.messages, ticks);
    this.tickets = new Buckets(limits.tickets, ticks);
    this.reports = new Buckets(REPORTS, ticks);
    this.callReports = new Buckets(CALL_REPORTS, ticks);
  }

  /** One more message. @param machine a reload of its page, or a second socket, does not fill the bucket */
  mayAsk(machine: string): boolean {
    return this.messages.take(machine);
  }

  /** One more report of a page. */
  mayReport(page: string): boolean {
    return this.reports.take(page);
  }

  /** One more word of a display about its calls. */
  mayTellOfCalls(page: string): boolean {
    return this.callReports.take(page);
  }

  /** One more number for a kiosk. */
  mayTakeTicket(place: string): boolean {
    return this.tickets.take(place);
  }
}
