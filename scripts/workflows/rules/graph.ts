/** Which jobs come before a job. */
import type { Job, Workflow } from '../model.ts';

/** Ids of all jobs that must have succeeded before this one begins, wherever in the chain. */
export const jobsBefore = ({ jobs }: Workflow, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const before of jobs[one]?.needs ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  visit(id);
  return found;
};

/** The jobs of that environment of GitHub, by id. */
export const jobsIn = (
  { jobs }: Workflow,
  environment: string,
): readonly (readonly [string, Job])[] =>
  Object.entries(jobs).filter(([, job]) => job.environment?.name === environment);

/** Whether a step of the job runs that command. */
export const runsCommand = ({ steps }: Job, command: string): boolean =>
  steps.some(({ run }) => run === command);

/** Whether the job takes that action of this repository. */
export const takes = ({ steps }: Job, action: string): boolean =>
  steps.some(({ uses }) => uses === `./.github/actions/${action}`);
