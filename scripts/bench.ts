/** `pnpm bench <name>`: measures and prints; asserts nothing. Each bench is a file of scripts/bench/. */
import type { Bench } from './bench/bench.ts';
import { paging } from './bench/paging.ts';
import { pdf } from './bench/pdf.ts';
import { readName } from './lib/arguments.ts';
import { run } from './lib/run.ts';

const benches: readonly Bench[] = [paging, pdf];

const help = `pnpm bench <name>

Measures something on this computer and prints the figures. They are for reading: nothing fails because of them.

${benches.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

  --help     shows this text`;

await run(async () => {
  const name = readName(
    help,
    benches.map((bench) => bench.name),
  );
  const bench = benches.find((one) => one.name === name);
  console.log(bench ? await bench.measure() : help);
  return 0;
});
