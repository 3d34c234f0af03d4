import { expect, it } from 'vitest';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { slipOf } from './paper.ts';

/** 23:30 UTC on a Sunday is half past six on Monday in the office. */
const EARLY_MONDAY = Date.UTC(2026, 10, 22, 23, 30);

it('[P12] a slip says what the office has set for its service, on the office’s own day', () => {
  const setup = sampleSetup();
  const services = setup.services.map((service) => ({ ...service, area: 'Khu A, tầng 1' }));
  const facts = { number: 'A001', service: 'dat-dai', issuedAt: EARLY_MONDAY, ahead: 4 };
  expect(slipOf(facts, { ...setup, services })).toMatchObject({
    ...{ number: 'A001', service: 'Đất đai', area: 'Khu A, tầng 1', ahead: 4 },
    ...{ issuedAtText: '06:30 23/11/2026', code: 'A001-231126', isReprint: false, follow: null },
    ...{ office: setup.office.name.vi, footer: setup.wording.slipFooter },
  });
  expect(slipOf(facts, setup).area).toBe(null);
});
