/** What waits in a function's dead-letter queue. */
import { ReceiveMessageCommand, type Message } from '@aws-sdk/client-sqs';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { eventually } from './eventually.ts';

/** The message in the function's dead-letter queue whose body includes `text`, once it is there; it stays there. */
export const deadLetterWith = (
  { clients, resources }: LocalAws,
  functionName: string,
  text: string,
): Promise<Message> =>
  eventually(`a dead letter of ${functionName} with ${text}`, async () => {
    const { Messages = [] } = await clients.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: resources.queues[functionName]?.deadLetterUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages.find(({ Body }) => Body?.includes(text));
  });
