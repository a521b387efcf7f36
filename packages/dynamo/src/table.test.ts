import { expect, test } from '@jest/globals';
import { makeTable } from './table.ts';

test('a table is reached with the settings of its client', async () => {
  const table = makeTable('orders', { region: 'af-south-1', maxAttempts: 3 });

  await expect(table.client.config.region()).resolves.toBe('af-south-1');
  await expect(table.client.config.maxAttempts()).resolves.toBe(3);
  expect(table.name).toBe('orders');
});
