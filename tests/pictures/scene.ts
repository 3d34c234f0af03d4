import type { Browser, Page } from 'playwright-core';

export type SceneOptions = {
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  speech: 'vi' | 'en';
};

/** A page standing still in one state. */
export type OpenedScene = { page: Page; faults: string[]; close(): Promise<void> };

/**
 * Everything of one room that can be seen: its states, each of which opens itself, and the sizes, lights and languages it will meet.
 * Lives beside the pages of the room (`<room>/scenes.ts`); the tests look at every one, and `npm run pictures` photographs it.
 */
export type RoomScenes = {
  room: string;
  sizes: Record<string, SceneOptions['viewport']>;
  schemes: readonly SceneOptions['colorScheme'][];
  speeches: readonly SceneOptions['speech'][];
  /** Turns an open page to another language, where the page can: else the scene is opened once more. */
  turnTo?: (page: Page, speech: SceneOptions['speech']) => Promise<void>;
  /** Of text against its ground (WCAG 2.2): 7 in the hall, 4.5 at a desk. */
  contrast: number;
  /** The least width and height of a button on a glass, px; left out where nobody touches the glass. */
  touchPx?: (viewport: SceneOptions['viewport']) => number;
  /** Whether more may stand on the page than fits on the glass. */
  mayScroll: boolean;
  scenes: Record<string, (browser: Browser, options: SceneOptions) => Promise<OpenedScene>>;
};
