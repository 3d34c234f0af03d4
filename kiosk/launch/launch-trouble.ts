/** Something that keeps the page from being opened. The message is for whoever stands at the machine: Vietnamese first, then English. */
export class LaunchTrouble extends Error {
  override name = 'LaunchTrouble';

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
  }
}
