import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Measured: a quarter of a minute to two minutes each. Begun last, as small files are, the longest would keep one worker busy while the
 * others have nothing left to do.
 */
const LONG = [
  'tests/pictures/pictures.test.ts',
  'tests/day/day.test.ts',
  'tests/morning.test.ts',
  'tests/honest-pages/no-page-lies.test.ts',
  'tests/healing/healing.test.ts',
  'tests/first-run.test.ts',
  'tests/follow-in-the-app.test.ts',
  'tests/month/month.test.ts',
  'tests/recorder.test.ts',
  'tests/zones.test.ts',
  'tests/faults/reconnect.test.ts',
  'tests/package/package.test.ts',
  'display/voice/announcements-heard.test.ts',
  'display/weeks.test.ts',
  'tests/faults/half-open.test.ts',
  'tests/faults/migrations.test.ts',
];

/** Begins with the test files that take long; the rest comes in vitest's own order. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(`/${path}`));
      return place < 0 ? LONG.length : place;
    };
    // A stable sort: equals stay as they were.
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
