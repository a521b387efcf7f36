import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readEnvironments } from '../lib/environments.ts';
import { root } from '../lib/root.ts';
import { runCommand } from '../testing/run-command.ts';
import { cloudwatchSigns } from './cloudwatch-signs.ts';
import type { Fleet } from './fleet.ts';
import { lambdaAliases } from './lambda-aliases.ts';
import { rollBack } from './rollback.ts';
import { shift } from './shift.ts';
import { startFakeAws } from './testing/fake-aws.ts';

const accountId = readEnvironments()['prod']?.accountId ?? '';
const functions = Object.keys(readFunctionsFile().functions);
const inAws = (name: string) => `bbws-order-lambda-${name}-prod`;

/** Version 1 of each function is live; create and pdf have a second one. */
const versions = Object.fromEntries(
  functions.map((name) => [inAws(name), ['create', 'pdf'].includes(name) ? [1, 2] : [1]]),
);

let aws: Awaited<ReturnType<typeof startFakeAws>>;
beforeEach(async () => {
  aws = await startFakeAws({ accountId, versions });
});
afterEach(() => aws.close());

const environmentOf = (url: string) => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'local-dummy-key',
  AWS_SECRET_ACCESS_KEY: 'local-dummy-secret',
});
const canary = (...args: string[]) => runCommand('scripts/canary.ts', args, environmentOf(aws.url));
const create = () => aws.aliasOf(inAws('create'));

/** One region by the SDK's clients, on a clock that passes as it is slept on. */
const connected = () => {
  const settings = {
    ...{ region: 'eu-west-1', endpoint: aws.url, maxAttempts: 1 },
    credentials: { accessKeyId: 'local-dummy-key', secretAccessKey: 'local-dummy-secret' },
  };
  const place = { region: 'eu-west-1', environment: 'prod', accountId };
  const fleet: Fleet = {
    ...{ environment: 'prod', functions },
    regions: [
      {
        name: 'eu-west-1',
        aliases: lambdaAliases(new LambdaClient(settings), place),
        signs: cloudwatchSigns(new CloudWatchClient(settings), 'prod'),
      },
    ],
  };
  let now = Date.parse('2026-11-20T09:30:00.000Z');
  const said: string[] = [];
  return {
    ...{ fleet, said },
    deps: {
      sleep: async (milliseconds: number) => void (now += milliseconds),
      now: () => new Date(now),
      say: (line: string) => void said.push(line),
      onLook: () => undefined,
    },
  };
};
const plan = { percent: 10, minutes: 5, ignoreAlarms: false, dryRun: false };

describe('By the APIs of Lambda and CloudWatch a shift', () => {
  test('moves aliases by weight, then whole, and notes where they were', async () => {
    const { fleet, deps } = connected();

    await shift(fleet, deps, plan);

    expect(create()).toEqual({
      FunctionVersion: '2',
      RoutingConfig: { AdditionalVersionWeights: {} },
      Description: 'Was at version 1 before 2026-11-20T09:35:00.000Z',
      revision: 3,
    });
    expect(aws.aliasOf(inAws('get'))).toMatchObject({ FunctionVersion: '1', revision: 1 });
  });

  test('asks for the invocations of the new version by its alias', async () => {
    const { fleet, deps } = connected();

    await shift(fleet, deps, plan);

    expect(aws.asked).toContain(`${inAws('create')} ${inAws('create')}:live 2`);
  });

  test('is taken back when an alarm of the environment goes off', async () => {
    const { fleet, deps } = connected();
    const onLook = () => void aws.alarms.push('bbws-order-lambda-create-prod-errors');

    await expect(shift(fleet, { ...deps, onLook }, plan)).rejects.toThrow(
      /^TAKEN BACK.*alarm in eu-west-1: bbws-order-lambda-create-prod-errors$/,
    );

    expect(create()).toMatchObject({
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: {} },
    });
  });

  test.each([
    ['of another environment', 'bbws-order-lambda-create-dev-errors'],
    ['on templates, which fit one of two versions', `${inAws('customer-confirm')}-template-faults`],
  ])('minds no alarm %s', async (_, alarm) => {
    const { fleet, deps } = connected();
    aws.alarms.push(alarm);

    expect(await shift(fleet, deps, plan)).toBe(true);
  });

  test('is undone by a rollback', async () => {
    const { fleet, deps } = connected();
    await shift(fleet, deps, plan);

    await rollBack(fleet, deps.say, false);

    expect(create()).toMatchObject({ FunctionVersion: '1', Description: '' });
  });

  test('does not move what somebody else has moved meanwhile', async () => {
    const { fleet } = connected();
    const [region] = fleet.regions;
    const seen = await region?.aliases.read('create');
    if (!region || !seen) throw new Error('There is no create.');
    await region.aliases.move(seen, { live: 2 });

    await expect(region.aliases.move(seen, { live: 1 })).rejects.toThrow(
      `Somebody else has moved ${inAws('create')} in eu-west-1 meanwhile.`,
    );
  });
});

