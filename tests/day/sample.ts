import monday from './sample-monday.json' with { type: 'json' };

/** The figures of the day that is played; what is known and what is assumed is marked in the file. */
export const SAMPLE_DAY = monday.day;
export const KNOWN = monday.known;
export const ASSUMED = monday.assumed;
/** Services not named vary as much as `otherCv` says. */
export function serviceTimeCv(service: string): number {
  const known: Readonly<Record<string, number>> = ASSUMED.serviceTime.cv;
  return known[service] ?? ASSUMED.serviceTime.otherCv;
}
