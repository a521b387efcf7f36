/** Builds received messages for tests, through the schema of the real ones. */
import * as v from 'valibot';
import { ReceivedMessage } from '../event-source-mapping/received-message.ts';

export const receivedMessage = (id: string, changes: Record<string, unknown> = {}) =>
  v.parse(ReceivedMessage, {
    MessageId: id,
    ReceiptHandle: `receipt-${id}`,
    Body: `body of ${id}`,
    MD5OfBody: 'd41d8cd98f00b204e9800998ecf8427e',
    Attributes: {
      ApproximateFirstReceiveTimestamp: '1795000000100',
      ApproximateReceiveCount: '1',
      SenderId: '000000000000',
      SentTimestamp: '1795000000000',
    },
    ...changes,
  });
