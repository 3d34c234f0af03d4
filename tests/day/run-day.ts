import { run } from './run.ts';

// `npm run day -- --seed 7 --scale 3 --json`
process.exitCode = await run(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  mutter: (text) => process.stderr.write(text),
});
