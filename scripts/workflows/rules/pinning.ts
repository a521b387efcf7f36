/** Actions of others are pinned by commit, with the version beside: a tag can be moved to other code. */
import type { House, Rule } from '../house.ts';

const pinned = /^[\w.-]+\/[\w./-]+@([0-9a-f]{40})$/;
const line = /^\s*(?:- )?uses: (\S+)(?: # (v\d+\.\d+\.\d+))?$/;

const usesOf = ({ workflows, actions }: House) => [
  ...workflows.map(({ file, jobs }) => ({
    file,
    uses: Object.values(jobs).flatMap((job) => [job.uses, ...job.steps.map((step) => step.uses)]),
  })),
  ...actions.map(({ file, runs }) => ({ file, uses: runs.steps.map((step) => step.uses) })),
];

/** Each is a file of this repository, or a full commit with its version in the comment; every use of one has the same. */
export const pinning: Rule = (house) => {
  const seen = new Map<string, string>();
  return usesOf(house).flatMap(({ file: { path, text }, uses }) => {
    const lines = new Map(
      text.split('\n').flatMap((one) => {
        const [, what, version] = line.exec(one) ?? [];
        return what === undefined ? [] : [[what, version] as const];
      }),
    );
    return uses
      .filter((what) => what !== undefined && !what.startsWith('./'))
      .flatMap((what = '') => {
        const commit = pinned.exec(what)?.[1];
        if (commit === undefined) return [`${path}: ${what} must be pinned by its full commit`];
        const version = lines.get(what);
        if (version === undefined)
          return [`${path}: ${what} needs its version beside it: # v1.2.3`];
        const name = what.split('@')[0] ?? '';
        const before = seen.get(name) ?? `${commit} ${version}`;
        seen.set(name, before);
        return before === `${commit} ${version}` ? [] : [`${path}: ${name} is ${before} elsewhere`];
      });
  });
};

/** Nothing runs in an image or beside a service whose content a tag decides. */
export const images: Rule = ({ workflows }) =>
  workflows.flatMap(({ name, jobs }) =>
    Object.entries(jobs)
      .filter(([, { container, services }]) => container !== undefined || services !== undefined)
      .map(([id]) => `${name}: ${id} must run on the runner, without container and services`),
  );
