/** What Lambda asks of the queues to bring an order's messages to the functions; SNS brings them to the queues for nothing. */
import { queueConsumers } from '@bbws/local-aws/functions-file';
import { meanBatch } from '../batches.ts';
import type { Situation, Use } from '../situation.ts';

/** At most one receive for each message and one that ends the window; one delete for each batch. */
export const usesOfMessages = ({ functionsFile, measured, orders, primary }: Situation): Use[] =>
  queueConsumers(functionsFile).map(({ name, trigger }) => {
    const messages = orders * (measured.order.functions[name]?.messages ?? 0);
    const batches = messages / meanBatch(trigger, messages);
    return {
      price: 'queueRequest',
      region: primary,
      amount: messages + 2 * batches,
      assumed: true,
    };
  });
