/** The good carts of the stub, by id. They belong to whoever asks. */
import type { CartContents, LineContents, Product } from './cart.ts';

const product = (productId: string, productName: string, priceCents: number): Product => ({
  productId,
  productName,
  priceCents,
});

const rooibos = product('prod-rooibos-80', 'Rooibos Tea, 80 bags', 5_499);
const biltong = product('prod-biltong-250', 'Beef Biltong, sliced, 250 g', 14_990);
const tongs = product('prod-braai-tongs', 'Braai Tongs, stainless steel, 45 cm', 18_950);
const rusks = product('prod-rusks-500', 'Buttermilk Rusks, 500 g', 6_299);
const chutney = product('prod-chutney-470', 'Peach Chutney, 470 g', 4_799);
const potjie = product('prod-potjie-3', 'Cast-iron Potjie, No. 3', 119_900);
const sticker = product('prod-sticker', 'Springbok Sticker', 99);

const pantry = [rooibos, biltong, tongs, rusks, chutney, potjie];

const longNames = [
  product(
    'prod-long-afrikaans',
    'Handgemaakte Karoo-lamsvleis-en-wortelpastei met roosmaryn, knoffel en ’n blaardeegkors (8 porsies)',
    24_950,
  ),
  product(
    'prod-long-zulu',
    'Ubhontshisi obomvu nommbila, kuphekwe ngezinongo zaseNingizimu Afrika, ibhokisi elinezimbiza eziyi-12',
    31_200,
  ),
  product('prod-long-word', `Braai${'vleisuitrustings'.repeat(6)}stel`, 9_995),
];

const lines = (count: number, pick: (index: number) => Product = (index) => pantryAt(index)) =>
  Array.from({ length: count }, (_, index): LineContents => ({
    product: pick(index),
    quantity: (index % 3) + 1,
  }));

const pantryAt = (index: number): Product => pantry[index % pantry.length] ?? rooibos;

/** `count` lines of everyday products. */
export const cartOfLines = (count: number): CartContents => ({ lines: lines(count) });

export const sampleCarts: ReadonlyMap<string, CartContents> = new Map([
  ['cart-single-line', { lines: [{ product: potjie, quantity: 1 }] }],
  [
    'cart-rooibos',
    {
      lines: [
        { product: rooibos, quantity: 4 },
        { product: rusks, quantity: 2 },
        { product: chutney, quantity: 1 },
      ],
    },
  ],
  [
    'cart-campaign',
    {
      lines: [
        { product: tongs, quantity: 1 },
        { product: biltong, quantity: 3 },
      ],
      campaign: {
        campaignCode: 'HERITAGE10',
        description: 'Heritage Day: 10 % off',
        discountPercentage: 10,
        termsConditionsUrl: 'https://example.com/campaigns/heritage10',
        fromDate: '2026-09-01',
        toDate: '2026-12-31',
      },
    },
  ],
  [
    'cart-line-discounts',
    {
      lines: [
        { product: biltong, quantity: 2, discountCents: 2_998 },
        { product: tongs, quantity: 1, discountCents: 18_950 },
        { product: rusks, quantity: 3, discountCents: 1 },
      ],
    },
  ],
  ['cart-shipping', { lines: [{ product: potjie, quantity: 2 }], shippingCents: 9_900 }],
  ['cart-long-names', { lines: longNames.map((each) => ({ product: each, quantity: 2 })) }],
  ['cart-twelve-lines', cartOfLines(12)],
  ['cart-hundred-lines', cartOfLines(100)],
  [
    'cart-small-amounts',
    {
      lines: [
        { product: sticker, quantity: 1 },
        { product: product('prod-cent', 'One-cent Sample', 1), quantity: 3 },
      ],
    },
  ],
]);
