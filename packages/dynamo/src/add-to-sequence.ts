/** Moves the counter behind order numbers: one per tenant, day and region. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { makeExpression } from './expression.ts';
import { counterKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

const Counter = v.object({ sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/** A counter outlives its day by a week: nobody asks for an older day's number. */
const keptFor = 8 * 86_400;

export type CounterMove = {
  readonly tenantId: TenantId;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The region's letter; empty for the first region. */
  readonly region: string;
  readonly by: number;
};

/**
 * The counter after the move; a counter that is not there yet begins at 0.
 * Table, UpdateItem with ADD: one write unit.
 */
export const addToSequence = async (
  { client, name }: Table,
  { tenantId, day, region, by }: CounterMove,
): Promise<number> => {
  const x = makeExpression();
  const expiresAt = Date.parse(`${day}T00:00:00Z`) / 1000 + keptFor;
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: name,
      Key: counterKey(tenantId, day, region),
      UpdateExpression: `SET ${x.assignments({ expiresAt })} ADD ${x.path('sequence')} ${x.value(by)}`,
      ...x.attributes(),
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return parseItem(Counter, Attributes, 'A counter').sequence;
};
