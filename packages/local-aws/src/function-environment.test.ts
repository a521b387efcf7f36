import { describe, expect, test } from '@jest/globals';
import { checkOverrides, functionVariables, sharedVariables } from './function-environment.ts';
import { readFunctionsFile, type FunctionsFile } from './functions-file.ts';

const resources = {
  environment: 'local',
  tableName: 'orders-local',
  topicArn: 'arn:topic',
  templatesBucket: 'templates-local',
  ordersBucket: 'orders-local',
  queues: {
    pdf: {
      url: 'http://pdf',
      arn: 'arn:pdf',
      deadLetterUrl: 'http://dlq',
      deadLetterArn: 'arn:dlq',
    },
  },
};

const fileWith = (name: string, environment: string[]): FunctionsFile => ({
  ...readFunctionsFile(),
  functions: {
    [name]: { memoryMb: 128, timeoutSeconds: 3, trigger: { type: 'http' }, environment },
  },
});

const shared = sharedVariables(resources, 'http://cart', {});

describe("a function's variables", () => {
  test('are those that functions.json lists, and no others', () => {
    const file = fileWith('create', ['DYNAMODB_TABLE_NAME', 'ORDER_UPDATE_GROUPS']);

    expect(functionVariables(file, 'create', resources, shared)).toEqual({
      DYNAMODB_TABLE_NAME: 'orders-local',
      ORDER_UPDATE_GROUPS: '',
    });
  });

  test('name its own queue', () => {
    const file = fileWith('pdf', ['QUEUE_URL', 'DEAD_LETTER_QUEUE_URL']);

    expect(functionVariables(file, 'pdf', resources, shared)).toEqual({
      QUEUE_URL: 'http://pdf',
      DEAD_LETTER_QUEUE_URL: 'http://dlq',
    });
  });

  test('may have other values', () => {
    const file = fileWith('get', ['LOG_LEVEL']);
    const quiet = sharedVariables(resources, 'http://cart', { LOG_LEVEL: 'ERROR' });

    expect(functionVariables(file, 'get', resources, quiet)).toEqual({ LOG_LEVEL: 'ERROR' });
  });

  test('that have no local value are an error that names them', () => {
    const file = fileWith('get', ['LOG_LEVEL', 'QUEUE_URL', 'NEW_SETTING']);

    expect(() => functionVariables(file, 'get', resources, shared)).toThrow(
      /functions\.json lists QUEUE_URL, NEW_SETTING for get/,
    );
  });

  test('are none for a function that is not in functions.json', () => {
    expect(functionVariables(fileWith('get', []), 'put', resources, shared)).toEqual({});
  });

  test('that no function lists cannot be set', () => {
    expect(() => checkOverrides(fileWith('get', ['LOG_LEVEL']), { LOG_LEVL: 'DEBUG' })).toThrow(
      'No function lists the variable LOG_LEVL.',
    );
  });
});
