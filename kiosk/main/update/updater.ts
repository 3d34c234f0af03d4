import { fileFor, type JudgeRefusal, judgeUpdate, type Present, seenAfter } from './judge-update.ts';
import { type Manifest, type ManifestRefusal, openManifest, type Release } from './manifest.ts';
import { type FileRefusal, type Sink, takeFile } from './take-file.ts';
import type { UpdateSource } from './update-source.ts';
import { type KeptFile, readState, type StateFile, type UpdateState } from './update-state.ts';
import { compareVersions } from './version.ts';
import type { Way, WayRefusal } from './way.ts';

/** Installers in the app's own folder. */
export type Shelf = {
  sink(kept: KeptFile): Sink;
  /** Looked at again, byte for byte: between two looks a disk may have lost something. */
  isRight(kept: KeptFile): Promise<boolean>;
  /** Takes all others away. */
  clearBut(kept: readonly KeptFile[]): Promise<void>;
};

export type UpdaterParts = {
  present: Pick<Present, 'version' | 'platform' | 'kind'>;
  keys: readonly string[];
  /** null: nobody looks for updates here. */
  source: UpdateSource | null;
  stateFile: StateFile;
  shelf: Shelf;
  /** null: on this kind of installation somebody with the rights has to do it. */
  way: Way | null;
  now(): number;
  newMachine(): string;
  /** Would nobody mind if the app went away for a minute? */
  isQuiet(): boolean;
};

/** What a look for updates came to. `waits`: all is ready for a quiet hour. */
export type UpdateOutcome =
  | ManifestRefusal
  | JudgeRefusal
  | FileRefusal
  | WayRefusal
  | 'nothing-looked-for'
  | 'not-reachable'
  | 'waits'
  | 'switching';
/** How the app has started. `given-back`: the new version was here and is not any more. */
export type Beginning = 'as-usual' | 'on-trial' | 'given-back' | 'giving-back';

/** A new version may be started so often without saying that it is well. */
export const MOST_STARTS = 3;

/** Keeps this app at the version that the office's source offers, and never without a way back. */
export class Updater {
  private readonly parts: UpdaterParts;
  private state: UpdateState;
  private underWay: Promise<UpdateOutcome> | null = null;

  constructor(parts: UpdaterParts) {
    this.parts = parts;
    this.state = readState(parts.stateFile.read(), parts.newMachine);
  }

  /** To be called at every start, before anything else can go wrong. */
  async begin(): Promise<Beginning> {
    const { trial, failed } = this.state;
    if (trial === null) {
      await this.tidyUp();
      return 'as-usual';
    }
    if (!this.isOnTrial()) {
      this.remember({ trial: null, failed: oneMore(failed, trial.version) });
      await this.parts.way?.settle();
      return 'given-back';
    }
    this.remember({ trial: { ...trial, starts: trial.starts + 1 } });
    if (trial.starts < MOST_STARTS) return 'on-trial';
    await this.late();
    return 'giving-back';
  }

