import { expect, test } from '@jest/globals';
import { errorsOf } from '../route-errors.ts';
import { routes } from '../routes.ts';
import { errorPage } from './error-page.ts';

test('The page of errors has a row for every code that a route documents', () => {
  const page = errorPage(routes);

  const codes = new Set(routes.flatMap(errorsOf));
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split('`')[1]).toSorted()).toEqual([...codes].toSorted());
});
