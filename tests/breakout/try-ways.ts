import { setTimeout as pause } from 'node:timers/promises';
import { type Eyes, type Look, openEyes } from './look.ts';
import type { Screen } from './screen.ts';
import type { Opening, Subject } from './subjects.ts';
import type { Way } from './ways.ts';

/** How long something may take to show that it led out. The control is given as long as the locked ones. */
const PATIENCE_MS = 1_200;
/** Between two ways at a locked page, of which all are waited for together at the end. */
const BETWEEN_MS = 150;
/** So long something may be seen before it is taken back. */
const GRACE_MS = 4_000;

export type Trial = {
  open(opening: Opening): Promise<Subject>;
  opening: Opening;
  isOurs(url: string): boolean;
  enter(eyes: Eyes): Promise<void>;
};

/** Somebody sits before it, with everything in its place. */
type Sitting = { subject: Subject; eyes: Eyes; before: Look };

/** Tries one way after another on something unlocked, opened anew each time that it was left. @returns the names that led out */
export async function waysThatLead(trial: Trial, ways: readonly Way[]): Promise<string[]> {
  const led: string[] = [];
  let sitting = await sit(trial);
  for (const way of ways) {
    await way.go({ screen: trial.opening.screen, line: sitting.eyes.line });
    if (!(await differs(sitting, PATIENCE_MS))) continue;
    led.push(way.name);
    await rise(sitting);
    sitting = await sit(trial);
  }
  await rise(sitting);
  return led;
}

/** Tries all ways on something locked. @returns what led out of it, each with what was seen then */
export async function escapes(trial: Trial, ways: readonly Way[]): Promise<{ way: string; saw: string }[]> {
  const found: { way: string; saw: string }[] = [];
  let left = [...ways];
  while (left.length > 0) {
    const sitting = await sit(trial);
    const out = await firstThatLeads(trial.opening.screen, sitting, left);
    if (out) found.push({ way: left[out.index]?.name ?? '', saw: out.saw });
    left = out ? left.slice(out.index + 1) : [];
    await rise(sitting);
  }
  return found;
}

async function firstThatLeads(screen: Screen, sitting: Sitting, ways: readonly Way[]) {
  for (const [index, way] of ways.entries()) {
    await way.go({ screen, line: sitting.eyes.line });
    const isLast = index === ways.length - 1;
    if (!(await differs(sitting, isLast ? PATIENCE_MS : BETWEEN_MS, way.by))) continue;
    if (!(await isBack(sitting, way.by))) return { index, saw: JSON.stringify(await sitting.eyes.look()) };
  }
  return null;
}

/** Whether it is as it was after all: the shell closes a window, or comes back from an address, that nobody can hold beforehand. */
async function isBack(sitting: Sitting, by: Way['by']): Promise<boolean> {
  const until = performance.now() + GRACE_MS;
  while (performance.now() < until) {
    if (!(await differs(sitting, 0, by))) return true;
    await pause(200);
  }
  return false;
}

async function sit({ open, opening, isOurs, enter }: Trial): Promise<Sitting> {
  const subject = await open(opening);
  const eyes = await awaitEyes(subject, opening.screen, isOurs);
  await enter(eyes);
  await settled(eyes);
  await eyes.mark();
  await opening.screen.focus();
  return { subject, eyes, before: await settled(eyes) };
}

async function rise({ subject, eyes }: Sitting) {
  eyes.close();
  await subject.close();
}

async function awaitEyes({ debugAt }: Subject, screen: Screen, isOurs: (url: string) => boolean): Promise<Eyes> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await openEyes(debugAt, screen, isOurs);
    } catch (cause) {
      if (tries > 100) throw cause;
      await pause(100);
    }
  }
}

/** What is seen once it no longer changes by itself. */
async function settled(eyes: Eyes): Promise<Look> {
  for (let last = ''; ; ) {
    const now = await eyes.look();
    if (JSON.stringify(now) === last) return now;
    last = JSON.stringify(now);
    await pause(400);
  }
}

/** What a script has done to its own page is no way out; what a person did to it is one. */
async function differs({ eyes, before }: Sitting, patienceMs: number, by?: Way['by']): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const now = await eyes.look();
    if (now.around !== before.around || (by !== 'page' && now.page !== before.page)) return true;
    if (performance.now() >= until) return false;
    await pause(40);
  }
}
