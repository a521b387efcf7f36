/** `pnpm audit:orders`: reads table, bucket and queues, and says which orders are not as they should be. */
import { auditOrders, type AuditReport } from '@bbws/audit/audit-orders';
import { settleMinutes } from '@bbws/audit/audit-order';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import { CalendarDay } from '@bbws/domain/timestamp';
import type * as v from 'valibot';
import { auditJson } from './audit/audit-json.ts';
import { auditSources } from './audit/audit-sources.ts';
import { auditLines, noOrders, type Audited } from './audit/report.ts';
import { wantedOrders, type Wanted } from './audit/wanted-orders.ts';
import { readOptions, UsageError, wholeNumber } from './lib/arguments.ts';
import { businessTimeZone } from './lib/business-time-zone.ts';
import { connect, environmentHelp, type Stack } from './lib/connect.ts';
import { parsed } from './lib/parsed.ts';
import { startProgress } from './lib/progress.ts';
import { run } from './lib/run.ts';
import { readRunningService } from './lib/running-service.ts';
import { environmentOption } from './operator/named-order.ts';

const help = `pnpm audit:orders [--env E] --tenant T --date D [--hidden] [--expect-orders] [--settle-minutes N] [--json]
pnpm audit:orders [--env E] --order ID [--tenant T] [--settle-minutes N] [--json]

Reads the record, the invoices and the mails' bookkeeping of every order of a tenant's day, or of one order, with the dead
letters, and reports each that is missing, doubled or wrong, with the command that mends it. Changes nothing.
docs/runbooks/audit.md

  ${environmentHelp}
  --tenant T       whose orders
  --date D         the day on which they were placed (2026-11-20), in BUSINESS_TIME_ZONE (default Africa/Johannesburg)
  --hidden         also orders that no list shows; reads every order that the tenant ever placed
  --expect-orders  fails when there is no order at all: the tenant may be mistyped
  --order ID       one order alone, hidden or not, with its own dead letters only
  --settle-minutes N  how long work may take before it counts as missing (default ${settleMinutes})
  --json           prints one JSON object and nothing else (pnpm -s audit:orders --json)
  --help           shows this text

Exits with 0 when nothing is wrong, with 1 when something is, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const optional = <S extends v.GenericSchema>(
  schema: S,
  name: string,
  value: string | undefined,
): v.InferOutput<S> | undefined => (value === undefined ? undefined : parsed(schema, name, value));

/** The inbox of the local AWS, in its environment. */
const inboxOf = ({ environment }: Stack): string | undefined =>
  environment === 'local' ? readRunningService()?.inboxUrl : undefined;

const say = (stack: Stack, audited: Audited, report: AuditReport, json: boolean): void => {
  if (!json) {
    for (const line of auditLines(audited, report)) console.log(line);
    return;
  }
  console.log(auditJson(stack, audited, report));
  if (report.orders === 0) console.error(noOrders);
};

await run(async () => {
  const options = readOptions(help, {
    ...{ env: text, tenant: text, date: text, order: text, 'settle-minutes': text },
    ...{ hidden: flag, json: flag, 'expect-orders': flag },
  });
  const timeZone = businessTimeZone();
  const wanted: Wanted = {
    tenantId: optional(TenantId, '--tenant', options.tenant),
    orderId: optional(OrderId, '--order', options.order),
    day: optional(CalendarDay, '--date', options.date),
    hidden: options.hidden,
    timeZone,
  };
  if (wanted.orderId === undefined && (!wanted.tenantId || wanted.day === undefined))
    throw new UsageError(`Name --tenant and --date, or an --order.\n\n${help}`);
  const minutes = wholeNumber('settle-minutes', options['settle-minutes'], {
    least: 0,
    most: 100_000,
    fallback: settleMinutes,
  });

  const stack = await connect({ environment: options.env });
  const { orderIds, ...about } = await wantedOrders(stack.table, wanted);
  const progress = orderIds.length > 1 ? startProgress('Orders', orderIds.length) : undefined;
  const report = await auditOrders(auditSources(stack, inboxOf(stack)))({
    tenantId: about.tenantId,
    orderIds,
    alone: wanted.orderId !== undefined,
    timeZone,
    settleMinutes: minutes,
    onProgress: progress?.update,
  });
  progress?.stop();
  say(stack, { ...about, environmentOption: environmentOption(stack) }, report, options.json);
  stack.close();
  const isTooFew = options['expect-orders'] && report.orders === 0;
  return report.violations.length === 0 && !isTooFew ? 0 : 1;
});
