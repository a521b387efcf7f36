import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../plan-file.ts';
import { brokenPromises } from './promises.ts';

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const region = 'eu-west-1';
const arn = (service: string, name: string) => `arn:aws:${service}:${region}:1:${name}`;
const policy = (...statements: object[]) => JSON.stringify({ Statement: statements });
const aRole = {
  name: 'pdf',
  assume_role_policy: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }),
};
const tlsOnly = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const queuePolicy = (name: string) => policy({ ...tlsOnly, Resource: arn('sqs', name) });
const alarm = (name: string) => ({
  region,
  dimensions: { QueueName: name },
  alarm_actions: [arn('sns', 'alerts')],
  ok_actions: [arn('sns', 'alerts')],
});

/** A service that keeps every promise, by address. */
const sound: Resources = {
  'aws_sqs_queue.main': {
    name: 'work',
    region,
    redrive_policy: JSON.stringify({ deadLetterTargetArn: arn('sqs', 'dead') }),
  },
  'aws_sqs_queue.dead': { name: 'dead', region },
  'aws_sqs_queue_policy.main': { region, policy: queuePolicy('work') },
  'aws_sqs_queue_policy.dead': { region, policy: queuePolicy('dead') },
  'aws_sns_topic.alerts': { name: 'alerts', region },
  'aws_sns_topic_policy.alerts': {
    policy: policy({
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '1' } },
    }),
  },
  'aws_sns_topic_subscription.queue': {
    protocol: 'sqs',
    redrive_policy: JSON.stringify({ deadLetterTargetArn: arn('sqs', 'dead') }),
  },
  'aws_sns_topic_subscription.mail': { protocol: 'email' },
  'aws_cloudwatch_metric_alarm.main': alarm('work'),
  'aws_cloudwatch_metric_alarm.dead': alarm('dead'),
  'aws_s3_bucket.this': { bucket: 'b' },
  'aws_s3_bucket_public_access_block.this': {
    bucket: 'b',
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  },
  'aws_s3_bucket_ownership_controls.this': {
    bucket: 'b',
    rule: [{ object_ownership: 'BucketOwnerEnforced' }],
  },
  'aws_s3_bucket_server_side_encryption_configuration.this': {
    bucket: 'b',
    rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }] }],
  },
  'aws_s3_bucket_versioning.this': {
    bucket: 'b',
    versioning_configuration: [{ status: 'Enabled' }],
  },
  'aws_s3_bucket_policy.this': { bucket: 'b', policy: policy(tlsOnly) },
  'module.f["pdf"].aws_lambda_function.function': {},
  'module.f["pdf"].aws_iam_role.function': aRole,
  'aws_lambda_permission.route': { principal: 'apigateway.amazonaws.com' },
};

const planOf = (resources: Resources): Plan => ({
  variables: {},
  resources: Object.entries(resources).map(([address, values]) => ({
    address,
    mode: 'managed',
    type: address.split('.').at(-2) ?? '',
    name: address.split('.').at(-1) ?? '',
    values,
  })),
});

const without = (...addresses: string[]): Resources =>
  Object.fromEntries(Object.entries(sound).filter(([address]) => !addresses.includes(address)));

const broken = (resources: Resources): string[] => brokenPromises(planOf(resources));

test('A plan that keeps every promise breaks none', () => {
  expect(broken(sound)).toEqual([]);
});

describe('A queue', () => {
  test('without a dead-letter queue is named', () => {
    const lonely = { ...sound, 'aws_sqs_queue.main': { name: 'work', region } };

    expect(broken(lonely)).toEqual([
      'aws_sqs_queue.main neither has a dead-letter queue nor is one.',
      'aws_sqs_queue.dead neither has a dead-letter queue nor is one.',
    ]);
  });

  test('whose dead-letter queue is not made is named', () => {
    expect(broken(without('aws_sqs_queue.dead'))).toEqual([
      'aws_sqs_queue.main neither has a dead-letter queue nor is one.',
    ]);
  });

  test('without a policy, or with one that asks for no TLS, is named', () => {
    const open = policy({ Effect: 'Deny', Principal: '*', Resource: arn('sqs', 'work') });
    const fault = ['aws_sqs_queue.main has no policy that asks for TLS.'];

    expect(broken(without('aws_sqs_queue_policy.main'))).toEqual(fault);
    expect(broken({ ...sound, 'aws_sqs_queue_policy.main': { region, policy: open } })).toEqual(
      fault,
    );
  });

  test('that nobody watches is named', () => {
    expect(broken(without('aws_cloudwatch_metric_alarm.dead'))).toEqual([
      'aws_sqs_queue.dead has no alarm.',
    ]);
  });

  test('that is subscribed without a redrive policy is named', () => {
    const lossy = { ...sound, 'aws_sns_topic_subscription.queue': { protocol: 'sqs' } };

    expect(broken(lossy)).toEqual([
      'aws_sns_topic_subscription.queue has no redrive policy: what SNS gives up on is gone.',
    ]);
  });
});

