import { describe, expect, test } from '@jest/globals';
import { readEnvironments } from '../lib/environments.ts';
import { addressOf, originFor } from './address.ts';

describe('The address of an API', () => {
  test.each([
    ['https://api-dev.bbws.io', 'https://api-dev.bbws.io'],
    ['https://api.example.com/orders/', 'https://api.example.com/orders'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
  ])('%s is %s', (given, address) => {
    expect(addressOf('--base-url', given)).toBe(address);
  });

  test.each([
    'api-dev.bbws.io',
    'ftp://api-dev.bbws.io',
    'https://user@api-dev.bbws.io',
    'https://api-dev.bbws.io?x=1',
    'https://api-dev.bbws.io#x',
  ])('is not %s', (given) => {
    expect(() => addressOf('--base-url', given)).toThrow('--base-url must be an address');
  });

  test.each(['http://api-dev.bbws.io', 'http://10.0.0.1', 'http://localhost.example.com'])(
    'is not %s, where a token could be read on the way',
    (given) => {
      expect(() => addressOf('--base-url', given)).toThrow('must begin with https://');
    },
  );
});

describe('The origin of the portal', () => {
  const of = (address: string) => originFor(address, readEnvironments());

  test('follows from the environment, by its name or that of a region', () => {
    expect(of('https://api-sit.bbws.io')).toBe('https://portal-sit.bbws.io');
    expect(of('https://eu-west-1.api.bbws.io')).toBe('https://portal.bbws.io');
    expect(of('http://127.0.0.1:4010')).toBe('http://localhost:3000');
  });

  test('of an API that only ends like ours is not known', () => {
    expect(() => of('https://notapi.bbws.io')).toThrow('--origin is required');
  });
});
