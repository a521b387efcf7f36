/** `pnpm order get|hide|show|revoke-links|publish|erase`: one order, for operators. */
import { randomUUID } from 'node:crypto';
import type { Order } from '@bbws/domain/order';
import { listEffects } from '@bbws/dynamo/list-effects';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { invoiceExists } from '@bbws/operator/invoice-exists';
import { describeOrder } from '@bbws/operator/orders/describe-order';
import { mailsNotSent } from '@bbws/operator/orders/mails-not-sent';
import {
  describePublication,
  publishDeps,
  publishOutbox,
} from '@bbws/operator/orders/publish-outbox';
import { revokeLinks } from '@bbws/operator/orders/revoke-links';
import { setVisibility, visibilityDeps } from '@bbws/operator/orders/set-visibility';
import { readCommand, readOptions } from './lib/arguments.ts';
import { confirmWrite } from './lib/confirm-write.ts';
import { connect, environmentHelp, type Stack } from './lib/connect.ts';
import { run } from './lib/run.ts';
import { runErase } from './operator/erase.ts';
import { explainDamage } from './operator/explain-damage.ts';
import { environmentOption, namedOrder, readOrderOptions } from './operator/named-order.ts';

const help = `pnpm order get          [--env E] --order ID [--tenant T] [--personal-data]
pnpm order hide         [--env E] --order ID [--tenant T] [--yes]
pnpm order show         [--env E] --order ID [--tenant T] [--yes]
pnpm order revoke-links [--env E] --order ID [--tenant T] [--yes]
pnpm order publish      [--env E] --order ID [--tenant T] [--again] [--yes]
pnpm order erase        [--env E] --order ID [--tenant T] [--yes]

One order, whichever tenant has it. It is changed in the region that writes only. docs/runbooks/orders.md

  get              its stage, status, history, invoice and mails, and what is still to come; nothing personal
  hide             takes it out of get and list, and its invoice from everybody; mails that wait are not sent. The record stays
  show             undoes hide
  revoke-links     takes back every link to its invoice that was mailed; the next mail has one that works
  publish          publishes once more what is in its outbox, to everybody whom it concerns; the sweeper stops after a day
  erase            erases its customer for good, once it has come to its end; shows what goes. docs/runbooks/erasure.md

  ${environmentHelp}
  --order ID       the order's id (a UUID)
  --tenant T       its tenant; without it the order is looked for in every tenant
  --personal-data  the whole order, the customer's name, address and payment among it
  --again          publishes also what is older than 89 days: the mails about it may go out twice
  --yes            needed to change production, and to erase
  --help           shows this text

Exits with 1 when it is refused, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const naming = { env: text, order: text, tenant: text };

const get = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(help, { ...naming, 'personal-data': flag }, args);
  const wanted = readOrderOptions(options);
  const stack = await connect({ environment: options.env });
  return explainDamage(stack, wanted, async () => {
    const stored = await namedOrder(stack, wanted);
    const { order } = stored;
    if (options['personal-data']) {
      console.log(JSON.stringify(order, undefined, 2));
      return 0;
    }
    const effects = await listEffects(stack.table)(order.tenantId, order.id);
    const facts = { stored, effects, invoiceExists: await lookForInvoice(stack, stored) };
    for (const line of describeOrder(facts)) console.log(line);
    return 0;
  });
};

/** Not every operator may look into the bucket: then the order is shown without. */
const lookForInvoice = async (
  { s3, ordersBucket }: Stack,
  { order }: StoredOrder,
): Promise<boolean | undefined> => {
  if (order.stage !== 'recorded' || !order.pdf) return undefined;
  try {
    return await invoiceExists(s3, ordersBucket)(order.pdf.key);
  } catch (error) {
    console.error(`The bucket does not answer: ${error instanceof Error ? error.name : 'unknown'}`);
    return undefined;
  }
};

type Work = (stack: Stack, order: Order) => Promise<void>;

const change = (args: readonly string[], work: Work) =>
  changeNamed(readOptions(help, { ...naming, yes: flag }, args), work);

const changeNamed = async (
  options: Parameters<typeof readOrderOptions>[0] & { env?: string | undefined; yes: boolean },
  work: Work,
): Promise<number> => {
  const wanted = readOrderOptions(options);
  const stack = await connect({ environment: options.env });
  await explainDamage(stack, wanted, async () => {
    const { order } = await namedOrder(stack, wanted);
    await confirmWrite(stack, options.yes);
    await work(stack, order);
  });
  return 0;
};

/** The options that name the order to another command. */
const which = (stack: Stack, { id }: Order): string => `${environmentOption(stack)} --order ${id}`;

/** What was not sent while the order was hidden, by the commands that send it. */
const unsent = async (stack: Stack, order: Order): Promise<string[]> => {
  const effects = await listEffects(stack.table)(order.tenantId, order.id);
  return mailsNotSent(order, effects).map(({ effect, orderVersion }) => {
    const version = orderVersion === undefined ? '' : ` --order-version ${orderVersion}`;
    return `Not sent yet: pnpm replay${which(stack, order)} --effect ${effect}${version}`;
  });
};

const makeVisible = (visible: boolean) => (args: readonly string[]) =>
  change(args, async (stack, order) => {
    const deps = { ...visibilityDeps(stack.table), newId: randomUUID, now: () => new Date() };
    const changed = await setVisibility(deps, order, visible);
    const state = visible ? 'shown' : 'hidden';
    console.log(
      changed
        ? `Order ${order.orderNumber} of ${order.tenantId} is ${state} now (version ${changed.order.version}).`
        : `Order ${order.orderNumber} of ${order.tenantId} was ${state} already.`,
    );
    if (!visible) console.log(`Undo: pnpm order show${which(stack, order)}`);
    else for (const line of await unsent(stack, changed?.order ?? order)) console.log(line);
  });

const revoke = (args: readonly string[]) =>
  change(args, async (stack, order) => {
    await revokeLinks(stack.table, order);
    console.log(
      `No link to the invoice of order ${order.orderNumber} that was sent so far holds any more.`,
    );
    console.log(
      `To send the customer one that does: pnpm replay${which(stack, order)} --effect confirm --again`,
    );
  });

const publishAgain = (args: readonly string[]) => {
  const { again, ...options } = readOptions(help, { ...naming, again: flag, yes: flag }, args);
  return changeNamed(options, async (stack, order) => {
    const deps = publishDeps(stack.table, stack.sns, stack.topicArn);
    const publications = await publishOutbox(deps, order, { again });
    console.log(`Outbox of order ${order.orderNumber} of ${order.tenantId}`);
    if (publications.length === 0) console.log('  empty: nothing was published');
    for (const publication of publications) console.log(`  ${describePublication(publication)}`);
    if (publications.some(({ outcome }) => outcome === 'failed'))
      throw new Error('Not everything was published. Run the command again.');
  });
};

const erase = async (args: readonly string[]): Promise<number> => {
  const { yes, ...options } = readOptions(help, { ...naming, yes: flag }, args);
  const wanted = readOrderOptions(options);
  const stack = await connect({ environment: options.env });
  return explainDamage(stack, wanted, async () =>
    runErase(stack, await namedOrder(stack, wanted), yes),
  );
};

const commands = {
  get,
  hide: makeVisible(false),
  show: makeVisible(true),
  'revoke-links': revoke,
  publish: publishAgain,
  erase,
};

await run(async () => {
  const names = ['get', 'hide', 'show', 'revoke-links', 'publish', 'erase'] as const;
  const { name, args } = readCommand(help, names);
  return commands[name](args);
});
