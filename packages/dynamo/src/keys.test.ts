import { OrderId, TenantId } from '@bbws/domain/identifiers';
import { orderStatuses } from '@bbws/domain/order-status';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import tableFile from '../table.json' with { type: 'json' };
import {
  byDateKey,
  byIdKey,
  byStatusKey,
  counterKey,
  effectKey,
  effectsPrefix,
  indexes,
  orderKey,
  ordersPrefix,
  outboxesDueEnd,
  outboxKey,
  outboxPartitions,
  parseEffectKey,
  parseOrderKey,
  writerKey,
  type Position,
} from './keys.ts';
import { ItemError } from './parse-item.ts';

const tenantIds = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .map((id) => v.parse(TenantId, id));
const orderIds = fc
  .uuid()
  .filter((id) => v.is(OrderId, id))
  .map((id) => v.parse(OrderId, id));
const times = fc
  .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const positions = fc.record({ id: orderIds, dateCreated: times });

const samplePosition = () => ({
  id: v.parse(OrderId, '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11'),
  dateCreated: '2026-11-20T09:30:00.000Z',
});
const sampleTenant = v.parse(TenantId, 'tenant-sample');

describe('the keys agree with table.json', () => {
  test('in the attributes of the table', () => {
    const { hashKey, rangeKey } = tableFile;

    const { id } = samplePosition();
    const keys = [
      orderKey(sampleTenant, id),
      counterKey(sampleTenant, '2026-11-20', ''),
      effectKey(sampleTenant, id, 'customer-recorded'),
      writerKey,
    ];

    expect(keys.map(Object.keys)).toEqual(keys.map(() => [hashKey, rangeKey]));
  });

  test('in the names of the indexes', () => {
    expect(Object.values(indexes)).toEqual(tableFile.indexes.map(({ name }) => name));
  });

  test.each([
    [indexes.byDate, byDateKey(sampleTenant, samplePosition())],
    [indexes.byId, byIdKey(samplePosition().id)],
    [indexes.byStatus, byStatusKey(sampleTenant, 'paid', samplePosition())],
    [indexes.outbox, outboxKey(samplePosition().id, '2026-11-20T09:30:00.000Z')],
  ])('in the attributes of %s', (index, key) => {
    const { hashKey, rangeKey } = tableFile.indexes.find(({ name }) => name === index) ?? {};

    expect(Object.keys(key)).toEqual([hashKey, rangeKey]);
  });
});

describe('the key of an order', () => {
  test('gives back its tenant and id', () => {
    fc.assert(
      fc.property(tenantIds, orderIds, (tenantId, id) => {
        expect(parseOrderKey(orderKey(tenantId, id))).toEqual({ tenantId, id });
      }),
    );
  });

  test('is told from every other key of the tenant', () => {
    fc.assert(
      fc.property(tenantIds, orderIds, (tenantId, id) => {
        for (const key of [
          counterKey(tenantId, '2026-11-20', ''),
          effectKey(tenantId, id, 'customer-recorded', 2),
          writerKey,
        ])
          expect(() => parseOrderKey(key)).toThrow(ItemError);
      }),
    );
  });

  test('is told from a key with another prefix', () => {
    const { id } = samplePosition();
    const { PK, SK } = orderKey(sampleTenant, id);

    expect(() => parseOrderKey({ PK: `CUSTOMER#${sampleTenant}`, SK })).toThrow(ItemError);
    expect(() => parseOrderKey({ PK, SK: `PARCEL#${id}` })).toThrow(ItemError);
  });

  test('is not parsed when a # was smuggled into an id', () => {
    const { id } = samplePosition();
    const { PK, SK } = orderKey(sampleTenant, id);

    expect(() => parseOrderKey({ PK: `${PK}#other`, SK })).toThrow(ItemError);
    expect(() => parseOrderKey({ PK, SK: `${SK}#other` })).toThrow(ItemError);
  });
});

describe('ids', () => {
  test('that hold a # are ids of nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(v.is(TenantId, `${before}#${after}`)).toBe(false);
        expect(v.is(OrderId, `${before}#${after}`)).toBe(false);
      }),
    );
  });

  test('that differ give keys that differ, in the table and in every index', () => {
    const keysOf = (tenantId: TenantId, position: Position) => [
      orderKey(tenantId, position.id),
      byDateKey(tenantId, position),
      byStatusKey(tenantId, 'paid', position),
    ];
    fc.assert(
      fc.property(tenantIds, tenantIds, positions, positions, (one, other, first, second) => {
        fc.pre(one !== other || first.id !== second.id);

        const [left, right] = [keysOf(one, first), keysOf(other, second)];

        left.forEach((key, n) => expect(key).not.toEqual(right[n]));
      }),
    );
  });
});

