/** A way for another zip, or another plan, to be deployed is noticed. */
import { describe, expect, test } from '@jest/globals';
import { broken } from '../testing/broken.ts';
import { sameZips } from './same-zips.ts';

describe('The rule of the same zips notices that', () => {
  test.each([
    [
      'zips are not loaded',
      'package.yml',
      'pnpm zips check',
      'pnpm check',
      '"pnpm zips check" is missing',
    ],
    [
      'zips change after they were hashed',
      'package.yml',
      '- run: pnpm build',
      '- run: pnpm check',
      '"pnpm build" is missing',
    ],
    [
      'what is tested is not hashed',
      'test.yml',
      'pnpm zips digests',
      'pnpm check',
      'test.yml: tests: "pnpm zips digests" is missing',
    ],
    [
      'a plan does not compare',
      'plan/action.yml',
      'pnpm zips compare',
      'pnpm check',
      'action plan: "pnpm zips compare" is missing',
    ],
    [
      'a plan compares with something else',
      'plan/action.yml',
      'DIGESTS: ${{ inputs.digests }}',
      'DIGESTS: ${{ inputs.tested }}',
      'action plan: compares other digests',
    ],
    [
      'a plan compares with nothing that was tested',
      'plan/action.yml',
      '        TESTED: ${{ inputs.tested }}\n',
      '',
      'action plan: compares other digests',
    ],
    [
      'a deployment does not compare',
      'deploy/action.yml',
      'pnpm zips compare',
      'pnpm check',
      'action deploy: "pnpm zips compare" is missing',
    ],
    [
      'a deployment compares with something else',
      'deploy/action.yml',
      'DIGESTS: ${{ inputs.digests }}',
      'DIGESTS: ${{ inputs.seal }}',
      'action deploy: compares other digests',
    ],
    [
      'a deployment plans anew',
      'deploy/action.yml',
      'apply -input=false -lock-timeout=5m "$ENVIRONMENT.tfplan"',
      'apply -auto-approve',
      '"terraform -chdir=terraform apply',
    ],
    [
      'a deployment takes any plan',
      'deploy/action.yml',
      'seal --env "$ENVIRONMENT" --is "$SEAL"',
      'seal --env "$ENVIRONMENT"',
      '"pnpm pipeline seal --env "$ENVIRONMENT" --is "$SEAL"" is missing',
    ],
    [
      'a deployment builds',
      'deploy/action.yml',
      'pnpm templates upload --env',
      'pnpm build && pnpm templates upload --env',
      'must not run "pnpm build',
    ],
    [
      'new versions are left waiting',
      'deploy/action.yml',
      'pnpm canary shift',
      'pnpm canary status',
      '"pnpm canary shift --env "$ENVIRONMENT" --yes" is missing',
    ],
    [
      'a deployment is not tried',
      'deploy/action.yml',
      'pnpm smoke',
      'pnpm check',
      '"pnpm smoke --base-url "$BASE_URL" --cart "$CART" --may-skip "mails,mail of the payment,audit"" is missing',
    ],
    [
      'a deployment is tried with nothing to order',
      'deploy/action.yml',
      ' --cart "$CART"',
      '',
      '"pnpm smoke --base-url "$BASE_URL" --cart "$CART" --may-skip "mails,mail of the payment,audit"" is missing',
    ],
    [
      'a deployment is tried in less than it can be',
      'deploy/action.yml',
      ' --may-skip "mails,mail of the payment,audit"',
      '',
      '"pnpm smoke --base-url "$BASE_URL" --cart "$CART" --may-skip "mails,mail of the payment,audit"" is missing',
    ],
    [
      'hours are not looked at again',
      'deploy/action.yml',
      'pnpm pipeline hours',
      'pnpm pipeline branch',
      '"pnpm pipeline hours --env" is missing',
    ],
    [
      'dev is given other zips than were packaged',
      'deploy-dev.yml',
      'digests: ${{ needs.package.outputs.digests }}',
      'digests: ${{ needs.test.outputs.digests }}',
      'plan must be given digests from needs.package',
    ],
    [
      'dev compares with nothing that was tested',
      'deploy-dev.yml',
      'tested: ${{ needs.test.outputs.digests }}',
      'tested: ${{ needs.package.outputs.digests }}',
      'plan must be given tested from needs.test',
    ],
    [
      'dev does not wait for the tests',
      'deploy-dev.yml',
      'needs: [validate, test, package, guard]',
      'needs: [validate, package, guard]',
      'plan must need test',
    ],
    [
      'dev calls other tests',
      'deploy-dev.yml',
      './.github/workflows/test.yml',
      './.github/workflows/validate.yml',
      'test must call',
    ],
    [
      'production takes any zips',
      'promote-prod.yml',
      'pnpm pipeline find-package --env prod',
      'pnpm check',
      'find-package --env prod" is missing',
    ],
    [
      'production takes those of another environment',
      'promote-prod.yml',
      'find-package --env prod',
      'find-package --env sit',
      'find-package --env prod" is missing',
    ],
    [
      'production takes zips that nobody signed',
      'promote-prod.yml',
      'pnpm zips provenance',
      'pnpm check',
      '"pnpm zips provenance" is missing',
    ],
    [
      'production forgets what was tested',
      'promote-prod.yml',
      'tested: ${{ needs.package.outputs.tested }}',
      'tested: ${{ needs.package.outputs.digests }}',
      'plan must be given tested from needs.package.outputs.tested',
    ],
    [
      'production builds',
      'promote-prod.yml',
      '- run: pnpm zips provenance',
      '- run: pnpm build\n      - run: pnpm zips provenance',
      'must build nothing',
    ],
    [
      'another plan is applied than was shown',
      'promote-prod.yml',
      'seal: ${{ needs.plan.outputs.seal }}\n          smoke',
      'seal: x\n          smoke',
      'deploy must be given seal from needs.plan',
    ],
  ])('%s', (_, file, words, instead, problem) => {
    expect(sameZips(broken(`/${file}`, words, instead)).join('\n')).toContain(problem);
  });

  test('a role is taken before the zips are compared', () => {
    const role =
      'uses: aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7';
    const house = broken('/plan/action.yml', '  steps:\n', `  steps:\n    - ${role}\n`);
    const moved = {
      ...house,
      actions: house.actions.map((one) =>
        one.name === 'plan'
          ? {
              ...one,
              runs: {
                ...one.runs,
                steps: one.runs.steps.filter(
                  ({ with: given }) => given['role-to-assume'] === undefined,
                ),
              },
            }
          : one,
      ),
    };

    expect(sameZips(moved).join()).toContain(
      '"aws-actions/configure-aws-credentials" is missing, or stands elsewhere',
    );
  });
});
