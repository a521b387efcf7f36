/** Arbitrary paths, queries and headers: what no client of ours sends, and somebody will. */
import type { routes } from '@bbws/api/routes';
import { sampleOrderId } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { prototypeNames } from './odd-bodies.ts';

const byteOf = (code: number) => String.fromCharCode(code);
const characters = (from: number, to: number) => fc.integer({ min: from, max: to }).map(byteOf);

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
