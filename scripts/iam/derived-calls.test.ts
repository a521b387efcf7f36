import { describe, expect, test } from '@jest/globals';
import { checkRoles } from './check-roles.ts';
import { aBootstrap, aCall, aPlan, write, type Changes } from './testing/a-plan.ts';

const verdicts = (changes: Changes, service: string): string[] =>
  checkRoles([{ plan: aPlan(changes), bootstrap: aBootstrap() }], ['pdf'], [aCall()])
    .filter(({ action }) => action.startsWith(`${service}:`))
    .map(({ action, resource, verdict }) => `${verdict} ${action} ${resource}`)
    .toSorted();

const traces = {
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: '*',
};

describe('Traces', () => {
  test('are a call where tracing is on', () => {
    expect(verdicts({ tracing: 'Active', calls: [write, traces] }, 'xray')).toEqual([
      'ok xray:PutTelemetryRecords *',
      'ok xray:PutTraceSegments *',
    ]);
    expect(verdicts({ tracing: 'Active' }, 'xray')).toEqual([
      'refused xray:PutTelemetryRecords *',
      'refused xray:PutTraceSegments *',
    ]);
  });

  test('are none where it is off', () => {
    expect(verdicts({ calls: [write, traces] }, 'xray')).toEqual([
      'unused xray:PutTelemetryRecords *',
      'unused xray:PutTraceSegments *',
    ]);
  });
});

describe('A signed request to the Cart API', () => {
  const cartApiArn = 'arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/carts/*';
  const invoke = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: cartApiArn };
  const signed = { CART_AUTHENTICATION: 'sigv4:execute-api' };

  test('needs the permission of the API that is named', () => {
    const given = { cartApiArn, variables: signed };

    expect(verdicts({ ...given, calls: [write, invoke] }, 'execute-api')).toEqual([
      'ok execute-api:Invoke a1b2c3/live/GET/carts/*',
    ]);
    expect(verdicts(given, 'execute-api')).toEqual([
      'refused execute-api:Invoke a1b2c3/live/GET/carts/*',
    ]);
  });

  test('is not made where requests are not signed', () => {
    const variables = { CART_AUTHENTICATION: 'none' };

    expect(verdicts({ cartApiArn, variables, calls: [write, invoke] }, 'execute-api')).toEqual([
      'unused execute-api:Invoke a1b2c3/live/GET/carts/*',
    ]);
  });

  test("needs two permissions of a function's URL, the second through the URL alone", () => {
    const Resource = 'arn:aws:lambda:eu-west-1:536580886816:function:cart';
    const url = { Effect: 'Allow', Action: 'lambda:InvokeFunctionUrl', Resource };
    const through = {
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource,
      Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
    };
    const given = { cartApiArn: Resource, variables: { CART_AUTHENTICATION: 'sigv4:lambda' } };

    expect(verdicts({ ...given, calls: [write, url, through] }, 'lambda')).toEqual([
      'ok lambda:InvokeFunction function:cart',
      'ok lambda:InvokeFunctionUrl function:cart',
    ]);
    expect(verdicts({ ...given, calls: [write, url] }, 'lambda')).toEqual([
      'ok lambda:InvokeFunctionUrl function:cart',
      'refused lambda:InvokeFunction function:cart',
    ]);
  });
});
