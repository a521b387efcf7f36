import { describe, expect, test } from '@jest/globals';
import { testRoutes } from '../testing/routes.ts';
import { matchRoutes } from './match-route.ts';

const matched = (path: string) =>
  matchRoutes(testRoutes, path).map(({ route, pathParameters }) => [
    route.operationId,
    pathParameters,
  ]);

describe('a path', () => {
  test('has the routes of all its methods', () => {
    expect(matched('/things/t-1')).toEqual([
      ['getThing', { thingId: 't-1' }],
      ['updateThing', { thingId: 't-1' }],
    ]);
  });

  test('keeps its parameters as they were sent', () => {
    expect(matched('/things/a%2Fb%20c')[0]).toEqual(['getThing', { thingId: 'a%2Fb%20c' }]);
  });

  test.each(['/', '/thing', '/things/', '/things/t-1/more', '/Things', '/health/', '//health'])(
    'of %s has none',
    (path) => {
      expect(matched(path)).toEqual([]);
    },
  );
});
