/** `pnpm order-numbers skip`: what the counters of order numbers need after the table was restored. */
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { TenantId } from '@bbws/domain/identifiers';
import { NumberRegion } from '@bbws/domain/order-number';
import { dayIn, TimeZone } from '@bbws/domain/time-zone';
import { Refusal } from '@bbws/operator/refusal';
import { skipOrderNumbers, tenantsIn } from '@bbws/operator/order-numbers/skip-order-numbers';
import * as v from 'valibot';
import { readCommand, readOptions, wholeNumber } from './lib/arguments.ts';
import { refuseElsewhereIn } from './lib/confirm-write.ts';
import { confirmChange, connect, environmentHelp } from './lib/connect.ts';
import { parsed } from './lib/parsed.ts';
import { startProgress } from './lib/progress.ts';
import { run } from './lib/run.ts';
import { textTable } from './operator/words.ts';

const help = `pnpm order-numbers skip [--env E] [--table NAME] [--tenant T]... [--letter L]... [--by N] [--dry-run] [--yes]

After the table was restored: leaves out so many of today's order numbers that none is given a second time. A restored
table does not know the numbers that were given after its moment. docs/runbooks/restore.md

  ${environmentHelp}
  --table NAME     another table than the environment's, such as one that was restored and is not in use yet
  --tenant T       this tenant as well, or several: one whose first order came after the moment is not in the table.
                   All that are in the table jump anyway; the whole table is read for them
  --letter L       also the numbers of the region with that letter (E: eu-west-1 of prod), or of several
  --by N           how many are left out (default 10000)
  --dry-run        shows whose numbers would jump
  --yes            needed to change production
  --help           shows this text

Run twice it leaves out twice as many, which does no harm. The day is today's in BUSINESS_TIME_ZONE (default
Africa/Johannesburg). Exits with 1 when it is refused, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

const TableName = v.pipe(v.string(), v.regex(/^[\w.-]{3,255}$/, 'must be the name of a table'));

const skip = async (args: readonly string[]): Promise<number> => {
  const { env, yes, ...options } = readOptions(
    help,
    {
      ...{ env: text, table: text, by: text, tenant: texts, letter: texts },
      ...{ 'dry-run': flag, yes: flag },
    },
    args,
  );
  const named = (options.tenant ?? []).map((tenant) => parsed(TenantId, '--tenant', tenant));
  const given = (options.letter ?? []).map((letter) => parsed(NumberRegion, '--letter', letter));
  const letters = [...new Set(['', ...given])];
  const by = wholeNumber('by', options.by, { least: 1, most: 1_000_000, fallback: 10_000 });
  const zone = process.env['BUSINESS_TIME_ZONE'] ?? 'Africa/Johannesburg';
  const day = dayIn(parsed(TimeZone, 'BUSINESS_TIME_ZONE', zone), new Date());

  const stack = await connect({ environment: env });
  const name =
    options.table === undefined ? stack.table.name : parsed(TableName, '--table', options.table);
  if (!options['dry-run']) confirmChange(stack, yes);
  // Another table has no replica yet, and a flag as old as itself.
  if (!options['dry-run'] && name === stack.table.name) await refuseElsewhereIn(stack);
  const table = { ...stack.table, name };

  const progress = startProgress('Parts of the table', 64);
  const found = await tenantsIn(table, progress.update).catch((error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Refusal(`There is no table ${name} in ${stack.region}. Is the restore complete?`);
  });
  progress.stop();
  const tenants = [...new Set([...found, ...named])];
  const what = `${by.toLocaleString('en')} order numbers of ${day} in ${name}`;
  if (options['dry-run']) {
    console.log(`${what} would be left out, of each of these tenants:`);
    for (const tenant of tenants) console.log(`  ${tenant}`);
  } else {
    console.log(`${what} are left out, of each tenant.`);
    const next = await skipOrderNumbers(table, tenants, { day, letters, by });
    const rows = next.map(({ tenantId, number }) => [number, tenantId]);
    console.log(textTable(['next number', 'tenant'], rows));
  }
  stack.close();
  return 0;
};

await run(async () => {
  const { args } = readCommand(help, ['skip']);
  return skip(args);
});