describe('pnpm canary', () => {
  test('says where every function stands', async () => {
    aws.alarms.push('bbws-order-mail-prod-mail-bounces');

    const { code, stdout } = await canary('status', '--env', 'prod');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^af-south-1 +create +1 +2/m);
    expect(stdout).toContain('Alarms on in eu-west-1: bbws-order-mail-prod-mail-bounces');
  });

  test('shows what a shift would move', async () => {
    const { code, stdout } = await canary('shift', '--env', 'prod', '--dry-run');

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Would give them 10 % for 15 min, then all.'),
    });
    expect(create()).toMatchObject({ revision: 1 });
  });

  test('has nothing to shift in an environment where the apply moves everything', async () => {
    const { code, stdout } = await canary('shift', '--env', 'dev', '--yes');

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('dev has no canary: terraform apply moves'),
    });
  });

  test('takes back what it has moved at Ctrl-C', async () => {
    const args = ['scripts/canary.ts', 'shift', '--env', 'prod', '--yes'];
    const env = { PATH: process.env['PATH'], ...environmentOf(aws.url) };
    const child = spawn(process.execPath, args, { cwd: root, env });
    let printed = '';
    let isEnded = false;
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!isEnded && printed.includes('take 10 %')) isEnded = child.kill('SIGTERM');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);

    const [code] = await once(child, 'close');

    expect(code).toBe(1);
    expect(printed).toContain('TAKEN BACK: the old versions take every invocation again.');
    expect(create()).toMatchObject({
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: {} },
    });
  });

  test.each([
    ['no environment', ['status'], 2, '--env is required.'],
    ['one that is none', ['status', '--env', 'test'], 2, '--env must be one of dev, sit, prod'],
    ['production without a yes', ['shift', '--env', 'prod'], 2, 'This changes production'],
    ['a share of everything', ['shift', '--env', 'prod', '--percent', '51'], 2, '--percent must'],
    ['nothing to take back', ['rollback', '--env', 'prod', '--yes'], 1, 'No shift is noted'],
  ])('refuses %s', async (_, args, code, words) => {
    const ran = await canary(...args);

    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(words) });
  });

  test('refuses an account that is not the environment’s', async () => {
    const other = await startFakeAws({ accountId: '000000000000', versions });

    const args = ['status', '--env', 'prod'];
    const ran = await runCommand('scripts/canary.ts', args, environmentOf(other.url));

    await other.close();
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This is account 000000000000; prod is 093646564004.'),
    });
  });

  test('says what is not deployed yet', async () => {
    const empty = await startFakeAws({ accountId, versions: {} });

    const args = ['status', '--env', 'prod'];
    const ran = await runCommand('scripts/canary.ts', args, environmentOf(empty.url));

    await empty.close();
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/There is no alias live of bbws-order-lambda-\S+-prod in/),
    });
  });
});
