/**
 * Who may say what this app becomes: Ed25519 public keys, as `npm run sign-update -- --new-key` prints them. They are part of the
 * program, and no setting can add one. An app without a key takes no update.
 */
export const UPDATE_KEYS: readonly string[] = [];