describe('lists', () => {
  test('sort by time, then by id', () => {
    fc.assert(
      fc.property(positions, positions, (one, other) => {
        const sortKeys = [one, other].map((position) => byDateKey(sampleTenant, position).GSI1_SK);
        const inTime = [one, other].toSorted(
          (a, b) => Date.parse(a.dateCreated) - Date.parse(b.dateCreated) || (a.id < b.id ? -1 : 1),
        );

        expect(sortKeys.toSorted()).toEqual(
          inTime.map((position) => byDateKey(sampleTenant, position).GSI1_SK),
        );
      }),
    );
  });

  test('have a partition for each status', () => {
    const partitions = orderStatuses.map(
      (status) => byStatusKey(sampleTenant, status, samplePosition()).GSI3_PK,
    );

    expect(new Set(partitions).size).toBe(orderStatuses.length);
  });
});

describe('the outbox', () => {
  test('spreads orders over ten partitions', () => {
    const partitions = Array.from({ length: 10 }, (_, n) => {
      const id = v.parse(OrderId, `0000000${String(n)}-5d0a-4c8e-9a51-7d2f6f0c9e11`);
      return outboxKey(id, '2026-11-20T09:30:00.000Z').GSI4_PK;
    });

    expect(partitions).toEqual(Array.from({ length: 10 }, (_, n) => `OUTBOX#${String(n)}`));
    expect(outboxPartitions).toEqual(partitions);
  });

  test('has no eleventh partition', () => {
    fc.assert(
      fc.property(orderIds, (id) => {
        expect(outboxKey(id, '2026-11-20T09:30:00.000Z').GSI4_PK).toMatch(/^OUTBOX#\d$/);
      }),
    );
  });

  test('ends for a time behind the orders that are due then, before the others', () => {
    fc.assert(
      fc.property(positions, times, ({ id, dateCreated: dueAt }, now) => {
        expect(outboxKey(id, dueAt).GSI4_SK < outboxesDueEnd(now)).toBe(dueAt <= now);
        expect(outboxKey(id, now).GSI4_SK < outboxesDueEnd(now)).toBe(true);
      }),
    );
  });
});

describe('the key of an effect', () => {
  test('gives name and version back', () => {
    fc.assert(
      fc.property(
        tenantIds,
        orderIds,
        fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
        (tenantId, id, version) => {
          const key = effectKey(tenantId, id, 'customer-status', version);

          expect(parseEffectKey(key)).toEqual({
            name: 'customer-status',
            ...(version !== undefined && { version }),
          });
        },
      ),
    );
  });

  test('begins like those of the other effects of its order, and of no other', () => {
    const { id } = samplePosition();
    const other = v.parse(OrderId, '11111111-1111-4111-8111-111111111111');
    const { PK, SK } = effectKey(sampleTenant, id, 'customer-recorded');

    expect(PK).toBe(effectsPrefix(sampleTenant, id).PK);
    expect(SK.startsWith(effectsPrefix(sampleTenant, id).SK)).toBe(true);
    expect(SK.startsWith(effectsPrefix(sampleTenant, other).SK)).toBe(false);
  });

  test.each([
    ['ORDER#0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11'],
    ['EFFECT#0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11'],
    ['EFFECT#0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11#customer-status#0'],
    ['EFFECT#0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11#customer-status#3#4'],
  ])('is not %s', (SK) => {
    expect(() => parseEffectKey({ SK })).toThrow(ItemError);
  });
});

test('the orders of a tenant begin alike, and nothing else of the tenant does', () => {
  const { id } = samplePosition();
  const { PK, SK } = ordersPrefix(sampleTenant);

  const keys = [
    orderKey(sampleTenant, id),
    effectKey(sampleTenant, id, 'customer-recorded'),
    counterKey(sampleTenant, '2026-11-20', ''),
  ];

  expect(keys.map((key) => key.PK)).toEqual([PK, PK, PK]);
  expect(keys.map((key) => key.SK.startsWith(SK))).toEqual([true, false, false]);
});
