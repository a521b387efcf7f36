import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { AwsCall } from './aws-call.ts';
import { functionKey } from './caller.ts';
import { watchCalls } from './watch-calls.ts';

// Answers with what it was sent; reads late, as a framework does that first looks at the head.
const server = createServer((request, response) => {
  const respond = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    response.end(await text(request));
  };
  void respond();
});
const calls: AwsCall[] = [];
let address: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  address = `http://127.0.0.1:${port}`;
  watchCalls(server, (call) => calls.push(call));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls.length = 0;
});

const body = JSON.stringify({
  TableName: 'orders',
  Key: { PK: { S: 'CONTROL' }, SK: { S: 'WRITER' } },
});

const send = async (accessKeyId: string | undefined, operation: string): Promise<string> => {
  const scope = `${accessKeyId ?? ''}/20261120/af-south-1/dynamodb/aws4_request`;
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      ...(accessKeyId !== undefined && {
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      }),
    },
    body,
  });
  const answer = await response.text();
  // The call is told when the answer has left.
  await new Promise((resolve) => setImmediate(resolve));
  return answer;
};

describe('A watched server', () => {
  const pdf = functionKey('pdf', '0123456789abcdef');

  test('tells a call of a function, and reads what it was sent all the same', async () => {
    expect(await send(pdf, 'GetItem')).toBe(body);

    expect(calls).toEqual([
      {
        caller: pdf,
        action: 'dynamodb:GetItem',
        resource: { type: 'table', name: 'orders' },
        context: { 'dynamodb:LeadingKeys': ['CONTROL'] },
        detail: 'WRITER',
      },
    ]);
  });

  test('tells each different call once', async () => {
    await send(pdf, 'UpdateItem');
    await send(pdf, 'UpdateItem');
    await send(functionKey('get', '0123456789abcdef'), 'UpdateItem');

    expect(calls.map(({ caller }) => caller)).toEqual([pdf, 'local-get-0123456789abcdef']);
  });

  test('tells nothing of whoever is no function', async () => {
    await send('local-dummy-key', 'DeleteItem');
    await send(undefined, 'DeleteItem');

    expect(calls).toEqual([]);
  });
});
