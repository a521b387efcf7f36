/** Whether the table can be read at all, for the health check. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { writerKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Returns when the table answers, throws what it throws otherwise.
 * Table, eventually consistent GetItem of one small item: half a read unit.
 */
export const tableAnswers =
  ({ client, name }: Table) =>
  async (): Promise<void> => {
    await client.send(new GetCommand({ TableName: name, Key: writerKey }));
  };
