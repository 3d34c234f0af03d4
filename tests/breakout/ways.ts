import type { Line } from './devtools.ts';
import type { Screen } from './screen.ts';

/** What a person, or a page gone wrong, has to work with. */
export type Means = { screen: Screen; line: Line };

/** One way out that is tried. */
export type Way = {
  name: string;
  by: 'chord' | 'mouse' | 'touch' | 'page';
  go(means: Means): Promise<unknown>;
  /** Why it is not held, where it is known not to be. */
  isKnownOpen?: string;
  /** Opens what Chromium brings along and Electron does not, where no page refuses it. */
  isOfChromium?: boolean;
};

/** Without a window manager a browser's window may be smaller than the screen: everything is tried within this much of it. */
const MIDDLE = { x: 500, y: 400 };

/** The chords of a keyboard that somebody has plugged in, as xdotool writes them. */
const CHORDS = [
  ...[...'ntwopsufghjlrdek0'].map((key) => `ctrl+${key}`),
  ...['ctrl+equal', 'ctrl+minus', 'ctrl+Tab', 'ctrl+Page_Up', 'ctrl+F4', 'ctrl+Return'],
  ...[...'ntijcmwqbopr'].map((key) => `ctrl+shift+${key}`),
  ...['ctrl+shift+Delete', 'ctrl+shift+Tab', 'ctrl+shift+Escape'],
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'shift+F10', 'shift+F5', 'shift+Escape'],
  ...[
    'alt+F4',
    'alt+Tab',
    'alt+space',
    'alt+Left',
    'alt+Right',
    'alt+d',
    'alt+e',
    'alt+f',
    'alt+Home',
    'alt+Escape',
    'alt+Return',
  ],
  ...['super+d', 'super+e', 'super+r', 'super+l', 'super+Tab', 'super+x', 'super+i', 'super+period'],
  ...['ctrl+alt+Delete', 'ctrl+alt+t', 'ctrl+alt+BackSpace', 'ctrl+alt+F2', 'alt+Sys_Req'],
  ...['Menu', 'Print', 'Escape', 'XF86Back', 'XF86Forward', 'XF86Refresh', 'XF86HomePage', 'XF86Search', 'XF86Mail'],
];

const touch = (type: string, points: { x: number; y: number }[]) => ({ type, touchPoints: points });

/** A finger, or several, from here to there. */
async function swipe(line: Line, from: { x: number; y: number }[], to: { x: number; y: number }[], steps = 12) {
  await line.send('Input.dispatchTouchEvent', touch('touchStart', from));
  for (let step = 1; step <= steps; step += 1) {
    const between = from.map(({ x, y }, i) => {
      const end = to[i] ?? { x, y };
      return { x: x + ((end.x - x) * step) / steps, y: y + ((end.y - y) * step) / steps };
    });
    await line.send('Input.dispatchTouchEvent', touch('touchMove', between));
  }
  await line.send('Input.dispatchTouchEvent', touch('touchEnd', []));
}

function longPress(line: Line, at: { x: number; y: number }) {
  return line.send('Input.synthesizeTapGesture', { ...at, duration: 1_200, tapCount: 1, gestureSourceType: 'touch' });
}

async function twoTaps(line: Line) {
  for (let tap = 0; tap < 2; tap += 1) {
    await line.send('Input.dispatchTouchEvent', touch('touchStart', [MIDDLE]));
    await line.send('Input.dispatchTouchEvent', touch('touchEnd', []));
  }
}

/** Drags something of this kind with the mouse as far as it goes. */
async function drag(line: Line, selector: string) {
  const found = `(() => { const at = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
    return at ? [at.x + at.width / 2, at.y + at.height / 2] : null })()`;
  const { result } = (await line.send('Runtime.evaluate', { expression: found, returnByValue: true })) as {
    result?: { value?: [number, number] | null };
  };
  const [x, y] = result?.value ?? [MIDDLE.x, MIDDLE.y];
  const mouse = (type: string, dx: number) =>
    line.send('Input.dispatchMouseEvent', { type, x: x + dx, y, button: 'left', buttons: 1, clickCount: 1 });
  await mouse('mousePressed', 0);
  for (const dx of [5, 20, 60, 120]) await mouse('mouseMoved', dx);
  await mouse('mouseReleased', 120);
}

/** Runs in the page: what a mistake or an injected script could do. */
const script = (expression: string) => (means: Means) =>
  means.line.send('Runtime.evaluate', { expression, userGesture: true });

/** Puts a link under the pointer and clicks it. */
const link = (attributes: string) =>
  script(`(() => { const box = document.createElement('div'); box.innerHTML = ${JSON.stringify(`<a ${attributes}>x</a>`)};
    document.body.append(box); box.firstChild.click(); box.remove(); })()`);

