import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { templates } from '@bbws/email/generated/templates';
import { templateNames } from '@bbws/email/template';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
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
    [['delete'], '"delete" is no command'],
  ])('exits with 2 for %j', async (args, words) => {
    expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  });
});
