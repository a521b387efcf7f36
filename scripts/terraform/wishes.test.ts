import { describe, expect, test } from '@jest/globals';
import { environments } from './configurations.ts';
import { introduction, wishesFor } from './wishes.ts';

const version = '1.11.4';

describe('With the offline provider', () => {
  test('everything is tested and planned', () => {
    const wishes = wishesFor({ isOffline: true, isInvented: false }, environments, false);

    expect(wishes).toEqual({ validate: true, test: true, plan: ['dev', 'sit', 'prod'] });
    expect(introduction({ version, isOffline: true, isInvented: false }, wishes)).toBe(
      'Terraform 1.11.4 with the offline provider',
    );
  });
});

describe("With the registry's provider", () => {
  test('nothing is planned unasked, and it is said what is left out', () => {
    const wishes = wishesFor({ isOffline: false, isInvented: false }, environments, false);

    expect(wishes).toEqual({ validate: true, test: false, plan: [] });
    expect(introduction({ version, isOffline: false, isInvented: false }, wishes)).toContain(
      'are left out: tests, plans and iam:check',
    );
  });

  test('an environment is planned that is named', () => {
    const wishes = wishesFor({ isOffline: false, isInvented: false }, ['sit'], true);

    expect(wishes.plan).toEqual(['sit']);
    expect(introduction({ version, isOffline: false, isInvented: false }, wishes)).toContain(
      'The plan of sit needs credentials of its account',
    );
  });

  test('everything is tested and planned in an invented account, and that is said', () => {
    const provider = { version, isOffline: false, isInvented: true };

    const wishes = wishesFor(provider, environments, false);

    expect(wishes).toEqual({ validate: true, test: true, plan: ['dev', 'sit', 'prod'] });
    expect(introduction(provider, wishes)).toBe(
      "Terraform 1.11.4 with the registry's provider, which needs the network, in an invented account",
    );
  });
});
