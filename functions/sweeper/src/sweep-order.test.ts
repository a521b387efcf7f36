import { anEvent } from '@bbws/domain/testing/builders';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { describe, expect, jest, test } from '@jest/globals';
import type { Deps } from './handler.ts';
import { sweepOrder } from './sweep-order.ts';
import { dueOrder, minutes, now, sweepDeps } from './testing/sweep-deps.ts';

const day = minutes(24 * 60);
const at = (time: number) => new Date(time).toISOString();

const sweep = (deps: Deps, { order }: StoredOrder) => sweepOrder(deps, order, deps.log);

describe('an order whose outbox is due', () => {
  test('is claimed until as long from now as its event is old, at most an hour', async () => {
    const [young, old] = [dueOrder({ age: minutes(2) }), dueOrder({ age: minutes(75) })];
    const { deps, orders } = sweepDeps([young, old]);

    await Promise.all([young, old].map((each) => sweep(deps, each)));

    expect([young, old].map(({ order }) => orders.get(order.id)?.outboxDueAt)).toEqual([
      at(now + minutes(2)),
      at(now + minutes(60)),
    ]);
  });

  test.each([
    ['order.accepted', 1],
    ['order.recorded', 1],
    ['order.rejected', 0],
    ['order.status-changed', 0],
  ] as const)('has %s published; then its outbox has %d events', async (type, left) => {
    const due = dueOrder({ type });
    const { deps, orders, published } = sweepDeps([due]);

    const swept = await sweep(deps, due);

    expect(swept).toEqual({ published: 1, stuck: 0 });
    expect(published).toEqual(due.outbox);
    expect(orders.get(due.order.id)?.outbox).toHaveLength(left);
  });

  test('has every event of its outbox published, also one that was added since it was read', async () => {
    const due = dueOrder();
    const added = anEvent('order.status-changed', { orderId: due.order.id, occurredAt: at(now) });
    const { deps, published } = sweepDeps([due], {
      claimOutbox: async ({ seen }) => ({ ...seen, outbox: [...seen.outbox, added] }),
    });

    const swept = await sweep(deps, due);

    expect(swept).toEqual({ published: 2, stuck: 0 });
    expect(published).toEqual([...due.outbox, added]);
  });

  test('is claimed under a new id each time', async () => {
    const claimOutbox = jest.fn<Deps['claimOutbox']>(async () => undefined);
    const due = dueOrder();
    const { deps } = sweepDeps([due], { claimOutbox });

    await sweep(deps, due);
    await sweep(deps, due);

    const ids = claimOutbox.mock.calls.map(([{ claimId }]) => claimId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an order is left alone', () => {
  test.each([
    ['that is gone', () => undefined],
    ['whose outbox was emptied', (due: StoredOrder) => ({ order: due.order, outbox: [] })],
    ['whose outbox is empty, due or not', (due: StoredOrder) => ({ ...due, outbox: [] })],
    ['that is not due any more', (due: StoredOrder) => ({ ...due, outboxDueAt: at(now + 1) })],
    ['that stands at no time', ({ order, outbox }: StoredOrder) => ({ order, outbox })],
  ])('%s, though the index still has it', async (_, change) => {
    const due = dueOrder();
    const claimOutbox = jest.fn<Deps['claimOutbox']>(async () => undefined);
    const { deps, published } = sweepDeps([due], {
      claimOutbox,
      readOrder: async () => change(due),
    });

    expect(await sweep(deps, due)).toBeUndefined();
    expect(claimOutbox).not.toHaveBeenCalled();
    expect(published).toEqual([]);
  });

  test('that somebody else claimed', async () => {
    const due = dueOrder();
    const { deps, published } = sweepDeps([due], { claimOutbox: async () => undefined });

    expect(await sweep(deps, due)).toBeUndefined();
    expect(published).toEqual([]);
  });
});

describe('an event of a version that this code does not know', () => {
  const unknownEvents = ['7b0c3a52-6c1d-4c0e-9d3c-1f2e3d4c5b6a'];

  test('does not keep the others of its outbox', async () => {
    const due = { ...dueOrder(), unknownEvents };
    const { deps, published } = sweepDeps([due]);

    await sweep(deps, due);

    expect(published).toEqual(due.outbox);
  });

  test('is left for newer code when it is alone, and is not overlooked', async () => {
    const due = { ...dueOrder(), outbox: [], unknownEvents };
    const { deps, orders } = sweepDeps([due]);

    await expect(sweep(deps, due)).rejects.toThrow('a version that this code does not know');

    expect(orders.get(due.order.id)).toEqual(due);
  });
});

describe('an event that cannot be published', () => {
  test('is due at once, stays in the outbox, and is counted as what it is', async () => {
    const due = dueOrder({ type: 'order.status-changed' });
    const { deps, orders, counts } = sweepDeps([due], {
      publish: async () => Promise.reject(new Error('SNS is away')),
    });

    const swept = await sweep(deps, due);

    expect(swept).toEqual({ published: 0, stuck: 0 });
    expect(orders.get(due.order.id)).toMatchObject({ outbox: due.outbox, outboxDueAt: at(now) });
    expect(counts).toEqual({ PublishFailures: 1 });
  });

  test('does not keep the others of its outbox', async () => {
    const due = dueOrder();
    const other = anEvent('order.status-changed', { orderId: due.order.id, occurredAt: at(now) });
    const both = { ...due, outbox: [...due.outbox, other] };
    const publish = jest.fn<Deps['publish']>().mockRejectedValueOnce(new Error('SNS is away'));
    const { deps, orders } = sweepDeps([both], { publish });

    const swept = await sweep(deps, both);

    expect(swept).toEqual({ published: 1, stuck: 0 });
    expect(orders.get(due.order.id)?.outbox).toEqual(due.outbox);
  });
});

describe('an event that is in the outbox for more than a day', () => {
  test('is published no more, and said to be stuck by its ids', async () => {
    const due = dueOrder({ age: day + 1 });
    const { deps, published, lines } = sweepDeps([due]);

    const swept = await sweep(deps, due);

    expect(swept).toEqual({ published: 0, stuck: 1 });
    expect(published).toEqual([]);
    const [event] = due.outbox;
    expect(lines).toMatchObject([{ level: 'error', eventId: event?.id, eventType: event?.type }]);
  });

  test('is looked at every hour, so that the alarm stays on', async () => {
    const due = dueOrder({ age: day + 1 });
    const { deps, orders } = sweepDeps([due]);

    await sweep(deps, due);

    expect(orders.get(due.order.id)?.outboxDueAt).toBe(at(now + minutes(60)));
  });

  test('does not keep a newer one from being published', async () => {
    const due = dueOrder({ age: day + 1 });
    const newer = anEvent('order.status-changed', { orderId: due.order.id, occurredAt: at(now) });
    const { deps, published } = sweepDeps([due], {
      claimOutbox: async ({ seen }) => ({ ...seen, outbox: [...seen.outbox, newer] }),
    });

    expect(await sweep(deps, due)).toEqual({ published: 1, stuck: 1 });
    expect(published).toEqual([newer]);
  });

  test('was published until its day was over', async () => {
    const due = dueOrder({ age: day });
    const { deps } = sweepDeps([due]);

    expect(await sweep(deps, due)).toEqual({ published: 1, stuck: 0 });
  });
});
