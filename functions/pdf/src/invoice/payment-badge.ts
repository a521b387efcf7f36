/** How the invoice shows where the payment of its order stands. */
import type { RecordedOrder } from '@bbws/domain/order';
import { paymentStateOf, type PaymentState } from '@bbws/domain/payment-state';
import { tones } from './theme.ts';

export type PaymentBadge = { readonly label: string; readonly ink: string; readonly tint: string };

const badges: Readonly<Record<PaymentState, PaymentBadge>> = {
  due: { label: 'Awaiting payment', ...tones.open },
  paid: { label: 'Paid', ...tones.settled },
  cancelled: { label: 'Cancelled', ...tones.closed },
  failed: { label: 'Payment failed', ...tones.open },
  refunded: { label: 'Refunded', ...tones.closed },
};

const nothingDue: PaymentBadge = { label: 'Nothing to pay', ...tones.settled };

/** Label and colours. Work that follows the payment, such as `processing`, does not show on an invoice. */
export const paymentBadge = ({
  status,
  total,
}: Pick<RecordedOrder, 'status' | 'total'>): PaymentBadge => {
  const state = paymentStateOf(status);
  return state === 'due' && total === 0 ? nothingDue : badges[state];
};
