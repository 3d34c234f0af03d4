import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_MANIFEST_BYTES, MANIFEST_FILE } from './manifest.ts';
import { takeFile } from './take-file.ts';
import { fileOf, NEW_PROGRAM } from './testing/a-release.ts';
import { openShelf, shelfPath } from './update-disk.ts';
import { addressSource, updateSource } from './update-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-update-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FRESH = { version: '1.2.0', file: fileOf(NEW_PROGRAM) };

async function* inPieces(bytes: Uint8Array, size = 1_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a file that is taken in', () => {
  it('lies on the shelf as it came, and is looked at again whenever it is asked for', async () => {
    const shelf = openShelf(folder);
    expect(await takeFile(inPieces(NEW_PROGRAM), FRESH.file, shelf.sink(FRESH))).toBeNull();
    expect(readdirSync(folder)).toEqual(['1.2.0-Luot-1.2.0.exe']);
    expect(
      createHash('sha256')
        .update(readFileSync(shelfPath(folder, FRESH)))
        .digest('hex'),
    ).toBe(FRESH.file.sha256);
    expect(await shelf.isRight(FRESH)).toBe(true);
    truncateSync(shelfPath(folder, FRESH), 500);
    expect(await shelf.isRight(FRESH)).toBe(false);
  });

  it('is cut off where it should have ended, also when it never ends', async () => {
    let handed = 0;
    async function* endless() {
      for (;;) {
        handed += 1;
        yield NEW_PROGRAM.subarray(0, 1_000);
      }
    }
    const shelf = openShelf(folder);
    expect(await takeFile(endless(), { ...FRESH.file, size: 10_000 }, shelf.sink(FRESH))).toBe('wrong-size');
    expect(handed).toBe(11);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [
      'one bit is another',
      Buffer.concat([NEW_PROGRAM.subarray(0, -1), Buffer.from('!')]),
      FRESH.file,
      'wrong-contents',
    ],
    ['only its second hash is another', NEW_PROGRAM, { ...FRESH.file, sha512: '0'.repeat(128) }, 'wrong-contents'],
    ['it is cut off', NEW_PROGRAM.subarray(0, -1), FRESH.file, 'wrong-size'],
  ] as const)('leaves nothing behind when %s', async (_what, bytes, wanted, refusal) => {
    expect(await takeFile(inPieces(bytes), wanted, openShelf(folder).sink(FRESH))).toBe(refusal);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when the stick is pulled out in the middle of it', async () => {
    async function* broken() {
      yield NEW_PROGRAM.subarray(0, 1_000);
      throw new Error('EIO');
    }
    await expect(takeFile(broken(), FRESH.file, openShelf(folder).sink(FRESH))).rejects.toThrow('EIO');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes room: all installers but the one that is kept go, and nothing else', async () => {
    const shelf = openShelf(folder);
    for (const name of ['1.0.0-Luot.exe', '1.2.0-Luot-1.2.0.exe', '1.3.0-Luot.exe.ab12.part', 'update.json']) {
      writeFileSync(join(folder, name), '');
    }
    await shelf.clearBut([FRESH]);
    expect(readdirSync(folder).sort()).toEqual(['1.2.0-Luot-1.2.0.exe', 'update.json']);
  });
});

describe('where updates come from', () => {
  it('a folder: its manifest, no longer than one may be, and its files', async () => {
    writeFileSync(join(folder, MANIFEST_FILE), 'x'.repeat(LARGEST_MANIFEST_BYTES + 500));
    writeFileSync(join(folder, 'Luot-1.2.0.exe'), NEW_PROGRAM);
    const source = updateSource(folder);
    expect((await source?.manifest())?.length).toBe(LARGEST_MANIFEST_BYTES + 1);
    const pieces = [];
    for await (const piece of source?.file('Luot-1.2.0.exe') ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(NEW_PROGRAM)).toBe(true);
  });

  it.each(['http://cap-nhat.example/luot', 'ftp://cap-nhat/luot', 'file:///C:/luot', 'HTTP://cap-nhat/', 'https://'])(
    'never %s',
    (from) => {
      expect(updateSource(from)).toBeNull();
    },
  );

  it.each(['D:\\cap-nhat', '\\\\may-chu\\cap-nhat', '/media/usb', 'https://cap-nhat.example/luot'])(
    'but %s',
    (from) => {
      expect(updateSource(from)).not.toBeNull();
    },
  );
});

describe('an address', () => {
  /** The same reader on a plain server: what is looked at here is not who answers but what is done with the answer. */
  async function ask(answer: RequestListener, name = MANIFEST_FILE) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo; // listening on TCP, so it is not a pipe's name
    const source = addressSource(new URL(`http://127.0.0.1:${port}/luot`));
    try {
      if (name === MANIFEST_FILE) return { asked, bytes: await source.manifest() };
      const pieces = [];
      for await (const piece of source.file(name)) pieces.push(piece);
      return { asked, bytes: Buffer.concat(pieces) };
    } catch (cause) {
      return { asked, cause };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('is asked in its own folder, for a name that stays one', async () => {
    const { asked, bytes } = await ask((_request, response) => response.end(NEW_PROGRAM), 'Luot 1.2.0.exe');
    expect(asked).toEqual(['/luot/Luot%201.2.0.exe']);
    expect(Buffer.from(bytes ?? []).equals(NEW_PROGRAM)).toBe(true);
  });

  it('sends nobody elsewhere, and an error is no manifest', async () => {
    const away = await ask((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect([away.bytes, away.asked]).toEqual([undefined, [`/luot/${MANIFEST_FILE}`]]);
    expect((await ask((_request, response) => response.writeHead(404).end('nothing'))).bytes).toBeUndefined();
  });

  it('that goes on for ever is read no further than a manifest goes', async () => {
    const { bytes } = await ask((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(8_000)));
        response.once('drain', more);
      };
      more();
    });
    expect(bytes?.length).toBeGreaterThan(LARGEST_MANIFEST_BYTES);
    expect(bytes?.length).toBeLessThan(10 * LARGEST_MANIFEST_BYTES);
  });
});
