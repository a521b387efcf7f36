import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { HttpResponse } from '@smithy/core/protocols';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { start } from '../testing/records.ts';
import { turns, watch } from '../testing/turns.ts';
import { makeInvocation, runIn } from '../world/invocation.ts';
import { makeStage } from '../world/stage.ts';
import { makeTurnstile, openTurnstile } from '../world/turnstile.ts';
import { noFaults, type FaultPlan } from './fault.ts';
import { instrument } from './instrument.ts';

const order = { PK: { S: 'TENANT#tenant-sample' }, SK: { S: `ORDER#${sampleOrderId}` } };
const read = () => new GetItemCommand({ TableName: 'orders', Key: order });
const answerOf = (statusCode: number, body: object) =>
  new HttpResponse({
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });

/** The table, over a network that answers every request like this. */
const aTable = (
  plan: FaultPlan,
  answer: () => HttpResponse | Promise<HttpResponse> = () => answerOf(200, { Item: order }),
  turnstile = openTurnstile,
) => {
  const stage = makeStage(start, turnstile);
  const sent = { requests: 0 };
  const effects: string[] = [];
  const client = new DynamoDBClient({
    region: 'af-south-1',
    credentials: { accessKeyId: 'dummy', secretAccessKey: 'dummy' },
    retryStrategy: new ConfiguredRetryStrategy(3, () => 1),
    requestHandler: {
      handle: async () => {
        sent.requests += 1;
        return { response: await answer() };
      },
    },
  });
  instrument(client.middlewareStack, 'dynamodb', {
    ...stage,
    plan,
    onEffect: (operation) => void effects.push(operation),
  });
  return { ...stage, client, sent, effects };
};

/** Only the first attempt of each call. */
const firstAttempt =
  (kind: 'error-before' | 'stale-read' | 'throttle'): FaultPlan =>
  ({ attempt }) =>
    attempt === 1 ? { kind } : undefined;

describe('every attempt of a call', () => {
  test('stands in the history, with its fault and what came of it', async () => {
    const { client, history, effects, sent } = aTable(firstAttempt('error-before'));

    const { Item } = await runIn(makeInvocation(7, 'pdf'), () => client.send(read()));

    const call = {
      at: start,
      invocation: 7,
      functionName: 'pdf',
      operation: 'GetItem',
      subject: sampleOrderId,
      tenantId: 'tenant-sample',
      occurrence: 1,
    };
    expect(Item).toEqual(order);
    expect(history.calls).toEqual([
      { ...call, attempt: 1, fault: 'error-before', took: false, answered: false },
      { ...call, attempt: 2, fault: undefined, took: true, answered: true },
    ]);
    expect(effects).toEqual(['GetItem']);
    expect(sent.requests).toBe(1);
    expect(history.isDisturbed(7, sampleOrderId)).toBe(true);
  });

  test('asks the plan under the name of its call, which counts up by function and subject', async () => {
    const names: string[] = [];
    const { client } = aTable(({ functionName, subject, occurrence, attempt }) => {
      names.push(`${functionName} ${subject === sampleOrderId} ${occurrence} ${attempt}`);
      return undefined;
    });
    const [one, other] = [makeInvocation(1, 'pdf'), makeInvocation(2, 'create')];

    await runIn(one, () => client.send(read()));
    await runIn(one, () => client.send(read()));
    await runIn(other, () => client.send(read()));

    expect(names).toEqual(['pdf true 1 1', 'pdf true 2 1', 'create true 1 1']);
  });

  test('is tried again by the SDK when it is refused for being one too many', async () => {
    const { client, history } = aTable(firstAttempt('throttle'));

    await runIn(makeInvocation(1, 'pdf'), () => client.send(read()));

    expect(history.calls).toMatchObject([
      { fault: 'throttle', took: false, answered: true },
      { took: true, answered: true },
    ]);
  });

  test('took nothing when AWS refuses it', async () => {
    const { client, history, effects } = aTable(noFaults, () =>
      answerOf(400, { __type: 'ConditionalCheckFailedException' }),
    );

    const called = runIn(makeInvocation(1, 'pdf'), () => client.send(read()));

    await expect(called).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(history.calls).toMatchObject([{ attempt: 1, took: false, answered: true }]);
    expect(effects).toEqual([]);
    expect(history.isDisturbed(1, sampleOrderId)).toBe(false);
  });
});

