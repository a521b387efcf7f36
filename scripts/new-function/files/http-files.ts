/** A function behind the API: reads an order of the caller's tenant and answers its number, until it has work of its own. */
import type { FunctionRequest } from '../function-request.ts';
import { pascalCase, routePath } from '../names.ts';
import { indexFile, type MadeFile } from './common.ts';

export const httpDescription = (name: string): string =>
  `GET ${routePath(name)}: the number of an order`;

const readme = (name: string) => `# ${name}

\`GET ${routePath(name)}\`: the number of an order.

1. Parses the id, reads the order by the key of the caller's tenant, consistently.
2. \`404\`, the same bytes, for a missing order, a foreign one and a hidden one.
3. Answers its number.
`;

const handler = (
  name: string,
) => `/** GET ${routePath(name)}. Knows the route; knows nothing of DynamoDB. */
import { get${pascalCase(name)}Route } from '@bbws/api/routes/get-${name}';
import { DomainError } from '@bbws/domain/domain-error';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { parseRequest } from '@bbws/domain/parse';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { httpHandler, tenantEndpoint, type HttpDeps } from '@bbws/lambda/http';

export type Deps = HttpDeps & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
};

export const makeHandler = (deps: Deps) =>
  httpHandler(deps, [
    tenantEndpoint(get${pascalCase(name)}Route, async ({ caller, path }) => {
      const { orderId } = parseRequest(get${pascalCase(name)}Route.request.path, path, 'path');
      const stored = await deps.readOrder(caller.tenantId, orderId);
      if (!stored?.order.active)
        throw new DomainError('ORDER_NOT_FOUND', 'There is no order of that id.');
      return { status: 200, data: { orderNumber: stored.order.orderNumber } };
    }),
  ]);
`;

const assemble = `/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import type { Env } from '@bbws/lambda/env';
import type { Runtime } from '@bbws/lambda/start-function';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside \`ENVIRONMENT\` and \`LOG_LEVEL\`. */
export const variables = ['ALLOWED_ORIGINS', 'DYNAMODB_TABLE_NAME'] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table }: Parts): Deps => ({
  ...runtime,
  readOrder: readOrder(table),
  allowedOrigins: env.ALLOWED_ORIGINS,
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
`;

const handlerTest = (name: string) => `import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder, sampleOrderId } from '@bbws/domain/testing/builders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { makeHandler } from './handler.ts';

/** Asks a table that has the sample order, with these changes. */
const ask = async (call: Partial<GatewayCall> = {}, changes: object = {}) => {
  const order = aRecordedOrder(changes);
  const handler = makeHandler({
    log: observedLog().log,
    metrics: observedMetrics().metrics,
    allowedOrigins: [],
    readOrder: async (tenantId, id) =>
      tenantId === order.tenantId && id === order.id ? { order, outbox: [] } : undefined,
  });
  const { statusCode, body } = await handler(
    gatewayEvent({
      method: 'GET',
      resource: '${routePath(name)}',
      path: { orderId: sampleOrderId },
      ...call,
    }),
  );
  return { statusCode, body, answer: parseAnswer(body) };
};

describe('GET ${routePath(name)}', () => {
  test('answers the number of an order', async () => {
    const { statusCode, answer } = await ask();

    expect({ statusCode, data: answer.data }).toEqual({
      statusCode: 200,
      data: { orderNumber: 'ORD-20261120-00001' },
    });
  });

  test('answers a foreign order, a missing one and a hidden one with the same bytes', async () => {
    const claims = { 'custom:tenantId': 'tenant-other', sub: 'user-other' };

    const foreign = await ask({ claims });
    const missing = await ask({ path: { orderId: sampleOrderId.replace('0b', '1b') } });
    const hidden = await ask({}, { active: false });

    expect(foreign).toMatchObject({ statusCode: 404, answer: { code: 'ORDER_NOT_FOUND' } });
    expect([missing, hidden]).toEqual([foreign, foreign]);
  });

  test('refuses what is no id', async () => {
    const { statusCode, answer } = await ask({ path: { orderId: 'ORD-1' } });

    expect({ statusCode, path: answer.errors[0]?.path }).toEqual({
      statusCode: 400,
      path: '/orderId',
    });
  });
});
`;

const route = (name: string) => `/** GET ${routePath(name)} */
import * as v from 'valibot';
import type { Route } from '../route.ts';
import { OrderPath } from '../schemas/order-path.ts';

export const get${pascalCase(name)}Route = {
  operationId: 'get${pascalCase(name)}',
  method: 'GET',
  path: '${routePath(name)}',
  function: '${name}',
  access: 'tenant',
  tag: 'Orders',
  summary: 'Read the number of an order',
  description: 'The number that the order was given when it was accepted.',
  request: { path: OrderPath },
  responses: [
    {
      status: 200,
      description: 'The number.',
      data: {
        schema: v.strictObject({ orderNumber: v.string() }),
        example: { orderNumber: 'ORD-20261120-00001' },
      },
    },
  ],
  errors: ['INVALID_REQUEST', 'ORDER_NOT_FOUND'],
} as const satisfies Route;
`;

export const httpFiles = (request: FunctionRequest): MadeFile[] => {
  const { name } = request;
  const folder = `functions/${name}`;
  return [
    [`${folder}/README.md`, readme(name)],
    [`${folder}/src/handler.ts`, handler(name)],
    [`${folder}/src/handler.test.ts`, handlerTest(name)],
    [`${folder}/src/assemble.ts`, assemble],
    indexFile(request, [], []),
    [`packages/api/src/routes/get-${name}.ts`, route(name)],
  ];
};
