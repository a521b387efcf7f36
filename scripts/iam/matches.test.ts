import { describe, expect, test } from '@jest/globals';
import { allows, covers, unmetConditions, type ConcreteCall } from './matches.ts';
import type { Statement } from './policy.ts';

describe('A pattern', () => {
  test.each([
    ['TENANT#*', 'TENANT#tenant-1', true],
    ['TENANT#*', 'TENANT#*', true],
    ['TENANT#a*', 'TENANT#*', false],
    ['TENANT#?', 'TENANT#*', false],
    ['CONTROL', 'CONTROL', true],
    ['CONTROL', 'CONTROLS', false],
    ['a.c', 'abc', false],
    ['*/orders/*', '*/orders/order_*.pdf', true],
    ['customer/*', 'internal/order_notification.html', false],
  ])('%s covers %s: %s', (pattern, text, expected) => {
    expect(covers(pattern, text)).toBe(expected);
  });
});

const statement = (changes: Partial<Statement> = {}): Statement => ({
  Sid: '',
  Effect: 'Allow',
  Action: ['s3:GetObject'],
  Resource: ['arn'],
  Condition: {},
  ...changes,
});
const call = (context: ConcreteCall['context'] = {}): ConcreteCall => ({
  action: 's3:GetObject',
  resources: ['arn'],
  context,
});

describe('A condition', () => {
  const when = (operator: string, values: string[]) =>
    statement({ Condition: { [operator]: { key: values } } });

  test.each([
    ['StringEquals', ['a'], ['a'], true],
    ['StringEquals', ['a'], ['b'], false],
    ['StringEquals', ['a*'], ['ab'], false],
    ['StringLike', ['a*'], ['ab'], true],
    ['StringLike', ['a*'], [], false],
    ['ForAllValues:StringLike', ['a*'], [], true],
    ['ForAllValues:StringLike', ['a*'], ['ab', 'ac'], true],
    ['ForAllValues:StringLike', ['a*'], ['ab', 'b'], false],
    ['Bool', ['true'], ['true'], true],
  ])('%s %j of the values %j is met: %s', (operator, patterns, values, expected) => {
    const unmet = unmetConditions(when(operator, patterns), call({ key: values }));

    expect(unmet).toEqual(expected ? [] : ['key']);
  });

  test('with an operator that nobody has thought of is an error, not a guess', () => {
    expect(() => unmetConditions(when('IpAddress', ['10.0.0.0/8']), call({ key: ['a'] }))).toThrow(
      'does not know the operator IpAddress',
    );
  });
});

describe('Statements', () => {
  test('allow what one of them allows and none denies', () => {
    const deny = statement({ Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] });

    expect(allows([statement()], call())).toBe(true);
    expect(allows([], call())).toBe(false);
    expect(allows([statement(), deny], call())).toBe(false);
  });

  test('take actions in any case', () => {
    expect(allows([statement({ Action: ['S3:getobject'] })], call())).toBe(true);
  });
});
