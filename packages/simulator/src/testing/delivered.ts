/** What the watchers of a simulation are told, as far as they look at it. */
import { anEvent } from '@bbws/domain/testing/builders';
import { receivedMessage } from '@bbws/local-aws/testing/received-message';
import type { FunctionName } from '../world/functions.ts';

/** A message with the fact that an order was recorded. */
export const aReceived = (id: string, orderId: string) =>
  receivedMessage(id, { Body: JSON.stringify(anEvent('order.recorded', { orderId })) });

export const aDelivered = (functionName: FunctionName, id: string, orderId: string) => ({
  functionName,
  message: aReceived(id, orderId),
  invocation: 1,
});
