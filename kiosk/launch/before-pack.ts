/** What electron-builder tells a hook, as far as it is looked at; the processor is a number of its own. */
type Context = { electronPlatformName: string; arch: number };

const ARCH: Record<string, number> = { x64: 1, arm64: 3 };

/**
 * An installer is built on the kind of system it is for: npm brings binaries for that one alone, and one that lacks them would only
 * show it in the hall.
 * @throws when it is for another
 */
// biome-ignore lint/style/noDefaultExport: electron-builder asks for it
export default function beforePack({ electronPlatformName, arch }: Context): void {
  if (electronPlatformName === process.platform && arch === ARCH[process.arch]) return;
  throw new Error(
    `Bộ cài phải được dựng trên đúng loại máy sẽ dùng nó. / An installer is built on the kind of system it is for; this is ${process.platform} ${process.arch}.`,
  );
}
