import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { outboxPartitions, writerKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { readWriterFlag } from '@bbws/dynamo/writer-flag';
import { writeWriterRegion } from '@bbws/dynamo/writer-region';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { runCommand } from '../testing/run-command.ts';

// Each test starts some processes, and a failover takes ten seconds.
jest.setTimeout(60_000);

const [first, second] = ['af-south-1', 'eu-west-1'] as const;

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
});
afterAll(() => aws.close());

const table = () => tableOf(aws.clients.dynamodb, aws.resources.tableName);
const flag = () => readWriterFlag(table())();
const say = (region: string) => writeWriterRegion(table())(region, '2026-11-20T09:30:00.000Z');

beforeEach(async () => {
  const { PK, SK } = writerKey;
  const Key = { PK: { S: PK }, SK: { S: SK } };
  await aws.clients.dynamodb.send(
    new DeleteItemCommand({ TableName: aws.resources.tableName, Key }),
  );
});

const dr = (...args: string[]) =>
  runCommand('scripts/dr.ts', [...args, '--env', 'local'], aws.clientEnv);

describe('pnpm dr status', () => {
  test('says who writes, for people and for machines', async () => {
    await say(first);

    const people = await dr('status');
    const machines = await dr('status', '--json');

    expect(people).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Writer: af-south-1, since 2026-11-20T09:30:00.000Z/),
      stderr: expect.stringContaining('regions af-south-1, eu-west-1'),
    });
    expect(people.stdout).toMatch(/eu-west-1 +customer-confirm +0 +0 +0 +0/);
    expect(JSON.parse(machines.stdout)).toMatchObject({
      environment: 'local',
      regions: [{ name: first, flag: { ok: true, value: { region: first } } }, { name: second }],
    });
  });

  test('fails, and does not hang, when nobody answers', async () => {
    const env = Object.fromEntries(
      Object.entries(aws.clientEnv).map(([name, value]) => [
        name,
        name.startsWith('AWS_ENDPOINT_URL') ? 'http://127.0.0.1:1' : value,
      ]),
    );

    const ran = await runCommand('scripts/dr.ts', ['status', '--env', 'local'], env);

    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining('No table answers') });
    expect(ran.stdout).toContain('ECONNREFUSED');
  });
});

describe('pnpm dr failover', () => {
  test('moves the writer, says when, and does nothing the second time', async () => {
    await say(first);

    const moved = await dr('failover', '--to', second, '--yes');
    const after = await flag();
    const again = await dr('failover', '--to', second, '--yes');

    expect(moved).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\+10\.\d s {2}read again/),
    });
    expect(moved.stdout).toContain('The replica in af-south-1 may name another writer until');
    expect(moved.stdout).toContain('pnpm dr reconcile --region eu-west-1 --dry-run');
    expect(after).toMatchObject({ region: second, previous: first });
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('writes already, since'),
    });
    expect(await flag()).toEqual(after);
  });

  test('shows what it would do and changes nothing without a yes', async () => {
    await say(first);

    const { code, stdout, stderr } = await dr('failover', '--to', second);

    expect(code).toBe(2);
    expect(stdout).toContain('af-south-1 writes, eu-west-1 will');
    expect(stderr).toContain('Nothing was changed. Add --yes');
    expect(await flag()).toMatchObject({ region: first });
  });
});

/** Runs it until it prints those words, then ends it as Ctrl-C does. */
const endedAfter = async (words: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['scripts/dr.ts', ...args, '--env', 'local'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...aws.clientEnv },
  });
  let printed = '';
  let isEnded = false;
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
    // Once: a second Ctrl-C leaves no time for last words.
    if (!isEnded && printed.includes(words)) isEnded = child.kill('SIGINT');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await once(child, 'close');
  return { code: child.exitCode, printed };
};

