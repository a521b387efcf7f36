/** Stands between the functions and DynamoDB, forwards every call and remembers it. */
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { startHttpServer } from '@bbws/local-aws/http-server';
import { startLocalAws } from '@bbws/local-aws/local-aws';
import * as v from 'valibot';
import { startIsolated, unhurried } from './start-isolated.ts';

export type DynamoCall = {
  /** Such as `GetItem`. */
  readonly operation: string;
  /** Partitions of the table, or of an index, that the call reads or writes; empty for a call without a key. */
  readonly partitions: readonly string[];
  /** Everything that was asked and answered. */
  readonly traffic: string;
};

const Text = v.object({ S: v.string() });
const Item = v.object({ PK: Text });
const Input = v.object({
  Key: v.optional(Item),
  Item: v.optional(Item),
  ExclusiveStartKey: v.optional(Item),
  KeyConditionExpression: v.optional(v.string(), ''),
  ExpressionAttributeValues: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** A query names its partition by a placeholder: the first thing compared with `=`. */
const partitionsOf = (body: string): string[] => {
  const input = v.parse(v.pipe(v.string(), v.parseJson(), Input), body);
  const [, placeholder = ''] = /= (:\w+)/.exec(input.KeyConditionExpression) ?? [];
  const queried = v.safeParse(Text, input.ExpressionAttributeValues[placeholder]);
  return [
    ...[input.Key, input.Item, input.ExclusiveStartKey].flatMap((item) => item?.PK.S ?? []),
    ...(queried.success ? [queried.output.S] : []),
  ];
};

const passedOn = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target'];

const forward = async (endpoint: string, message: IncomingMessage, body: string) => {
  const headers = Object.fromEntries(passedOn.map((name) => [name, String(message.headers[name])]));
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
};

const startProxy = async (endpoint: string) => {
  const calls: DynamoCall[] = [];
  const server = await startHttpServer('recording proxy', 0, (message, response) => {
    const respond = async () => {
      const body = await text(message);
      const answer = await forward(endpoint, message, body);
      const operation = String(message.headers['x-amz-target']).replace(/^.*\./, '');
      calls.push({ operation, partitions: partitionsOf(body), traffic: body + answer.text });
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(answer.text);
    };
    respond().catch(() => response.destroy());
  });
  return { calls, url: server.url, close: server.close };
};

/** The service, and what its functions ask of DynamoDB; the sweeper, which is nobody's, asks nothing. */
export const startRecorded = async () => {
  const aws = await startLocalAws({ timeScale: unhurried });
  const proxy = await startProxy(aws.endpoints.dynamodb);
  const clientEnv = { ...aws.clientEnv, AWS_ENDPOINT_URL_DYNAMODB: proxy.url };
  const service = await startIsolated({ aws: { ...aws, clientEnv }, schedules: false });
  return {
    service,
    /** What `run` gives, and the calls answered meanwhile, by whichever function. */
    during: async <T>(run: () => Promise<T>): Promise<{ result: T; calls: DynamoCall[] }> => {
      const before = proxy.calls.length;
      const result = await run();
      return { result, calls: proxy.calls.slice(before) };
    },
    close: async () => {
      await service.close();
      await proxy.close();
      await aws.close();
    },
  };
};
