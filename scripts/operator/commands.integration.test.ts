import { randomUUID } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { anEvent } from '@bbws/domain/testing/builders';
import { orderKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { runCommand } from '../testing/run-command.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
});
afterAll(() => aws.close());

/** Each test takes a queue of its own. */
type QueueName = 'record-creator' | 'pdf' | 'internal-notify' | 'customer-confirm';

const dlq = (...args: string[]) =>
  runCommand('scripts/dlq.ts', [...args, '--env', 'local'], aws.clientEnv);
const bury = async (name: QueueName, body: string, reason: string) => {
  const QueueUrl = aws.resources.queues[name]?.deadLetterUrl;
  const MessageAttributes = { reason: { DataType: 'String', StringValue: reason } };
  const sent = await aws.clients.sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: body, MessageAttributes }),
  );
  return sent.MessageId ?? '';
};
const receivedFrom = async (name: QueueName) => {
  const QueueUrl = aws.resources.queues[name]?.url;
  const { Messages = [] } = await aws.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  return Messages.map(({ Body }) => Body);
};

const recorded = async () => {
  const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  return (await recordedOrder(table)).order;
};
const order = (id: string, command: string, ...args: string[]) =>
  runCommand(
    'scripts/order.ts',
    [command, '--order', id, '--env', 'local', ...args],
    aws.clientEnv,
  );

describe('pnpm dlq', () => {
  test('lists what is there, for people and for machines', async () => {
    await bury('record-creator', JSON.stringify(anEvent('order.accepted')), 'RETRIES_EXHAUSTED');

    const people = await dlq('list', '--queue', 'bbws-order-creation-dlq-local');
    const machines = await dlq('list', '--queue', 'record-creator', '--json');

    expect(people).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/record-creator +1 .*RETRIES_EXHAUSTED 1 +order\.accepted 1/),
      stderr: expect.stringContaining('Environment local'),
    });
    const { queues } = v.parse(
      v.pipe(v.string(), v.parseJson(), v.object({ queues: v.array(v.unknown()) })),
      machines.stdout,
    );
    expect(queues).toMatchObject([{ queue: 'record-creator', deadLetters: 1 }]);
  });

  test('peeks and prints of a body nothing but its length', async () => {
    await bury('internal-notify', 'thandi.sample@example.com', 'NOT_JSON');

    const { code, stdout } = await dlq('peek', '--queue', 'internal-notify', '--limit', '1');

    expect(code).toBe(0);
    expect(stdout).toContain('not JSON, 25 bytes');
    expect(stdout).not.toContain('thandi');
  });

  test('redrives, after showing what it would do', async () => {
    const body = JSON.stringify(anEvent('order.recorded'));
    await bury('pdf', body, 'RETRIES_EXHAUSTED');

    const dry = await dlq('redrive', '--queue', 'pdf', '--dry-run');
    const moved = await dlq('redrive', '--queue', 'pdf');

    expect(dry.stdout).toContain('1 message would be moved; nothing was.');
    expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('1 message moved.') });
    expect(await receivedFrom('pdf')).toEqual([body]);
  });

  test('tells of messages that a killed command holds, and fails to redrive them', async () => {
    await bury('internal-notify', JSON.stringify(anEvent('order.recorded')), 'RETRIES_EXHAUSTED');
    const QueueUrl = aws.resources.queues['internal-notify']?.deadLetterUrl;
    await aws.clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 }),
    );

    const peeked = await dlq('peek', '--queue', 'internal-notify');
    const redriven = await dlq('redrive', '--queue', 'internal-notify');

    const words = expect.stringMatching(/^\d messages? held by another command.*pnpm dlq list$/m);
    expect(peeked).toMatchObject({ code: 0, stdout: words });
    expect(redriven).toMatchObject({ code: 1, stdout: words });
  });

  test('discards with a yes only', async () => {
    const id = await bury('customer-confirm', '?', 'NOT_JSON');
    const discard = ['discard', '--queue', 'customer-confirm', '--message-id', id];

    const kept = await dlq(...discard);
    const gone = await dlq(...discard, '--yes');
    const missing = await dlq(...discard, '--yes');

    expect([kept.code, gone.code, missing.code]).toEqual([2, 0, 1]);
    expect(gone.stdout).toContain('Deleted for good');
  });
});

