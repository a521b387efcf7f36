import { expect, test } from '@jest/globals';
import { startFunction } from './start-function.ts';
import { linesWrittenBy } from './testing/written-lines.ts';

const environment = { ENVIRONMENT: 'sit', LOG_LEVEL: 'WARN', DYNAMODB_TABLE_NAME: 'orders' };

const start = () => startFunction('create', environment, ['DYNAMODB_TABLE_NAME']);

test('a function starts with its configuration', () => {
  expect(start().env).toEqual(environment);
});

test('a function starts with a log of its name and level, and metrics of its name', () => {
  const lines = linesWrittenBy(() => {
    const { log, metrics } = start().runtime;
    log.info('not grave enough');
    log.warn('odd');
    metrics.count('OrdersAccepted');
    metrics.flush();
  });

  expect(lines).toMatchObject([{ message: 'odd', service: 'create' }, { service: 'create' }]);
});

test('a function starts with ids, a clock and chance', () => {
  const { newId, now, random } = start().runtime;

  expect(newId()).not.toBe(newId());
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  expect(Math.floor(random())).toBe(0);
});

test('a sleep ends early, with an error, when it is told to', async () => {
  const stop = new AbortController();
  const sleeping = start().runtime.sleep(60_000, stop.signal);

  stop.abort();

  await expect(sleeping).rejects.toThrow(/abort/);
  await expect(start().runtime.sleep(1)).resolves.toBeUndefined();
});

test('a function does not start with a wrong configuration', () => {
  expect(() => startFunction('create', {}, ['DYNAMODB_TABLE_NAME'])).toThrow(
    /ENVIRONMENT is not set\n {2}DYNAMODB_TABLE_NAME is not set/,
  );
});
