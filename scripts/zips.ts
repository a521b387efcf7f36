/** `pnpm zips ...`: what is deployed is what was tested (R-TEC-03, R-TEC-04). */
import { writeFile } from 'node:fs/promises';
import { answer } from './lib/answer.ts';
import { readCommand, readOptions } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { runCommand } from './lib/steps.ts';
import { runVariable } from './pipeline/run-context.ts';
import { setOutputs } from './pipeline/step-output.ts';
import { zipProblem } from './zips/check-zip.ts';
import {
  digestProblems,
  digestsOf,
  parseDigests,
  recordedDigests,
  type Digests,
} from './zips/digests.ts';
import { functionNames, zipListProblems } from './zips/expected-zips.ts';
import { nodeProblem } from './zips/lambda-node.ts';
import { githubCli, provenanceProblems } from './zips/provenance.ts';

const help = `pnpm zips check
pnpm zips sbom
pnpm zips digests
pnpm zips recorded
pnpm zips compare
pnpm zips provenance

The zips of dist/, after pnpm build.

  check        loads every zip as Lambda would, under Lambda's Node.js: index.mjs alone, with a handler
  sbom         writes dist/<function>.cdx.json: what is bundled into it, as a CycloneDX document
  digests      prints the SHA-256 of each, and writes dist/digests.json; in a job of GitHub Actions also the output digests
  recorded     puts out the digests that dist/digests.json came with, before digests writes it again
  compare      whether they are those of DIGESTS and, where it is set, of TESTED: outputs of digests in other jobs
  provenance   whether GitHub attests that this repository's package.yml built them (gh, with a token in GH_TOKEN)

  --help       shows this text

Exits with 1 when a zip is not as it must be, with 2 for wrong arguments.`;

const dist = `${root}/dist`;
const names = functionNames();

/** In a job of GitHub Actions, for other jobs. */
const putOut = async (digests: Digests): Promise<number> => {
  if (process.env['GITHUB_OUTPUT'] !== undefined)
    await setOutputs(process.env, { digests: JSON.stringify(digests) });
  return 0;
};

const all = `${names.length} zips`;

const commands = {
  check: async () => {
    const outside = [
      await nodeProblem(root, process.versions.node),
      ...(await zipListProblems(dist, names)),
    ];
    const wrong = outside.filter((one) => one !== undefined);
    if (wrong.length > 0) return answer(wrong, '');
    const inside = await Promise.all(names.map((name) => zipProblem(name, `${dist}/${name}.zip`)));
    return answer(
      inside.filter((one) => one !== undefined),
      `${all} load under Node.js ${process.versions.node}.`,
    );
  },
  sbom: async () => {
    for (const name of names) {
      const code = await runCommand([
        ...(['cyclonedx-esbuild', '--output-reproducible', '--output-file'] as const),
        ...[`dist/${name}.cdx.json`, `dist/${name}/metafile.json`],
      ]);
      if (code !== 0) return answer([`${name} has no bill of materials: run pnpm build first`], '');
    }
    return 0;
  },
  digests: async () => {
    const digests = await digestsOf(dist, names);
    for (const [name, digest] of Object.entries(digests)) console.log(`${digest}  ${name}.zip`);
    await writeFile(`${dist}/digests.json`, `${JSON.stringify(digests, undefined, 2)}\n`);
    return putOut(digests);
  },
  recorded: async () => putOut(await recordedDigests(dist)),
  compare: async () => {
    const listed = await zipListProblems(dist, names);
    if (listed.length > 0) return answer(listed, '');
    const actual = await digestsOf(dist, names);
    const { DIGESTS, TESTED } = process.env;
    return answer(
      [
        ...digestProblems('what was packaged', parseDigests('DIGESTS', DIGESTS), actual),
        ...(TESTED === undefined
          ? []
          : digestProblems('what was tested', parseDigests('TESTED', TESTED), actual)),
      ],
      `${all} are those that were packaged${TESTED === undefined ? '' : ' and tested'}.`,
    );
  },
  provenance: async () => {
    const repository = runVariable('GITHUB_REPOSITORY', process.env);
    const zips = names.map((name) => `${dist}/${name}.zip`);
    return answer(await provenanceProblems(githubCli, repository, zips), `${all} are attested.`);
  },
};

await run(async () => {
  const { name, args } = readCommand(help, [
    'check',
    'sbom',
    'digests',
    'recorded',
    'compare',
    'provenance',
  ]);
  readOptions(help, {}, args);
  return commands[name]();
});
