import type { Chance } from '#tests/day/chance.ts';
import { type DiskStep, reach, truncateTo, writeInto } from './recording-disk.ts';

/** What became of the steps that no sync had made safe: none is there, all are, or some, torn. */
export type Fate = 'none' | 'all' | 'some';
export const FATES: readonly Fate[] = ['none', 'all', 'some'];

const SECTOR = 512;
type Content = { bytes: Buffer; size: number };
type FileStep = Extract<DiskStep, { do: 'write' | 'truncate' }>;
type NameStep = Extract<DiskStep, { do: 'create' | 'remove' }>;

/**
 * A disk at some moment of a recording: what is safe, and what is only under way. A sync makes safe what was written to that file,
 * and the names given and taken before it, as the journal of ext4, XFS and NTFS does.
 */
export class CrashImages {
  private readonly safe = new Map<number, Content>();
  private readonly underWay = new Map<number, FileStep[]>();
  private readonly safeNames = new Map<string, number>();
  private namesUnderWay: NameStep[] = [];

  /** @param laidDown files that had always been there, by id */
  constructor(laidDown: ReadonlyMap<string, { id: number; bytes: Buffer }> = new Map()) {
    for (const [name, { id, bytes }] of laidDown) {
      this.safeNames.set(name, id);
      this.safe.set(id, { bytes: Buffer.from(bytes), size: bytes.length });
    }
  }

  /** Goes on by one step of the recording. */
  take(step: DiskStep) {
    switch (step.do) {
      case 'create':
      case 'remove':
        this.namesUnderWay.push(step);
        return;
      case 'write':
      case 'truncate':
        this.underWay.set(step.id, this.underWay.get(step.id) ?? []);
        this.underWay.get(step.id)?.push(step);
        return;
      case 'sync':
        this.keepNames();
        this.keepFile(step.id);
        return;
      case 'sync-folder':
        this.keepNames();
    }
  }

  /** The files as they may be found if the power goes now. */
  files(fate: Fate, chance: Chance): Map<string, Buffer> {
    const names = new Map(this.safeNames);
    const kept = { none: 0, all: 1, some: chance.fraction() }[fate] * this.namesUnderWay.length;
    for (const step of this.namesUnderWay.slice(0, Math.round(kept))) rename(names, step);
    return new Map([...names].map(([name, id]) => [name, this.content(id, fate, chance)]));
  }

  private content(id: number, fate: Fate, chance: Chance): Buffer {
    const safe = this.safe.get(id) ?? { bytes: Buffer.alloc(0), size: 0 };
    const file = { bytes: Buffer.from(safe.bytes.subarray(0, safe.size)), size: safe.size };
    for (const step of fate === 'none' ? [] : (this.underWay.get(id) ?? [])) {
      if (fate === 'all') carryOut(file, step);
      else perhaps(file, step, chance);
    }
    return file.bytes.subarray(0, file.size);
  }

  private keepFile(id: number) {
    const file = this.safe.get(id) ?? { bytes: Buffer.alloc(0), size: 0 };
    for (const step of this.underWay.get(id) ?? []) carryOut(file, step);
    this.safe.set(id, file);
    this.underWay.delete(id);
  }

  private keepNames() {
    for (const step of this.namesUnderWay) rename(this.safeNames, step);
    this.namesUnderWay = [];
  }
}

function rename(names: Map<string, number>, step: NameStep) {
  if (step.do === 'create') names.set(step.name, step.id);
  else names.delete(step.name);
}

function carryOut(file: Content, step: FileStep) {
  if (step.do === 'write') writeInto(file, step.bytes, step.at);
  else truncateTo(file, step.size);
}

/** There, not there, or there in some of its sectors; the others are as they were, or zeros where the file became longer. */
function perhaps(file: Content, step: FileStep, chance: Chance) {
  const luck = chance.fraction();
  if (luck < 1 / 3) return;
  if (luck < 2 / 3 || step.do === 'truncate') {
    carryOut(file, step);
    return;
  }
  const end = step.at + step.bytes.length;
  reach(file, end);
  for (let at = step.at; at < end; ) {
    const next = Math.min(end, (Math.floor(at / SECTOR) + 1) * SECTOR);
    if (chance.happens(0.5)) writeInto(file, step.bytes.subarray(at - step.at, next - step.at), at);
    at = next;
  }
}
