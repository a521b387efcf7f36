/** Who may ask for an OIDC token: jobs that plan or deploy, and the signature of what was built. */
import { planEnvironment } from '../../pipeline/delivery-rules.ts';
import { deployments, type Rule } from '../house.ts';
import type { Job, Workflow } from '../model.ts';

const packaging = './.github/workflows/package.yml';

/**
 * The job that signs in package.yml. Its token names no environment, so no role trusts it; it runs no code that a change
 * could bring, and checks none out.
 */
const isSignature = ({ name }: Workflow, job: Job): boolean =>
  name === 'package.yml' &&
  job.environment === undefined &&
  job.steps.every(
    ({ run, uses = '' }) =>
      run === undefined && /^actions\/(?:download-artifact|attest-build-provenance)@/.test(uses),
  );

/** `id-token: write` in no other job, and attestations in the signature's alone. */
export const oidc: Rule = (house) => {
  const trusted = deployments(house).flatMap(({ environment, workflow, rules }) =>
    [planEnvironment(environment), rules.approvals.at(-1)?.environment].map(
      (name) => `${workflow?.name ?? ''} ${name ?? ''}`,
    ),
  );
  return house.workflows.flatMap((workflow) =>
    Object.entries(workflow.jobs).flatMap(([id, job]) => {
      const { 'id-token': token, attestations } = job.permissions ?? {};
      const signs = isSignature(workflow, job) || job.uses === packaging;
      const deploys = trusted.includes(`${workflow.name} ${job.environment?.name ?? '-'}`);
      return [
        ...(token === 'write' && !signs && !deploys
          ? [`${workflow.name}: ${id} must not ask for an OIDC token: it neither plans nor deploys`]
          : []),
        ...(attestations === 'write' && !signs
          ? [`${workflow.name}: ${id} must not attest: package.yml does`]
          : []),
      ];
    }),
  );
};

const credentials = 'aws-actions/configure-aws-credentials';

/** Only the actions plan and deploy take a role, the one that the job gives them; keys that last are nowhere. */
export const roleTakers: Rule = ({ workflows, actions }) => [
  ...workflows.flatMap(({ name, jobs }) =>
    Object.entries(jobs)
      .filter(([, { steps }]) => steps.some(({ uses }) => uses?.startsWith(credentials)))
      .map(([id]) => `${name}: ${id} must take its role by the action plan or deploy`),
  ),
  ...actions.flatMap(({ name, runs }) =>
    runs.steps
      .filter(({ uses }) => uses?.startsWith(credentials))
      .filter(
        ({ with: given }) =>
          !['plan', 'deploy'].includes(name) ||
          given['role-to-assume'] !== '${{ inputs.role }}' ||
          given['aws-region'] !== '${{ inputs.region }}' ||
          Object.keys(given).some((key) => /key|token|chaining/.test(key)),
      )
      .map(
        () => `action ${name}: credentials must be those of the role and region that the job names`,
      ),
  ),
];
