import { expect, it } from 'vitest';
import { dropAnswers } from './dropped-answers.ts';

it('[R1] a thousand answers lost on their way give exactly a thousand numbers, without a gap', {
  timeout: 180_000,
}, async () => {
  const outcome = await dropAnswers({ seed: 1, presses: 1_000 });
  expect(outcome).toMatchObject({ dropped: 1_000, acknowledged: 1_000, issued: 1_000, lost: 0, doubled: 0, gaps: 0 });
});

it('[R1] a line cut in the middle of whatever it carries costs no number and doubles none', {
  timeout: 180_000,
}, async () => {
  const outcome = await dropAnswers({ seed: 2, presses: 200, anywhere: true });
  expect(outcome).toMatchObject({ acknowledged: 200, lost: 0, doubled: 0, gaps: 0 });
});
