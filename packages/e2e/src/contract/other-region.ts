/** The API of a region that does not write, because another one does. */
import { createOrderRoute } from '@bbws/api/routes/create-order';
import { getOrderRoute } from '@bbws/api/routes/get-order';
import { updateOrderRoute } from '@bbws/api/routes/update-order';
import type { Route } from '@bbws/api/route';
import { aTenantId } from '@bbws/domain/testing/builders';
import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { writeWriterRegion } from '@bbws/dynamo/writer-region';
import { outcome } from '../testing/documented.ts';
import { startIsolated } from '../testing/start-isolated.ts';
import { withApi } from './faulty-apis.ts';
import { bodyOf, orderAt } from './requests.ts';
import type { Witness } from './witness.ts';

/** What it answers to a new order, to a change of a recorded one and to a read, with how long it asks to wait. */
export const answersElsewhere = (witness: Witness): Promise<string[]> =>
  withApi(startIsolated, async ({ apiUrl, aws, token }) => {
    const tenantId = aTenantId('tenant-elsewhere');
    const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
    // Before the functions ask for the first time: what they know they rely on for ten seconds.
    await writeWriterRegion(table)('eu-west-1', new Date().toISOString());
    const { order } = await recordedOrder(table, { tenantId });

    const call = async (route: Route, path: string) => {
      const options = { token: await token({ tenantId }), path, ...bodyOf(route) };
      const { status, code, headers } = await witness.call(apiUrl, route, options);
      const wait = headers.get('retry-after') ?? undefined;
      return [outcome(route.operationId, status, code), wait].filter(Boolean).join(', wait ');
    };
    return [
      await call(createOrderRoute, createOrderRoute.path),
      await call(updateOrderRoute, orderAt(updateOrderRoute, order.id)),
      await call(getOrderRoute, orderAt(getOrderRoute, order.id)),
    ];
  });
