import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { presign, type PresignSettings } from './presign.ts';

const credentials = { accessKeyId: 'key-sample', secretAccessKey: 'secret-sample' };

/** The address of an object of bbws-orders, valid for 300 s from a moment within a second. */
const presigned = (key: string, changes: Partial<PresignSettings> = {}) =>
  presign(
    {
      region: 'af-south-1',
      endpoint: undefined,
      credentials,
      now: () => new Date('2026-11-20T09:30:00.789Z'),
      ...changes,
    },
    'bbws-orders',
    300,
  )(key);

const addressOf = async (...args: Parameters<typeof presigned>) =>
  new URL((await presigned(...args)).url);

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** The signature of a presigned GET, as the documentation of Signature Version 4 prescribes it. */
const signatureOf = ({ host, pathname, searchParams }: URL): string => {
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&');
  const request = ['GET', pathname, query, `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'];
  const scope = ['20261120', 'af-south-1', 's3', 'aws4_request'];
  const toSign = [
    'AWS4-HMAC-SHA256',
    searchParams.get('X-Amz-Date'),
    scope.join('/'),
    createHash('sha256').update(request.join('\n')).digest('hex'),
  ];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  return hmac(key, toSign.join('\n')).toString('hex');
};

describe('A presigned address', () => {
  test('names a host per bucket on AWS', async () => {
    const { origin, pathname } = await addressOf('tenant-sample/orders/order_1.pdf');

    expect(origin).toBe('https://bbws-orders.s3.af-south-1.amazonaws.com');
    expect(pathname).toBe('/tenant-sample/orders/order_1.pdf');
  });

  test('names the bucket in its path at another endpoint', async () => {
    const { origin, pathname } = await addressOf('a/b.pdf', { endpoint: 'http://127.0.0.1:4566' });

    expect(origin + pathname).toBe('http://127.0.0.1:4566/bbws-orders/a/b.pdf');
  });

  test('has every sign escaped that S3 escapes before it checks the signature', async () => {
    const { pathname } = await addressOf("a/(b) c'd!*+é~.pdf");

    expect(pathname).toBe('/a/%28b%29%20c%27d%21%2A%2B%C3%A9~.pdf');
  });

  test('expires after its time, counted from the second it was signed in', async () => {
    const { url, expiresAt } = await presigned('a.pdf');

    expect(expiresAt.toISOString()).toBe('2026-11-20T09:35:00.000Z');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      'X-Amz-Date': '20261120T093000Z',
      'X-Amz-Expires': '300',
    });
  });

  test.each([
    ['on AWS', undefined, 'a/b.pdf'],
    ['at an endpoint', 'http://127.0.0.1:4566', 'a/b.pdf'],
    ['for a key with odd signs', undefined, "a/(b) c'd!*+é~.pdf"],
  ])('is signed as S3 expects it %s', async (_, endpoint, key) => {
    const address = await addressOf(key, { endpoint });

    expect(address.searchParams.get('X-Amz-Signature')).toBe(signatureOf(address));
  });

  test('carries the session of temporary credentials', async () => {
    const address = await addressOf('a.pdf', {
      credentials: { ...credentials, sessionToken: 'session/+=' },
    });

    expect(address.searchParams.get('X-Amz-Security-Token')).toBe('session/+=');
    expect(address.searchParams.get('X-Amz-Signature')).toBe(signatureOf(address));
  });

  test('is signed with the credentials of the moment', async () => {
    let current = 'first';
    const sign = presign(
      {
        region: 'af-south-1',
        endpoint: undefined,
        credentials: async () => ({ accessKeyId: current, secretAccessKey: 'secret' }),
        now: () => new Date(),
      },
      'bbws-orders',
      300,
    );

    const before = await sign('a.pdf');
    current = 'second';
    const after = await sign('a.pdf');

    expect([before, after].map(({ url }) => /Credential=(\w+)/.exec(url)?.[1])).toEqual([
      'first',
      'second',
    ]);
  });
});
