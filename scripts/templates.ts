/** `pnpm templates upload|rollback`: the mails' templates in the bucket, for operators. */
import { ownTemplates } from '@bbws/email/generate';
import { bucketTemplateProblems } from '@bbws/email/bucket-template';
import { templateNames } from '@bbws/email/template';
import { buildTemplate } from '@bbws/email/templates-source';
import { oneOf, readCommand, readOptions, required, UsageError } from './lib/arguments.ts';
import { confirmChange, connect, environmentHelp } from './lib/connect.ts';
import { startProgress } from './lib/progress.ts';
import { run } from './lib/run.ts';
import { environmentOption } from './operator/named-order.ts';
import { codeVersion } from './templates/code-version.ts';
import { shortHash } from './templates/hash-of.ts';
import { rollBackTemplate } from './templates/rollback.ts';
import { s3TemplateStore } from './templates/store.ts';
import { uploadRegions } from './templates/upload-regions.ts';
import { uploadTemplates } from './templates/upload.ts';

const help = `pnpm templates upload   [--env E] [--region R] [--dry-run] [--yes]
pnpm templates rollback [--env E] --template NAME [--to HASH] [--yes]

The HTML of the mails in the bucket bbws-email-templates-E. A function takes it within 5 minutes of an upload; what is missing
there, or does not show exactly the variables of the deployed code, is replaced by the function's own version.

  upload           compiles the templates of this checkout, checks them, shows what differs from the bucket, uploads that
  rollback         uploads an earlier version of one template again

  ${environmentHelp}
  --region R       uploads to one region alone; without it to every region of the environment
  --template NAME  ${templateNames.join(', ')}
  --to HASH        the version to go back to, by the beginning of its hash as upload shows it; without it the newest other one
  --dry-run        shows what would be uploaded
  --yes            needed to change production
  --help           shows this text

Exits with 1 when a template is wrong or there is nothing to go back to, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const compiledTemplates = async () => {
  const { folder } = ownTemplates;
  const built = await Promise.all(templateNames.map((name) => buildTemplate(folder, name)));
  const problems = built.flatMap(({ name, template, problems: found }) => [
    ...found,
    ...bucketTemplateProblems(template, template.html).map((problem) => `${name}: ${problem}`),
  ]);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return built.map(({ name, template }) => ({ name, html: template.html }));
};

type Wishes = {
  readonly templates: Awaited<ReturnType<typeof compiledTemplates>>;
  readonly environment: string | undefined;
  readonly region: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
};

const uploadTo = async (wishes: Wishes): Promise<void> => {
  const { templates, environment, region, dryRun, yes } = wishes;
  const stack = await connect({ environment, region });
  if (!dryRun) confirmChange(stack, yes);
  const count = await uploadTemplates(
    {
      store: s3TemplateStore(stack.s3, stack.templatesBucket),
      say: (line) => console.log(line),
      startProgress: (total) => startProgress('Templates', total),
    },
    { templates, version: await codeVersion(), dryRun },
  );
  stack.close();
  const what = `${count} ${count === 1 ? 'template' : 'templates'}`;
  const uploaded = `${what} uploaded. Mails have the new looks within 5 minutes.`;
  const done = count === 0 ? 'The bucket has them all: nothing was uploaded.' : uploaded;
  console.log(dryRun ? `${what} would be uploaded; none was.` : done);
};

const upload = async (args: readonly string[]): Promise<number> => {
  const spec = { env: text, region: text, 'dry-run': flag, yes: flag };
  const { env, region: named, 'dry-run': dryRun, yes } = readOptions(help, spec, args);
  const regions = uploadRegions(env, named);
  const templates = await compiledTemplates();
  // One after the other: what is said of each stays together.
  for (const region of regions)
    await uploadTo({ templates, environment: env, region, dryRun, yes });
  return 0;
};

const rollback = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(help, { env: text, template: text, to: text, yes: flag }, args);
  const name = oneOf('template', required('template', options.template), templateNames);
  if (options.to !== undefined && !/^[0-9a-f]{6,64}$/i.test(options.to))
    throw new UsageError('--to must be the first 6 or more digits of a hash.');
  const stack = await connect({ environment: options.env });
  confirmChange(stack, options.yes);
  const store = s3TemplateStore(stack.s3, stack.templatesBucket);
  const { from, to, at } = await rollBackTemplate(store, { name, to: options.to });
  stack.close();
  console.log(
    `${name} is back at ${shortHash(to)}, first uploaded ${at?.toISOString() ?? 'some time ago'}.`,
  );
  console.log(
    `Undo: pnpm templates rollback${environmentOption(stack)} --template ${name} --to ${shortHash(from)}`,
  );
  return 0;
};

const commands = { upload, rollback };

await run(async () => {
  const { name, args } = readCommand(help, ['upload', 'rollback']);
  return commands[name](args);
});
