import type { CDPSession } from 'playwright-core';

/** A frame as the main process sees it, as far as our shell looks. */
export type StandInFrame = { url: string; parent: StandInFrame | null; isGone: boolean };

type Told = { id: string; parentId?: string; url: string };

/** Which frames a page has, by Chromium's names for them. The same frame is always the same object. */
export class Frames {
  private readonly known = new Map<string, StandInFrame>();
  private readonly preloadWorlds = new Map<number, string>();
  main: StandInFrame = { url: '', parent: null, isGone: false };
  mainId = '';

  async follow(cdp: CDPSession, asMain: (address: string) => string) {
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      const parent = this.known.get(parentFrameId) ?? this.main;
      this.known.set(frameId, { url: '', parent, isGone: false });
    });
    cdp.on('Page.frameDetached', ({ frameId }) => {
      const frame = this.known.get(frameId);
      if (frame) frame.isGone = true;
      this.known.delete(frameId);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => this.see(frame, asMain));
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === 'preload' && frameId) this.preloadWorlds.set(context.id, frameId);
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.preloadWorlds.delete(executionContextId);
    });
    cdp.on('Runtime.executionContextsCleared', () => this.preloadWorlds.clear());
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.mainId = frameTree.frame.id;
    this.known.set(this.mainId, this.main);
    this.see(frameTree.frame, asMain);
  }

  /** The frame whose preload world this is. */
  ofWorld(contextId: number): StandInFrame | null {
    return this.known.get(this.preloadWorlds.get(contextId) ?? '') ?? null;
  }

  of(frameId: string): StandInFrame | null {
    return this.known.get(frameId) ?? null;
  }

  /** The preload world of the page itself, if it has one now. */
  mainWorld(): number | undefined {
    for (const [context, frame] of [...this.preloadWorlds].reverse()) if (frame === this.mainId) return context;
    return undefined;
  }

  private see({ id, parentId, url }: Told, asMain: (address: string) => string) {
    const frame = this.known.get(id) ?? { url: '', parent: this.known.get(parentId ?? '') ?? null, isGone: false };
    frame.url = asMain(url);
    this.known.set(id, frame);
  }
}
