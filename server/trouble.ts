/** Something that keeps the hall from starting. The message is for whoever stands at the machine: Vietnamese first, then English. */
export class StartTrouble extends Error {
  override name = 'StartTrouble';

  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(`${vi} / ${en}`, options);
  }
}
