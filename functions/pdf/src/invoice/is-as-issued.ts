/** Whether an invoice is the one as first issued. It has a key of its own, and bytes that nothing changes but a payment. */
import type { RecordedOrder } from '@bbws/domain/order';

/** True while the payment of the order is due and nothing is known of one. */
export const isAsIssued = ({
  status,
  paymentDetails,
}: Pick<RecordedOrder, 'status' | 'paymentDetails'>): boolean =>
  status === 'pending' && paymentDetails === undefined;
