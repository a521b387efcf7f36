import { describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { exceptionFaults, faultsIn } from './exceptions.ts';

describe('An exception from a rule', () => {
  test('names the rule and says why', () => {
    const text = '  #checkov:skip=CKV_AWS_115:Reserved concurrency throttles receives.\n';

    expect(faultsIn('main.tf', text)).toEqual([]);
  });

  test.each([
    '#checkov:skip=CKV_AWS_115',
    '#checkov:skip=CKV_AWS_115:not needed',
    '#checkov:skip=all:There is no need for any of these.',
    '#trivy:ignore:AVD-AWS-0057',
    '# tfsec:ignore:aws-s3-enable-bucket-logging because of reasons',
  ])('is refused as %s', (line) => {
    expect(faultsIn('main.tf', `resource {\n${line}\n}`)).toEqual([
      `main.tf:2: "${line}" must name a rule and say why it is not met: #checkov:skip=CKV_AWS_1:Because ...`,
    ]);
  });

  test('says so wherever the project makes one', async () => {
    expect(await exceptionFaults(`${root}/terraform`)).toEqual([]);
  });
});
