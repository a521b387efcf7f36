import { describe, expect, test } from '@jest/globals';
import { aTenantId } from '@bbws/domain/testing/builders';
import { orderIdFor } from './order-id.ts';

describe('The id that belongs to an idempotency key', () => {
  test('is the same for the same tenant and key', () => {
    const first = orderIdFor(aTenantId('tenant-a'), 'key-1');

    const second = orderIdFor(aTenantId('tenant-a'), 'key-1');

    expect(second).toBe(first);
  });

  test('is a UUID of version 8', () => {
    const id = orderIdFor(aTenantId('tenant-a'), 'key-1');

    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test.each([
    ['tenant', orderIdFor(aTenantId('tenant-b'), 'key-1')],
    ['key', orderIdFor(aTenantId('tenant-a'), 'key-2')],
    ['split between tenant and key', orderIdFor(aTenantId('tenant-a1'), '-key-1')],
  ])('differs for another %s', (_, other) => {
    const id = orderIdFor(aTenantId('tenant-a'), 'key-1');

    expect(other).not.toBe(id);
  });
});
