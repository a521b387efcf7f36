import { describe, expect, test } from '@jest/globals';
import { orderOf } from '../testing/queue.ts';
import { start } from '../testing/records.ts';
import { turns } from '../testing/turns.ts';
import { aSource } from '../testing/source.ts';

describe('a delivery', () => {
  test('is planned by the name of the message and how often it was received', async () => {
    const planned: unknown[] = [];
    const { passTo, queue, source } = aSource(
      {},
      {
        plan: (delivery) => {
          planned.push(delivery);
          return {};
        },
      },
    );
    queue.fill(1);
    source.lookSoon();

    await passTo(5_000);

    expect(planned[0]).toEqual({
      functionName: 'pdf',
      subject: orderOf(1),
      eventType: 'order.recorded',
      receiveCount: 1,
    });
  });

  test('may come late: the whole batch is held, and other batches are not', async () => {
    const { batches, passTo, queue, source } = aSource(
      { batchSize: 2 },
      { plan: ({ subject }) => (subject === orderOf(2) ? { lateBy: 60_000 } : {}) },
    );
    queue.fill(3);
    source.lookSoon();

    await passTo(120_000);

    expect(batches).toEqual([
      { at: 5_000, ids: ['message-3'] },
      { at: 65_000, ids: ['message-1', 'message-2'] },
    ]);
    expect(queue.left()).toEqual([]);
  });

  test('may come again, alone, although it is done and deleted', async () => {
    const { batches, history, passTo, queue, source } = aSource(
      {},
      { plan: ({ subject }) => (subject === orderOf(2) ? { againAfter: 60_000 } : {}) },
    );
    queue.fill(2);
    source.lookSoon();

    await passTo(120_000);

    expect(batches).toEqual([
      { at: 5_000, ids: ['message-1', 'message-2'] },
      { at: 65_000, ids: ['message-2'] },
    ]);
    expect(history.messages.map(({ messageId, invocation }) => [messageId, invocation])).toEqual([
      ['message-1', 1],
      ['message-2', 1],
      ['message-2', 2],
    ]);
  });

  test('may be kept by SQS, which delivers it again when it is visible', async () => {
    const { batches, history, passTo, queue, source } = aSource(
      {},
      { plan: ({ receiveCount }) => ({ keep: receiveCount === 1 }) },
    );
    queue.fill(1);
    source.lookSoon();

    await passTo(5_000);
    expect(queue.left()).toEqual(['message-1']);
    expect(history.messages).toMatchObject([{ outcome: 'done' }]);

    await passTo(300_000);
    expect(batches.map(({ at }) => at)).toEqual([5_000, 190_000]);
    expect(queue.left()).toEqual([]);
  });

  test('tells whose its receipt is', async () => {
    const { passTo, queue, receipts, source } = aSource();
    queue.fill(1);
    queue.put('poison', 'this is no JSON');
    source.lookSoon();

    await passTo(5_000);

    expect([...receipts]).toEqual([
      ['receipt-message-1', orderOf(1)],
      ['receipt-poison', 'no order'],
    ]);
  });
});

describe('a look into the queue', () => {
  test.each([
    [0, 0],
    [1, 1_000],
    [999, 1_000],
    [1_000, 1_000],
    [1_001, 2_000],
  ])('that is due after %i ms takes place after %i', (due, look) => {
    const { clock, source } = aSource({ windowMs: 0 });

    clock.moveTo(start + due);
    source.lookSoon();

    expect(source.nextLook()).toBe(start + look);
  });

  test('takes place once for all that asked for it in a second', async () => {
    const { clock, source, queue } = aSource({ windowMs: 0 });
    clock.moveTo(start + 100);
    source.lookSoon();
    clock.moveTo(start + 900);
    source.lookSoon();

    clock.moveTo(start + 1_000);

    expect(await source.poll()).toBe(false);
    expect(queue.reads()).toBe(1);
    expect(source.nextLook()).toBeUndefined();
  });

  test('is not taken before it is due', async () => {
    const { source, queue, batches } = aSource();
    queue.fill(1);
    source.lookSoon();

    expect(await source.poll()).toBe(false);

    expect(batches).toEqual([]);
    expect(source.nextLook()).toBe(start + 5_000);
  });

  test('says whether there was anything', async () => {
    const { source, queue } = aSource({ windowMs: 0 });
    queue.fill(1);
    source.lookSoon();

    expect(await source.poll()).toBe(true);
    await turns();
  });
});
