import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { signRequest } from '@bbws/lambda/sign-request';
import { askCartApi, type AskDeps } from './ask-cart-api.ts';

const address = new URL('https://cart.example.com/carts/cart-1?tenantId=tenant-sample');

/** A Cart API that answers when it is told to, and a clock that stands still until then. */
const askDeps = (changes: Partial<AskDeps> = {}) => {
  const waiting: (() => void)[] = [];
  const sent: (RequestInit | undefined)[] = [];
  const latencies: number[] = [];
  let now = Date.parse('2026-11-20T09:30:00.000Z');
  const deps: AskDeps = {
    fetch: async (_, init) => {
      sent.push(init);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return new Response('{}');
    },
    sign: undefined,
    timeoutSignal: () => new AbortController().signal,
    now: () => new Date(now),
    metrics: { duration: (_, milliseconds) => void latencies.push(milliseconds) },
    ...changes,
  };
  /** The Cart API answers every request that it has, after so many milliseconds; how many these were. */
  const answerAfter = async (milliseconds: number): Promise<number> => {
    const answering = waiting.splice(0);
    now += milliseconds;
    for (const answer of answering) answer();
    await settled();
    return answering.length;
  };
  return { deps, sent, latencies, answerAfter };
};

/** Long enough for everything that waits for nothing. */
const settled = () => sleep(20);
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const headersOf = (init?: RequestInit) => Object.fromEntries(new Headers(init?.headers));

describe('Requests to the Cart API', () => {
  test('are five at once; the others wait for a place', async () => {
    const { deps, answerAfter } = askDeps();
    const ask = askCartApi(deps);

    const answers = times(12, () => ask(address));
    await settled();
    const rounds = [await answerAfter(10), await answerAfter(10), await answerAfter(10)];

    expect(rounds).toEqual([5, 5, 2]);
    expect(await Promise.all(answers)).toEqual(times(12, () => ({ status: 200, text: '{}' })));
  });

  test('are measured from the moment that they have a place', async () => {
    const { deps, latencies, answerAfter } = askDeps();
    const ask = askCartApi(deps);

    const answers = times(6, () => ask(address));
    await settled();
    await answerAfter(300);
    await answerAfter(40);
    await Promise.all(answers);

    expect(latencies).toEqual([300, 300, 300, 300, 300, 40]);
  });

  test('have their time from that moment on as well', async () => {
    const timeouts: number[] = [];
    const timeoutSignal = (milliseconds: number) => {
      timeouts.push(milliseconds);
      return new AbortController().signal;
    };
    const { deps, answerAfter } = askDeps({ timeoutSignal });
    const ask = askCartApi(deps);

    const answers = times(6, () => ask(address));
    await settled();
    const before = [...timeouts];
    await answerAfter(1_900);
    await answerAfter(10);
    await Promise.all(answers);

    expect(before).toEqual(times(5, () => 2000));
    expect(timeouts).toHaveLength(6);
  });

  test('give their place back when they fail, and are measured too', async () => {
    const { deps, latencies } = askDeps({
      fetch: async () => Promise.reject(new TypeError('fetch failed')),
    });
    const ask = askCartApi(deps);

    const outcomes = await Promise.allSettled(times(12, () => ask(address)));

    expect(outcomes.map(({ status }) => status)).toEqual(times(12, () => 'rejected'));
    expect(latencies).toHaveLength(12);
  });

  test('that name nobody have one header', async () => {
    const { deps, sent, answerAfter } = askDeps();

    void askCartApi(deps)(address);
    await settled();
    await answerAfter(1);

    expect(headersOf(sent[0])).toEqual({ accept: 'application/json' });
  });

  test('that are signed have the signed headers and no others', async () => {
    const { deps, sent, answerAfter } = askDeps();
    const sign = signRequest({
      service: 'execute-api',
      region: 'af-south-1',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'session' },
      now: deps.now,
    });

    void askCartApi({ ...deps, sign })(address);
    await settled();
    await answerAfter(1);

    expect(headersOf(sent[0])).toEqual({
      accept: 'application/json',
      authorization: expect.stringContaining(
        'SignedHeaders=accept;host;x-amz-date;x-amz-security-token, Signature=',
      ),
      'x-amz-date': '20261120T093000Z',
      'x-amz-security-token': 'session',
    });
  });
});
