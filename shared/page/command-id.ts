/**
 * The moment and 128 random bits (`crypto.randomUUID` is missing on plain HTTP over a LAN). The moment says nothing to anybody, and no
 * clock has to be right: it is there so that ids of one morning lie side by side in the journal's index. With random ones every press
 * wrote another page of it to the disk, and after years had to read that page first.
 */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${Date.now().toString(36)}-${random}`;
}