  /** Looks whether there is something newer, fetches it, and switches when nobody minds. */
  look(): Promise<UpdateOutcome> {
    this.underWay ??= this.lookOnce().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  /** The page of this program is there and hears the server: a new version stays. */
  async well(): Promise<void> {
    if (!this.isOnTrial()) return;
    const { way, shelf } = this.parts;
    const kept = way?.needsKept ? this.state.fetched : null;
    this.remember({ trial: null, kept, fetched: null });
    await way?.settle();
    await shelf.clearBut(kept ? [kept] : []);
  }

  /** It is not, and there has been time enough: the old version comes back. */
  async late(): Promise<void> {
    if (!this.isOnTrial()) return;
    const { kept } = this.state;
    await this.parts.way?.giveBack(kept && (await this.parts.shelf.isRight(kept)) ? kept : null);
  }

  /** What was fetched for a switch that never came, or that somebody else has made by hand. */
  private async tidyUp(): Promise<void> {
    const { fetched, kept } = this.state;
    if (fetched === null) return;
    await this.parts.way?.settle();
    if (compareVersions(fetched.version, this.parts.present.version) > 0) return;
    this.remember({ fetched: null });
    await this.parts.shelf.clearBut(kept ? [kept] : []);
  }

  private isOnTrial(): boolean {
    return this.state.trial?.version === this.parts.present.version;
  }

  private async lookOnce(): Promise<UpdateOutcome> {
    const { present, source, way, keys, now, isQuiet } = this.parts;
    if (source === null || this.state.trial !== null) return 'nothing-looked-for';
    const manifest = await readFrom(source, keys);
    if (typeof manifest === 'string') return manifest;
    const { machine, seen, failed } = this.state;
    const judged: Present = { ...present, machine, seen, failed, now: now() };
    this.remember({ seen: seenAfter(manifest, judged) });
    const file = judgeUpdate(manifest, judged);
    if (typeof file === 'string') return file;
    const fresh: KeptFile = { version: manifest.version, file };
    const missing = await this.bring(source, 'fetched', fresh);
    if (missing !== null) return missing;
    // It lies there, looked at, for whoever may install programs.
    if (way === null) return 'needs-administrator';
    const noWayBack = way.needsKept ? await this.keepWayBack(source, manifest.before) : null;
    if (noWayBack !== null) return noWayBack;
    return isQuiet() ? await this.install(way, fresh) : 'waits';
  }

  /** Lays an installer onto the shelf, unless it is there already. */
  private async bring(
    source: UpdateSource,
    place: 'fetched' | 'kept',
    wanted: KeptFile,
  ): Promise<FileRefusal | 'not-reachable' | null> {
    const { shelf } = this.parts;
    const there = this.state[place];
    const isSame = there?.version === wanted.version && there.file.sha256 === wanted.file.sha256;
    if (isSame && (await shelf.isRight(there))) return null;
    const refusal = await takeFile(source.file(wanted.file.name), wanted.file, shelf.sink(wanted)).catch(
      // A stick that was pulled out, a line that broke: asked again at the next look.
      () => 'not-reachable' as const,
    );
    if (refusal === null) this.remember({ [place]: wanted });
    return refusal;
  }

  private async keepWayBack(source: UpdateSource, before: Release | null): Promise<UpdateOutcome | null> {
    const { present, shelf } = this.parts;
    const { kept } = this.state;
    if (kept?.version === present.version && (await shelf.isRight(kept))) return null;
    if (before?.version !== present.version) return 'no-way-back';
    const file = fileFor(before, present);
    return typeof file === 'string'
      ? 'no-way-back'
      : await this.bring(source, 'kept', { version: before.version, file });
  }

  private async install(way: Way, fresh: KeptFile): Promise<UpdateOutcome> {
    const refusal = await way.prepare(fresh, way.needsKept ? this.state.kept : null);
    if (refusal !== null) {
      if (refusal === 'does-not-start') this.remember({ failed: oneMore(this.state.failed, fresh.version) });
      return refusal;
    }
    if (!(await this.parts.shelf.isRight(fresh))) return 'wrong-contents';
    // On the disk before the switch: whoever starts next has to know that this was a trial.
    this.remember({ trial: { version: fresh.version, from: this.parts.present.version, starts: 0 } });
    await way.switchTo(fresh);
    return 'switching';
  }

  private remember(change: Partial<UpdateState>) {
    this.state = { ...this.state, ...change };
    this.parts.stateFile.write(this.state);
  }
}

async function readFrom(
  source: UpdateSource,
  keys: readonly string[],
): Promise<Manifest | ManifestRefusal | 'not-reachable'> {
  try {
    return openManifest(await source.manifest(), keys);
  } catch {
    // No folder, no network, no stick, nothing in it: most days it is so.
    return 'not-reachable';
  }
}

function oneMore(failed: UpdateState['failed'], version: string): UpdateState['failed'] {
  return { ...failed, [version]: (failed[version] ?? 0) + 1 };
}
