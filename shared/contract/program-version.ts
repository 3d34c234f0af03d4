/** Of this program, in pages and server alike; a test holds it to package.json. Both are bundled, so neither can read that file. */
export const PROGRAM_VERSION = '0.1.0';
