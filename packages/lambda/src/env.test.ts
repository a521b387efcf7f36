import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnv } from './env.ts';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('the configuration', () => {
  test('is the variables asked for, parsed, and those that every function has', () => {
    const environment = {
      ENVIRONMENT: 'sit',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
      DYNAMODB_TABLE_NAME: 'orders',
      HOME: '/root',
    };

    const env = readEnv(environment, ['ALLOWED_ORIGINS', 'DYNAMODB_TABLE_NAME']);

    expect(env).toEqual({
      ENVIRONMENT: 'sit',
      LOG_LEVEL: 'INFO',
      ALLOWED_ORIGINS: ['https://a.example', 'https://b.example'],
      DYNAMODB_TABLE_NAME: 'orders',
    });
  });

  test('names every variable that is wrong at once, and quotes none', () => {
    const environment = {
      ENVIRONMENT: 'secret-1',
      LOG_LEVEL: 'secret-2',
      CART_LAMBDA_API_URL: 'secret-3',
      DYNAMODB_TABLE_NAME: 'secret-4'.repeat(100),
      ORDER_UPDATE_GROUPS: 'finance:secret-5',
      SUPPORT_EMAIL: 'secret-6',
    };
    const names = [
      'BUSINESS_TIME_ZONE',
      'CART_LAMBDA_API_URL',
      'DYNAMODB_TABLE_NAME',
      'ORDER_UPDATE_GROUPS',
      'SUPPORT_EMAIL',
    ] as const;

    const error = thrownBy(() => readEnv(environment, names));

    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error).split('\n  ')).toEqual([
      'EnvironmentError: The configuration of this function is wrong:',
      'ENVIRONMENT must be one of local, dev, sit, prod',
      'LOG_LEVEL must be one of DEBUG, INFO, WARN, ERROR',
      'BUSINESS_TIME_ZONE is not set',
      'CART_LAMBDA_API_URL must be an http or https address',
      'DYNAMODB_TABLE_NAME does not fit: /DYNAMODB_TABLE_NAME: <=256',
      expect.stringMatching(/^ORDER_UPDATE_GROUPS\.0 must be groups such as/),
      'SUPPORT_EMAIL must be one e-mail address such as thandi@example.com',
    ]);
    expect(String(error)).not.toContain('secret');
  });

  test('is not read beyond the variables asked for', () => {
    const environment = { ENVIRONMENT: 'dev', DYNAMODB_TABLE_NAME: 'orders', SUPPORT_EMAIL: 'no' };

    expect(() => readEnv(environment, ['DYNAMODB_TABLE_NAME'])).not.toThrow();
  });
});
