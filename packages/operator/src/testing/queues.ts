/** Queues on the local AWS, a pair of its own for each test. */
import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import type { OrderEvent } from '@bbws/domain/order-event';
import { anEvent } from '@bbws/domain/testing/builders';
import { startLocalAws } from '@bbws/local-aws/local-aws';
import type { QueuePair } from '../dead-letters/queue-pair.ts';

/** A message to put into a queue: an event or any text, with attributes. */
export type Letter = {
  readonly body?: string;
  readonly event?: OrderEvent;
  readonly attributes?: Readonly<Record<string, string>>;
};

/** A fact of its own. */
export const aFact = (changes: object = {}): OrderEvent =>
  anEvent('order.recorded', { id: randomUUID(), ...changes });

export const facts = (count: number): OrderEvent[] => Array.from({ length: count }, () => aFact());

export const lettersOf = (events: readonly OrderEvent[], attributes = {}): Letter[] =>
  events.map((event) => ({ event, attributes }));

export const startTestQueues = async () => {
  const aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
  const { sqs } = aws.clients;

  const makeQueue = async (): Promise<string> => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: randomUUID() }));
    return QueueUrl ?? '';
  };

  const put = async (url: string, letters: readonly Letter[]): Promise<void> => {
    for (let start = 0; start < letters.length; start += 10) {
      const Entries = letters.slice(start, start + 10).map((letter, index) => ({
        Id: String(index),
        MessageBody: letter.body ?? JSON.stringify(letter.event ?? aFact()),
        MessageAttributes: Object.fromEntries(
          Object.entries(letter.attributes ?? {}).map(([name, StringValue]) => [
            name,
            { DataType: 'String', StringValue },
          ]),
        ),
      }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    }
  };

  /** Every message that is visible; they stay hidden for a moment. */
  const takeAll = async (url: string): Promise<Message[]> => {
    const found: Message[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 60,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
        }),
      );
      if (Messages.length === 0) return found;
      found.push(...Messages);
    }
  };

  return {
    aws,
    /** A client of one test, which may change what it sends and is answered. */
    newClient: () =>
      new SQSClient({
        region: aws.region,
        credentials: sqs.config.credentials,
        endpoint: aws.endpoints.sqs,
        useQueueUrlAsEndpoint: false,
        maxAttempts: 1,
      }),
    /** A pair of queues with these dead letters. */
    bury: async (letters: readonly Letter[]): Promise<QueuePair> => {
      const pair = { name: 'pdf', url: await makeQueue(), deadLetterUrl: await makeQueue() };
      await put(pair.deadLetterUrl, letters);
      return pair;
    },
    put,
    takeAll,
    bodiesIn: async (url: string) => (await takeAll(url)).map(({ Body }) => Body ?? '').toSorted(),
    close: aws.close,
  };
};

export type TestQueues = Awaited<ReturnType<typeof startTestQueues>>;

/** Makes the client fail before (or after) commands of that name are sent; counts them. */
export const failAt = (
  client: SQSClient,
  command: string,
  when: 'before' | 'after',
  isBroken: (call: number) => boolean = () => true,
): void => {
  let calls = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== command) return next(args);
      calls += 1;
      const broken = isBroken(calls);
      const crash = new Error(`${command} fails ${when} its effect`);
      if (broken && when === 'before') throw crash;
      const answer = await next(args);
      if (broken) throw crash;
      return answer;
    },
    { step: 'initialize' },
  );
};
