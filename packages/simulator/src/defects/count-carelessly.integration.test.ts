import { createDeps } from '@bbws/create/testing/create-deps';
import { nextSequence } from '@bbws/dynamo/next-sequence';
import { tableOf } from '@bbws/dynamo/table';
import { newTenantId } from '@bbws/dynamo/testing/samples';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countCarelessly } from './count-carelessly.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded' });
});
afterAll(() => aws.close());

test('a careless counter counts like the true one while nobody else is at it', async () => {
  const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  const world = {
    table,
    carelessTable: table,
    sqs: aws.clients.sqs,
    deadLetterQueueOf: () => 'none',
  };
  const tenantId = newTenantId();
  const { nextSequence: careless } = countCarelessly(createDeps().deps, world);

  expect(await careless(tenantId, '2026-11-20', '')).toBe(1);
  expect(await nextSequence(table)(tenantId, '2026-11-20', '')).toBe(2);
  expect(await careless(tenantId, '2026-11-20', '')).toBe(3);
  expect(await careless(tenantId, '2026-11-21', '')).toBe(1);
});
