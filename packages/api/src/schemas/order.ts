/** Answers that hold orders, as JSON: decimal numbers, ISO 8601 times. */
import { orderStatuses } from '@bbws/domain/order-status';
import { RejectionCode } from '@bbws/domain/rejection';
import * as v from 'valibot';

const Text = v.string();
const Amount = v.pipe(
  v.number(),
  v.description(
    'Amount in the order’s currency, a decimal number. Null until the order is recorded.',
  ),
);
const Status = v.picklist(orderStatuses);
const Time = v.pipe(v.string(), v.isoTimestamp());
const Id = v.pipe(v.string(), v.uuid());

const Line = v.strictObject({
  id: Text,
  productId: Text,
  productName: Text,
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unitPrice: v.number(),
  discount: v.number(),
  subtotal: v.pipe(v.number(), v.description('unitPrice x quantity - discount')),
  active: v.boolean(),
});

const Campaign = v.strictObject({
  campaignCode: Text,
  description: Text,
  discountPercentage: v.number(),
  termsConditionsUrl: Text,
  fromDate: Text,
  toDate: Text,
});

const Address = v.strictObject({
  street: Text,
  city: Text,
  province: Text,
  postalCode: Text,
  country: v.pipe(Text, v.description('ISO 3166-1 alpha-2')),
});

const StatusChange = v.strictObject({
  status: Status,
  at: Time,
  by: v.pipe(Text, v.description('Subject of the token, or system: and a function’s name.')),
  version: v.pipe(v.number(), v.integer()),
});

/** A whole order. */
export const OrderAnswer = v.strictObject({
  id: Id,
  orderNumber: Text,
  tenantId: Text,
  stage: v.pipe(
    v.picklist(['accepted', 'recorded', 'rejected']),
    v.description('accepted: has a number; recorded: has its amounts; rejected: see rejection.'),
  ),
  status: Status,
  customerEmail: Text,
  customerEmailRefusedAt: v.optional(
    v.pipe(
      Time,
      v.description(
        'When the mail service refused customerEmail for good: the customer has not got our mail, so reach them another way.',
      ),
    ),
  ),
  customerName: v.optional(Text),
  customerVatNumber: v.optional(Text),
  cartId: Text,
  campaignCode: v.optional(Text),
  billingAddress: Address,
  items: v.array(Line),
  subtotal: v.nullable(Amount),
  discount: v.nullable(Amount),
  shipping: v.nullable(Amount),
  tax: v.nullable(Amount),
  total: v.nullable(Amount),
  currency: v.nullable(v.pipe(Text, v.description('ISO 4217'))),
  campaign: v.optional(Campaign),
  paymentDetails: v.optional(v.strictObject({ method: Text, transactionId: Text, paidAt: Time })),
  rejection: v.optional(
    v.strictObject({
      code: v.pipe(
        v.picklist(RejectionCode.options),
        v.description('Why. To try again, send the order with a new Idempotency-Key.'),
      ),
      message: v.pipe(Text, v.description('The same in a sentence for the customer.')),
    }),
  ),
  invoiceReady: v.pipe(
    v.boolean(),
    v.description('An invoice is there; after a payment for moments the one before it.'),
  ),
  version: v.pipe(
    v.number(),
    v.integer(),
    v.description('Rises by one with every change; the ETag.'),
  ),
  statusHistory: v.array(StatusChange),
  dateCreated: Time,
  dateLastUpdated: Time,
  lastUpdatedBy: Text,
});

/** An order in a list. */
const Summary = v.strictObject({
  id: Id,
  orderNumber: Text,
  status: Status,
  total: v.nullable(Amount),
  currency: v.nullable(Text),
  dateCreated: Time,
});

/** A page of a list. */
export const OrderPageAnswer = v.strictObject({
  orders: v.array(Summary),
  pagination: v.strictObject({
    pageSize: v.pipe(v.number(), v.integer()),
    totalReturned: v.pipe(v.number(), v.integer()),
    nextToken: v.nullable(
      v.pipe(Text, v.description('Send it as startAt, with the same query, for the next page.')),
    ),
    moreAvailable: v.boolean(),
  }),
});
