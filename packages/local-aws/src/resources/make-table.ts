/** Makes the table of table.json. */
import {
  CreateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import type { TableFile, TableIndex } from '../table-file.ts';

type Keys = { readonly hashKey: string; readonly rangeKey: string };

const keySchema = ({ hashKey, rangeKey }: Keys): KeySchemaElement[] => [
  { AttributeName: hashKey, KeyType: 'HASH' },
  { AttributeName: rangeKey, KeyType: 'RANGE' },
];

const globalIndex = (index: TableIndex): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchema(index),
  Projection: {
    ProjectionType: index.projection,
    ...(index.projection === 'INCLUDE' && { NonKeyAttributes: index.attributes }),
  },
});

const keyAttributes = (table: TableFile): string[] => [
  ...new Set([table, ...table.indexes].flatMap(({ hashKey, rangeKey }) => [hashKey, rangeKey])),
];

/** Makes the table and waits until it answers. `timeToLive` is false for a backend that knows none. */
export const makeTable = async (
  client: DynamoDBClient,
  table: TableFile,
  tableName: string,
  timeToLive: boolean,
): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(table),
      AttributeDefinitions: keyAttributes(table).map((name) => ({
        AttributeName: name,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: table.indexes.map(globalIndex),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName });
  if (!timeToLive) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { AttributeName: table.ttlAttribute, Enabled: true },
    }),
  );
};
