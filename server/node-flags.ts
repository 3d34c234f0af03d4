/**
 * How the server's own process is started. Left to itself, V8 lets the space for new objects grow with a crowd of phones, to some twenty
 * kilobytes for each of five thousand, and never gives it back. Eight megabytes a half are as fast. (`npm run bench`)
 */
export const SERVER_NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8'];
