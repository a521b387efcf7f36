/** Whether GitHub attests that package.yml built a zip, from this repository's develop. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Deps = {
  /** Runs the GitHub CLI. Throws when it exits with anything but 0. */
  readonly gh: (args: readonly string[]) => Promise<unknown>;
};

/** The GitHub CLI of the machine; it takes its token from GH_TOKEN. */
export const githubCli: Deps = { gh: (args) => promisify(execFile)('gh', args) };

/**
 * Arguments of `gh attestation verify` that admit only what this repository's package.yml signed on GitHub's own machines.
 * @param repository `owner/name`
 */
const verification = (zip: string, repository: string): readonly string[] => [
  ...['attestation', 'verify', zip, '--repo', repository],
  ...['--signer-workflow', `${repository}/.github/workflows/package.yml`],
  ...['--source-ref', 'refs/heads/develop', '--deny-self-hosted-runners'],
];

/** What GitHub does not attest; none when every zip is of the pipeline. */
export const provenanceProblems = async (
  { gh }: Deps,
  repository: string,
  zips: readonly string[],
): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const zip of zips) {
    try {
      await gh(verification(zip, repository));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`${zip} is not attested by package.yml of ${repository}: ${why.trim()}`);
    }
  }
  return problems;
};
