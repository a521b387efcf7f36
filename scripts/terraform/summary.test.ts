import { expect, test } from '@jest/globals';
import type { PlannedResource } from './plan-file.ts';
import { summary } from './summary.ts';

const resource = (type: string, region: string | null, mode: 'managed' | 'data' = 'managed') =>
  ({ address: type, mode, type, name: 'any', values: { region } }) satisfies PlannedResource;

test('A summary counts resources by type, environment and region; what lies in none is global', () => {
  const dev = [
    resource('aws_sqs_queue', 'eu-west-1'),
    resource('aws_sqs_queue', 'eu-west-1'),
    resource('aws_iam_role', null),
    resource('aws_iam_policy_document', null, 'data'),
  ];
  const prod = [resource('aws_sqs_queue', 'eu-west-1'), resource('aws_sqs_queue', 'af-south-1')];

  const text = summary([
    { environment: 'dev', plan: { variables: {}, resources: dev } },
    { environment: 'prod', plan: { variables: {}, resources: prod } },
  ]);

  expect(text).toBe(
    [
      'resources      dev eu-west-1  dev global  prod af-south-1  prod eu-west-1',
      'aws_iam_role               0           1                0               0',
      'aws_sqs_queue              2           0                1               1',
      'all                        2           1                1               1',
    ].join('\n'),
  );
});