/** @param away a server that is not ours */
export function waysOut(away: string): Way[] {
  const pinch = (scaleFactor: number, gestureSourceType: string) => (means: Means) =>
    means.line.send('Input.synthesizePinchGesture', { ...MIDDLE, scaleFactor, gestureSourceType });
  return [
    ...CHORDS.map((chord): Way => ({ name: chord, by: 'chord', go: ({ screen }) => screen.press(chord) })),
    { name: 'right click', by: 'mouse', isOfChromium: true, go: ({ screen }) => screen.click(3, MIDDLE.x, MIDDLE.y) },
    { name: 'back button', by: 'mouse', go: ({ screen }) => screen.click(8, MIDDLE.x, MIDDLE.y) },
    { name: 'forward button', by: 'mouse', go: ({ screen }) => screen.click(9, MIDDLE.x, MIDDLE.y) },
    { name: 'ctrl and wheel up', by: 'mouse', go: ({ screen }) => screen.wheel(3, 'ctrl') },
    { name: 'ctrl and wheel down', by: 'mouse', go: ({ screen }) => screen.wheel(-3, 'ctrl') },
    { name: 'drag a link', by: 'mouse', go: ({ line }) => drag(line, 'a') },
    { name: 'drag a picture', by: 'mouse', go: ({ line }) => drag(line, 'img, svg') },
    { name: 'drag over text', by: 'mouse', go: ({ line }) => drag(line, 'p, h1, h2') },
    { name: 'pinch apart', by: 'touch', go: pinch(2.5, 'touch') },
    { name: 'pinch together', by: 'touch', go: pinch(0.4, 'touch') },
    { name: 'pinch apart on a touchpad', by: 'touch', go: pinch(2.5, 'mouse') },
    { name: 'two taps', by: 'touch', go: ({ line }) => twoTaps(line) },
    { name: 'long press', by: 'touch', go: ({ line }) => longPress(line, MIDDLE) },
    { name: 'long press on text', by: 'touch', go: ({ line }) => longPress(line, { x: 120, y: 60 }) },
    {
      name: 'swipe from the left edge',
      by: 'touch',
      go: ({ line }) => swipe(line, [{ x: 1, y: 400 }], [{ x: 900, y: 400 }]),
    },
    {
      name: 'swipe from the right edge',
      by: 'touch',
      go: ({ line }) => swipe(line, [{ x: 1030, y: 400 }], [{ x: 100, y: 400 }]),
    },
    {
      name: 'swipe from the top',
      by: 'touch',
      go: ({ line }) => swipe(line, [{ x: 500, y: 1 }], [{ x: 500, y: 700 }]),
    },
    {
      name: 'two fingers to the side',
      by: 'touch',
      go: ({ line }) =>
        swipe(
          line,
          [
            { x: 300, y: 500 },
            { x: 300, y: 600 },
          ],
          [
            { x: 900, y: 500 },
            { x: 900, y: 600 },
          ],
        ),
    },
    {
      name: 'three fingers down',
      by: 'touch',
      go: ({ line }) =>
        swipe(
          line,
          [
            { x: 300, y: 300 },
            { x: 500, y: 300 },
            { x: 700, y: 300 },
          ],
          [
            { x: 300, y: 700 },
            { x: 500, y: 700 },
            { x: 700, y: 700 },
          ],
        ),
    },
    ...(
      [
        ['a link to elsewhere', `href="${away}/"`],
        ['a link into a new window', 'href="/" target="_blank"'],
        ['a link without opener', `href="${away}/" target="_blank" rel="noopener"`],
        ['a link to a download', 'href="/kiosk/" download="a.html"'],
        ['a link to a file', 'href="file:///etc/passwd"'],
        ['a link to data:', 'href="data:text/html,x"'],
        ['a link to view-source:', 'href="view-source:http://localhost/"'],
        ['a link to chrome:', 'href="chrome://settings/"'],
        ['a link to about:blank', 'href="about:blank"'],
        ['a link to mailto:', 'href="mailto:a@b.invalid"'],
      ] as const
    ).map(([name, attributes]): Way => ({ name, by: 'page', go: link(attributes) })),
    {
      name: 'a blob',
      by: 'page',
      go: script(`location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))`),
    },
    { name: 'window.open', by: 'page', go: script(`void open('${away}/')`) },
    { name: 'window.print', by: 'page', go: script('setTimeout(() => print())') },
    { name: 'window.close', by: 'page', go: script('close()') },
    { name: 'full screen left', by: 'page', go: script('void document.exitFullscreen().catch(() => {})') },
    {
      name: 'a chooser of files',
      isKnownOpen:
        'Electron has no say in it; that no page of ours has such a field is held by tests/shell/twenty-items.test.ts',
      by: 'page',
      go: script(`(() => { const field = document.createElement('input'); field.type = 'file'; field.click() })()`),
    },
  ];
}
