import { describe, expect, test } from '@jest/globals';
import { makeFunctionLogs, toFunctionLog } from './function-logs.ts';

describe("a function's line", () => {
  test('is parsed when it is a JSON object', () => {
    expect(toFunctionLog('create', 'stdout', '{"level":"INFO"}', 7)).toEqual({
      functionName: 'create',
      stream: 'stdout',
      at: 7,
      line: '{"level":"INFO"}',
      entry: { level: 'INFO' },
    });
  });

  test.each(['plain text', '42', '{"half":'])('is kept as it is when it is %s', (line) => {
    expect(toFunctionLog('create', 'stderr', line, 7)).not.toHaveProperty('entry');
  });
});

describe('the logs', () => {
  test('are kept by function', () => {
    const logs = makeFunctionLogs(10);
    logs.add(toFunctionLog('create', 'stdout', 'one', 1));
    logs.add(toFunctionLog('get', 'stdout', 'two', 2));

    expect(logs.list('get').map(({ line }) => line)).toEqual(['two']);
    expect(logs.list().map(({ line }) => line)).toEqual(['one', 'two']);
  });

  test('lose the oldest lines above their limit', () => {
    const logs = makeFunctionLogs(2);
    for (const line of ['1', '2', '3', '4', '5'])
      logs.add(toFunctionLog('get', 'stdout', `line ${line}`, 0));

    expect(logs.list().map(({ line }) => line)).toEqual(['line 4', 'line 5']);
  });
});
