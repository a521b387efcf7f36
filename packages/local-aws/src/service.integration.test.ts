import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFunctionsFile } from './functions-file.ts';
import { startService, type LocalService } from './service.ts';
import { eventually } from './testing/eventually.ts';
import { writeBundles, type Bundles } from './testing/write-bundles.ts';

const echo = `export const handler = async (event) => ({
  statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) });`;

const consumer = `export const handler = async ({ Records }) => {
  for (const { messageId, body, attributes } of Records)
    console.log(JSON.stringify({ messageId, body, receiveCount: attributes.ApproximateReceiveCount }));
  const isBad = ({ body, attributes }) =>
    body === 'always fails' || (body === 'fails once' && attributes.ApproximateReceiveCount === '1');
  return { batchItemFailures: Records.filter(isBad).map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const scheduled = `export const handler = async (event, context) => {
  console.log(JSON.stringify({ scheduled: event.source, left: context.getRemainingTimeInMillis() })); };`;

const file = readFunctionsFile();
const sourceOf = { queue: consumer, schedule: scheduled, http: echo };
const sources = Object.fromEntries(
  Object.entries(file.functions).map(([name, { trigger }]) => [name, sourceOf[trigger.type]]),
);

const orders = { path: '/v1.0/orders', method: 'POST' } as const;

describe('the service', () => {
  let bundles: Bundles;
  let service: LocalService;
  beforeAll(async () => {
    bundles = await writeBundles(sources);
    service = await startService({
      backend: 'embedded',
      // A visibility timeout of 185 s passes in 370 ms.
      timeScale: 500,
      distFolder: bundles.folder,
    });
  });
  afterAll(async () => {
    await service.close();
    await bundles.remove();
  });

  const placeOrder = (token?: string) =>
    fetch(`${service.apiUrl}${orders.path}`, {
      method: orders.method,
      body: '{}',
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
    });

  const linesOf = (functionName: string, body: string) =>
    service.logs(functionName).flatMap(({ entry }) => (entry?.['body'] === body ? [entry] : []));

  const send = (functionName: string, MessageBody: string) =>
    service.aws.clients.sqs.send(
      new SendMessageCommand({
        QueueUrl: service.aws.resources.queues[functionName]?.url,
        MessageBody,
      }),
    );

  test("hands the API's caller over to the function of the route", async () => {
    const token = await service.token({ tenantId: 'tenant-7', groups: ['a', 'b'] });

    const response = await placeOrder(token);

    expect(await response.json()).toMatchObject({
      resource: '/v1.0/orders',
      requestContext: {
        authorizer: {
          claims: { iss: service.issuer, 'custom:tenantId': 'tenant-7', 'cognito:groups': 'a,b' },
        },
      },
    });
  });

  test('takes the token that it hands out to people', async () => {
    const token = await (await fetch(`${service.apiUrl}/_local/token`)).text();

    expect((await placeOrder(token)).status).toBe(200);
  });

  test('answers 401 without a token, and with one that has expired', async () => {
    const expired = await service.token({ expiresInSeconds: -1 });

    expect((await placeOrder()).status).toBe(401);
    expect((await placeOrder(expired)).status).toBe(401);
  });

  test('brings a published event to the functions that want it', async () => {
    const eventType = { DataType: 'String', StringValue: 'order.recorded' };
    await service.aws.clients.sns.send(
      new PublishCommand({
        TopicArn: service.aws.resources.topicArn,
        Message: 'recorded',
        MessageAttributes: { eventType },
      }),
    );

    const interested = ['pdf', 'internal-notify', 'customer-confirm'];
    await eventually(
      () => interested.map((name) => linesOf(name, 'recorded').length),
      (counts) => counts.every((count) => count === 1),
    );
    expect(linesOf('record-creator', 'recorded')).toEqual([]);
  });

  test('brings a failed message again after its visibility timeout, and only that one', async () => {
    await Promise.all([send('pdf', 'fails once'), send('pdf', 'works')]);

    const lines = await eventually(
      () => linesOf('pdf', 'fails once'),
      ({ length }) => length === 2,
    );

    expect(lines.map(({ receiveCount }) => receiveCount)).toEqual(['1', '2']);
    expect(linesOf('pdf', 'works')).toHaveLength(1);
  });

  test('sends a message that always fails to the dead-letter queue after five receives', async () => {
    await send('record-creator', 'always fails');

    const { Messages } = await service.aws.clients.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: service.aws.resources.queues['record-creator']?.deadLetterUrl,
        WaitTimeSeconds: 5,
      }),
    );

    expect(Messages).toMatchObject([{ Body: 'always fails' }]);
    expect(linesOf('record-creator', 'always fails')).toHaveLength(5);
  });

  test('invokes the sweeper every minute of the scale', async () => {
    const runs = await eventually(
      () => service.logs('sweeper'),
      ({ length }) => length >= 3,
    );

    expect(runs[0]?.entry).toMatchObject({ scheduled: 'aws.events' });
  });

  test('leaves the sweeper alone when it is told to', async () => {
    const other = await startService({
      aws: service.aws,
      distFolder: bundles.folder,
      schedules: false,
    });

    // Five minutes of the scale.
    await delay(600);

    expect(other.logs('sweeper')).toEqual([]);
    await other.close();
  });

  test('invokes a function directly', async () => {
    expect(await service.invoke('get', { direct: true })).toMatchObject({ statusCode: 200 });
    expect(await service.invoke('pdf', {})).toMatchObject({ errorType: 'TypeError' });
    await expect(service.invoke('put', {})).rejects.toThrow('There is no function put');
  });

  test('answers sample carts', async () => {
    const response = await fetch(`${service.cartUrl}/carts/cart-rooibos?tenantId=tenant-7`);

    expect(await response.json()).toMatchObject({ tenantId: 'tenant-7' });
  });

  test('may run beside another on the same AWS, which trusts none of its tokens', async () => {
    const lines: string[] = [];
    const other = await startService({
      aws: service.aws,
      distFolder: bundles.folder,
      variables: { ALLOWED_ORIGINS: 'https://other.example.com' },
      onLog: ({ line }) => lines.push(line),
    });

    expect((await placeOrder(await other.token())).status).toBe(401);
    const preflight = await fetch(`${other.apiUrl}${orders.path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example.com' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://other.example.com');
    await other.close();
    await other.close();

    expect(await service.aws.mails()).toEqual([]);
  });

  test('throttles all callers together, and shows the docs to everybody', async () => {
    const other = await startService({
      aws: service.aws,
      distFolder: bundles.folder,
      throttle: { ratePerSecond: 0.001, burst: 1 },
    });
    const statusOf = async (path: string) => (await fetch(`${other.apiUrl}${path}`)).status;

    expect(await statusOf('/health')).toBe(200);
    expect(await statusOf('/health')).toBe(429);
    expect(await statusOf('/docs')).toBe(200);
    await other.close();
  });

  test('says what to do when a bundle is missing', async () => {
    const empty = await writeBundles({});

    await expect(startService({ aws: service.aws, distFolder: empty.folder })).rejects.toThrow(
      /There is no bundle .*index\.mjs\. Run: pnpm build/,
    );
    await empty.remove();
  });

  test('leaves nothing behind that keeps a process alive', async () => {
    const program = `
      import { startService } from ${JSON.stringify(new URL('./service.ts', import.meta.url).href)};
      const service = await startService({ backend: 'embedded', distFolder: ${JSON.stringify(bundles.folder)} });
      await (await fetch(service.apiUrl + '/health')).text();
      await service.close();
      console.log('closed');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    const output = text(child.stdout);

    const [code] = await once(child, 'close');

    expect(await output).toBe('closed\n');
    expect(code).toBe(0);
  });
});
