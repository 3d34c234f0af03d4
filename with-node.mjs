// Runs a program of this project on a Node that it can use: `node with-node.mjs server/main.ts`, `node with-node.mjs vitest run`.
// The database wants Node 22.12 or newer, and the server is run without a build step. Where this Node is older, the one that came
// with `npm ci` is taken. (npm 10 does not link its `node` command when the packages for other systems are skipped, so the
// scripts cannot rely on finding it by name.)
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const home = dirname(fileURLToPath(import.meta.url));
const [program, ...args] = process.argv.slice(2);
const child = spawn(usableNode(), [fileOf(program), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

function usableNode() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const beside = dirname(require.resolve(`node-${system}-${process.arch}/package.json`));
    return join(beside, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    // No package for this system: whoever runs it there has to bring Node 24.
    process.stderr.write(
      `Cần Node 24 trở lên trên hệ máy này. / This system needs Node 24 or newer (found ${process.version}).\n`,
    );
    process.exit(1);
  }
}

/** A file of the project, or the command of a package. */
function fileOf(name) {
  if (extname(name)) return join(home, name);
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}
