type Speech = { by: string; call: number; lastsMs: number };
type UnderWay = Speech & { beganAt: number; until: number };

/** A display that says nothing of the end any more must not keep its zone silent. It gives such a voice up itself by then. */
export const LONGEST_SPEECH_MS = 30_000;

/** What is being spoken in each zone: one voice at a time, whoever has it. [B17] */
export class Speeches {
  private readonly ticks: () => number;
  private readonly underWay = new Map<string, UnderWay>();

  /** @param ticks ms that only ever run forward */
  constructor(ticks: () => number) {
    this.ticks = ticks;
  }

  begin(zone: string, speech: Speech) {
    const beganAt = this.ticks();
    this.underWay.set(zone, { ...speech, beganAt, until: beganAt + LONGEST_SPEECH_MS });
  }

  end(zone: string, by: string, call: number) {
    if (this.isBy(zone, by, call)) this.underWay.delete(zone);
  }

  /**
   * The display that speaks has gone. If only its line was cut it goes on speaking to the end, so the zone is silent until then.
   * @returns the call that it was speaking
   */
  cut(zone: string, by: string): number | null {
    const speech = this.underWay.get(zone);
    if (speech?.by !== by) return null;
    speech.until = Math.min(speech.until, speech.beganAt + speech.lastsMs);
    return speech.call;
  }

  isBy(zone: string, by: string, call: number): boolean {
    const speech = this.underWay.get(zone);
    return speech?.by === by && speech.call === call;
  }

  /** The call that is being spoken there. */
  now(zone: string): number | null {
    const speech = this.underWay.get(zone);
    if (speech && this.ticks() >= speech.until) this.underWay.delete(zone);
    return this.underWay.get(zone)?.call ?? null;
  }
}
