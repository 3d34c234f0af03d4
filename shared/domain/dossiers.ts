import * as v from 'valibot';

/** How the result reaches the citizen: at once, with a slip on which day to come, or by post. */
export const HANDED_OVER = ['same-day', 'appointment', 'post'] as const;
export type HandedOver = (typeof HANDED_OVER)[number];

/** How the dossiers came in: over the counter, or sent in online and only seen to here. */
export const CHANNELS = ['direct', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

/** More than an agent's bag holds. */
export const MOST_DOSSIERS = 999;

/**
 * What one visit to a counter came to: tickets, dossiers and people are three different counts. `count` 0: somebody who only asked.
 * Counts only, never whose they are.
 */
export const Dossiers = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_DOSSIERS)),
  handedOver: v.picklist(HANDED_OVER),
  channel: v.picklist(CHANNELS),
});
export type Dossiers = v.InferOutput<typeof Dossiers>;

/** What most visits are, and what counts when the clerk says nothing. */
export const USUAL_DOSSIERS: Dossiers = { count: 1, handedOver: 'appointment', channel: 'direct' };

/** Dossiers of a day: how many each way. The ways of handing over add up to `all`, and so do the channels. */
export type DossierTally = { all: number } & Record<HandedOver | Channel, number>;

export const NO_DOSSIERS: DossierTally = { all: 0, 'same-day': 0, appointment: 0, post: 0, direct: 0, online: 0 };

/** @param step 1: these were done; -1: taken back */
export function withDossiers(
  tally: DossierTally,
  { count, handedOver, channel }: Dossiers,
  step: 1 | -1,
): DossierTally {
  const by = count * step;
  return {
    ...tally,
    all: tally.all + by,
    [handedOver]: tally[handedOver] + by,
    [channel]: tally[channel] + by,
  };
}

export function sumOfDossiers(tallies: Iterable<DossierTally>): DossierTally {
  const sum = { ...NO_DOSSIERS };
  for (const tally of tallies) for (const way of Object.keys(sum) as (keyof DossierTally)[]) sum[way] += tally[way];
  return sum;
}
