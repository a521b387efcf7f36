/** What an operator does to an order, as the commands of scripts/ do it. */
import { randomUUID } from 'node:crypto';
import { tableOf } from '@bbws/dynamo/table';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { invoiceHash } from '@bbws/operator/invoice-hash';
import { revokeLinks } from '@bbws/operator/orders/revoke-links';
import { setVisibility, visibilityDeps } from '@bbws/operator/orders/set-visibility';
import { replayInvoice } from '@bbws/operator/replay/replay-invoice';
import { replayMail, type MailOptions } from '@bbws/operator/replay/replay-mail';
import { replayRecord } from '@bbws/operator/replay/replay-record';
import {
  presentOrder,
  tableDeps,
  type OrderReference,
  type ReplayDeps,
} from '@bbws/operator/replay/replay-deps';
import { sendEvent } from '@bbws/operator/send-event';

export const makeOperator = ({ clients, resources }: LocalAws) => {
  const table = tableOf(clients.dynamodb, resources.tableName);
  const deps: ReplayDeps = {
    ...tableDeps(table),
    send: (functionName, event) =>
      sendEvent(clients.sqs, resources.queues[functionName]?.url ?? '', event),
    invoiceHash: invoiceHash(clients.s3, resources.ordersBucket),
    newId: randomUUID,
    now: () => new Date(),
  };
  const visibility = { ...visibilityDeps(table), newId: deps.newId, now: deps.now };
  const forReal = { again: false, dryRun: false };
  return {
    table,
    order: (reference: OrderReference) => presentOrder(deps, reference),
    hide: (reference: OrderReference) => setVisibility(visibility, reference, false),
    show: (reference: OrderReference) => setVisibility(visibility, reference, true),
    revokeLinks: async (reference: OrderReference) =>
      revokeLinks(table, (await presentOrder(deps, reference)).order),
    replayRecord: (reference: OrderReference) => replayRecord(deps, reference, forReal),
    replayInvoice: (reference: OrderReference, again: boolean) =>
      replayInvoice(deps, reference, { ...forReal, again }),
    replayMail: (reference: OrderReference, options: Partial<MailOptions> = {}) =>
      replayMail(deps, reference, { ...forReal, to: 'confirm', ...options }),
  };
};

export type Operator = ReturnType<typeof makeOperator>;
