/** `pnpm replay`: has one effect of one order made again, by the function whose work it is. */
import { randomUUID } from 'node:crypto';
import type { Order } from '@bbws/domain/order';
import { invoiceHash } from '@bbws/operator/invoice-hash';
import { tableDeps, type ReplayDeps } from '@bbws/operator/replay/replay-deps';
import { replayInvoice } from '@bbws/operator/replay/replay-invoice';
import { replayMail } from '@bbws/operator/replay/replay-mail';
import { replayRecord } from '@bbws/operator/replay/replay-record';
import { sendEvent } from '@bbws/operator/send-event';
import { oneOf, readOptions, required, UsageError, wholeNumber } from './lib/arguments.ts';
import { confirmWrite } from './lib/confirm-write.ts';
import { connect, environmentHelp, type Stack } from './lib/connect.ts';
import { run } from './lib/run.ts';
import { explainDamage } from './operator/explain-damage.ts';
import { environmentOption, namedOrder, readOrderOptions } from './operator/named-order.ts';

const help = `pnpm replay [--env E] --order ID [--tenant T] --effect record|pdf|confirm|internal
            [--order-version N] [--again] [--overwrite] [--dry-run] [--yes]

Sends the event that leads to an effect straight to the queue of the function that makes it; no other function hears of
it. Whatever was done already is not done twice, unless --again says so. Only in the region that writes.
docs/runbooks/orders.md

  ${environmentHelp}
  --order ID       the order's id (a UUID)
  --tenant T       its tenant; without it the order is looked for in every tenant
  --effect record    records an order that is accepted; reopens one that was rejected, and records it
  --effect pdf       renders its invoice
  --effect confirm   writes to the customer: confirmation or rejection
  --effect internal  writes to the internal team
  --order-version N  with confirm: the mail about the change of status that made the order's version N
  --again          also when it was done: sends the mail once more; renders the invoice that is lost or damaged once more
  --overwrite      with pdf and --again: also when the invoice lies there as it was issued. Supplier, logo or code may have
                   changed since: it gets other bytes then, and the bucket keeps the earlier version
  --dry-run        shows what would be done
  --yes            needed to change production
  --help           shows this text

Exits with 1 when it is refused, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const replayDeps = (stack: Stack): ReplayDeps => ({
  ...tableDeps(stack.table),
  send: (functionName, event) => {
    const queue = stack.queues[functionName];
    if (!queue) throw new Error(`The queue of ${functionName} is not known.`);
    return sendEvent(stack.sqs, queue.url, event);
  },
  invoiceHash: invoiceHash(stack.s3, stack.ordersBucket),
  newId: randomUUID,
  now: () => new Date(),
});

await run(async () => {
  const options = readOptions(help, {
    ...{ env: text, order: text, tenant: text, effect: text, 'order-version': text },
    ...{ again: flag, overwrite: flag, 'dry-run': flag, yes: flag },
  });
  const wanted = readOrderOptions(options);
  const effects = ['record', 'pdf', 'confirm', 'internal'] as const;
  const effect = oneOf('effect', required('effect', options.effect), effects);
  const { again, overwrite, 'dry-run': dryRun, 'order-version': version } = options;
  if (version !== undefined && effect !== 'confirm')
    throw new UsageError('--order-version goes with --effect confirm only.');
  if (again && effect === 'record')
    throw new UsageError('--again does not go with --effect record: an order is recorded once.');
  if (overwrite && !(again && effect === 'pdf'))
    throw new UsageError('--overwrite goes with --effect pdf --again only.');

  const stack = await connect({ environment: options.env });
  const deps = replayDeps(stack);
  const replay = (order: Order) => {
    if (effect === 'record') return replayRecord(deps, order, { dryRun });
    if (effect === 'pdf') return replayInvoice(deps, order, { again, overwrite, dryRun });
    const orderVersion =
      version === undefined
        ? undefined
        : wholeNumber('order-version', version, { least: 1, most: 999_999_999, fallback: 1 });
    return replayMail(deps, order, { to: effect, orderVersion, again, dryRun });
  };

  const { order, steps, why } = await explainDamage(stack, wanted, async () => {
    const { order: found } = await namedOrder(stack, wanted);
    if (!dryRun) await confirmWrite(stack, options.yes);
    return { order: found, ...(await replay(found)) };
  });
  console.log(
    `Order ${order.orderNumber} of ${order.tenantId}${dryRun ? ' (dry run: nothing is done)' : ''}`,
  );
  for (const step of steps) console.log(`  ${step}`);
  if (why !== undefined) console.log(`  ${why}`);
  if (steps.length > 0 && !dryRun)
    console.log(
      `See what became of it: pnpm audit:orders${environmentOption(stack)} --order ${order.id}`,
    );
  return 0;
});
