/** Arbitrary bodies, and texts in them: what no client of ours sends, and somebody will. */
import { aBillingAddress } from '@bbws/api/testing/requests';
import { aPayment } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { orderBody } from './portal.ts';

/** Names that mean something to JavaScript. */
export const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
];

const nested = (open: string, close: string, depth: number) =>
  open.repeat(depth) + close.repeat(depth);

/** JSON text that `JSON.stringify` would not write, and large values. */
const oddJson = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  fc.constantFrom(
    ...['1e999', '-1e999', '-0', '1e-999', '9007199254740993', '1'.repeat(4_000), '00', 'NaN'],
    ...['"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\\u202e"', '"\u2028"', '"\\x"', '"'],
    ...[
      nested('[', ']', 3_500),
      nested('{"a":', '}', 1_000).replace(':}', ':1}'),
      '['.repeat(8_000),
    ],
    ...[
      '{"a":1,"a":2}',
      '{"a":{},"\\u0061":1}',
      '{"":0}',
      '[[],{}]',
      'null',
      'true',
      ' ',
      '{"~/": 1}',
    ],
    ...prototypeNames.map((name) => `{"${name}":{"status":"paid","cartId":"x"}}`),
    ...[100, 5_000, 9_000, 200_000].map((length) => JSON.stringify('ß'.repeat(length))),
  ),
);

/** The object's text with that JSON, well-formed or not, for one of its fields, or for one more. */
const withField = (fields: object, name: string, json: string): string => {
  const others = Object.entries(fields).filter(([each]) => each !== name);
  return `{${JSON.stringify(name)}:${json},${JSON.stringify(Object.fromEntries(others)).slice(1)}`;
};

const fieldOf = (fields: object, names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), oddJson).map(([name, json]) => withField(fields, name, json));

/** Bodies that are right but for one field; no JSON whatever makes one of them an order. */
const spoiltBody = fc.oneof(
  fieldOf(orderBody(), ['customerEmail', 'billingAddress', 'unknown', ...prototypeNames]),
  fieldOf(orderBody({ customerEmail: 'nobody' }), [
    'cartId',
    'customerName',
    'customerVatNumber',
    'campaignCode',
  ]),
  fieldOf(aBillingAddress(), ['unknown', ...prototypeNames]).map((address) =>
    withField(orderBody(), 'billingAddress', address),
  ),
  fieldOf({ status: 'paid', paymentDetails: aPayment() }, [
    'status',
    'paymentDetails',
    '__proto__',
  ]),
);

/** Bodies of which none is an order that could be accepted. */
export const bodies = fc.oneof(
  oddJson,
  spoiltBody,
  fc.uint8Array({ maxLength: 200 }),
  // Bytes that are no UTF-8 in the middle of what is JSON but for them.
  fc
    .uint8Array({ minLength: 1, maxLength: 4 })
    .map((bytes) => Buffer.concat([Buffer.from('{"cartId":"'), bytes, Buffer.from('"}')])),
  fc.constantFrom('\uFEFF{}', '{}{}', '{"status":"paid"}\n\n', '{} // x'),
);

/** Texts that somebody's program stumbles over. */
export const hardTexts = [
  '\ud800',
  'Zoë 👩‍👩‍👧',
  '<b>{{name}}</b>',
  'شاي',
  "O'Neil & Co.",
  '=1+1',
  '\u202eabc',
  '\u0000',
];

/** Text for the fields of an order. */
export const orderTexts = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  fc.constantFrom(...prototypeNames),
);
