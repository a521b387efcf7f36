/** What an operator does with `pnpm replay --effect record`. */
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { OrderEvent } from '@bbws/domain/order-event';
import { tableOf } from '@bbws/dynamo/table';
import { Refusal } from '@bbws/operator/refusal';
import { tableDeps } from '@bbws/operator/replay/replay-deps';
import { replayRecord } from '@bbws/operator/replay/replay-record';
import { sendEvent } from '@bbws/operator/send-event';
import * as v from 'valibot';
import { idsFrom } from '../world/ids.ts';
import type { World } from '../world/world.ts';

/** Has the order recorded again; nothing happens when there is nothing to record. */
export const reopen = async (world: World, tenantId: string, orderId: string): Promise<void> => {
  const { aws, stage, lookAtQueues } = world;
  const deps = {
    ...tableDeps(tableOf(aws.clients.dynamodb, aws.resources.tableName)),
    send: (functionName: string, event: OrderEvent) =>
      sendEvent(aws.clients.sqs, aws.resources.queues[functionName]?.url ?? '', event),
    invoiceHash: () => Promise.resolve(undefined),
    newId: idsFrom(`operator ${orderId}`),
    now: () => new Date(stage.clock.now()),
  };
  const reference = { tenantId: v.parse(TenantId, tenantId), id: v.parse(OrderId, orderId) };
  await stage.activity.during(async () => {
    try {
      await replayRecord(deps, reference, { dryRun: false });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  });
  lookAtQueues();
};
