import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { httpHandler, publicEndpoint, tenantEndpoint } from './http.ts';
import { gatewayEvent, sampleClaims } from './testing/gateway-event.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';

/** A handler whose endpoints give back the body they got. */
const makeHandler = () => {
  const { log, lines } = observedLog();
  const allowedOrigins = ['https://portal.example.com'];
  const handle = httpHandler({ log, ...observedMetrics(), allowedOrigins }, [
    tenantEndpoint(
      { operationId: 'readThing', method: 'GET', path: '/things/{thingId}', access: 'tenant' },
      ({ json }) => Promise.resolve({ status: 200, data: json() }),
    ),
    publicEndpoint(
      { operationId: 'readNews', method: 'GET', path: '/news', access: 'public' },
      ({ json }) => Promise.resolve({ status: 200, data: json() }),
    ),
    publicEndpoint(
      { operationId: 'showNews', method: 'GET', path: '/page', access: 'public' },
      ({ query }) =>
        Promise.resolve({
          status: 200,
          raw: `<!doctype html>${JSON.stringify(query)}`,
          contentType: 'text/html',
        }),
    ),
  ]);
  return { handle, lines };
};

/** JSON is an answer of this API; anything else is the endpoint's own. */
const Body = v.union([
  v.pipe(v.string(), v.parseJson(), v.object({ success: v.boolean() })),
  v.pipe(v.string(), v.startsWith('<!doctype html>')),
]);

const Response = v.strictObject({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  headers: v.record(v.string(), v.pipe(v.string(), v.regex(/^[\x20-\x7e]+$/))),
  body: Body,
});

const whyInvalid = (response: unknown) => v.safeParse(Response, response).issues;

/** Mostly the first, now and then the second. */
const mostly = <A, B>(usual: fc.Arbitrary<A>, odd: fc.Arbitrary<B>) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd });

const texts = fc.dictionary(fc.string(), fc.string());
const requests = fc.record({
  httpMethod: mostly(fc.constant('GET'), fc.string()),
  resource: mostly(fc.constantFrom('/news', '/page', '/things/{thingId}'), fc.string()),
  headers: mostly(texts, fc.jsonValue()),
  pathParameters: mostly(texts, fc.jsonValue()),
  queryStringParameters: mostly(texts, fc.jsonValue()),
  body: mostly(fc.json(), fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())),
  isBase64Encoded: mostly(fc.constant(false), fc.constant(true)),
  requestContext: fc.record({
    requestId: mostly(fc.constant('request-1'), fc.string()),
    authorizer: mostly(fc.constant({ claims: sampleClaims }), fc.jsonValue()),
  }),
});

test('whatever is like a request of API Gateway gets a valid response', async () => {
  const { handle } = makeHandler();

  await fc.assert(
    fc.asyncProperty(requests, async (event) => {
      expect(whyInvalid(await handle(event))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('anything at all gets a valid response', async () => {
  const { handle } = makeHandler();

  await fc.assert(
    fc.asyncProperty(fc.anything(), async (event) => {
      expect(whyInvalid(await handle(event))).toBeUndefined();
    }),
  );
});

test('what is no request of API Gateway is answered with a problem without detail, and logged', async () => {
  const { handle, lines } = makeHandler();
  const event = gatewayEvent({ method: 'GET', resource: '/news' });

  const response = await handle({ ...event, requestContext: { requestId: 'thandi@example.com' } });

  expect(response.statusCode).toBe(500);
  expect(JSON.parse(response.body)).toMatchObject({ code: 'INTERNAL_ERROR', requestId: 'unknown' });
  expect(response.body).not.toMatch(/thandi|requestContext/);
  expect(lines).toMatchObject([
    { level: 'error', reason: expect.stringMatching(/^\/requestContext\/requestId: (?!.*thandi)/) },
  ]);
});
