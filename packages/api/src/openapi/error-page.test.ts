import { expect, test } from '@jest/globals';
import { errorCodes } from '@bbws/domain/error-catalogue';
import { routes } from '../routes.ts';
import { errorPage } from './error-page.ts';

test('The page of errors has a row for every code there is', () => {
  const page = errorPage(routes);

  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split('`')[1]).toSorted()).toEqual(errorCodes.toSorted());
});
