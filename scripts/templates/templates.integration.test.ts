import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { templates } from '@bbws/email/generated/templates';
import { templateNames } from '@bbws/email/template';
import { credentials } from '@bbws/local-aws/client-env';
import { queueConsumers, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { queueNames } from '@bbws/local-aws/resources/names';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';
import { hashOf } from './hash-of.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
});
afterAll(() => aws.close());

const run = (...args: string[]) =>
  runCommand('scripts/templates.ts', [...args, '--env', 'local'], aws.clientEnv);
const at = (name: string) => ({
  Bucket: aws.resources.templatesBucket,
  Key: `${name}.html`,
});

/** What a command looks for in a region before it does anything there. */
const makeQueuesIn = async (region: string, endpoint: string, environment: string) => {
  const sqs = new SQSClient({ region, endpoint, credentials });
  const names = queueConsumers(readFunctionsFile()).map((each) => queueNames(each, environment));
  for (const { queue, deadLetterQueue } of names)
    for (const QueueName of [queue, deadLetterQueue])
      await sqs.send(new CreateQueueCommand({ QueueName }));
  sqs.destroy();
};

describe('pnpm templates', () => {
  test('uploads every template once, with its hash and version, and only what differs later', async () => {
    const dry = await run('upload', '--dry-run');
    const kept = await Promise.all(
      templateNames.map((name) =>
        aws.clients.s3.send(new HeadObjectCommand(at(name))).catch(() => 'none'),
      ),
    );
    const first = await run('upload');
    const again = await run('upload');

    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('4 templates would be') });
    expect(kept).toEqual(templateNames.map(() => 'none'));
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 templates uploaded'),
      stderr: expect.stringContaining('Templates: 4/4'),
    });
    expect(again.stdout).toContain('nothing was uploaded');
    for (const name of templateNames) {
      const { Body, ContentType, Metadata } = await aws.clients.s3.send(
        new GetObjectCommand(at(name)),
      );
      const { html } = templates[name];
      expect(await Body?.transformToString()).toBe(html);
      expect(ContentType).toBe('text/html; charset=utf-8');
      expect(Metadata).toMatchObject({
        sha256: hashOf(html),
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      });
    }
  });

  test('uploads to every region of an environment, or to the one that is named', async () => {
    const prod = await startLocalAws({ backend: 'embedded', timeScale: 1, environment: 'prod' });
    const { templatesBucket } = prod.resources;
    const standby = `${templatesBucket}-eu-west-1`;
    const { s3 } = prod.clients;
    await s3.send(new CreateBucketCommand({ Bucket: standby }));
    await makeQueuesIn('eu-west-1', prod.endpoints.sqs, 'prod');
    const upload = (...args: string[]) =>
      runCommand('scripts/templates.ts', ['upload', '--env', 'prod', ...args], prod.clientEnv);
    const has = (Bucket: string) =>
      s3.send(new HeadObjectCommand({ ...at('customer/order_rejected'), Bucket })).then(
        () => true,
        () => false,
      );

    const one = await upload('--yes', '--region', 'eu-west-1');
    const first = [await has(templatesBucket), await has(standby)];
    const both = await upload('--yes');
    const last = [await has(templatesBucket), await has(standby)];
    await prod.close();

    expect(one).toMatchObject({ code: 0, stderr: expect.stringContaining('region eu-west-1') });
    expect(first).toEqual([false, true]);
    expect(both).toMatchObject({ code: 0, stderr: expect.stringContaining('region af-south-1') });
    expect(last).toEqual([true, true]);
  });

  test('shows what differs as a reader would see it', async () => {
    const name = 'customer/order_rejected';
    const Body = templates[name].html.replace('Go to the portal', 'Off you go');
    await aws.clients.s3.send(new PutObjectCommand({ ...at(name), Body }));

    const { stdout } = await run('upload', '--dry-run');

    expect(stdout).toMatch(/changed {2}customer\/order_rejected\.html .*was .* of version unknown/);
    expect(stdout).toContain('  - Off you go\n  + Go to the portal\n');
  });

  test('says that the local AWS keeps no versions', async () => {
    await run('upload');

    const refused = await run('rollback', '--template', 'customer/order_rejected');

    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The bucket keeps no versions'),
    });
  });

  test.each([
    [['rollback'], '--template is required'],
    [['rollback', '--template', 'customer/invoice'], '--template must be one of'],
    [['rollback', '--template', 'customer/order_rejected', '--to', 'xyz'], '--to must be'],
    [['upload', '--region', 'eu-west-1'], '--region'],
    [['delete'], '"delete" is no command'],
  ])('exits with 2 for %j', async (args, words) => {
    expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  });
});
