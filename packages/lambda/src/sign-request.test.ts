import { describe, expect, test } from '@jest/globals';
import { signRequest, type SignSettings } from './sign-request.ts';
import { authorizationOf } from './testing/authorization.ts';

const credentials = { accessKeyId: 'key-sample', secretAccessKey: 'secret-sample' };
const region = 'af-south-1';
const address = 'https://cart.example.com/v1/carts/cart-1?tenantId=tenant-sample';

const signed = (changes: Partial<SignSettings> = {}, url = address) =>
  signRequest({
    service: 'execute-api',
    region,
    credentials,
    now: () => new Date('2026-11-20T09:30:00.789Z'),
    ...changes,
  })(new URL(url), { accept: 'application/json' });

describe('A signed request', () => {
  test.each([
    ['of an API Gateway', 'execute-api', address],
    ['of a Lambda function', 'lambda', address],
    ['of another port', 'execute-api', 'http://127.0.0.1:4010/carts/cart-1?tenantId=t'],
    ['with escaped signs', 'execute-api', 'https://cart.example.com/carts/a%2Fb%20c?tenantId=t'],
    ['without a query', 'lambda', 'https://cart.example.com/carts/cart-1'],
  ] as const)('%s has the signature that AWS computes', async (_, service, url) => {
    const headers = await signed({ service }, url);

    expect(headers['authorization']).toBe(
      authorizationOf(url, headers, { service, region, credentials }),
    );
  });

  test('has the given headers, the date and the signature, and no others', async () => {
    const headers = await signed();

    expect(headers).toEqual({
      accept: 'application/json',
      'x-amz-date': '20261120T093000Z',
      authorization: expect.stringContaining('SignedHeaders=accept;host;x-amz-date,'),
    });
  });

  test('carries the session of temporary credentials, signed', async () => {
    const headers = await signed({ credentials: { ...credentials, sessionToken: 'session/+=' } });

    expect(headers['x-amz-security-token']).toBe('session/+=');
    expect(headers['authorization']).toBe(
      authorizationOf(address, headers, { service: 'execute-api', region, credentials }),
    );
  });

  test('is signed at the moment, with the credentials of the moment', async () => {
    const keys = ['first', 'second'];
    const hours = ['09', '10'];
    const sign = signRequest({
      service: 'execute-api',
      region,
      credentials: async () => ({ accessKeyId: keys.shift() ?? '', secretAccessKey: 'secret' }),
      now: () => new Date(`2026-11-20T${hours.shift() ?? ''}:30:00.000Z`),
    });

    const headers = [await sign(new URL(address), {}), await sign(new URL(address), {})];

    expect(headers.map((each) => each['x-amz-date'])).toEqual([
      '20261120T093000Z',
      '20261120T103000Z',
    ]);
    expect(headers.map((each) => /=(\w+)\//.exec(each['authorization'] ?? '')?.[1])).toEqual([
      'first',
      'second',
    ]);
  });
});

test('The signature that these tests compute is that of AWS’s own example, get-vanilla', () => {
  const credentialsOfExample = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  };

  const authorization = authorizationOf(
    'https://example.amazonaws.com/',
    { 'x-amz-date': '20150830T123600Z' },
    { service: 'service', region: 'us-east-1', credentials: credentialsOfExample },
  );

  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
      'SignedHeaders=host;x-amz-date, ' +
      'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  );
});
