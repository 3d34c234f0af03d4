import { MINUTE } from '#shared/domain/business-day.ts';

/** How long the staff is told of it. */
const TOLD_FOR_MS = 10 * MINUTE;

/** Which kiosks were tapped faster than anybody takes numbers in earnest, so that somebody may go and look. [K12] */
export class GreedyTaps {
  private readonly lastAt = new Map<string, number>();

  /** A number was refused because too many came before it. @param place the kiosk's machine  @param at ms UTC */
  note(place: string, at: number) {
    this.lastAt.set(place, at);
  }

  /** Those of the last ten minutes, by machine. */
  recent(at: number): { place: string; at: number }[] {
    for (const [place, lastAt] of this.lastAt) if (at - lastAt > TOLD_FOR_MS) this.lastAt.delete(place);
    return [...this.lastAt].map(([place, lastAt]) => ({ place, at: lastAt }));
  }
}
