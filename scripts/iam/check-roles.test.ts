import { describe, expect, test } from '@jest/globals';
import type { RecordedCall } from '@bbws/local-aws/calls/recorded-call';
import { checkRoles } from './check-roles.ts';
import { faultLines } from './report.ts';
import { aBootstrap, aCall, aPlan, tableArn, write, type Changes } from './testing/a-plan.ts';

const check = (changes: Changes, calls: readonly RecordedCall[] = [aCall()]) =>
  checkRoles([{ plan: aPlan(changes), bootstrap: aBootstrap(changes) }], ['pdf'], calls);

/** `verdict action resource` of what is not well. */
const faults = (changes: Changes, calls?: readonly RecordedCall[]): string[] =>
  check(changes, calls)
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ verdict, action, resource }) => `${verdict} ${action} ${resource}`);

const putInvoice = aCall({
  action: 's3:PutObject',
  resource: { type: 'object', variable: 'S3_ORDERS_BUCKET', part: '*/orders/order_*.pdf' },
  context: {},
});
const store = (Resource: string) => ({ Effect: 'Allow', Action: 's3:PutObject', Resource });
const bucket = { S3_ORDERS_BUCKET: 'bbws-orders-dev' };

describe('A policy', () => {
  test('that allows what was seen, and what Lambda does, is as it should be', () => {
    expect(faults({})).toEqual([]);
    expect(check({})).toHaveLength(6);
  });

  test('with an action too many fails, and says where', () => {
    const wider = { ...write, Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'] };

    expect(faultLines(check({ calls: [wider] }))).toEqual([
      'pdf: dynamodb:DeleteItem on table/{DYNAMODB_TABLE_NAME} is unused, everywhere. No test saw a call that needs it: take it out of terraform/modules/region/policy-pdf.tf (Write), or test what makes the call.',
    ]);
  });

  test('on a resource too many fails', () => {
    const wider = { ...write, Resource: [tableArn, `${tableArn}/index/OutboxIndex`] };

    expect(faults({ calls: [wider] })).toEqual([
      'unused dynamodb:UpdateItem table/{DYNAMODB_TABLE_NAME}/index/OutboxIndex',
    ]);
  });

  test('with a star in an action fails', () => {
    expect(faults({ calls: [{ ...write, Action: 'dynamodb:Update*' }] })).toEqual([
      'too wide dynamodb:Update* table/{DYNAMODB_TABLE_NAME}',
    ]);
  });

  test.each(['*', `${tableArn}*`])('on %s fails: such a star has no reason', (Resource) => {
    const [fault = ''] = faultLines(check({ calls: [{ ...write, Resource }] }));

    expect(fault).toContain('is too wide');
    expect(fault).toContain('scripts/iam/allowed-stars.ts');
  });

  test('on a star that has a reason passes, for the actions that the reason is about', () => {
    const variables = bucket;
    const invoices = 'arn:aws:s3:::bbws-orders-dev/*/orders/*';
    const all = 'arn:aws:s3:::bbws-orders-dev/*';

    expect(faults({ variables, calls: [write, store(invoices)] }, [aCall(), putInvoice])).toEqual(
      [],
    );
    expect(faults({ variables, calls: [write, store(all)] }, [aCall(), putInvoice])).toEqual([
      'too wide s3:PutObject {S3_ORDERS_BUCKET}/*',
    ]);
  });
});

describe('A call', () => {
  test('that nothing allows fails, and says where', () => {
    const deletion = aCall({ action: 'dynamodb:DeleteItem' });

    expect(faultLines(check({}, [aCall(), deletion]))).toEqual([
      'pdf: dynamodb:DeleteItem on table/{DYNAMODB_TABLE_NAME} (TENANT#*) is refused, everywhere. Nothing allows it: allow it in terraform/modules/region/policy-pdf.tf, or take the call out of functions/pdf.',
    ]);
  });

  test('under a key that the condition refuses fails, and names the condition', () => {
    const writer = aCall({ context: { 'dynamodb:LeadingKeys': ['CONTROL'] }, detail: 'WRITER' });

    expect(faultLines(check({}, [aCall(), writer]))).toEqual([
      'pdf: dynamodb:UpdateItem on table/{DYNAMODB_TABLE_NAME} (CONTROL WRITER) is refused, everywhere. The condition on dynamodb:LeadingKeys refuses it: change the condition in terraform/modules/region/policy-pdf.tf, or the call.',
    ]);
  });

  test('that the boundary refuses fails, whatever the policy says', () => {
    const boundary = [{ Effect: 'Allow', Action: ['sqs:*', 'logs:*'], Resource: '*' }];
    const [fault = ''] = faultLines(check({ boundary }));

    expect(fault).toContain('dynamodb:UpdateItem');
    expect(fault).toContain('terraform/bootstrap/boundary.tf');
  });

  test('that a statement denies fails', () => {
    const deny = { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' };

    expect(faults({ calls: [write, deny] })).toEqual([
      'refused dynamodb:UpdateItem table/{DYNAMODB_TABLE_NAME}',
    ]);
  });

  test('to a bucket fails when the policy names another than the function is told', () => {
    const other = store('arn:aws:s3:::bbws-orders-dev/*/orders/*');
    const variables = { S3_ORDERS_BUCKET: 'bbws-orders-dev-eu-west-1' };

    expect(faults({ variables, calls: [write, other] }, [aCall(), putInvoice])).toEqual([
      'unused s3:PutObject bbws-orders-dev/*/orders/*',
      'refused s3:PutObject {S3_ORDERS_BUCKET}/*/orders/order_*.pdf',
    ]);
  });

  test('of another function changes nothing', () => {
    expect(faults({}, [aCall(), aCall({ function: 'create', action: 'sns:Publish' })])).toEqual([]);
  });

  test.each<[string, RecordedCall['resource']]>([
    ['the recorder cannot read it', { type: 'unknown', name: 'Scan' }],
    ['no variable of the function names the table', { type: 'table', name: 'hard-coded' }],
    ['the function has no variable TABLE', { type: 'table', variable: 'TABLE' }],
  ])('that cannot be judged fails: %s', (reason, resource) => {
    const [fault] = faultLines(check({}, [aCall(), aCall({ resource })]));

    expect(fault).toContain(reason);
  });
});

describe('A mail', () => {
  const action = 'ses:SendEmail';
  const context = { 'ses:FromAddress': ['{SES_FROM_ADDRESS}'] };
  const mail = aCall({
    action,
    context,
    resource: { type: 'identity', variable: 'SES_FROM_ADDRESS' },
  });
  const send = (values: string) => ({
    Effect: 'Allow',
    Action: action,
    Resource: 'arn:aws:ses:eu-west-1:536580886816:identity/kimmyai.io',
    Condition: { StringEquals: { 'ses:FromAddress': values } },
  });
  const variables = { SES_FROM_ADDRESS: 'test@kimmyai.io' };

  test('may be sent from an address of the identity', () => {
    expect(faults({ variables, calls: [write, send('test@kimmyai.io')] }, [aCall(), mail])).toEqual(
      [],
    );
  });

  test('may not when the condition names another address', () => {
    const calls = [write, send('noreply@kimmyai.io')];

    expect(faults({ variables, calls }, [aCall(), mail])).toEqual([
      'unused ses:SendEmail identity/kimmyai.io',
      'refused ses:SendEmail identity/kimmyai.io or identity/{SES_FROM_ADDRESS}',
    ]);
  });
});