describe('a call', () => {
  test('that names no order is about what its invocation is about', async () => {
    const { client, history } = aTable(noFaults, () => answerOf(200, { Items: [], Count: 0 }));
    const query = new QueryCommand({ TableName: 'orders' });

    await runIn(makeInvocation(1, 'create', 'order-1'), () => client.send(query));
    await runIn(makeInvocation(2, 'sweeper'), () => client.send(query));

    expect(history.calls).toMatchObject([{ subject: 'order-1' }, { subject: 'many' }]);
  });

  test('finds no item when its read is stale', async () => {
    const { client } = aTable(firstAttempt('stale-read'));

    const { Item } = await runIn(makeInvocation(1, 'pdf'), () => client.send(read()));

    expect(Item).toBeUndefined();
  });

  test('is part of an invocation', async () => {
    const { client } = aTable(noFaults);

    await expect(client.send(read())).rejects.toThrow('outside of an invocation');
  });
});

describe('the turn of a call', () => {
  test('comes when nothing else goes on; until then the call is not made', async () => {
    const turnstile = makeTurnstile(1);
    const { activity, client, history } = aTable(noFaults, undefined, turnstile);
    const called = runIn(makeInvocation(1, 'pdf'), () => client.send(read()));

    await activity.settled();
    expect(history.calls).toEqual([]);

    expect(turnstile.release()).toBe(true);
    await called;
    expect(history.calls).toHaveLength(1);
  });

  test('never comes for a process that ended while it waited', async () => {
    const turnstile = makeTurnstile(1);
    const { activity, client, sent } = aTable(noFaults, undefined, turnstile);
    const invocation = makeInvocation(1, 'pdf');
    void runIn(invocation, () => client.send(read()));
    await activity.settled();

    invocation.die();
    turnstile.release();
    await activity.settled();
    await sleep(20);

    expect(sent.requests).toBe(0);
  });
});

describe('a process that has ended', () => {
  test('hears nothing of the calls that it was making', async () => {
    const { activity, client, history } = aTable(() => ({ kind: 'crash-after' }));
    const invocation = makeInvocation(1, 'pdf');

    const called = watch(runIn(invocation, () => client.send(read())));
    await activity.settled();
    await turns();

    expect(invocation.isDead()).toBe(true);
    expect(called.isSettled()).toBe(false);
    expect(history.calls).toMatchObject([{ took: true, answered: false }]);
  });

  test('makes no call', async () => {
    const { activity, client, history, occurrences, sent } = aTable(noFaults);
    const invocation = makeInvocation(1, 'pdf');
    invocation.die();

    const called = watch(runIn(invocation, () => client.send(read())));
    await activity.settled();
    await turns();

    expect(called.isSettled()).toBe(false);
    expect(sent.requests).toBe(0);
    expect(history.calls).toEqual([]);
    // The names of later calls are those that they have in every run.
    expect(occurrences.size).toBe(0);
  });

  test('makes no further attempt at a call that failed', async () => {
    const invocation = makeInvocation(1, 'pdf');
    const { activity, client, history, sent } = aTable(() => {
      // Another call of the same process ends it.
      invocation.die();
      return { kind: 'error-before' };
    });

    const called = watch(runIn(invocation, () => client.send(read())));
    await activity.settled();
    await sleep(20);

    expect(called.isSettled()).toBe(false);
    expect(sent.requests).toBe(0);
    expect(history.calls).toHaveLength(1);
  });

  test('leaves calls under way, for which time stands still until they have arrived', async () => {
    const answer = Promise.withResolvers<HttpResponse>();
    const { activity, client, history } = aTable(noFaults, () => answer.promise);
    const invocation = makeInvocation(1, 'pdf');
    void runIn(invocation, () => client.send(read()));
    await sleep(20);

    invocation.die();
    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(false);

    answer.resolve(answerOf(200, {}));
    await activity.settled();
    expect(history.calls).toMatchObject([{ took: true, answered: false }]);
  });
});
