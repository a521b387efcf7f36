/** Finds the service's queues, and with them the account: an AWS without them is the wrong place. */
import { GetQueueUrlCommand, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';

export type FoundQueue = { readonly url: string; readonly deadLetterUrl: string };

type Wanted = {
  readonly functionName: string;
  readonly queue: string;
  readonly deadLetterQueue: string;
};

/** A queue that this checkout knows and the region does not. */
type MissingQueue = { readonly functionName: string; readonly error: Error };

class NoQueue extends Error {
  override readonly name = 'NoQueue';
}

/**
 * The queues by their functions, and the functions of which neither queue is there. Two requests per function, all at once.
 * @throws Error saying what to do when none is there, when one of the two is missing, or when there are no credentials
 */
export const findQueues = async (sqs: SQSClient, wanted: readonly Wanted[], region: string) => {
  const missing: MissingQueue[] = [];
  const found = await Promise.all(
    wanted.map(async ({ functionName, queue, deadLetterQueue }) => {
      const [url, deadLetterUrl] = await Promise.all([
        urlOf(sqs, queue, region),
        urlOf(sqs, deadLetterQueue, region),
      ]);
      if (typeof url === 'string' && typeof deadLetterUrl === 'string')
        return [[functionName, { url, deadLetterUrl }] as const];
      // One without the other is no function of a newer commit: somebody deleted a queue.
      const [gone, other] = [url, deadLetterUrl].filter((one) => one instanceof NoQueue);
      if (gone && !other) throw gone;
      if (gone) missing.push({ functionName, error: gone });
      return [];
    }),
  );
  const [first] = found.flat();
  if (!first) throw missing[0]?.error ?? new Error('No queue is asked for.');
  const queues: Record<string, FoundQueue> = Object.fromEntries(found.flat());
  return { queues, missing, account: accountOf(first[1].url) };
};

const urlOf = async (sqs: SQSClient, name: string, region: string): Promise<string | NoQueue> => {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    return QueueUrl ?? new NoQueue(`SQS gave no address of ${name}.`);
  } catch (error) {
    const reason = explained(error, name, region);
    if (reason instanceof NoQueue) return reason;
    throw reason;
  }
};

const explained = (error: unknown, name: string, region: string): unknown => {
  if (error instanceof QueueDoesNotExist)
    return new NoQueue(
      `There is no queue ${name} in ${region}. Is it the right account (AWS_PROFILE) and region (AWS_REGION)?`,
      { cause: error },
    );
  if (error instanceof Error && error.name === 'CredentialsProviderError')
    return new Error('No AWS credentials: set AWS_PROFILE, and log in (`aws sso login`).', {
      cause: error,
    });
  return error;
};

/** The account in the address of a queue, `https://sqs.af-south-1.amazonaws.com/{account}/{queue}`. */
const accountOf = (queueUrl: string): string => new URL(queueUrl).pathname.split('/')[1] ?? '';
