/** The zip that is deployed is the zip that was tested, by its SHA-256, from the build to the last environment. */
import { deployments, type House, type Rule } from '../house.ts';
import type { Job, Step, Workflow } from '../model.ts';

/** Words that tell a step: its command, or the action without its commit. */
const wordsOf = ({ run, uses = '' }: Step): string => run ?? uses.split('@')[0] ?? '';

/** What of `wanted` does not stand in the steps, in that order. */
const missing = (steps: readonly Step[], wanted: readonly string[]): readonly string[] => {
  let from = 0;
  return wanted.filter((words) => {
    const found = steps.findIndex(
      (step, index) => index >= from && wordsOf(step).startsWith(words),
    );
    if (found >= 0) from = found + 1;
    return found < 0;
  });
};

const inOrder = (
  where: string,
  steps: readonly Step[] | undefined,
  wanted: readonly string[],
): readonly string[] => {
  const [first] = missing(steps ?? [], wanted);
  return first === undefined
    ? []
    : [`${where}: "${first}" is missing, or stands elsewhere than ${wanted.join(', ')}`];
};

const download = 'actions/download-artifact';
const upload = 'actions/upload-artifact';
const takesRole = 'aws-actions/configure-aws-credentials';

/** Built and tested here: hashed after the last step that could change them. */
const sources = (house: House): readonly string[] => {
  const job = (name: string, id: string) =>
    house.workflows.find((one) => one.name === name)?.jobs[id]?.steps;
  return [
    ...inOrder('package.yml: build', job('package.yml', 'build'), [
      'pnpm build',
      'pnpm zips check',
      'pnpm zips digests',
      upload,
    ]),
    ...inOrder('test.yml: tests', job('test.yml', 'tests'), ['pnpm test', 'pnpm zips digests']),
  ];
};

/** Compared before a role is taken; what is applied is the plan that was shown; what was applied takes over before it is tried. */
const actionSteps = ({ actions }: House): readonly string[] => {
  const steps = (name: string) => actions.find((one) => one.name === name)?.runs.steps;
  return [
    ...inOrder('action plan', steps('plan'), [
      download,
      'pnpm zips compare',
      takesRole,
      'terraform -chdir=terraform plan',
      'pnpm pipeline show-plan',
      'pnpm pipeline seal',
      upload,
    ]),
    ...inOrder('action deploy', steps('deploy'), [
      'pnpm pipeline approvals --env',
      'pnpm pipeline hours --env',
      download,
      'pnpm zips compare',
      download,
      'pnpm pipeline seal --env "$ENVIRONMENT" --is "$SEAL"',
      takesRole,
      'terraform -chdir=terraform apply -input=false -lock-timeout=5m "$ENVIRONMENT.tfplan"',
      'pnpm canary shift --env "$ENVIRONMENT" --yes',
      'pnpm templates upload',
      'pnpm smoke --base-url "$BASE_URL" --cart "$CART" --may-skip "mails,mail of the payment,audit"',
    ]),
    ...(steps('plan') ?? [])
      .filter(
        ({ run, env }) =>
          run === 'pnpm zips compare' &&
          (env['DIGESTS'] !== '${{ inputs.digests }}' || env['TESTED'] !== '${{ inputs.tested }}'),
      )
      .map(() => 'action plan: compares other digests than it is given'),
    ...(steps('deploy') ?? [])
      .filter(
        ({ run, env }) => run === 'pnpm zips compare' && env['DIGESTS'] !== '${{ inputs.digests }}',
      )
      .map(() => 'action deploy: compares other digests than it is given'),
    ...(steps('deploy') ?? [])
      .filter(({ run = '' }) => /\b(?:build|terraform plan)\b/.test(run))
      .map(({ run }) => `action deploy: must not run "${run ?? ''}"`),
  ];
};

/** The zips of a promotion come from the run before, and are proven before anything is hashed anew. */
const promoted = (job: Job | undefined, from: string): readonly string[] =>
  inOrder('package', job?.steps, [
    `pnpm pipeline find-package --env ${from}`,
    download,
    'pnpm zips recorded',
    'pnpm zips provenance',
    'pnpm zips check',
    'pnpm zips digests',
    upload,
  ]);

const workflowProblems = (
  workflow: Workflow,
  environment: string,
  promotes: string | undefined,
): readonly string[] => {
  const { jobs } = workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const given = (action: string, input: string) =>
    steps.find(({ uses }) => uses === `./.github/actions/${action}`)?.with[input];
  const tested =
    promotes === undefined ? 'needs.test.outputs.digests' : 'needs.package.outputs.tested';
  const wanted = [
    ['plan', 'digests', 'needs.package.outputs.digests'],
    ['plan', 'tested', tested],
    ['deploy', 'digests', 'needs.package.outputs.digests'],
    ['deploy', 'seal', 'needs.plan.outputs.seal'],
  ] as const;
  return [
    ...wanted
      .filter(([action, input, value]) => given(action, input) !== `\${{ ${value} }}`)
      .map(([action, input, value]) => `${action} must be given ${input} from ${value}`),
    ...(promotes === undefined ? built(jobs) : promoted(jobs['package'], environment)),
    ...(promotes !== undefined && steps.some(({ run }) => run === 'pnpm build')
      ? ['must build nothing']
      : []),
  ];
};

const built = (jobs: Workflow['jobs']): readonly string[] =>
  [
    ['package', './.github/workflows/package.yml'],
    ['test', './.github/workflows/test.yml'],
    ['validate', './.github/workflows/validate.yml'],
  ].flatMap(([id = '', file = '']) => [
    ...(jobs[id]?.uses === file ? [] : [`${id} must call ${file}`]),
    ...(jobs['plan']?.needs.includes(id) === true ? [] : [`plan must need ${id}`]),
  ]);

export const sameZips: Rule = (house) => [
  ...sources(house),
  ...actionSteps(house),
  ...deployments(house).flatMap(({ environment, workflow, rules }) =>
    workflow === undefined
      ? []
      : workflowProblems(workflow, environment, rules.promotes).map(
          (one) => `${workflow.name}: ${one}`,
        ),
  ),
];
