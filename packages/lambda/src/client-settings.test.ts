import { createServer, type RequestListener } from 'node:http';
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { clientSettings, queueClientSettings } from './client-settings.ts';

/** Runs `use` against a server on this machine that answers so. */
const withServer = async (answer: RequestListener, use: (endpoint: string) => Promise<void>) => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    await use(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const account = {
  region: 'af-south-1',
  credentials: { accessKeyId: 'local-dummy-key', secretAccessKey: 'local-dummy-secret' },
};

const delay = new ChangeMessageVisibilityCommand({
  QueueUrl: 'http://queue.invalid/000000000000/queue',
  ReceiptHandle: 'receipt-1',
  VisibilityTimeout: 30,
});

test("a request about a queue goes to the client's endpoint, whatever host the address names", async () => {
  const hosts: string[] = [];
  const sqs = new SQSClient({ ...queueClientSettings, ...account });
  sqs.middlewareStack.add(
    () =>
      ({ request }) => {
        hosts.push(v.parse(v.object({ hostname: v.string() }), request).hostname);
        return Promise.resolve({ output: { $metadata: {} }, response: {} });
      },
    { step: 'finalizeRequest' },
  );

  await sqs.send(delay);

  expect(hosts).toEqual(['sqs.af-south-1.amazonaws.com']);
});

test('a request that is not answered ends when its time is over', async () => {
  const silence: RequestListener = () => undefined;
  const quick = { ...clientSettings.requestHandler, requestTimeout: 50 };

  await withServer(silence, async (endpoint) => {
    const settings = { ...queueClientSettings, maxAttempts: 1, requestHandler: quick };
    const sqs = new SQSClient({ ...settings, ...account, endpoint });

    const sending = sqs.send(delay, { abortSignal: AbortSignal.timeout(2000) });

    await expect(sending).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

test('a call of three attempts ends well before an API function does', () => {
  const { maxAttempts, requestHandler } = clientSettings;

  const longest = maxAttempts * (requestHandler.connectionTimeout + requestHandler.requestTimeout);

  expect(longest).toBeLessThan(15_000);
});
