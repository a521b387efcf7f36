import { describe, expect, test } from '@jest/globals';
import {
  longestRequestSeconds,
  queueConsumers,
  readFunctionsFile,
  scheduledFunctions,
  settingsOf,
} from './functions-file.ts';
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
    expect(scheduledFunctions(readFunctionsFile())).toContainEqual({
      name: 'sweeper',
      rateMinutes: 1,
    });
  });
});

describe('the row of a function', () => {
  test('is found by its name, and missing out loud', () => {
    const file = readFunctionsFile();

    expect(settingsOf(file, 'pdf')).toBe(file.functions['pdf']);
    expect(() => settingsOf(file, 'fax')).toThrow('functions.json has no function fax.');
  });
});

describe('the longest request', () => {
  test('is the longest time-out behind the API or on a schedule, whatever the consumers have', () => {
    expect(longestRequestSeconds(readFunctionsFile())).toBe(50);
  });
});

describe('table.json', () => {
  test('fits its schema', () => {
    expect(readTableFile()).toMatchObject({ hashKey: 'PK', rangeKey: 'SK' });
  });
});
