/** Arbitrary parts of requests: what no client of ours sends, and somebody will. */
import type { routes } from '@bbws/api/routes';
import { aBillingAddress } from '@bbws/api/testing/requests';
import { aPayment, sampleOrderId } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { orderBody } from './portal.ts';

const byteOf = (code: number) => String.fromCharCode(code);
const characters = (from: number, to: number) => fc.integer({ min: from, max: to }).map(byteOf);

/** Names that mean something to JavaScript. */
const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

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
  fieldOf(orderBody({ customerEmail: 'nobody' }), ['cartId', 'customerName', 'campaignCode']),
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

const headerText = fc.string({
  unit: fc.oneof(
    { weight: 9, arbitrary: characters(0x20, 0x7e) },
    { weight: 1, arbitrary: fc.oneof(characters(0x80, 0xff), fc.constant('\t')) },
  ),
  maxLength: 300,
});

const oddTokens = [
  ...[
    '',
    'Bearer',
    'Bearer ',
    'Bearer a.b.c',
    'Bearer ..',
    'bearer null',
    'Basic dTpw',
    'Bearer x y',
  ],
  `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
];

/** Values of a header, of characters that HTTP has. */
export const headerValues = fc.oneof(
  headerText,
  fc.constantFrom(
    ...['', ' ', '*', '"1"', 'W/"1"', '"1", "2"', '"', '""', '"1', '1', '"\u00ff"', 'null'],
    ...['x'.repeat(255), 'x'.repeat(256), '"1",'.repeat(2_000), 'x'.repeat(11_000)],
    ...['text/html', 'text/html;q=0', '*/*;q=abc', 'gzip', 'application/xml; charset=utf-7'],
    ...prototypeNames,
    ...oddTokens,
  ),
);

const headerNames = fc.constantFrom(
  ...['Idempotency-Key', 'If-Match', 'X-Correlation-Id', 'Accept', 'Content-Type', 'Origin'],
  ...['Content-Encoding', 'Cookie', 'X-Forwarded-For', 'X-HTTP-Method-Override', '__proto__'],
);

/** Up to four headers; a name may come twice. */
export const headers = fc.array(fc.tuple(headerNames, headerValues), { maxLength: 4 });

export const authorizations = fc.oneof(
  headerValues,
  headerText.map((token) => `Bearer ${token}`),
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

const encodedByte = fc
  .integer({ min: 0, max: 255 })
  .map((byte) => `%${byte.toString(16).padStart(2, '0')}`);

/** A piece of a path or query as it stands on the request line: no space, and nothing that ends it. */
const urlText = (ends: string) =>
  fc.string({
    unit: fc.oneof(
      { weight: 5, arbitrary: characters(0x21, 0x7e).filter((each) => !ends.includes(each)) },
      { weight: 3, arbitrary: encodedByte },
      { weight: 1, arbitrary: characters(0x80, 0xff) },
    ),
    maxLength: 80,
  });

const oddText = fc.constantFrom(
  ...[
    '%',
    '%0',
    '%zz',
    '%u0041',
    '%00',
    '%2F',
    '%ff',
    '%C0%AF',
    '%ED%A0%80',
    '.',
    '..',
    '%2e%2e',
    '...',
  ],
  ...[sampleOrderId.toUpperCase(), `${sampleOrderId}%00`, `${sampleOrderId}%23`, 'x'.repeat(5_000)],
  ...['x'.repeat(11_000), '%41'.repeat(5_000), 'undefined', '{orderId}', "'OR'1'='1", '${7*7}'],
  ...prototypeNames,
);

/** A segment of a path, as it is sent. */
export const segments = fc.oneof(urlText('/?#'), oddText);

const parameter = fc.tuple(
  fc.oneof(
    fc.constantFrom('pageSize', 'startAt', 'status', 'from', 'to', 'token', ...prototypeNames),
    urlText('&=#'),
  ),
  fc.oneof(
    urlText('&#'),
    oddText,
    fc.constantFrom(
      ...['0', '1', '100', '101', '1e2', '+1', '%201', '0x10', 'pending', 'PENDING', ''],
    ),
    fc.constantFrom('2026-02-29', '2026-11-20', '0000-00-00', '9999-12-31', '-000001-01-01'),
  ),
);

/** A query without its question mark; names may come twice. */
export const queries = fc
  .array(parameter, { maxLength: 6 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

/** The path of a route with `segment` for its parameter. */
export const pathOf = ({ path }: (typeof routes)[number], segment = sampleOrderId): string =>
  path.replace(/\{\w+\}/, () => segment);
