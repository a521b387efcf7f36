import { setTimeout } from 'node:timers/promises';
import { outboxPartitions } from '@bbws/dynamo/keys';
import { ItemError } from '@bbws/dynamo/parse-item';
import { describe, expect, jest, test } from '@jest/globals';
import { makeHandler, type Deps } from './handler.ts';
import { contextWith, dueOrder, minutes, now, sweepDeps } from './testing/sweep-deps.ts';

const sweepOnce = (deps: Deps, context = contextWith(50_000)) => makeHandler(deps)({}, context);

const eventsOf = (orders: readonly ReturnType<typeof dueOrder>[]) =>
  orders.flatMap(({ outbox }) => outbox.map(({ id }) => id)).toSorted();
const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id).toSorted();
const fault = async () => Promise.reject(new Error('thandi@example.com is away'));

describe('the sweeper', () => {
  test('publishes what is due, of every partition and page', async () => {
    const due = Array.from({ length: 100 }, () => dueOrder());
    const { deps, published } = sweepDeps(due);

    await sweepOnce(deps);

    expect(idsOf(published)).toEqual(eventsOf(due));
  });

  test('leaves alone what is not due yet', async () => {
    const { deps, published } = sweepDeps([dueOrder({ dueFor: -1 })]);

    await sweepOnce(deps);

    expect(published).toEqual([]);
  });

  test('finds nothing to do a second time', async () => {
    const { deps, published, counts } = sweepDeps([dueOrder()]);
    await sweepOnce(deps);

    await sweepOnce(deps);

    expect(published).toHaveLength(1);
    expect(counts).toEqual({ OutboxPublished: 1 });
  });

  test('says what it did, in one line', async () => {
    const { deps, lines } = sweepDeps([dueOrder(), dueOrder({ age: minutes(25 * 60) })]);

    await sweepOnce(deps);

    expect(lines.filter(({ level }) => level === 'info')).toEqual([
      {
        level: 'info',
        message: 'Outboxes swept',
        ...{ found: 2, claimed: 2, skipped: 0, failed: 0, published: 1, stuck: 1 },
      },
    ]);
  });

  test('counts what it did, and nothing that did not happen', async () => {
    const { deps, counts } = sweepDeps([
      dueOrder(),
      dueOrder(),
      dueOrder({ age: minutes(25 * 60) }),
    ]);

    await sweepOnce(deps);

    expect(counts).toEqual({ OutboxPublished: 2, OutboxStuck: 1 });
  });

  test('works on eight orders at once, not on more', async () => {
    let [running, most] = [0, 0];
    const { deps } = sweepDeps(Array.from({ length: 30 }, () => dueOrder()));
    const publish = async () => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(1);
      running -= 1;
    };

    await sweepOnce({ ...deps, publish });

    expect(most).toBe(8);
  });
});

describe('where another region writes, the sweeper', () => {
  test('rests: it does not even look', async () => {
    const listDueOutboxes = jest.fn<Deps['listDueOutboxes']>(fault);
    const { deps, published, lines } = sweepDeps([dueOrder()], {
      listDueOutboxes,
      isWriter: async () => false,
    });

    await sweepOnce(deps);

    expect(listDueOutboxes).not.toHaveBeenCalled();
    expect(published).toEqual([]);
    expect(lines).toMatchObject([{ level: 'info' }]);
  });

  test('claims no more when the right to write is moved while it runs', async () => {
    const answers = [true, true, true];
    const { deps, published } = sweepDeps(
      Array.from({ length: 20 }, () => dueOrder()),
      { isWriter: async () => answers.pop() ?? false },
    );

    await sweepOnce(deps);

    // The first answer is for the start.
    expect(published).toHaveLength(2);
  });

  test('fails when it cannot know', async () => {
    const { deps, published } = sweepDeps([dueOrder()], { isWriter: fault });

    await expect(sweepOnce(deps)).rejects.toThrow('away');

    expect(published).toEqual([]);
  });
});

