/** A workflow that runs code of strangers, or may do more than it needs, is noticed. */
import { describe, expect, test } from '@jest/globals';
import { broken, withWorkflow, workflowText } from '../testing/broken.ts';
import { oidc, roleTakers } from './oidc.ts';
import { permissions } from './permissions.ts';
import { images, pinning } from './pinning.ts';

const commit = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';
const test1 = 'test.yml';

describe('The rule of pinning notices', () => {
  test.each([
    [
      'a tag',
      `actions/checkout@${commit} # v6.0.2`,
      'actions/checkout@v6',
      'must be pinned by its full commit',
    ],
    [
      'a short commit',
      `actions/checkout@${commit}`,
      'actions/checkout@de0fac2',
      'must be pinned by its full commit',
    ],
    ['a missing version', `${commit} # v6.0.2`, commit, 'needs its version beside it'],
    [
      'a version that is none',
      `${commit} # v6.0.2`,
      `${commit} # v6`,
      'needs its version beside it',
    ],
    ['a second commit of one action', commit, 'a'.repeat(40), 'elsewhere'],
    [
      'an image',
      `actions/checkout@${commit} # v6.0.2`,
      'docker://alpine:3',
      'must be pinned by its full commit',
    ],
  ])('%s', (_, words, instead, problem) => {
    expect(pinning(broken(test1, words, instead)).join('\n')).toContain(problem);
  });

  test('an action that a reader of lines would not find', () => {
    const house = broken(
      test1,
      `uses: actions/checkout@${commit} # v6.0.2`,
      "'uses': actions/checkout@v6",
    );

    expect(pinning(house).join()).toContain('write uses: actions/checkout@v6 on a line of its own');
  });

  test('an action of others inside an action of ours', () => {
    const house = broken('setup/action.yml', '@53b83947a5a98c8d113130e565377fae1a50d02f', '@v6');

    expect(pinning(house).join()).toContain('actions/setup-node@v6 must be pinned');
  });

  test('a workflow of others', () => {
    const house = broken(
      'deploy-dev.yml',
      './.github/workflows/validate.yml',
      'some/where/.github/workflows/validate.yml@main',
    );

    expect(pinning(house).join()).toContain('must be pinned by its full commit');
  });

  test.each(['container: node:24', 'services: { db: { image: db } }'])('%s', (line) => {
    expect(images(withWorkflow('more.yml', workflowText(line)))).toHaveLength(1);
  });
});

describe('The rule of permissions notices', () => {
  test.each([
    [
      'rights for all jobs',
      'permissions: {}',
      'permissions: { contents: read }',
      'permissions of the workflow must be {}',
    ],
    [
      'a job without a word',
      '    permissions:\n      contents: read\n',
      '',
      'tests must name its permissions',
    ],
    [
      'a right to write',
      'contents: read',
      'contents: write',
      'tests must not have contents: write',
    ],
    [
      'a right that nothing here needs',
      'contents: read',
      'packages: read',
      'tests must not have packages: read',
    ],
  ])('%s', (_, words, instead, problem) => {
    expect(permissions(broken(test1, words, instead)).join()).toContain(problem);
  });
});

describe('The rule of OIDC notices', () => {
  test.each([
    [
      'a test that asks for a token',
      test1,
      'contents: read',
      'id-token: write',
      'tests must not ask for an OIDC token',
    ],
    [
      'an approval that asks for one',
      'promote-prod.yml',
      '    environment: prod-tech-lead\n    permissions:\n',
      '    environment: prod-tech-lead\n    permissions:\n      id-token: write\n',
      'tech-lead must not ask',
    ],
    [
      'a build that asks for one',
      'package.yml',
      'contents: read',
      'id-token: write',
      'build must not ask',
    ],
    [
      'a signature that runs something',
      'package.yml',
      '      - uses: actions/download-artifact@',
      '      - run: pnpm check\n      - uses: actions/download-artifact@',
      'attest must not ask',
    ],
    [
      'a signature that checks out',
      'package.yml',
      'actions/download-artifact@',
      'actions/checkout@',
      'attest must not ask',
    ],
    [
      'a signature that a role could trust',
      'package.yml',
      '    needs: build\n',
      '    needs: build\n    environment: prod\n',
      'attest must not ask',
    ],
    [
      'somebody else who attests',
      test1,
      'contents: read',
      'attestations: write',
      'tests must not attest',
    ],
  ])('%s', (_, file, words, instead, problem) => {
    expect(oidc(broken(file, words, instead)).join()).toContain(problem);
  });

  test('a role that a job takes by itself', () => {
    const house = broken(
      'deploy-dev.yml',
      '- uses: ./.github/actions/setup',
      `- uses: aws-actions/configure-aws-credentials@${commit}`,
    );

    expect(roleTakers(house).join()).toContain('must take its role by the action plan or deploy');
  });

  test.each([
    [
      'a role of its own',
      'role-to-assume: ${{ inputs.role }}',
      'role-to-assume: arn:aws:iam::093646564004:role/x',
    ],
    ['a region of its own', 'aws-region: ${{ inputs.region }}', 'aws-region: us-east-1'],
    ['keys', 'role-session-name:', 'aws-access-key-id:'],
  ])('an action with %s', (_, words, instead) => {
    expect(roleTakers(broken('deploy/action.yml', words, instead))).toHaveLength(1);
  });
});
