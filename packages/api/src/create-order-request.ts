/** Body and header of POST /v1.0/orders (R-API-02). Strict: what is not known is refused. */
import { billingAddressFields } from '@bbws/domain/billing-address';
import { CampaignCode } from '@bbws/domain/campaign';
import { EmailAddress } from '@bbws/domain/email-address';
import { CustomerVatNumber } from '@bbws/domain/customer-vat-number';
import { CartId } from '@bbws/domain/identifiers';
import { lineOfText } from '@bbws/domain/line-of-text';
import * as v from 'valibot';

export const CreateOrderRequest = v.strictObject({
  cartId: CartId,
  customerEmail: EmailAddress,
  customerName: v.optional(
    v.pipe(
      lineOfText(100),
      v.description('Recipient of the tax invoice: without it the invoice names nobody.'),
    ),
  ),
  customerVatNumber: v.optional(
    v.pipe(
      CustomerVatNumber,
      v.description(
        'VAT number of the customer; stands on the tax invoice. 4 to 20 letters, digits, spaces and . / + * -; none that may be a card number.',
      ),
    ),
  ),
  campaignCode: v.optional(
    v.pipe(
      CampaignCode,
      v.description(
        'Noted on the order and nothing else: discounts, and the campaign that the invoice names, come from the cart.',
      ),
    ),
  ),
  billingAddress: v.strictObject(billingAddressFields),
});
export type CreateOrderRequest = v.InferOutput<typeof CreateOrderRequest>;

/** The same key with the same body gives the same order, however often it is sent (R-REL-03). */
export const IdempotencyKey = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]{1,255}$/, 'must have 1 to 255 printable ASCII characters without spaces'),
  v.description(
    'Makes the request repeatable: one key, one order, also when that order was rejected. 1 to 255 printable ASCII characters.',
  ),
);
