/** GitHub's API as far as the pipeline reads it, on this machine. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import * as v from 'valibot';
import { readDeliveryRules, type EnvironmentName } from '../delivery-rules.ts';
import { wantedEnvironments } from '../settings-problems.ts';

const token = 'an-invented-token';
const repository = 'bbws/order-service';

/** Answers by path, without the repository. What is not there is 404, and without the token everything is 401. */
export type Answers = Readonly<Record<string, unknown>>;

type FakeGitHub = {
  /** What a job of GitHub Actions has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What the steps so far put out, and showed. */
  readonly outputs: () => Promise<string>;
  readonly summary: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const startFakeGitHub = async (answers: Answers): Promise<FakeGitHub> => {
  const server = createServer((request, response) => {
    const answer = answers[(request.url ?? '').replace(`/repos/${repository}`, '')];
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    response.writeHead(!isKnown ? 401 : answer === undefined ? 404 : 200);
    response.end(JSON.stringify(isKnown ? (answer ?? {}) : {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  const folder = await mkdtemp(`${tmpdir()}/job-`);
  const [output, summary] = [`${folder}/output`, `${folder}/summary`];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  return {
    env: {
      GITHUB_ACTOR: 'ayanda',
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_OUTPUT: output,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: repository,
      GITHUB_RUN_ID: '7',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: 'c'.repeat(40),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_TOKEN: token,
      GITHUB_TRIGGERING_ACTOR: 'ayanda',
    },
    outputs: () => readFile(output, 'utf8'),
    summary: () => readFile(summary, 'utf8'),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
};

/** Runs `work` in a job whose GitHub gives these answers. */
export const inJob = async <T>(
  answers: Answers,
  work: (github: FakeGitHub) => Promise<T>,
): Promise<T> => {
  const github = await startFakeGitHub(answers);
  try {
    return await work(github);
  } finally {
    await github.close();
  }
};

/** The answers of a repository whose environments are set up as .github/environments.json has them. */
export const environmentAnswers = (name: EnvironmentName): Record<string, unknown> => {
  const rules = readDeliveryRules()[name];
  return Object.fromEntries(
    wantedEnvironments(name, rules).flatMap(
      ({ environment, team, waitMinutes }): [string, unknown][] => [
        [
          `/environments/${environment}`,
          {
            protection_rules: [
              { id: 1, type: 'branch_policy' },
              ...(waitMinutes === 0
                ? []
                : [{ id: 2, type: 'wait_timer', wait_timer: waitMinutes }]),
              ...(team === undefined
                ? []
                : [
                    {
                      id: 3,
                      type: 'required_reviewers',
                      prevent_self_review: !rules.selfReview,
                      reviewers: [{ type: 'Team', reviewer: { id: 4, slug: team } }],
                    },
                  ]),
            ],
            can_admins_bypass: team === undefined,
            deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
          },
        ],
        [
          `/environments/${environment}/deployment-branch-policies`,
          { total_count: 1, branch_policies: [{ id: 5, name: rules.branch, type: 'branch' }] },
        ],
      ],
    ),
  );
};

/** A review as the API tells it. */
export const aReview = (environment: string, login: string, state = 'approved') => ({
  ...{ state, comment: '', user: { login, id: 1 } },
  environments: [{ id: 2, name: environment }],
});
