/** DynamoDB's requests as IAM sees them. */
import * as v from 'valibot';
import { unknownCall, type Asked, type WireRequest } from './aws-call.ts';
import { keyPattern } from './patterns.ts';

const Text = v.object({ S: v.string() });
const Item = v.object({ PK: Text, SK: Text });

const Input = v.object({
  TableName: v.string(),
  IndexName: v.optional(v.string()),
  Key: v.optional(Item),
  Item: v.optional(Item),
  KeyConditionExpression: v.optional(v.string(), ''),
  ExpressionAttributeValues: v.optional(v.record(v.string(), v.unknown()), {}),
});
type Input = v.InferOutput<typeof Input>;

/** Operations on one partition, which are actions of the same name. Others count otherwise, or not at all. */
const operations = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'];

/** The partition of a query is the first thing that it compares with `=`. */
const queriedPartition = (input: Input): string | undefined => {
  const [, placeholder = ''] = /= *(:\w+)/.exec(input.KeyConditionExpression) ?? [];
  const queried = v.safeParse(Text, input.ExpressionAttributeValues[placeholder]);
  return queried.success ? queried.output.S : undefined;
};

export const dynamodbCalls = ({ headers, body }: WireRequest): Asked[] => {
  const operation = String(headers['x-amz-target']).replace(/^.*\./, '');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Input), body);
  if (!operations.includes(operation) || !parsed.success)
    return [unknownCall('dynamodb', operation)];
  const { TableName: name, IndexName: part, Key, Item = Key } = parsed.output;
  const partition = Item?.PK.S ?? queriedPartition(parsed.output);
  if (partition === undefined) return [unknownCall('dynamodb', operation)];
  return [
    {
      action: `dynamodb:${operation}`,
      resource: part === undefined ? { type: 'table', name } : { type: 'index', name, part },
      context: { 'dynamodb:LeadingKeys': [keyPattern(partition)] },
      ...(Item && { detail: keyPattern(Item.SK.S) }),
    },
  ];
};
