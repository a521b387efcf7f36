import type { OrderEvent } from '@bbws/domain/order-event';
import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, jest, test } from '@jest/globals';
import { publishOutbox } from './publish-outbox.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';

const fail = (name: string) => (): Promise<void> =>
  Promise.reject(Object.assign(new Error('thandi@example.com'), { name }));

const succeed = (): Promise<void> => Promise.resolve();

const makeDeps = (changes: { publish?: () => Promise<void>; write?: () => Promise<void> } = {}) => {
  const { publish = succeed, write = succeed } = changes;
  return {
    publish: jest.fn<(event: OrderEvent) => Promise<void>>(publish),
    removeFromOutbox: jest.fn<(event: OrderEvent) => Promise<void>>(write),
    makeOutboxDue: jest.fn<(event: OrderEvent, at: string) => Promise<void>>(write),
    now: () => new Date('2026-11-20T09:30:01Z'),
    ...observedMetrics(),
    ...observedLog(),
  };
};

describe('an event that is published', () => {
  test.each(['order.rejected', 'order.status-changed'] as const)(
    'leaves the outbox when it is %s',
    async (type) => {
      const deps = makeDeps();

      await publishOutbox(deps, anEvent(type), deps.log);

      expect(deps.publish).toHaveBeenCalledWith(anEvent(type));
      expect(deps.removeFromOutbox).toHaveBeenCalledWith(anEvent(type));
    },
  );

  test.each(['order.accepted', 'order.recorded'] as const)(
    'stays in the outbox when it is %s, until a consumer proves its receipt',
    async (type) => {
      const deps = makeDeps();

      await publishOutbox(deps, anEvent(type), deps.log);

      expect(deps.publish).toHaveBeenCalledWith(anEvent(type));
      expect(deps.removeFromOutbox).not.toHaveBeenCalled();
    },
  );

  test('leaves the outbox after it was published, not before', async () => {
    const deps = makeDeps();

    await publishOutbox(deps, anEvent('order.rejected'), deps.log);

    const [published] = deps.publish.mock.invocationCallOrder;
    const [removed] = deps.removeFromOutbox.mock.invocationCallOrder;
    expect(published).toBeLessThan(removed ?? 0);
  });

  test('is published even if it cannot leave the outbox', async () => {
    const deps = makeDeps({ write: fail('TimeoutError') });

    await publishOutbox(deps, anEvent('order.rejected'), deps.log);

    expect(deps.lines).toMatchObject([{ level: 'warn', reason: 'TimeoutError' }]);
  });
});

describe('an event that cannot be published', () => {
  test.each(['order.accepted', 'order.rejected'] as const)(
    'stays in the outbox and is due at once (%s)',
    async (type) => {
      const deps = makeDeps({ publish: fail('TimeoutError') });

      await publishOutbox(deps, anEvent(type), deps.log);

      expect(deps.makeOutboxDue).toHaveBeenCalledWith(anEvent(type), '2026-11-20T09:30:01.000Z');
      expect(deps.removeFromOutbox).not.toHaveBeenCalled();
    },
  );

  test('is logged and counted', async () => {
    const deps = makeDeps({ publish: fail('TimeoutError') });
    const event = anEvent('order.accepted');

    await publishOutbox(deps, event, deps.log);

    expect(deps.counts).toEqual({ PublishFailures: 1 });
    expect(deps.lines).toMatchObject([
      { level: 'error', eventId: event.id, eventType: 'order.accepted' },
    ]);
  });

  test('is no failure of the write even if it cannot be made due', async () => {
    const deps = makeDeps({ publish: fail('TimeoutError'), write: fail('NetworkError') });

    await expect(publishOutbox(deps, anEvent('order.accepted'), deps.log)).resolves.toBeUndefined();

    expect(deps.lines).toMatchObject([
      { level: 'error' },
      { level: 'warn', reason: 'NetworkError' },
    ]);
  });

  test('is no failure of the write even if something else than an error is thrown', async () => {
    const thrown: unknown = 'no';
    const refuse = (): Promise<void> => {
      throw thrown;
    };
    const deps = makeDeps({ publish: refuse, write: refuse });

    await publishOutbox(deps, anEvent('order.accepted'), deps.log);

    expect(deps.lines).toMatchObject([{ level: 'error' }, { level: 'warn', reason: 'unknown' }]);
  });
});
