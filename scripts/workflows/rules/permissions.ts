/** A job may do what it needs, and a workflow as a whole nothing. */
import type { Rule } from '../house.ts';

/** What may be read. To write there is id-token alone, which another rule looks at, and attestations with it. */
const readable = ['contents', 'actions', 'attestations'];

const isAllowed = ([scope, access]: readonly [string, string]): boolean =>
  access === 'read' ? readable.includes(scope) : ['id-token', 'attestations'].includes(scope);

/** No rights for the workflow, named ones for each job. */
export const permissions: Rule = ({ workflows }) =>
  workflows.flatMap(({ name, permissions: ofAll, jobs }) => [
    ...(JSON.stringify(ofAll) === '{}' ? [] : [`${name}: permissions of the workflow must be {}`]),
    ...Object.entries(jobs).flatMap(([id, job]) =>
      job.permissions === undefined
        ? [`${name}: ${id} must name its permissions`]
        : Object.entries(job.permissions)
            .filter((one) => !isAllowed(one))
            .map(([scope, access]) => `${name}: ${id} must not have ${scope}: ${access}`),
    ),
  ]);
