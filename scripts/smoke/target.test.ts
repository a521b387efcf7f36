import { describe, expect, test } from '@jest/globals';
import type { SmokeOptions } from './options.ts';
import { findTarget } from './target.ts';

const options = (changes: Partial<SmokeOptions> = {}): SmokeOptions => ({
  ...{ local: false, yes: false, json: false, timeoutMs: 1_000 },
  ...{ env: undefined, baseUrl: undefined, origin: undefined, inboxUrl: undefined },
  ...{ token: undefined, otherToken: undefined, foreignOrderId: undefined },
  ...{ cart: undefined, email: undefined, maySkip: undefined },
  ...changes,
});
const nothingRuns = () => undefined;

describe('What is tested', () => {
  test('must be named when no service runs here', async () => {
    await expect(findTarget(options(), nothingRuns)).rejects.toThrow('Name the API: --base-url');
  });

  test('that runs here no more is said to be silent', async () => {
    const url = 'http://127.0.0.1:1';
    const endpoints = { dynamodb: url, sns: url, sqs: url, s3: url, sesv2: url };
    const running = { pid: 1, apiUrl: url, inboxUrl: url, environment: 'local', timeScale: 20 };

    const found = findTarget(options(), () => ({ ...running, endpoints, clientEnv: {} }));

    await expect(found).rejects.toThrow('The service of pnpm start (http://127.0.0.1:1) does not');
  });

  test('in an account orders for an address that takes every mail, from the portal', async () => {
    const baseUrl = 'https://api-dev.bbws.io';
    const named = options({ baseUrl, token: 't', cart: 'cart-1' });

    const target = await findTarget(named, nothingRuns);

    expect(target).toMatchObject({
      ...{ baseUrl, token: 't', cartId: 'cart-1', connect: undefined, inboxUrl: undefined },
      email: 'success@simulator.amazonses.com',
      origin: 'https://portal-dev.bbws.io',
    });
  });

  test.each([
    ['token', 'Give a token: SMOKE_TOKEN'],
    ['cart', '--cart is required'],
  ])('takes an empty %s, as of a variable that nobody has set, for none', async (name, words) => {
    const baseUrl = 'https://api-dev.bbws.io';
    const named = options({ baseUrl, token: 't', cart: 'cart-1', [name]: '' });

    await expect(findTarget(named, nothingRuns)).rejects.toThrow(words);
  });

  test('reaches the table of the environment that is named beside', async () => {
    const named = options({ baseUrl: 'https://api.bbws.io', token: 't', cart: 'c', env: 'prod' });

    const { connect } = await findTarget(named, nothingRuns);

    expect(connect).toBeInstanceOf(Function);
  });
});