describe('before its time-out, the sweeper', () => {
  test('begins no order that a hanging call could keep beyond it', async () => {
    const { deps, published, lines } = sweepDeps([dueOrder()]);

    await sweepOnce(deps, contextWith(12_000));

    expect(published).toEqual([]);
    expect(lines).toMatchObject([{ message: 'Outboxes swept until the time was up', found: 0 }]);
  });

  test('stops, and leaves the others to the next run', async () => {
    const due = Array.from({ length: 60 }, () => dueOrder());
    const { deps, published, lines } = sweepDeps(due);
    const asked = jest.fn(() => 12_010 - asked.mock.calls.length);

    await sweepOnce(deps, contextWith(asked));
    const [line] = lines;
    const first = published.length;
    await sweepOnce(deps);

    expect(first).toBe(9);
    expect(line).toMatchObject({ message: 'Outboxes swept until the time was up', published: 9 });
    expect(idsOf(published)).toEqual(eventsOf(due));
  });
});

describe('a partition that cannot be listed', () => {
  const listsWithout =
    (deps: Deps, ...broken: readonly string[]): Deps['listDueOutboxes'] =>
    async (query) =>
      broken.includes(query.partition) ? fault() : deps.listDueOutboxes(query);

  test('does not keep the others from being swept, and is counted', async () => {
    const due = outboxPartitions.flatMap((_, shard) => [
      dueOrder({ shard }),
      dueOrder({ shard }),
      dueOrder({ shard }),
    ]);
    const { deps, published, counts, lines } = sweepDeps(due);
    const [, broken = ''] = outboxPartitions;

    await sweepOnce({ ...deps, listDueOutboxes: listsWithout(deps, broken) });
    const first = published.length;
    await sweepOnce(deps);

    expect(counts).toMatchObject({ SweepFailures: 1 });
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(first).toBe(27);
    expect(idsOf(published)).toEqual(eventsOf(due));
  });

  test('fails the run when it is every one, after that was counted and written', async () => {
    const { deps, counts } = sweepDeps([]);
    const flush = jest.fn();
    const metrics = { ...deps.metrics, flush };

    const run = sweepOnce({
      ...deps,
      metrics,
      listDueOutboxes: listsWithout(deps, ...outboxPartitions),
    });

    await expect(run).rejects.toThrow('No partition of the outbox index could be listed');
    expect(counts).toEqual({ SweepFailures: 10 });
    expect(flush).toHaveBeenCalledTimes(1);
  });
});

test('an entry that is no order’s is logged and counted, and stops none of the orders', async () => {
  const due = Array.from({ length: 30 }, () => dueOrder());
  const { deps, published, counts, lines } = sweepDeps(due);

  await sweepOnce({
    ...deps,
    listDueOutboxes: async (query) => ({
      ...(await deps.listDueOutboxes(query)),
      unreadable:
        query.partition === outboxPartitions[3] && !query.after ? [new ItemError('No order')] : [],
    }),
  });

  expect(idsOf(published)).toEqual(eventsOf(due));
  expect(counts).toEqual({ OutboxPublished: 30, SweepFailures: 1 });
  expect(lines).toContainEqual({
    level: 'error',
    message: 'An entry of the outbox index is no order’s',
  });
});

describe('an order that cannot be swept', () => {
  test.each(['readOrder', 'claimOutbox'] as const)(
    'because %s fails is logged by its ids and counted, and stops none of the others',
    async (operation) => {
      const due = Array.from({ length: 30 }, () => dueOrder());
      const { deps, published, counts, lines } = sweepDeps(due);
      const [poison] = due;
      const { order } = poison ?? dueOrder();
      const broken: Partial<Deps> = {
        readOrder: async (tenantId, id) =>
          id === order.id ? fault() : deps.readOrder(tenantId, id),
        claimOutbox: async (claim) =>
          claim.seen.order.id === order.id ? fault() : deps.claimOutbox(claim),
      };

      await sweepOnce({ ...deps, [operation]: broken[operation] });

      expect(idsOf(published)).toEqual(eventsOf(due.slice(1)));
      expect(counts).toEqual({ OutboxPublished: 29, SweepFailures: 1 });
      expect(lines).toContainEqual({
        level: 'error',
        message: 'An order could not be swept',
        tenantId: order.tenantId,
        orderId: order.id,
      });
    },
  );
});

test('the sweeper asks for what is due at the time of its start', async () => {
  const listDueOutboxes = jest.fn<Deps['listDueOutboxes']>(async () => ({
    orders: [],
    unreadable: [],
  }));
  const { deps } = sweepDeps([], { listDueOutboxes });

  await sweepOnce(deps);

  const dueBy = new Date(now).toISOString();
  expect(listDueOutboxes.mock.calls.map(([query]) => query)).toEqual(
    outboxPartitions.map((partition) => ({ partition, dueBy, limit: 25 })),
  );
});
