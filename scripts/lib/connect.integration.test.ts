import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { readFunctionsFile, queueConsumers } from '@bbws/local-aws/functions-file';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { queueNames } from '@bbws/local-aws/resources/names';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confirmChange, connect } from './connect.ts';
import { findQueues } from './find-queues.ts';
import type { RunningService } from './running-service.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', environment: 'test' });
});
afterAll(() => aws.close());

const said: string[] = [];
const say = (line: string) => void said.push(line);
const readRunning = (): RunningService => ({
  pid: process.pid,
  apiUrl: 'http://127.0.0.1:4010',
  inboxUrl: aws.inboxUrl,
  environment: aws.resources.environment,
  timeScale: 20,
  endpoints: aws.endpoints,
  clientEnv: aws.clientEnv,
});

describe('connecting', () => {
  test.each([undefined, 'local'])(
    'finds the service of pnpm start by itself (%s)',
    async (environment) => {
      const stack = await connect({ environment }, { readRunning, say });

      const { tableName, ordersBucket, topicArn, queues } = aws.resources;
      expect(stack).toMatchObject({ environment: 'local', timeScale: 20, ordersBucket, topicArn });
      expect(stack.table.name).toBe(tableName);
      expect(stack.queues).toEqual(
        Object.fromEntries(
          queueConsumers(readFunctionsFile()).map(({ name }) => [
            name,
            { url: queues[name]?.url, deadLetterUrl: queues[name]?.deadLetterUrl },
          ]),
        ),
      );
      stack.close();
    },
  );

  test('gives clients that reach it', async () => {
    const { sqs, queues, close } = await connect({}, { readRunning, say });

    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queues['pdf']?.url, AttributeNames: ['QueueArn'] }),
    );

    expect(Attributes?.QueueArn).toBe(aws.resources.queues['pdf']?.arn);
    close();
  });

  test.each([
    ['an environment is named or one runs', {}, 'Name the environment'],
    [
      'the environment is known',
      { environment: 'test' },
      '--env must be one of dev, sit, prod, local',
    ],
    ['a local AWS runs', { environment: 'local' }, 'No local AWS runs'],
  ])('asks that %s', async (_, options, words) => {
    await expect(connect(options, { readRunning: () => undefined, say })).rejects.toThrow(words);
  });

  test('finds the others where one is not deployed, and says which', async () => {
    const [consumer] = queueConsumers(readFunctionsFile());
    if (!consumer) throw new Error('No function reads a queue.');
    const known = { functionName: consumer.name, ...queueNames(consumer, 'test') };
    const tracking = { functionName: 'tracking', queue: 'none', deadLetterQueue: 'none-dlq' };

    const { queues, missing } = await findQueues(aws.clients.sqs, [tracking, known], aws.region);

    expect(Object.keys(queues)).toEqual([consumer.name]);
    expect(missing).toMatchObject([{ functionName: 'tracking' }]);
  });

  test('stops where one of the two queues of a function is missing', async () => {
    const [whole, halved] = queueConsumers(readFunctionsFile()).map((consumer) => ({
      functionName: consumer.name,
      ...queueNames(consumer, 'test'),
    }));
    if (!whole || !halved) throw new Error('Fewer than two functions read a queue.');

    const found = (changed: Partial<typeof halved>) =>
      findQueues(aws.clients.sqs, [whole, { ...halved, ...changed }], aws.region);

    await expect(found({ queue: 'none' })).rejects.toThrow('There is no queue none in');
    await expect(found({ deadLetterQueue: 'none' })).rejects.toThrow('There is no queue none in');
  });

  test('says what to look at when the queues are not there', async () => {
    const queue = { functionName: 'pdf', queue: 'bbws-order-pdf-prod', deadLetterQueue: 'none' };

    const found = findQueues(aws.clients.sqs, [queue], aws.region);

    await expect(found).rejects.toThrow(
      /There is no queue \S+ in af-south-1. Is it the right account/,
    );
  });
});

describe('a change of production', () => {
  const stackOf = async (environment: string) => ({
    ...(await connect({}, { readRunning, say })),
    environment,
  });

  test('needs a yes', async () => {
    const prod = await stackOf('prod');

    expect(() => {
      confirmChange(prod, false);
    }).toThrow('This changes production (account 000000000000). Add --yes');
    expect(() => {
      confirmChange(prod, true);
    }).not.toThrow();
  });

  test('anywhere else needs none', async () => {
    const sit = await stackOf('sit');

    expect(() => {
      confirmChange(sit, false);
    }).not.toThrow();
  });
});
