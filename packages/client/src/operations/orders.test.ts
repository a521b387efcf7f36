import { describe, expect, test } from '@jest/globals';
import { fakeClient, problem, success } from '../testing/fake-api.ts';

const page = (ids: readonly string[], nextToken: string | null) =>
  success({
    orders: ids.map((id) => ({ id })),
    pagination: { moreAvailable: nextToken !== null, nextToken },
  });

const startsOf = (requests: readonly Request[]) =>
  requests.map(({ url }) => new URL(url).searchParams.get('startAt'));

describe('iterating over orders', () => {
  test('gives those of all pages, and ends', async () => {
    const pages = [page(['a', 'b'], 'token-1'), page(['c', 'd'], 'token-2'), page(['e'], null)];
    const { client, requests } = fakeClient(pages);

    const ids: string[] = [];
    for await (const { id } of client.orders('tenant-demo', { pageSize: 2 })) ids.push(id);

    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(startsOf(requests)).toEqual([null, 'token-1', 'token-2']);
  });

  test('keeps the query on every page', async () => {
    const { client, requests } = fakeClient([page(['a'], 'token-1'), page([], null)]);

    for await (const order of client.orders('tenant-demo', { status: 'paid' }))
      expect(order).toEqual({ id: 'a' });

    expect(requests.map(({ url }) => new URL(url).searchParams.get('status'))).toEqual([
      'paid',
      'paid',
    ]);
  });

  test('gives nothing for no orders', async () => {
    const { client, requests } = fakeClient([page([], null)]);

    for await (const order of client.orders('tenant-demo')) expect(order).toBeUndefined();

    expect(requests).toHaveLength(1);
  });

  test('goes on where the query says', async () => {
    const { client, requests } = fakeClient([page(['z'], null)]);

    for await (const { id } of client.orders('tenant-demo', { startAt: 'token-8' }))
      expect(id).toBe('z');

    expect(startsOf(requests)).toEqual(['token-8']);
  });

  test('asks for no page that nobody wants', async () => {
    const { client, requests } = fakeClient([page(['a', 'b'], 'token-1'), page(['c'], null)]);

    for await (const { id } of client.orders('tenant-demo')) if (id === 'b') break;

    expect(requests).toHaveLength(1);
  });

  test('throws the error of a page', async () => {
    const { client } = fakeClient([page(['a'], 'token-1'), problem(400, 'INVALID_PAGE_TOKEN')]);
    const all = async () => {
      for await (const { id } of client.orders('tenant-demo')) expect(id).toBe('a');
    };

    await expect(all()).rejects.toMatchObject({ code: 'INVALID_PAGE_TOKEN' });
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const { client } = fakeClient([page(['a'], 'token-1'), page(['b'], null)]);
    const all = async () => {
      const { signal } = controller;
      for await (const { id } of client.orders('tenant-demo', {}, { signal }))
        controller.abort(new Error(`left at ${id}`));
    };

    await expect(all()).rejects.toThrow('left at a');
  });
});
