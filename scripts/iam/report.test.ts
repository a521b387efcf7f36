import { expect, test } from '@jest/globals';
import type { Row } from './compare.ts';
import { faultLines, reportLines } from './report.ts';

const row = (changes: Partial<Row>): Row => ({
  function: 'list',
  place: 'dev eu-west-1',
  verdict: 'ok',
  action: 'dynamodb:Query',
  resource: 'table/{DYNAMODB_TABLE_NAME}/index/OrdersByDateIndex',
  detail: 'TENANT#*',
  ...changes,
});

const unused = { verdict: 'unused', remedy: 'Take it out.' } as const;

test('A report has a row for what is the same everywhere, and one for what is so in one place', () => {
  const rows = [
    row({}),
    row({ place: 'prod af-south-1' }),
    row({ ...unused, action: 's3:GetObject', resource: '{B}', detail: '' }),
  ];

  expect(reportLines(rows)).toEqual([
    [
      'list    action          resource                                             where          seen',
      'ok      dynamodb:Query  table/{DYNAMODB_TABLE_NAME}/index/OrdersByDateIndex  everywhere     TENANT#*',
      'UNUSED  s3:GetObject    {B}                                                  dev eu-west-1',
    ].join('\n'),
    '',
  ]);
});

test('A fault of several places is told once', () => {
  const rows = [row(unused), row({ ...unused, place: 'sit eu-west-1' }), row({ place: 'prod' })];

  expect(faultLines(rows)).toEqual([
    'list: dynamodb:Query on table/{DYNAMODB_TABLE_NAME}/index/OrdersByDateIndex is unused, dev eu-west-1, sit eu-west-1. Take it out.',
  ]);
});
