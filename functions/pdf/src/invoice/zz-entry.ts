import { aRecordedOrder } from '@bbws/domain/testing/builders';
import { writeFileSync } from 'node:fs';
import { renderInvoice } from './render-invoice.ts';
const timeZone = 'Africa/Johannesburg';
const lines = (
  n: number,
  name: (i: number) => string = (i) =>
    [
      'Rooibos tea, 80 bags',
      'Braai tongs, stainless steel',
      'Biltong, sliced, 250 g',
      'Enamel mug, 350 ml, cobalt blue',
    ][i % 4]!,
) => {
  const items = Array.from({ length: n }, (_, i) => ({
    id: `line-${i}`,
    productId: `p-${i}`,
    productName: name(i),
    quantity: 1 + (i % 7),
    unitPrice: 4999 + i * 100,
    discount: i % 3 === 0 ? 500 : 0,
    subtotal: (4999 + i * 100) * (1 + (i % 7)) - (i % 3 === 0 ? 500 : 0),
    active: true,
  }));
  const subtotal = items.reduce((s, l) => s + l.subtotal, 0);
  return {
    items,
    subtotal,
    discount: 2500,
    shipping: 9900,
    tax: 15000,
    total: subtotal - 2500 + 9900 + 15000,
  };
};
const campaign = {
  campaignCode: 'SUMMER-2026',
  description:
    'Ten per cent off the whole summer range for returning customers, while stocks last.',
  discountPercentage: 10,
  termsConditionsUrl: 'https://bbws.io/campaigns/summer-2026/terms',
  fromDate: '2026-11-01',
  toDate: '2026-12-31',
};
const paid = {
  status: 'paid',
  paymentDetails: {
    method: 'Credit card',
    transactionId: 'txn_8f2c1d90a7',
    paidAt: '2026-11-20T22:30:00Z',
  },
};
const W = (n: number) => 'W'.repeat(n);
const big = 1_000_000_000_000;
export const cases: Record<string, object> = {
  one: lines(1),
  plain: {},
  twelve: { ...lines(12), ...paid, campaign },
  sixty: { ...lines(60), ...paid },
  hundred: { ...lines(100), campaign },
  longname: {
    ...lines(9, (i) =>
      i % 3
        ? 'Short'
        : 'A hand-thrown stoneware teapot of two litres with a bamboo handle, glazed in the blue of the Cape sky, with six matching cups, a tray of wild olive wood, and a cosy of Karoo merino wool, boxed',
    ),
    campaign,
  },
  address: {
    ...lines(5),
    customerName:
      'Nkosazana Thandiwe Sample-van der Merwe and Associates (Property Management) Proprietary Limited',
    customerEmail: `${'averylongmailboxname.'.repeat(3)}x@${'subdomain.'.repeat(17)}example.com`,
    billingAddress: {
      street:
        'Unit 14, Block C, The Old Biscuit Mill Business Park, 373 to 375 Albert Road, corner of Station Street, behind the second loading bay on the left, Woodstock, opposite the municipal market building',
      city: 'Cape Town City Centre and Surrounding Suburbs',
      province: 'Western Cape',
      postalCode: '8001',
      country: 'GS',
    },
  },
  hostile: {
    ...lines(6, () => W(200)),
    customerName: W(100),
    billingAddress: {
      street: W(200),
      city: W(100),
      province: W(100),
      postalCode: W(20),
      country: 'ZA',
    },
    customerEmail: `${'W'.repeat(64)}@${'w'.repeat(60)}.${'w'.repeat(60)}.${'w'.repeat(59)}.com`,
    campaign: {
      ...campaign,
      description: W(500),
      campaignCode: W(64),
      termsConditionsUrl: `https://${'w'.repeat(60)}.${'w'.repeat(60)}.com/${W(1700)}`,
    },
    status: 'paid',
    paymentDetails: { method: W(50), transactionId: W(100), paidAt: '2026-11-20T22:30:00Z' },
  },
  huge: {
    items: Array.from({ length: 30 }, (_, i) => ({
      id: `l${i}`,
      productId: 'p',
      productName: 'Ṱhohoyanḓou 🎉 ǃke e: ǀxarra ' + '⒇'.repeat(150),
      quantity: 1_000_000,
      unitPrice: big,
      discount: big,
      subtotal: big,
      active: true,
    })),
    subtotal: big,
    discount: big,
    shipping: big,
    tax: big,
    total: big,
    currency: 'INR',
  },
};
const out = process.argv[2] ?? '.';
if (process.argv[3] === 'bench') {
  for (const n of [1, 10, 100]) {
    const order = aRecordedOrder(n === 1 ? lines(1) : lines(n));
    const t = performance.now();
    await renderInvoice(order, { timeZone });
    const cold = performance.now() - t;
    const runs: number[] = [];
    for (let k = 0; k < 30; k++) {
      const t0 = performance.now();
      await renderInvoice(order, { timeZone });
      runs.push(performance.now() - t0);
    }
    console.log(
      n,
      'first',
      cold.toFixed(1),
      'median warm',
      runs.sort((a, b) => a - b)[15]!.toFixed(1),
    );
  }
} else
  for (const [name, changes] of Object.entries(cases))
    writeFileSync(`${out}/${name}.pdf`, await renderInvoice(aRecordedOrder(changes), { timeZone }));