describe('pnpm dr failback', () => {
  test('ended by the operator says that nobody writes, and goes back at once when asked to', async () => {
    await say(second);

    const ended = await endedAfter('nobody writes: the flag', 'failback', '--to', first, '--yes');
    const between = await dr('status');
    const back = await dr('failback', '--to', second, '--yes');

    expect(ended.code).toBe(1);
    expect(ended.printed).toContain('The move was stopped. Ended by the operator.');
    expect(ended.printed).toContain('NOBODY WRITES');
    expect(ended.printed).toContain(
      'Go back to eu-west-1, at once:          pnpm dr failback --to eu',
    );
    expect(between).toMatchObject({ code: 1, stdout: expect.stringContaining('Writer: NOBODY') });
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('it writes again') });
    expect(await flag()).toMatchObject({ region: second });
  });

  test.each([
    ['failback', []],
    ['failover', ['--planned']],
  ])('shows how long nobody would write before it asks (%s %j)', async (command, options) => {
    await say(first);

    const { code, stdout } = await dr(command, '--to', second, ...options);

    expect(code).toBe(2);
    expect(stdout).toContain('Nobody writes (create and update answer 503');
    expect(await flag()).toMatchObject({ region: first });
  });

  test('is refused where no region is named', async () => {
    expect(await dr('failback', '--to', first, '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No region is named as the writer'),
    });
  });

  test('has nothing to do where the region writes already', async () => {
    await say(first);

    expect(await dr('failback', '--to', first, '--yes')).toMatchObject({
      code: 0,
      stdout: 'af-south-1 writes already. Nothing was changed.\n',
    });
  });
});

describe('pnpm dr reconcile', () => {
  const received = async (name: string): Promise<string> => {
    const QueueUrl = aws.resources.queues[name]?.url;
    const { Messages = [] } = await aws.clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body }) => Body).join();
  };

  test('sends what orders lack to the queues of the region that writes', async () => {
    await say(second);
    const { order } = await recordedOrder(table());
    const since = ['--region', second, '--since', '2026-11-01T00:00:00Z'];

    const dry = await dr('reconcile', ...since, '--dry-run');
    const nothing = await received('pdf');
    const ran = await dr('reconcile', ...since);

    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('would send 3 events') });
    expect(nothing).toBe('');
    expect(ran).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/found +1 that lack something\nreplayed +3 events/),
      stderr: expect.stringContaining('Parts of the table: 64/64'),
    });
    for (const name of ['pdf', 'internal-notify', 'customer-confirm'])
      expect(await received(name)).toContain(order.id);
  });

  test('sends what the others lack beside an entry that is no order’s, and fails', async () => {
    await say(second);
    const TableName = aws.resources.tableName;
    const Key = { PK: { S: 'NOTE' }, SK: { S: 'foreign' } };
    const Due = { GSI4_PK: { S: outboxPartitions[0] ?? '' }, GSI4_SK: { S: '2026-11-20' } };
    await aws.clients.dynamodb.send(new PutItemCommand({ TableName, Item: { ...Key, ...Due } }));
    const { order } = await recordedOrder(table());

    const { code, stdout } = await dr('reconcile', '--region', second, '--outbox-only');
    await aws.clients.dynamodb.send(new DeleteItemCommand({ TableName, Key }));

    expect(code).toBe(1);
    expect(stdout).toContain('an entry that is no order’s');
    expect(await received('pdf')).toContain(order.id);
  });

  test('may look at the outboxes alone', async () => {
    await say(second);
    await recordedOrder(table());

    const { code, stdout } = await dr(
      'reconcile',
      '--region',
      second,
      '--outbox-only',
      '--dry-run',
    );

    expect(code).toBe(0);
    expect(stdout).not.toContain('Orders changed since');
  });

  test('is refused in a region that does not write', async () => {
    await say(second);

    expect(await dr('reconcile', '--region', first)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('af-south-1 does not write: the flag says eu-west-1.'),
    });
  });
});

describe('pnpm dr', () => {
  test('explains itself', async () => {
    expect(await runCommand('scripts/dr.ts', ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('docs/runbooks/dr.md'),
    });
  });

  test.each([
    ['no command', [], 2, 'No command is given'],
    ['an unknown command', ['swap'], 2, '"swap" is no command'],
    [
      'an unknown region',
      ['failover', '--env', 'prod', '--to', 'us-east-1'],
      2,
      '--to must be one',
    ],
    ['no region', ['failover', '--env', 'prod'], 2, '--to is required'],
    ['an unknown environment', ['status', '--env', 'test'], 2, '--env must be one of dev, sit, pr'],
    ['another’s option', ['status', '--yes'], 2, "Unknown option '--yes'"],
    ['no such wait', ['failback', '--wait-minutes', '0'], 2, '--wait-minutes must be a whole'],
    ['a single region', ['failover', '--env', 'dev', '--to', second], 1, 'dev has one region'],
  ])('refuses %s', async (_, args, code, words) => {
    expect(await runCommand('scripts/dr.ts', args)).toMatchObject({
      ...{ code, stdout: '' },
      stderr: expect.stringContaining(words),
    });
  });
});
