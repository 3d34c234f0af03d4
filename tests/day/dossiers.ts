import { CHANNELS, type Dossiers, type DossierTally, HANDED_OVER, NO_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { Chance } from './chance.ts';
import { ASSUMED } from './sample.ts';

/** What a clerk says of who is finished, where anything is to be said: mostly it is what most visits are. */
export function drawDossiers(chance: Chance): { dossiers?: Dossiers } {
  const { said, onlyAsked, most, handedOver, online } = ASSUMED.dossiers;
  if (!chance.happens(said)) return {};
  const count = chance.happens(onlyAsked) ? 0 : Math.round(chance.between(1, most));
  const way = chance.pick(handedOver);
  const [direct, sentIn] = CHANNELS;
  return {
    dossiers: {
      count,
      handedOver: HANDED_OVER.find((one) => one === way) ?? 'appointment',
      channel: chance.happens(online) ? sentIn : direct,
    },
  };
}

/** How many each way, by the answers alone. */
export function dossiersTold(all: readonly Dossiers[]): DossierTally {
  const tally = { ...NO_DOSSIERS };
  for (const { count, handedOver, channel } of all) {
    tally.all += count;
    tally[handedOver] += count;
    tally[channel] += count;
  }
  return tally;
}
