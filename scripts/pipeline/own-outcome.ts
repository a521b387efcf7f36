/** How the present run went, from what GitHub tells its last job. */
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';
import { Needs, outcome } from './outcome.ts';
import { runVariable } from './run-context.ts';

const JsonNeeds = v.pipe(v.string(), v.parseJson(), Needs);

/** Words for the team's channel. @throws UsageError when the job does not pass NEEDS */
export const ownOutcome = (
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): string => {
  const needs = v.safeParse(JsonNeeds, environment['NEEDS']);
  if (!needs.success)
    throw new UsageError(
      'NEEDS is missing or wrong: "NEEDS: ${{ toJSON(needs) }}" in the env of the step.',
    );
  const [server, repository, id] = (
    ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'] as const
  ).map((variable) => runVariable(variable, environment));
  return outcome({
    environment: name,
    needs: needs.output,
    commit: runVariable('GITHUB_SHA', environment),
    startedBy: runVariable('GITHUB_TRIGGERING_ACTOR', environment),
    address: [server, repository, 'actions/runs', id].join('/'),
    rollbackPlan: environment['ROLLBACK_PLAN'],
  });
};
