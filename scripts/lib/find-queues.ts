/** Finds the service's queues, and with them the account: an AWS without them is the wrong place. */
import { GetQueueUrlCommand, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';

export type FoundQueue = { readonly url: string; readonly deadLetterUrl: string };

type Wanted = {
  readonly functionName: string;
  readonly queue: string;
  readonly deadLetterQueue: string;
};

/**
 * The queues by their functions. Two requests per queue, all at once.
 * @throws Error saying what to do when one is not there, or when there are no credentials
 */
export const findQueues = async (sqs: SQSClient, wanted: readonly Wanted[], region: string) => {
  const found = await Promise.all(
    wanted.map(async ({ functionName, queue, deadLetterQueue }) => {
      const [url, deadLetterUrl] = await Promise.all(
        [queue, deadLetterQueue].map((name) => urlOf(sqs, name, region)),
      );
      if (url === undefined || deadLetterUrl === undefined) throw new Error(`No queue ${queue}`);
      return [functionName, { url, deadLetterUrl }] as const;
    }),
  );
  const queues: Record<string, FoundQueue> = Object.fromEntries(found);
  return { queues, account: accountOf(found[0]?.[1].url ?? '') };
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
    return new Error(
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
