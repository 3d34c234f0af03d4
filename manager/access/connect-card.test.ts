import readCode from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { hallKey, isKeyOf, readHallText } from '#shared/domain/hall-link.ts';
import { cutOff, intersecting, tooFaint } from '#tests/browser/browser.ts';
import { useOnePage, type Wanted } from '#tests/stage/one-page.ts';

const { busy, empty } = EXAMPLE_ACCESS;
const fingerprint = busy.fingerprint ?? '';
const PIECES = '.connect > *, .connect-parts > *, .connect dl > *';

const onePage = useOnePage('/manager/#access', EXAMPLE_AT);

async function lookAt(view: typeof busy | typeof empty, options: Pick<Wanted, 'viewport'> = {}) {
  const views = { 'view:access': view, 'view:manager': EXAMPLE_HALLS.busy };
  const one = onePage();
  await one.begin({ views, until: '.access-header', hash: 'access', ...options });
  return one.page;
}

describe('what a new PC has to be told', () => {
  it.each([
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])('stands whole at %j, and can be scanned off the glass', async (viewport) => {
    const page = await lookAt(busy, { viewport });
    await page.locator('.connect').evaluate((card) => card.scrollIntoView({ block: 'center' }));
    expect(await cutOff(page, PIECES)).toEqual([]);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 4.5)).toEqual([]);
    const picture = await page.locator('.hall-code').screenshot();
    const { data, width, height } = PNG.sync.read(picture);
    const scanned = readHallText(readCode.default(new Uint8ClampedArray(data), width, height)?.data ?? '');
    expect(scanned).toMatchObject({ host: '192.168.1.10', port: 8443, isPlain: false });
    expect(isKeyOf(scanned?.key ?? '', fingerprint)).toBe(true);
  });

  it('is the addresses, short, and the key', async () => {
    const page = await lookAt(busy);
    const stands = await page.locator('.connect dd').allTextContents();
    expect(stands).toEqual(['192.168.1.10', 'may-chu-mot-cua.phuong-tan-chau.local', hallKey(fingerprint)]);
    // Typed one after the other, just as they stand there.
    expect(readHallText(`${stands[0]} ${stands[2]}`)?.key).toBe(hallKey(fingerprint).replaceAll('-', ''));
  });

  it('is not there in a house that other machines cannot reach', async () => {
    const page = await lookAt(empty);
    expect(await page.locator('.connect').count()).toBe(0);
  });
});
