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
 * The queues by their functions, and those that are not there. Two requests per queue, all at once.
 * @throws Error saying what to do when none is there, or when there are no credentials
 */
export const findQueues = async (sqs: SQSClient, wanted: readonly Wanted[], region: string) => {
  const missing: MissingQueue[] = [];
  const found = await Promise.all(
    wanted.map(async ({ functionName, queue, deadLetterQueue }) => {
      try {
        const [url, deadLetterUrl] = await Promise.all([
          urlOf(sqs, queue, region),
          urlOf(sqs, deadLetterQueue, region),
        ]);
        return [[functionName, { url, deadLetterUrl }] as const];
      } catch (error) {
        if (!(error instanceof NoQueue)) throw error;
        missing.push({ functionName, error });
        return [];
      }
    }),
  );
  const [first] = found.flat();
  if (!first) throw missing[0]?.error ?? new Error('No queue is asked for.');
  const queues: Record<string, FoundQueue> = Object.fromEntries(found.flat());
  return { queues, missing, account: accountOf(first[1].url) };
};

const urlOf = async (sqs: SQSClient, name: string, region: string): Promise<string> => {
  const { QueueUrl } = await sqs
    .send(new GetQueueUrlCommand({ QueueName: name }))
    .catch((error: unknown) => {
      throw explained(error, name, region);
    });
  if (QueueUrl === undefined) throw new Error(`SQS gave no address of ${name}.`);
  return QueueUrl;
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