describe('A bucket', () => {
  test.each([
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_policy',
  ])('without %s is named', (type) => {
    expect(broken(without(`${type}.this`))).toEqual([
      `aws_s3_bucket.this has no ${type}, or not as every bucket has it.`,
    ]);
  });

  test('with one block that is off is named', () => {
    const block = sound['aws_s3_bucket_public_access_block.this'];
    const ajar = { ...block, restrict_public_buckets: false };

    expect(broken({ ...sound, 'aws_s3_bucket_public_access_block.this': ajar })).toHaveLength(1);
  });
});

describe('A function', () => {
  test('without a role beside it, or with the role of another, is named', () => {
    const role = { 'module.f["list"].aws_iam_role.function': aRole };

    expect(broken(without('module.f["pdf"].aws_iam_role.function'))).toEqual([
      'module.f["pdf"].aws_lambda_function.function has no role of its own.',
    ]);
    expect(broken({ ...sound, ...role })).toEqual([
      'module.f["pdf"].aws_iam_role.function has the name of another role, pdf.',
      'module.f["list"].aws_iam_role.function has the name of another role, pdf.',
    ]);
  });

  test.each([
    [{ principal: '*' }, '*'],
    [{ principal: 'apigateway.amazonaws.com', source_arn: null }, 'apigateway.amazonaws.com'],
  ])('that %j may invoke is named', (permission, principal) => {
    expect(broken({ ...sound, 'aws_lambda_permission.route': permission })).toEqual([
      `aws_lambda_permission.route lets ${principal} invoke a function from anywhere.`,
    ]);
  });

  test('with an address of its own is named', () => {
    expect(broken({ ...sound, 'aws_lambda_function_url.pdf': {} })).toEqual([
      'aws_lambda_function_url.pdf is a way in beside the API.',
    ]);
  });
});

describe('An alarm', () => {
  test.each([
    ['nobody', []],
    ['a topic of another region', ['arn:aws:sns:af-south-1:1:alerts']],
    ['a topic that is not made', [arn('sns', 'others')]],
  ])('that tells %s is named', (_, alarm_actions) => {
    const silent = { ...alarm('dead'), alarm_actions };

    expect(broken({ ...sound, 'aws_cloudwatch_metric_alarm.dead': silent })).toEqual([
      'aws_cloudwatch_metric_alarm.dead tells no topic of its region when it goes off, or when it is over.',
    ]);
  });
});

describe('A policy', () => {
  test.each([
    ['everybody', '*', {}],
    ['everybody', { AWS: ['*'] }, {}],
    ['events.amazonaws.com for any account', { Service: 'events.amazonaws.com' }, {}],
  ])('that lets in %s is named', (guest, Principal, Condition) => {
    const open = { policy: policy({ Effect: 'Allow', Principal, Condition }) };

    expect(broken({ ...sound, 'aws_sns_topic_policy.alerts': open })).toEqual([
      `aws_sns_topic_policy.alerts lets in ${guest}.`,
    ]);
  });

  test('is read whatever it belongs to', () => {
    const vault = { policy: policy({ Effect: 'Allow', Principal: '*' }) };

    expect(broken({ ...sound, 'aws_backup_vault_policy.orders': vault })).toEqual([
      'aws_backup_vault_policy.orders lets in everybody.',
    ]);
  });

  test('that the plan does not know is refused', () => {
    const unknown = () => broken({ ...sound, 'aws_sns_topic_policy.alerts': {} });

    expect(unknown).toThrow('aws_sns_topic_policy.alerts: policy is not as expected');
  });

  test('that lets in whoever it does not name is named', () => {
    const others = { policy: policy({ Effect: 'Allow', NotPrincipal: { AWS: '1' } }) };

    expect(broken({ ...sound, 'aws_sns_topic_policy.alerts': others })).toEqual([
      'aws_sns_topic_policy.alerts lets in everybody.',
    ]);
  });

  test('of what its holder may do lets nobody in', () => {
    const own = { policy: policy({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }) };

    expect(broken({ ...sound, 'aws_iam_role_policy.own': own })).toEqual([]);
  });
});

describe('A role', () => {
  const issuer = 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com';
  const subject = { 'token.actions.githubusercontent.com:sub': 'repo:a/b:environment:c' };
  const brokenBy = (statement: object) => {
    const role = { name: 'deploy', assume_role_policy: policy({ Effect: 'Allow', ...statement }) };
    return broken({ ...sound, 'aws_iam_role.deploy': role });
  };

  test.each([
    ['everybody', { Principal: { AWS: '*' } }],
    [`everybody of ${issuer}`, { Principal: { Federated: issuer } }],
    [
      `everybody of ${issuer}`,
      { Principal: { Federated: issuer }, Condition: { StringLike: subject } },
    ],
  ])('that %s may assume is named', (guest, statement) => {
    expect(brokenBy(statement)).toEqual([`aws_iam_role.deploy lets in ${guest}.`]);
  });

  test('that named subjects of an issuer, or a service, may assume is not', () => {
    const named = { Principal: { Federated: issuer }, Condition: { StringEquals: subject } };

    expect(brokenBy(named)).toEqual([]);
    expect(brokenBy({ Principal: { Service: 'lambda.amazonaws.com' } })).toEqual([]);
  });
});

test('An ACL, which would open what the block closes, is named', () => {
  expect(broken({ ...sound, 'aws_s3_bucket_acl.this': {} })).toEqual([
    'aws_s3_bucket_acl.this opens what is closed.',
  ]);
});
