/** What one machine may ask for. Tokens a second, and how many may come at once. */
export type Rate = { perSecond: number; burst: number };

export type Limits = {
  /** Anything, by connection. */
  messages: Rate;
  /** Numbers, by kiosk: one finger can only tap so often in earnest. */
  tickets: Rate;
};

export const USUAL_LIMITS: Limits = {
  messages: { perSecond: 20, burst: 40 },
  tickets: { perSecond: 1 / 3, burst: 5 },
};

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

/**
 * Whether messages may come in, by who sends them. A flood from one machine is refused at the door and takes nothing from the
 * others. [A11] [K12]
 */
export class RateKeeper {
  private readonly limits: Limits;
  private readonly ticks: () => number;
  private readonly tickets = new Map<string, Bucket>();

  constructor(limits: Limits, ticks: () => number) {
    this.limits = limits;
    this.ticks = ticks;
  }

  /** Of one connection: forgotten with it. */
  newBucket(): Bucket {
    return new Bucket(this.limits.messages, this.ticks);
  }

  /** One more number for a kiosk. @param place the machine; a reload of its page does not fill the bucket */
  mayTakeTicket(place: string): boolean {
    let bucket = this.tickets.get(place);
    if (!bucket) {
      bucket = new Bucket(this.limits.tickets, this.ticks);
      this.tickets.set(place, bucket);
    }
    return bucket.take();
  }
}
