import { describe, expect, test } from '@jest/globals';
import { errorCodes } from '@bbws/domain/error-catalogue';
import { routes } from '../routes.ts';
import { errorPage } from './error-page.ts';

const codesIn = (part: string) =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((row) => row.split('`')[1]);

describe('The page of errors', () => {
  test('has a row for every code there is', () => {
    const page = errorPage(routes);

    expect(codesIn(page).toSorted()).toEqual(errorCodes.toSorted());
  });

  test('keeps apart what a deployed API never answers', () => {
    const [, local = ''] = errorPage(routes).split('## On your machine only');

    const codes = ['MALFORMED_REQUEST', 'REQUEST_HEAD_TOO_LARGE'];
    expect(codesIn(local)).toEqual(codes);
  });
});
