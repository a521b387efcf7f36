/** The orders that the preview shows; the people in them are invented. */
import type { RecordedOrder } from '@bbws/domain/order';
import { goodsLines } from '@bbws/pdf/invoice/testing/sample-orders';
import { aCampaign, aPayment, aRecordedOrder } from '@bbws/domain/testing/builders';

/** An order of so many lines whose sums add up. */
const orderOf = (count: number, changes: object = {}): RecordedOrder =>
  aRecordedOrder({ ...goodsLines(count), ...changes });

/** Names with what South Africa's languages ask of a font, and what people type besides. */
export const names = [
  ['Afrikaans', 'Rozélle Daniël van Jaarsveld-Pienaar'],
  ['Tshivenḓa', 'Ṱhizwilondi Ṋemuṱanzhela'],
  ['isiZulu, and an emoji', 'Nomvula kaMkhonza-Dlamini 🌻'],
] as const;

const veryLong =
  'Hand-woven Basotho blanket, pure merino, 155 × 165 cm, pattern “Seanamarena”, with 24-month-guarantee-and-care-instructions-in-eleven-languages';

/** What the mails are shown for. */
export const sampleOrders = {
  short: aRecordedOrder(),
  campaign: aRecordedOrder({ campaign: aCampaign() }),
  long: orderOf(60),
  longName: aRecordedOrder({
    items: aRecordedOrder().items.map((line) => ({ ...line, productName: veryLong })),
  }),
  paid: orderOf(3, { status: 'paid', paymentDetails: aPayment() }),
} as const;
