/** How an order was paid. Never holds card data (R-DAT-06). */
import * as v from 'valibot';
import { lineOfText } from './line-of-text.ts';
import { Timestamp } from './timestamp.ts';

/** The fields of a payment. The API wraps them strictly, stored orders tolerantly. */
export const paymentDetailsFields = {
  method: lineOfText(50),
  transactionId: lineOfText(100),
  paidAt: Timestamp,
};

export const PaymentDetails = v.object(paymentDetailsFields);
export type PaymentDetails = v.InferOutput<typeof PaymentDetails>;

/** True when both say the same, or both are absent. */
export const samePayment = (
  one: PaymentDetails | undefined,
  other: PaymentDetails | undefined,
): boolean =>
  one?.method === other?.method &&
  one?.transactionId === other?.transactionId &&
  one?.paidAt === other?.paidAt;
