/** What get depends on, in memory: each test changes what its fact is about. */
import type { Order } from '@bbws/domain/order';
import { aLinkKey, aRecordedOrder } from '@bbws/domain/testing/builders';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { makeHandler, type Deps } from '../handler.ts';

export const sampleNow = '2026-11-20T10:00:00.000Z';

/** A table with that order, stored as its stage has it, and a bucket at s3.example.com. */
export const getDeps = (order: Order = aRecordedOrder(), changes: Partial<Deps> = {}) => {
  const stored: StoredOrder = {
    order,
    outbox: [],
    ...(order.stage === 'recorded' && { linkKey: aLinkKey() }),
  };
  const { log, lines } = observedLog();
  const deps: Deps = {
    log,
    metrics: observedMetrics().metrics,
    allowedOrigins: [],
    readOrder: async (tenantId, id) =>
      tenantId === order.tenantId && id === order.id ? stored : undefined,
    findOrder: async (id) => (id === order.id ? stored : undefined),
    tableAnswers: async () => undefined,
    presignInvoice: async (key) => ({
      url: `https://s3.example.com/${key}?signed`,
      expiresAt: new Date('2026-11-20T10:05:00.000Z'),
    }),
    now: () => new Date(sampleNow),
    ...changes,
  };
  return { deps, lines };
};

/** What the function answers to a GET. */
export const get = (deps: Deps, call: Omit<GatewayCall, 'method'>) =>
  makeHandler(deps)(gatewayEvent({ method: 'GET', ...call }));
