import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../lib/arguments.ts';
import { agree } from './ask.ts';
import { connectRegions } from './connect-regions.ts';
import { readEnvironments } from '../lib/environments.ts';
import { namedRegion, refuseSingleRegion } from './named-region.ts';
import { sinceOf } from './reconcile-since.ts';
import { movedAt, second } from './testing/looks.ts';

describe('the environments', () => {
  test('are three, and production alone has two regions', () => {
    const regions = Object.entries(readEnvironments()).map(([name, one]) => [name, one.regions]);

    expect(Object.fromEntries(regions)).toEqual({
      dev: ['eu-west-1'],
      sit: ['eu-west-1'],
      prod: ['af-south-1', 'eu-west-1'],
    });
  });

  test('are reached region by region, each by its own name', () => {
    const { environment, where, regions, close } = connectRegions('prod');

    expect({ environment, where }).toEqual({ environment: 'prod', where: 'account 093646564004' });
    expect(
      regions.map(({ name, ordersBucket, table }) => [name, ordersBucket, table.name]),
    ).toEqual([
      ['af-south-1', 'bbws-orders-prod', 'bbws-customer-portal-orders-prod'],
      ['eu-west-1', 'bbws-orders-prod-eu-west-1', 'bbws-customer-portal-orders-prod'],
    ]);
    close();
  });

  test.each([
    ['unknown', 'test', '--env must be one of dev, sit, prod, local, not "test".'],
    ['not running', 'local', 'No local AWS runs.'],
    ['missing', undefined, 'Name the environment'],
  ])('are refused when %s', (_, name, words) => {
    expect(() => connectRegions(name, () => undefined)).toThrow(words);
  });
});

describe('a region', () => {
  test('must be one of the environment', () => {
    const regions = connectRegions('prod');

    expect(namedRegion(regions, 'to', second).name).toBe(second);
    expect(() => namedRegion(regions, 'to', 'us-east-1')).toThrow(
      '--to must be one of af-south-1, eu-west-1, not "us-east-1".',
    );
    expect(() => namedRegion(regions, 'to', undefined)).toThrow('--to is required.');
    regions.close();
  });

  test('that is the only one cannot be left', () => {
    const regions = connectRegions('dev');

    expect(() => {
      refuseSingleRegion(regions);
    }).toThrow('dev has one region, eu-west-1: there is nowhere to move the writer to.');
    regions.close();
  });
});

describe('the operator’s yes', () => {
  const typing = (line: string) => ({ isTerminal: true, question: async () => line });

  test.each([
    ['is given by --yes, without a question', true, { isTerminal: false, question: () => fail() }],
    ['is the name of the region, typed', false, typing(` ${second}\n`)],
  ])('%s', async (_, yes, deps) => {
    await expect(agree(second, yes, deps)).resolves.toBeUndefined();
  });

  test.each([
    ['something else is typed', typing('yes')],
    ['nothing is typed', typing('')],
    ['the operator ends it', { isTerminal: true, question: () => fail() }],
    ['nobody can be asked', { isTerminal: false, question: () => fail() }],
  ])('is missing when %s', async (_, deps) => {
    await expect(agree(second, false, deps)).rejects.toThrow(UsageError);
  });

  const fail = () => Promise.reject(new Error('Aborted with Ctrl+C'));
});

describe('how far back to look', () => {
  const now = new Date('2026-11-21T00:00:00.000Z');
  const flag = { region: second, changedAt: movedAt };
  const since = (given: string | undefined, seen: typeof flag | undefined = flag) =>
    sinceOf({ now, given, flag: seen, retentionDays: 4 });

  test('is as long before the move as a queue keeps messages', () => {
    expect(since(undefined)).toBe('2026-11-16T09:30:00.000Z');
  });

  test('may be said', () => {
    expect(since('2026-11-20T08:00:00+02:00')).toBe('2026-11-20T06:00:00.000Z');
  });

  test.each([
    ['is no time', 'yesterday', '--since must be an ISO 8601 time'],
    [
      'lies further back than mails are remembered',
      '2026-08-01T00:00:00Z',
      'more than 89 days ago',
    ],
  ])('is refused when it %s', (_, given, words) => {
    expect(() => since(given)).toThrow(words);
  });

  test('must be said when the writer was never moved', () => {
    expect(() => sinceOf({ now, given: undefined, flag: undefined, retentionDays: 4 })).toThrow(
      'The writer was never moved: say how far back to look',
    );
  });
});
