/** `pnpm audit:orders`: reads table, bucket and queues, and says which orders are not as they should be. */
import { auditOrders, type AuditReport } from '@bbws/audit/audit-orders';
import { settleMinutes } from '@bbws/audit/audit-order';
import { findOrders } from '@bbws/audit/find-orders';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import { dayAfter, startOfDay, TimeZone } from '@bbws/domain/time-zone';
import { CalendarDay } from '@bbws/domain/timestamp';
import { readMails } from '@bbws/local-aws/mails';
import { orderOf } from '@bbws/operator/orders/find-order';
import * as v from 'valibot';
import { auditLines, type Audited } from './audit/report.ts';
import { readOptions, UsageError, wholeNumber } from './lib/arguments.ts';
import { connect, environmentHelp, type Stack } from './lib/connect.ts';
import { startProgress } from './lib/progress.ts';
import { run } from './lib/run.ts';
import { readRunningService } from './lib/running-service.ts';
import { environmentOption } from './operator/named-order.ts';

const help = `pnpm audit:orders [--env E] --tenant T --date D [--hidden] [--settle-minutes N] [--json]
pnpm audit:orders [--env E] --order ID [--tenant T] [--settle-minutes N] [--json]

Reads the record, the invoices and the mails' bookkeeping of every order of a tenant's day, or of one order, with the dead
letters, and reports each that is missing, doubled or wrong, with the command that mends it. Changes nothing.
docs/runbooks/audit.md

  ${environmentHelp}
  --tenant T       whose orders
  --date D         the day on which they were placed (2026-11-20), in BUSINESS_TIME_ZONE (default Africa/Johannesburg)
  --hidden         also orders that no list shows; reads every order that the tenant ever placed
  --order ID       one order alone, hidden or not
  --settle-minutes N  how long work may take before it counts as missing (default ${settleMinutes})
  --json           prints one JSON object and nothing else (pnpm -s audit:orders --json)
  --help           shows this text

Exits with 0 when nothing is wrong, with 1 when something is, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const parsed = <S extends v.GenericSchema>(schema: S, name: string, value: string) => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new UsageError(`${name} ${result.issues[0].message}, not "${value}".`);
};

const optional = <S extends v.GenericSchema>(
  schema: S,
  name: string,
  value: string | undefined,
): v.InferOutput<S> | undefined => (value === undefined ? undefined : parsed(schema, name, value));

type Wanted = {
  readonly tenantId: TenantId | undefined;
  readonly orderId: OrderId | undefined;
  readonly day: string | undefined;
  readonly hidden: boolean;
  readonly timeZone: string;
};

/** The orders to look at, and how to speak of them. */
const findWanted = async (
  stack: Stack,
  { tenantId, orderId, day, hidden, timeZone }: Wanted,
): Promise<Pick<Audited, 'tenantId' | 'day'> & { readonly orderIds: readonly OrderId[] }> => {
  if (orderId !== undefined) {
    const owner = tenantId ?? (await orderOf(stack.table, orderId, undefined)).order.tenantId;
    return { tenantId: owner, orderIds: [orderId] };
  }
  if (tenantId === undefined || day === undefined)
    throw new UsageError('Name --tenant and --date, or an --order.');
  const orderIds = await findOrders(stack.table)({
    tenantId,
    hidden,
    from: startOfDay(timeZone, day).toISOString(),
    before: startOfDay(timeZone, dayAfter(day)).toISOString(),
  });
  return { tenantId, day, orderIds };
};

/** The sources in that environment. The inbox of the local AWS tells of mails that were sent twice. */
const sourcesOf = (stack: Stack) => {
  const inboxUrl = stack.environment === 'local' ? readRunningService()?.inboxUrl : undefined;
  return {
    ...stack,
    now: () => new Date(),
    peek: { hiddenFor: Math.min(60 * stack.timeScale, 43_200) },
    ...(inboxUrl !== undefined && { readInbox: () => readMails(inboxUrl) }),
  };
};

const say = (audited: Audited, report: AuditReport, json: boolean): void => {
  if (json) {
    const { tenantId, day } = audited;
    console.log(JSON.stringify({ tenantId, date: day, ...report }));
    return;
  }
  for (const line of auditLines(audited, report)) console.log(line);
};

await run(async () => {
  const options = readOptions(help, {
    ...{ env: text, tenant: text, date: text, order: text, 'settle-minutes': text },
    ...{ hidden: flag, json: flag },
  });
  const timeZone = process.env['BUSINESS_TIME_ZONE'] ?? 'Africa/Johannesburg';
  const wanted: Wanted = {
    tenantId: optional(TenantId, '--tenant', options.tenant),
    orderId: optional(OrderId, '--order', options.order),
    day: optional(CalendarDay, '--date', options.date),
    hidden: options.hidden,
    timeZone: parsed(TimeZone, 'BUSINESS_TIME_ZONE', timeZone),
  };
  if (wanted.orderId === undefined && (!wanted.tenantId || wanted.day === undefined))
    throw new UsageError(`Name --tenant and --date, or an --order.\n\n${help}`);
  const minutes = wholeNumber('settle-minutes', options['settle-minutes'], {
    least: 0,
    most: 100_000,
    fallback: settleMinutes,
  });

  const stack = await connect({ environment: options.env });
  const { orderIds, ...about } = await findWanted(stack, wanted);
  const progress = orderIds.length > 1 ? startProgress('Orders', orderIds.length) : undefined;
  const report = await auditOrders(sourcesOf(stack))({
    tenantId: about.tenantId,
    orderIds,
    timeZone,
    settleMinutes: minutes,
    onProgress: progress?.update,
  });
  progress?.stop();
  say({ ...about, environmentOption: environmentOption(stack) }, report, options.json);
  stack.close();
  return report.violations.length === 0 ? 0 : 1;
});
