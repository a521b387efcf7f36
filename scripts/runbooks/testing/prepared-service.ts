/** The service on the local AWS, with an order for each trouble that the runbooks speak of. */
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { aTenantId } from '@bbws/domain/testing/builders';
import { dayIn } from '@bbws/domain/time-zone';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { nextSequence } from '@bbws/dynamo/next-sequence';
import { readOrder } from '@bbws/dynamo/read-order';
import { tableOf } from '@bbws/dynamo/table';
import { startService, type LocalService } from '@bbws/local-aws/service';
import { makeTable } from '@bbws/local-aws/resources/make-table';
import { readTableFile } from '@bbws/local-aws/table-file';
import * as v from 'valibot';
import { untilQueuesAreEmpty } from '../../demo/settle.ts';

const Placed = v.object({ data: v.object({ orderId: OrderId }) });

export type PreparedService = {
  readonly service: LocalService;
  readonly tenantId: TenantId;
  /** The day of the orders, in the business time zone. */
  readonly today: string;
  /** A token of `order-admin`. */
  readonly token: string;
  readonly order: (id: OrderId) => Promise<Order | undefined>;
  readonly ids: {
    /** Recorded, invoiced, mailed. */
    readonly whole: OrderId;
    /** The same, and paid: version 3. */
    readonly paid: OrderId;
    readonly rejected: OrderId;
    readonly cancelled: OrderId;
    /** Of another tenant: whatever is done to it, `whole` and the others stay whole. */
    readonly others: OrderId;
  };
};

/** Starts it, and waits until all that the orders lead to is done. */
export const startPrepared = async (): Promise<PreparedService> => {
  const service = await startService({ backend: 'embedded', timeScale: 100, schedules: false });
  const tenantId = aTenantId('tenant-x');
  const token = await service.token({ tenantId, groups: ['order-admin'] });
  const { clients, resources } = service.aws;

  const call = async (method: string, path: string, body: object, as = token) => {
    const response = await fetch(`${service.apiUrl}/v1.0/orders${path}`, {
      method,
      headers: { Authorization: `Bearer ${as}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.text();
  };
  const place = async (cartId: string, as?: string) => {
    const answer = await call('POST', '', aCreateOrderRequest({ cartId }), as);
    return v.parse(v.pipe(v.string(), v.parseJson(), Placed), answer).data.orderId;
  };

  const foreign = await service.token({ tenantId: 'tenant-y' });
  const [whole, paid, rejected, cancelled, others] = await Promise.all([
    place('cart-rooibos'),
    place('cart-campaign'),
    place('cart-wrong-sums'),
    place('cart-shipping'),
    place('cart-rooibos', foreign),
  ]);
  await untilQueuesAreEmpty(service.aws);
  await call('PUT', `/${paid}`, { status: 'paid' });
  await call('PUT', `/${cancelled}`, { status: 'cancelled' });
  await untilQueuesAreEmpty(service.aws);
  const today = dayIn('Africa/Johannesburg', new Date());
  const restored = `${resources.tableName}-restored`;
  await makeTable(clients.dynamodb, readTableFile(), restored, false);
  await nextSequence(tableOf(clients.dynamodb, restored))(tenantId, today);
  const table = tableOf(clients.dynamodb, resources.tableName);
  return {
    service,
    tenantId,
    today,
    token,
    order: async (id) => (await readOrder(table)(tenantId, id))?.order,
    ids: { whole, paid, rejected, cancelled, others },
  };
};
