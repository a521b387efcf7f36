import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { eventually } from '../testing/eventually.ts';
import { writeBundles } from '../testing/write-bundles.ts';
import type { LogStream } from './function-spec.ts';
import { startFunction } from './start-function.ts';

const Remaining = v.object({ payload: v.object({ before: v.number(), after: v.number() }) });

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

const start = async (source: string, timeoutSeconds = 3) => {
  const lines: [LogStream, string][] = [];
  const bundles = await writeBundles({ fixture: source });
  cleanUp.push(bundles.remove);
  const running = await startFunction({
    name: 'fixture',
    bundle: pathToFileURL(join(bundles.folder, 'fixture', 'index.mjs')).href,
    settings: { memoryMb: 256, timeoutSeconds },
    env: { LOG_LEVEL: 'INFO' },
    onLine: (stream, line) => lines.push([stream, line]),
  });
  cleanUp.push(running.close);
  return { ...running, lines, bundles };
};

describe('a function', () => {
  test('gets event and context, and only its own environment', async () => {
    const { invoke } = await start(`export const handler = async (event, context) => ({
      event, context, remaining: context.getRemainingTimeInMillis(), env: process.env });`);

    expect(await invoke({ a: 1 })).toMatchObject({
      ok: true,
      payload: {
        event: { a: 1 },
        context: {
          functionName: 'bbws-order-lambda-fixture-local',
          memoryLimitInMB: '256',
          awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
        remaining: expect.any(Number),
        env: expect.objectContaining({ LOG_LEVEL: 'INFO', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256' }),
      },
    });
    expect(JSON.stringify(await invoke({}))).not.toContain('"PATH"');
  });

  test('is told how much of its time is left', async () => {
    const { invoke } = await start(`export const handler = async (event, context) => {
      const before = context.getRemainingTimeInMillis();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { before, after: context.getRemainingTimeInMillis() };
    };`);

    const { before, after } = v.parse(Remaining, await invoke({})).payload;

    expect(before).toBeLessThanOrEqual(3000);
    expect(before).toBeGreaterThan(1000);
    expect(before - after).toBeGreaterThanOrEqual(95);
  });

  test('that answers nothing answers null', async () => {
    const { invoke } = await start('export const handler = () => undefined;');

    expect(await invoke({})).toEqual({ ok: true, payload: null });
  });

  test('runs several invocations at once', async () => {
    const { invoke } = await start(`let running = 0;
      export const handler = async () => {
        running += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return running;
      };`);

    expect(await Promise.all([invoke({}), invoke({})])).toEqual([
      { ok: true, payload: 2 },
      { ok: true, payload: 2 },
    ]);
  });

  test('has its output captured line by line', async () => {
    const { invoke, lines } = await start(`export const handler = async () => {
      console.log('{"message":"one"}\\ntwo'); process.stderr.write('three\\n'); };`);

    await invoke({});

    await eventually(
      () => lines,
      ({ length }) => length === 3,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        ['stdout', '{"message":"one"}'],
        ['stdout', 'two'],
        ['stderr', 'three'],
      ]),
    );
  });

  test('that throws fails with type and message', async () => {
    const { invoke } = await start(
      'export const handler = async () => { throw new TypeError("No order."); };',
    );

    expect(await invoke({})).toMatchObject({
      ok: false,
      error: { errorType: 'TypeError', errorMessage: 'No order.' },
    });
  });

  test('that throws what is no error fails with its text', async () => {
    const { invoke } = await start('export const handler = async () => { throw "No order."; };');

    expect(await invoke({})).toMatchObject({
      ok: false,
      error: { errorType: 'string', errorMessage: 'No order.' },
    });
  });

  test('that takes too long times out, and is ready again', async () => {
    const { invoke } = await start(
      `export const handler = async ({ forever }) => forever ? new Promise(() => setInterval(() => {}, 1000)) : 'quick';`,
      0.1,
    );

    expect(await invoke({ forever: true })).toMatchObject({
      ok: false,
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 0\.10 seconds$/),
      },
    });
    expect(await invoke({})).toEqual({ ok: true, payload: 'quick' });
  });

  test('that times out leaves the other invocations their time', async () => {
    const { invoke } = await start(
      `export const handler = ({ ms }) => new Promise((resolve) => setTimeout(() => resolve(ms), ms));`,
      0.5,
    );

    const tooLong = invoke({ ms: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const inTime = invoke({ ms: 350 });

    expect(await tooLong).toMatchObject({ ok: false });
    expect(await inTime).toEqual({ ok: true, payload: 350 });
  });

  test('that blocks its thread times out too', async () => {
    const { invoke } = await start('export const handler = () => { for (;;); };', 0.1);

    expect(await invoke({})).toMatchObject({ error: { errorType: 'Sandbox.Timedout' } });
  });

  test('that ends its runtime fails, and starts again at the next invocation', async () => {
    const { invoke } = await start(
      `export const handler = async ({ exit }) => { if (exit) process.exit(3); return 'alive'; };`,
    );

    expect(await invoke({ exit: true })).toMatchObject({
      ok: false,
      error: {
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(/Runtime exited with error: exit status 3$/),
      },
    });
    expect(await invoke({})).toEqual({ ok: true, payload: 'alive' });
  });

  test('whose error nobody catches fails, and leaves the error in its log', async () => {
    const { invoke, lines } = await start(`export const handler = () => new Promise(() => {
      setTimeout(() => { throw new Error('Late.'); }, 1); });`);

    expect(await invoke({})).toMatchObject({ error: { errorType: 'Runtime.ExitError' } });
    expect(lines).toContainEqual(['stderr', 'Error: Late.']);
  });

  test('that is closed fails, and starts no more', async () => {
    const { invoke, close } = await start('export const handler = () => "alive";');

    await close();

    expect(await invoke({})).toMatchObject({
      ok: false,
      error: { errorType: 'Runtime.ExitError' },
    });
  });

  test('whose bundle is gone at a restart fails', async () => {
    const { invoke, bundles } = await start('export const handler = () => process.exit(1);');
    await invoke({});

    await bundles.remove();

    expect(await invoke({})).toMatchObject({ error: { errorType: 'Runtime.ImportModuleError' } });
  });

  test.each([
    ['that does not load', 'import "nothing";', /The function fixture does not load: .*nothing/],
    ['without a handler', 'export const other = 1;', /does not load: .*handler/],
    ['that ends while it loads', 'process.exit(1);', /does not load: its thread ended with 1/],
  ])('%s is an error at start', async (_, source, message) => {
    await expect(start(source)).rejects.toThrow(message);
  });
});
