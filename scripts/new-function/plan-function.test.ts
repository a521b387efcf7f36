import { readFileSync } from 'node:fs';
import { FunctionsFile, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { root } from '../lib/root.ts';
import { withPolicy, withRoute, withRow } from './edits.ts';
import { readRequest, type GivenOptions } from './function-request.ts';
import { nextSteps } from './next-steps.ts';
import { planFunction } from './plan-function.ts';

const http: GivenOptions = { trigger: 'http' };
const queue: GivenOptions = { trigger: 'queue', events: 'order.recorded' };
const schedule: GivenOptions = { trigger: 'schedule' };

const planOf = (name: string, options: GivenOptions) =>
  planFunction(root, readRequest(name, options));
const rowOf = async (name: string, options: GivenOptions) => {
  const { changed } = await planOf(name, options);
  const file: unknown = JSON.parse(changed.get('functions/functions.json') ?? '');
  return v.parse(FunctionsFile, file).functions[name];
};

describe('The row of a new function', () => {
  test('is added to those that there are, which stay as they are', async () => {
    const { changed } = await planOf('order-archive', queue);

    const before = readFileSync(`${root}/functions/functions.json`, 'utf8');
    const after = changed.get('functions/functions.json') ?? '';
    expect(after.startsWith(before.slice(0, before.lastIndexOf('    }')))).toBe(true);
    const { functions } = v.parse(FunctionsFile, JSON.parse(after));
    expect(Object.keys(functions)).toEqual([
      ...Object.keys(readFunctionsFile().functions),
      'order-archive',
    ]);
  });

  test('of a consumer has a queue of its own, and the facts that it asks for', async () => {
    const events = 'order.recorded,order.status-changed';

    const row = await rowOf('order-archive', { ...queue, events });

    expect(row).toEqual({
      ...{ memoryMb: 256, timeoutSeconds: 30 },
      trigger: {
        ...{ type: 'queue', queue: 'bbws-order-archive' },
        eventTypes: ['order.recorded', 'order.status-changed'],
        ...{ batchSize: 10, batchWindowSeconds: 5, maximumConcurrency: 5 },
      },
      environment: expect.arrayContaining(['DEAD_LETTER_QUEUE_URL', 'QUEUE_URL']),
    });
  });

  test('behind the API lies below the gateway’s patience', async () => {
    expect(await rowOf('tracking', http)).toMatchObject({
      ...{ memoryMb: 512, timeoutSeconds: 15, trigger: { type: 'http' } },
      environment: ['ALLOWED_ORIGINS', 'DYNAMODB_TABLE_NAME', 'ENVIRONMENT', 'LOG_LEVEL'],
    });
  });

  test('with a schedule has its rate', async () => {
    const row = await rowOf('night-watch', { ...schedule, rate: '10' });

    expect(row?.trigger).toEqual({ type: 'schedule', rateMinutes: 10 });
  });

  test('has the sizes that were asked for', async () => {
    const row = await rowOf('tracking', { ...http, memory: '1024', timeout: '20' });

    expect(row).toMatchObject({ memoryMb: 1024, timeoutSeconds: 20 });
  });
});

describe('A name is refused', () => {
  test.each([
    ['in another case', 'orderArchive', 'is in kebab case'],
    ['with a number', 'archive2', 'is in kebab case'],
    ['that begins with a hyphen', '-archive', 'is in kebab case'],
    ['with two hyphens', 'order--archive', 'is in kebab case'],
    ['that leads out of its folder', '../archive', 'is in kebab case'],
    ['that makes a role’s name too long', 'a'.repeat(21), 'at most 20 characters'],
    ['that means something else', 'live', 'is reserved'],
    ['of a function', 'pdf', 'There is a function pdf already.'],
    ['of a package', 'audit', 'There is a package audit already.'],
    ['whose route there is', 'invoice', 'There is a route GET /v1.0/orders/{orderId}/invoice'],
  ])('%s', async (_, name, words) => {
    await expect((async () => planOf(name, http))()).rejects.toThrow(words);
  });

  test('whose queue there is', async () => {
    await expect(planOf('creation', queue)).rejects.toThrow(
      'There is a queue bbws-order-creation already.',
    );
  });
});

describe('Options are refused', () => {
  test.each([
    ['without a trigger', {}, '--trigger is required'],
    ['with one that is none', { trigger: 'stream' }, '--trigger must be one of http, queue'],
    ['of a queue without facts', { trigger: 'queue' }, '--events is required'],
    ['with a fact that is none', { ...queue, events: 'order.lost' }, '--events must be one of'],
    ['with a fact twice', { ...queue, events: 'order.recorded,order.recorded' }, 'twice'],
    ['with facts for the API', { ...http, events: 'order.recorded' }, 'belongs to --trigger queue'],
    ['with a rate for a queue', { ...queue, rate: '1' }, 'belongs to --trigger schedule'],
    ['with no memory', { ...http, memory: '64' }, '--memory must be a whole number from 128'],
    ['with more time than the gateway has', { ...http, timeout: '29' }, '--timeout must be'],
    ['with a rate of nothing', { ...schedule, rate: '0' }, '--rate must be a whole number from 1'],
  ])('%s', (_, options, words) => {
    expect(() => readRequest('order-archive', options)).toThrow(words);
  });
});

describe('A file that lists functions', () => {
  test('keeps routes in order, and has the new one as its last', () => {
    const text = `import { a } from './routes/a.ts';
import { c } from './routes/get-c.ts';

export const routes: readonly Route[] = [
  a,
  c,
];
`;

    expect(withRoute(text, 'b')).toBe(`import { a } from './routes/a.ts';
import { getBRoute } from './routes/get-b.ts';
import { c } from './routes/get-c.ts';

export const routes: readonly Route[] = [
  a,
  c,
  getBRoute,
];
`);
  });

  test('is aligned as terraform fmt does it, also behind a longer name', () => {
    const text = `locals {
  policies = {
    pdf = data.aws_iam_policy_document.pdf.json
  }
}
`;

    expect(withPolicy(text, 'order-archive')).toBe(`locals {
  policies = {
    pdf             = data.aws_iam_policy_document.pdf.json
    "order-archive" = data.aws_iam_policy_document.order_archive.json
  }
}
`);
  });

  test('that has changed its form is left alone', () => {
    const request = readRequest('order-archive', queue);

    expect(() => withRow('{}', request)).toThrow(
      'functions/functions.json is not as this command knows it',
    );
    expect(() => withRoute('', 'b')).toThrow('packages/api/src/routes.ts is not as');
    expect(() => withPolicy('', 'b')).toThrow('policies.tf is not as');
  });
});

describe('What is left to do', () => {
  test('follows from the trigger', () => {
    const stepsOf = (options: GivenOptions) => nextSteps(readRequest('order-archive', options));

    expect(stepsOf(http).join('\n')).toContain('packages/api/src/routes/get-order-archive.ts');
    expect(stepsOf(queue).join('\n')).toContain('packages/simulator');
    expect(stepsOf(schedule).join('\n')).not.toMatch(/simulator|routes/);
  });
});
