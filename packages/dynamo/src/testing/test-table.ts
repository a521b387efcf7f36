/** The table on the local AWS; each test takes a client of its own, which remembers its requests. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startLocalAws } from '@bbws/local-aws/local-aws';
import * as v from 'valibot';
import { tableOf, type Table } from '../table.ts';

export type Item = Readonly<Record<string, unknown>>;

export type ObservedTable = Table & {
  /** What was asked of DynamoDB so far, such as `GetItem consistent` or `Query OutboxIndex`. */
  readonly requests: readonly string[];
};

const Input = v.object({
  ConsistentRead: v.optional(v.boolean()),
  IndexName: v.optional(v.string()),
});

const describeRequest = (command = '', input: unknown): string => {
  const { ConsistentRead, IndexName } = v.parse(Input, input);
  const how = [ConsistentRead === true ? 'consistent' : undefined, IndexName];
  return [command.replace(/Command$/, ''), ...how.filter((part) => part !== undefined)].join(' ');
};

export const startTestTable = async () => {
  const aws = await startLocalAws();
  const { credentials } = aws.clients.dynamodb.config;
  const { tableName } = aws.resources;
  const itself = tableOf(aws.clients.dynamodb, tableName);

  return {
    /** A client of the table for one test. */
    observe: (): ObservedTable => {
      const requests: string[] = [];
      const endpoint = aws.endpoints.dynamodb;
      const client = new DynamoDBClient({ region: aws.region, credentials, endpoint });
      client.middlewareStack.add(
        (next, { commandName }) =>
          (args) => {
            requests.push(describeRequest(commandName, args.input));
            return next(args);
          },
        { step: 'initialize' },
      );
      return { ...tableOf(client, tableName), requests };
    },
    itemAt: async (key: Item): Promise<Item | undefined> => {
      const { Item } = await itself.client.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      return Item;
    },
    put: async (item: Item): Promise<void> => {
      await itself.client.send(new PutCommand({ TableName: tableName, Item: item }));
    },
    remove: async (key: Item): Promise<void> => {
      await itself.client.send(new DeleteCommand({ TableName: tableName, Key: key }));
    },
    close: aws.close,
  };
};

export type TestTable = Awaited<ReturnType<typeof startTestTable>>;
