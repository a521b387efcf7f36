/** What callers were answered, against what became of it. */
import type { Order } from '@bbws/domain/order';
import { samePayment } from '@bbws/domain/payment-details';
import type { AnswerRecord, Breach } from '../world/history.ts';

export const oneOrderPerAnswer = {
  name: 'one-order-per-answer',
  promise:
    'Every 202 has exactly one order, under the number that was answered, however often it was asked for.',
} as const;

export const updatesKept = {
  name: 'updates-kept',
  promise:
    'Every acknowledged update is in the history of its order, and the last payment details are kept.',
} as const;

/** @param orderOf the order of that id as it is in the end */
export const brokenAnswers = (
  answers: readonly AnswerRecord[],
  orderOf: (orderId: string) => Order | undefined,
): Breach[] => [
  ...doubledOrders(answers),
  ...lostPayments(answers, orderOf),
  ...answers.flatMap((answer) => {
    const order = orderOf(answer.orderId);
    return answer.operation === 'create' ? lostOrder(answer, order) : lostUpdate(answer, order);
  }),
];

const doubledOrders = (answers: readonly AnswerRecord[]): Breach[] =>
  [...Map.groupBy(answers, ({ tenantId, key }) => `${tenantId} ${key}`).values()].flatMap(
    (same) => {
      const ids = new Set(same.map(({ orderId }) => orderId));
      const [orderId] = ids;
      return ids.size === 1
        ? []
        : [
            {
              invariant: oneOrderPerAnswer.name,
              orderId,
              message: `one key has ${ids.size} orders`,
            },
          ];
    },
  );

const lostOrder = ({ orderId, orderNumber }: AnswerRecord, order: Order | undefined): Breach[] => {
  if (order && order.orderNumber === orderNumber) return [];
  const found = order ? `the order has ${order.orderNumber}` : 'there is no order';
  return [
    {
      invariant: oneOrderPerAnswer.name,
      orderId,
      message: `${orderNumber ?? 'no number'} was answered, and ${found}`,
    },
  ];
};

const lostUpdate = (
  { orderId, version, orderStatus }: AnswerRecord,
  order: Order | undefined,
): Breach[] => {
  const kept = order?.statusHistory.some(
    (change) => change.version === version && change.status === orderStatus,
  );
  return kept
    ? []
    : [
        {
          invariant: updatesKept.name,
          orderId,
          message: `version ${version ?? 0} (${orderStatus ?? 'none'}) was answered and is not there`,
        },
      ];
};

/** The last payment details that were acknowledged are the order's. */
const lostPayments = (
  answers: readonly AnswerRecord[],
  orderOf: (orderId: string) => Order | undefined,
): Breach[] =>
  [...Map.groupBy(answers, ({ orderId }) => orderId)].flatMap(([orderId, own]) => {
    const last = own
      .filter(({ paymentDetails }) => paymentDetails !== undefined)
      .toSorted((one, other) => (one.version ?? 0) - (other.version ?? 0))
      .at(-1);
    const order = orderOf(orderId);
    const kept = order?.stage === 'recorded' ? order.paymentDetails : undefined;
    return last === undefined || samePayment(kept, last.paymentDetails)
      ? []
      : [
          {
            invariant: updatesKept.name,
            orderId,
            message: 'payment details were acknowledged and are not there',
          },
        ];
  });
