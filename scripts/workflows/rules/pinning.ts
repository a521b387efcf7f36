/** Actions of others are pinned by commit, with the version beside: a tag can be moved to other code. */
import type { House, Rule } from '../house.ts';

const pinned = /^([\w.-]+\/[\w./-]+)@([0-9a-f]{40})$/;
const usesLine = /^\s*(?:- )?uses: (\S+)(.*)$/;
const version = /^ # v\d+\.\d+\.\d+$/;

const usesOf = ({ workflows, actions }: House) => [
  ...workflows.map(({ file, jobs }) => ({
    file,
    uses: Object.values(jobs).flatMap((job) => [job.uses, ...job.steps.map((step) => step.uses)]),
  })),
  ...actions.map(({ file, runs }) => ({ file, uses: runs.steps.map((step) => step.uses) })),
];

const isOurs = (what: string): boolean => what.startsWith('./');

/** What stands in a file, line by line: comments are not in what a parser gives. */
const linesOf = (text: string): readonly { readonly what: string; readonly beside: string }[] =>
  text
    .split('\n')
    .flatMap((line) => {
      const [, what, beside = ''] = usesLine.exec(line) ?? [];
      return what === undefined ? [] : [{ what, beside }];
    })
    .filter(({ what }) => !isOurs(what));

/** Each is a file of this repository, or a full commit with its version in the comment; every use of one has the same. */
export const pinning: Rule = (house) => {
  const seen = new Map<string, string>();
  return usesOf(house).flatMap(({ file: { path, text }, uses }) => {
    const lines = linesOf(text);
    const hidden = uses.filter(
      (one) => one !== undefined && !isOurs(one) && !lines.some(({ what }) => what === one),
    );
    return [
      ...hidden.map(
        (one) => `${path}: write uses: ${one ?? ''} on a line of its own, without quotes`,
      ),
      ...lines.flatMap(({ what, beside }) => {
        const [, name = '', commit] = pinned.exec(what) ?? [];
        if (commit === undefined) return [`${path}: ${what} must be pinned by its full commit`];
        if (!version.test(beside))
          return [`${path}: ${what} needs its version beside it: # v1.2.3`];
        const pin = `${commit}${beside}`;
        const before = seen.get(name) ?? pin;
        seen.set(name, before);
        return before === pin ? [] : [`${path}: ${name} is ${before} elsewhere`];
      }),
    ];
  });
};

/** Nothing runs in an image or beside a service whose content a tag decides. */
export const images: Rule = ({ workflows }) =>
  workflows.flatMap(({ name, jobs }) =>
    Object.entries(jobs)
      .filter(([, { container, services }]) => container !== undefined || services !== undefined)
      .map(([id]) => `${name}: ${id} must run on the runner, without container and services`),
  );
