/** The table as the operations of this package see it. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Table = {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
};

/** The table of that name, reached through `client`. */
export const tableOf = (client: DynamoDBClient, name: string): Table => ({
  client: DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  }),
  name,
});

/** The table of that name, reached with these client settings; call it once, outside the handler. */
export const makeTable = (name: string, settings: DynamoDBClientConfig): Table =>
  tableOf(new DynamoDBClient(settings), name);
