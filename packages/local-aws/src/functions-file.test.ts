import { describe, expect, test } from '@jest/globals';
import { queueConsumers, readFunctionsFile, scheduledFunctions } from './functions-file.ts';
import { readTableFile } from './table-file.ts';

describe('functions.json', () => {
  test('fits its schema', () => {
    expect(Object.keys(readFunctionsFile().functions)).toContain('create');
  });

  test('has a consumer for each queue', () => {
    const queues = queueConsumers(readFunctionsFile()).map(({ trigger }) => trigger.queue);

    expect(queues).toContain('bbws-order-creation');
    expect(new Set(queues).size).toBe(queues.length);
  });

  test('has the sweeper invoked every minute', () => {
    expect(scheduledFunctions(readFunctionsFile())).toEqual([{ name: 'sweeper', rateMinutes: 1 }]);
  });
});

describe('table.json', () => {
  test('fits its schema', () => {
    expect(readTableFile()).toMatchObject({ hashKey: 'PK', rangeKey: 'SK' });
  });
});
