/** A defect: the counter of order numbers is read, and written back one higher. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { counterKey } from '@bbws/dynamo/keys';
import * as v from 'valibot';
import type { AllDeps, AlteredWorld } from '../world/functions.ts';

const Counter = v.optional(v.object({ sequence: v.number() }), { sequence: 0 });

export const countCarelessly = (
  deps: AllDeps['create'],
  { table: { client, name } }: AlteredWorld,
): AllDeps['create'] => ({
  ...deps,
  nextSequence: async (tenantId, day, region) => {
    const Key = counterKey(tenantId, day, region);
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key, ConsistentRead: true }),
    );
    const sequence = v.parse(Counter, Item).sequence + 1;
    await client.send(new PutCommand({ TableName: name, Item: { ...Key, sequence } }));
    return sequence;
  },
});