describe('pnpm order and pnpm replay', () => {
  test('hide an order and show it again, and say what is still to be sent', async () => {
    const { id } = await recorded();

    const hidden = await order(id, 'hide');
    const got = await order(id.toUpperCase(), 'get');
    const shown = await order(id, 'show');

    expect(hidden.stdout).toContain('is hidden now (version 3)');
    expect(got.stdout).toContain('recorded, HIDDEN');
    expect(shown.stdout).toContain(`Not sent yet: pnpm replay --order ${id} --effect confirm\n`);
  });

  test('show nothing personal unless it is asked for', async () => {
    const { id, customerEmail } = await recorded();

    const plain = await order(id, 'get');
    const whole = await order(id, 'get', '--personal-data');

    expect(plain.stdout).not.toContain(customerEmail);
    expect(whole.stdout).toContain(customerEmail);
  });

  test('replay an effect, and say how to see what became of it', async () => {
    const { id } = await recorded();
    const args = ['--env', 'local', '--order', id, '--effect', 'internal'];

    const { code, stdout } = await runCommand('scripts/replay.ts', args, aws.clientEnv);

    expect(code).toBe(0);
    expect(stdout).toContain('sent: order.recorded to internal-notify');
    expect(stdout).toContain(`pnpm audit:orders --order ${id}`);
    expect((await receivedFrom('internal-notify')).join()).toContain(id);
  });

  test('publish what is in an outbox', async () => {
    const { id } = await recorded();

    const published = await order(id, 'publish');

    expect(published).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('order.recorded of version 2: published; it stays'),
    });
    expect((await receivedFrom('pdf')).join()).toContain(id);
  });

  test('exit with 1 when refused, and say why in one line', async () => {
    const { id } = await recorded();
    const args = ['--env', 'local', '--order', id, '--effect', 'record'];

    const refused = await runCommand('scripts/replay.ts', args, aws.clientEnv);
    const missing = await order(randomUUID(), 'get');

    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is recorded') });
    expect(missing).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no order'),
    });
    expect(missing.stderr).not.toContain('    at ');
  });
});

describe('an order that is damaged', () => {
  const damaged = async () => {
    const { id, tenantId } = await recorded();
    const { PK, SK } = orderKey(tenantId, id);
    await aws.clients.dynamodb.send(
      new UpdateItemCommand({
        TableName: aws.resources.tableName,
        Key: { PK: { S: PK }, SK: { S: SK } },
        UpdateExpression: 'SET #status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': { S: 'banana' } },
      }),
    );
    return { id, tenantId };
  };

  test.each([
    ['scripts/order.ts', ['get']],
    ['scripts/order.ts', ['hide']],
    ['scripts/replay.ts', ['--effect', 'internal']],
  ])('is named to the audit by %s %j', async (script, args) => {
    const { id, tenantId } = await damaged();
    const which = ['--order', id, '--tenant', tenantId];

    const ran = await runCommand(script, [...args, ...which, '--env', 'local'], aws.clientEnv);

    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('does not fit its schema at /status'),
    });
    expect(ran.stderr).toContain(`pnpm audit:orders ${which.join(' ')}\n`);
  });
});

describe('an operator’s command', () => {
  test('says what to do when no AWS answers', async () => {
    const env = Object.fromEntries(
      Object.entries(aws.clientEnv).map(([name, value]) => [
        name,
        name.startsWith('AWS_ENDPOINT_URL') ? 'http://127.0.0.1:1' : value,
      ]),
    );

    const ran = await runCommand('scripts/dlq.ts', ['list', '--env', 'local'], env);

    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') });
    expect(ran.stderr).toContain('does `pnpm start` run, is AWS_ENDPOINT_URL right?');
  });

  const scripts = ['scripts/dlq.ts', 'scripts/order.ts', 'scripts/replay.ts'];

  test.each(scripts)('explains itself: %s', async (script) => {
    expect(await runCommand(script, ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--env E'),
    });
  });

  test.each([
    ['no command', 'scripts/dlq.ts', [], 'No command is given'],
    ['an unknown command', 'scripts/order.ts', ['sell'], '"sell" is no command'],
    ['an unknown option', 'scripts/dlq.ts', ['list', '--force'], "Unknown option '--force'"],
    ['another’s option', 'scripts/dlq.ts', ['list', '--yes'], "Unknown option '--yes'"],
    ['no order', 'scripts/order.ts', ['get'], '--order is required'],
    ['no id', 'scripts/order.ts', ['get', '--order', '1'], '--order must be a UUID'],
    [
      'no tenant',
      'scripts/order.ts',
      ['get', '--order', randomUUID(), '--tenant', '#'],
      '--tenant',
    ],
    ['no effect', 'scripts/replay.ts', ['--order', randomUUID()], '--effect is required'],
    [
      'an overwriting of a mail',
      'scripts/replay.ts',
      ['--order', randomUUID(), '--effect', 'confirm', '--again', '--overwrite'],
      '--overwrite goes with --effect pdf --again only.',
    ],
    ['an unknown environment', 'scripts/dlq.ts', ['list', '--env', 'test'], '--env must be one of'],
    ['no such number', 'scripts/dlq.ts', ['peek', '--limit', 'all'], '--limit must be a whole'],
  ])('exits with 2 for %s', async (_, script, args, words) => {
    expect(await runCommand(script, args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(words),
    });
  });
});
