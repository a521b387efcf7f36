/** A small service, its measured work and its prices, for tests that compute by hand. */
import { FunctionsFile } from '@bbws/local-aws/functions-file';
import * as v from 'valibot';
import { Measured, type FunctionWork, type Work } from '../measured-file.ts';
import { PriceList, priceNames } from '../price-list.ts';
import type { Situation, Use } from '../situation.ts';

const row = (changes: object) => ({
  memoryMb: 1024,
  timeoutSeconds: 10,
  trigger: { type: 'http' },
  environment: [],
  ...changes,
});

const functionsFile = v.parse(FunctionsFile, {
  queues: {
    maxReceiveCount: 5,
    retentionDays: 4,
    deadLetterRetentionDays: 14,
    visibilityTimeoutPerFunctionTimeout: 6,
  },
  functions: {
    api: row({}),
    shopper: row({
      memoryMb: 512,
      environment: ['CART_LAMBDA_API_URL'],
      trigger: {
        type: 'queue',
        queue: 'shopping',
        eventTypes: ['order.accepted'],
        batchSize: 10,
        batchWindowSeconds: 5,
        maximumConcurrency: 5,
      },
    }),
    sweeper: row({ trigger: { type: 'schedule', rateMinutes: 1 } }),
  },
});

export const aFunctionWork = (changes: Partial<FunctionWork> = {}): FunctionWork => ({
  invocations: 1,
  messages: 0,
  cpuMilliseconds: 0,
  logBytes: 0,
  metrics: [],
  calls: {},
  readUnits: 0,
  writeUnits: 0,
  ...changes,
});

/** Nothing at all, but for the changes. */
export const aWork = (changes: Partial<Work> = {}): Work => ({
  requests: {},
  functions: {},
  items: [],
  writtenBytes: 0,
  storedFiles: { count: 0, bytes: 0 },
  downloadedBytes: 0,
  mails: { count: 0, bytes: 0, attachmentBytes: 0 },
  ...changes,
});

/** One region, no web ACL, a million orders whose life is `order`. */
export const aSituation = (
  order: Partial<Work> = {},
  changes: Partial<Situation> = {},
): Situation => ({
  environment: 'dev',
  primary: 'eu-west-1',
  others: [],
  logRetentionDays: 30,
  monthlyBudgetUsd: 500,
  enableXray: false,
  hasWaf: false,
  functionsFile,
  measured: v.parse(Measured, {
    date: '2026-11-20',
    order: aWork(order),
    sweep: aWork(),
    health: aWork(),
  }),
  orders: 1_000_000,
  ...changes,
});

/** The same with a second region. */
export const aPair = { primary: 'af-south-1', others: ['eu-west-1'] } as const;

/** A dollar for everything, everywhere. */
export const aPriceList = (): PriceList => {
  const figure = {
    usd: 1,
    date: '2025-11',
    source: 'https://aws.amazon.com/pricing/',
    sure: 'list',
  };
  const price = { service: 'All', unit: 'one', per: 1, in: { everywhere: figure } };
  return v.parse(PriceList, Object.fromEntries(priceNames.map((name) => [name, price])));
};

/** Amounts that are not 0, by price and region, rounded to nine digits. */
export const amountsOf = (uses: readonly Use[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(uses, ({ price, region }) => `${price} ${region}`)]
      .map(([name, same]): [string, number] => [
        name,
        Number(same.reduce((all, { amount }) => all + amount, 0).toPrecision(9)),
      ])
      .filter(([, amount]) => amount > 0),
  );
