import { describe, expect, test } from '@jest/globals';
import { standardTerms } from '@bbws/domain/supplier';
import * as v from 'valibot';
import functionsFile from '../../../functions/functions.json' with { type: 'json' };
import { variables, type VariableName } from './variables.ts';

type Example = {
  /** What may be set, and what it becomes. */
  readonly good: readonly (readonly [set: string | undefined, read: unknown])[];
  readonly bad: readonly string[];
};

const address: Example = {
  good: [
    ['https://a.example/', 'https://a.example'],
    ['http://127.0.0.1:4566/queue//', 'http://127.0.0.1:4566/queue'],
  ],
  bad: ['', 'a.example', 'ftp://a.example', 'javascript:alert(1)', 'https://'],
};
const name: Example = {
  good: [['bbws-orders-dev', 'bbws-orders-dev']],
  bad: ['', 'a'.repeat(257)],
};
const email: Example = {
  good: [['orders@example.com', 'orders@example.com']],
  bad: ['', 'orders', 'a@example.com, b@example.com', 'Orders <orders@example.com>'],
};

const supplier = {
  name: 'Sample Trading (Pty) Ltd',
  address: ['1 Sample Road', 'Cape Town 8001'],
  vatNumber: '4000000000',
  registrationNumber: '2026/000000/07',
  bank: { name: 'Example Bank', branchCode: '000000', account: '000000000' },
};

const examples: Readonly<Record<VariableName, Example>> = {
  ADMIN_PORTAL_URL: address,
  API_BASE_URL: address,
  ALLOWED_ORIGINS: {
    good: [
      ['', []],
      ['a, b,,', ['a', 'b']],
    ],
    bad: [],
  },
  AWS_ENDPOINT_URL_S3: { good: [...address.good, [undefined, undefined]], bad: address.bad },
  AWS_REGION: {
    good: [
      ['af-south-1', 'af-south-1'],
      ['us-gov-west-1', 'us-gov-west-1'],
    ],
    bad: ['', 'af-south', 'AF-SOUTH-1', 'af-south-1.example.com'],
  },
  BUSINESS_TIME_ZONE: {
    good: [['Africa/Johannesburg', 'Africa/Johannesburg']],
    bad: ['', 'Africa/Nowhere'],
  },
  CART_AUTHENTICATION: {
    good: [
      ['none', undefined],
      ['sigv4:execute-api', 'execute-api'],
      ['sigv4:lambda', 'lambda'],
    ],
    bad: ['', 'sigv4', 'sigv4:s3', 'basic', 'NONE'],
  },
  CART_LAMBDA_API_URL: address,
  CUSTOMER_PORTAL_URL: address,
  DEAD_LETTER_QUEUE_URL: address,
  DYNAMODB_TABLE_NAME: name,
  ENVIRONMENT: {
    good: [
      ['local', 'local'],
      ['prod', 'prod'],
    ],
    bad: ['', 'production'],
  },
  INTERNAL_NOTIFICATION_EMAIL: email,
  INVOICE_SUPPLIER: {
    good: [
      [
        JSON.stringify(supplier),
        {
          ...supplier,
          bank: { ...supplier.bank, reference: 'Please quote' },
          terms: standardTerms,
        },
      ],
    ],
    bad: [
      '',
      'Sample Trading',
      '{}',
      '[]',
      JSON.stringify({ ...supplier, vatNumber: '400000000' }),
      JSON.stringify({ ...supplier, address: [] }),
      JSON.stringify({ ...supplier, bank: undefined }),
    ],
  },
  LOG_LEVEL: {
    good: [
      ['DEBUG', 'DEBUG'],
      ['ERROR', 'ERROR'],
    ],
    bad: ['', 'debug', 'FATAL'],
  },
  ORDER_EVENTS_TOPIC_ARN: {
    good: [['arn:aws:sns:af-south-1:1:topic', 'arn:aws:sns:af-south-1:1:topic']],
    bad: ['', 'topic'],
  },
  ORDER_NUMBER_REGION: {
    good: [
      ['', ''],
      ['E', 'E'],
    ],
    bad: ['e', 'EU', '1'],
  },
  ORDER_UPDATE_GROUPS: {
    good: [
      ['', []],
      ['finance:paid', [{ group: 'finance', statuses: ['paid'] }]],
    ],
    bad: ['finance:payed', 'finance:', 'a b'],
  },
  QUEUE_URL: address,
  S3_EMAIL_TEMPLATES_BUCKET: name,
  S3_ORDERS_BUCKET: name,
  SES_CONFIGURATION_SET: name,
  SES_FROM_ADDRESS: email,
  SUPPORT_EMAIL: email,
};

const cases = Object.entries(examples).map(([variable, { good, bad }]) => ({
  variable,
  good,
  bad,
  schema: v.pick(v.object(variables), [v.parse(v.keyof(v.object(variables)), variable)]),
}));

describe('the variable', () => {
  test.each(cases)('$variable is read', ({ variable, good, schema }) => {
    expect(good.map(([set]) => v.parse(schema, { [variable]: set }))).toEqual(
      good.map(([, read]) => ({ [variable]: read })),
    );
  });

  test.each(cases)('$variable is refused when it is malformed', ({ variable, bad, schema }) => {
    expect(bad.filter((set) => v.is(schema, { [variable]: set }))).toEqual([]);
  });
});

test('every variable that functions.json gives a function is known', () => {
  const given = Object.values(functionsFile.functions).flatMap(({ environment }) => environment);

  expect(given.filter((variable) => !(variable in variables))).toEqual([]);
});
