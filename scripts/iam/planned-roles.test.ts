import { describe, expect, test } from '@jest/globals';
import { checkRoles } from './check-roles.ts';
import { plannedRoles } from './planned-roles.ts';
import { aBootstrap, aPlan } from './testing/a-plan.ts';

const inFunction = 'module.region["eu-west-1"].module.function["pdf"]';

describe('The roles of a plan', () => {
  test('are those of its functions, with the statements of all their policies', () => {
    const roles = plannedRoles(aPlan());

    expect(roles).toMatchObject([{ environment: 'dev', region: 'eu-west-1', function: 'pdf' }]);
    expect(roles[0]?.statements.map(({ policy, Sid }) => `${policy} ${Sid}`)).toEqual([
      'platform WriteLogs',
      'calls Write',
      'queue ReadQueue',
    ]);
  });

  test.each([
    ['NotAction', { NotAction: 's3:*', Resource: 'a' }],
    ['NotResource', { Action: 's3:GetObject', NotResource: 'a' }],
    ['Principal', { Action: 's3:GetObject', Resource: 'a', Principal: '*' }],
  ])('are not understood when a policy has %s', (_, statement) => {
    const calls = [{ Effect: 'Allow', ...statement }];

    expect(() => plannedRoles(aPlan({ calls }))).toThrow(
      `${inFunction}.aws_iam_role_policy.calls has what pnpm iam:check does not understand`,
    );
  });

  test('are not known when a policy is only known after apply', () => {
    const others = [
      {
        type: 'aws_iam_role_policy',
        address: `${inFunction}.aws_iam_role_policy.more`,
        values: { name: 'more', role: 'pdf-execution-dev' },
      },
    ];

    expect(() => plannedRoles(aPlan({ others }))).toThrow(
      `${inFunction}.aws_iam_role_policy.more: policy is not known in the plan`,
    );
  });

  test('are refused when one has a managed policy, which no plan shows', () => {
    const others = [
      {
        type: 'aws_iam_role_policy_attachment',
        address: `${inFunction}.aws_iam_role_policy_attachment.more`,
        values: { role: 'pdf-execution-dev', policy_arn: 'arn:aws:iam::aws:policy/Admin' },
      },
    ];

    expect(() => plannedRoles(aPlan({ others }))).toThrow('attaches a managed policy');
  });

  test('must be there for every function', () => {
    const planned = [{ plan: aPlan(), bootstrap: aBootstrap() }];

    expect(() => checkRoles(planned, ['pdf', 'create'], [])).toThrow(
      'A plan has no role, or not one per region, for create.',
    );
  });
});
