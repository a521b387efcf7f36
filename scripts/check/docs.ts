/** Fails when a page links to what is not there, names a command that does not exist, or cannot be found from README.md. */
import * as v from 'valibot';
import { brokenLinks } from '../docs/broken-links.ts';
import { missingPages } from '../docs/named-pages.ts';
import { isText, listFiles, readFile, readRepository } from '../docs/repository.ts';
import { unknownCommands } from '../docs/unknown-commands.ts';
import { unreachable } from '../docs/unreachable.ts';

const PackageFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ scripts: v.record(v.string(), v.string()) }),
);

const repository = readRepository();
const { scripts } = v.parse(PackageFile, readFile('package.json'));

const faults = [
  ...brokenLinks(repository),
  ...unknownCommands(repository.pages.values(), Object.keys(scripts)),
  ...unreachable(repository.pages, 'README.md', listFiles('docs/*')).map(
    (file) => `${file} cannot be found by links from README.md`,
  ),
  ...listFiles(':!*.md', ':!pnpm-lock.yaml')
    // Tests make up names of their own.
    .filter((file) => isText(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => missingPages(repository, file, readFile(file))),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
