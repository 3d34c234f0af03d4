import type { VoiceOutcome } from '#shared/contract/display-views.ts';

/** How the speaking of a call in one zone went. `outcome` null: it has not ended. `gone`: the display went while it spoke. */
export type Spoken = { by: string; outcome: VoiceOutcome | 'gone' | null };

type Known = { shown: boolean; voices: Map<string, Spoken> };

/** More than all boards together hold; then the oldest is forgotten. */
export const CALLS_KEPT = 500;

/** What has become of the latest calls: whether any display showed each, and who began to speak it, zone by zone. */
export class CallBook {
  private readonly known = new Map<number, Known>();

  /** @returns whether that was news */
  show(call: number): boolean {
    const known = this.open(call);
    const isNews = !known.shown;
    known.shown = true;
    return isNews;
  }

  begin(call: number, zone: string, by: string) {
    this.open(call).voices.set(zone, { by, outcome: null });
  }

  /** @returns whether that was news */
  end(call: number, zone: string, outcome: VoiceOutcome | 'gone'): boolean {
    const voice = this.known.get(call)?.voices.get(zone);
    if (!voice || voice.outcome !== null) return false;
    voice.outcome = outcome;
    return true;
  }

  hasBegun(call: number, zone: string): boolean {
    return this.known.get(call)?.voices.has(zone) ?? false;
  }

  isBegunBy(call: number, zone: string, by: string): boolean {
    return this.known.get(call)?.voices.get(zone)?.by === by;
  }

  of(call: number): { shown: boolean; voices: readonly Spoken[] } {
    const known = this.known.get(call);
    return { shown: known?.shown ?? false, voices: [...(known?.voices.values() ?? [])] };
  }

  private open(call: number): Known {
    const known = this.known.get(call) ?? { shown: false, voices: new Map() };
    this.known.set(call, known);
    if (this.known.size > CALLS_KEPT) this.known.delete(this.known.keys().next().value ?? 0);
    return known;
  }
}
