import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { S3Client, ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { runTerraform } from './run-terraform.ts';
import { makeWorkspace } from './workspace.ts';
import { startInventedAccount, type InventedAccount } from './invented-account.ts';

let account: InventedAccount;
beforeAll(async () => {
  account = await startInventedAccount();
});
afterAll(() => account.close());

/** For clients of the SDK, as the variables are for Terraform's provider. */
const settings = () => ({
  region: 'eu-west-1',
  endpoint: account.env['AWS_ENDPOINT_URL'] ?? '',
  credentials: {
    accessKeyId: account.env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: account.env['AWS_SECRET_ACCESS_KEY'] ?? '',
  },
});

describe('An invented account', () => {
  test('says who asks', async () => {
    const response = await fetch(settings().endpoint, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
    });

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<Account>123456789012</Account>');
  });

  test('has no functions', async () => {
    const lambda = new LambdaClient(settings());

    const { Functions } = await lambda.send(new ListFunctionsCommand({}));

    expect(Functions).toEqual([]);
    lambda.destroy();
  });

  test('refuses at once what a plan has no need of, and says what that was', async () => {
    const s3 = new S3Client(settings());

    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
    expect(account.refused).toEqual([expect.stringMatching(/^GET \//)]);
    s3.destroy();
  });
});

describe('Terraform in an invented account', () => {
  test('is told where the account is', async () => {
    const { stdout } = await runTerraform({ program: 'env', env: account.env }, '/', []);

    expect(stdout).toContain(`AWS_ENDPOINT_URL=${account.env['AWS_ENDPOINT_URL']}\n`);
  });

  test.each(['', '/bootstrap'])('takes that account for terraform%s', async (folder) => {
    const workspace = await makeWorkspace([], true);

    const override = await readFile(`${workspace.terraform}${folder}/provider_override.tf`, 'utf8');
    await workspace.remove();

    expect(override).toContain('allowed_account_ids = []');
  });

  test('is not what others plan in', async () => {
    const workspace = await makeWorkspace([]);

    const override = readFile(`${workspace.terraform}/provider_override.tf`, 'utf8');

    await expect(override).rejects.toThrow('ENOENT');
    await workspace.remove();
  });
});
