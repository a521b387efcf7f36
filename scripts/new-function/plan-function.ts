/** Everything that a new function is made of, as files that are made and files that are changed. Writes nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { routes } from '@bbws/api/routes';
import { queueConsumers, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { format, resolveConfig } from 'prettier';
import { UsageError } from '../lib/arguments.ts';
import { queueName, withPolicy, withRoute, withRow } from './edits.ts';
import { packageFile, policyFile, type MadeFile } from './files/common.ts';
import { httpFiles } from './files/http-files.ts';
import { queueFiles } from './files/queue-files.ts';
import { scheduleFiles } from './files/schedule-files.ts';
import type { FunctionRequest } from './function-request.ts';
import { pascalCase, routePath } from './names.ts';

export type FunctionPlan = {
  /** Contents by path, from the project's folder. */
  readonly made: ReadonlyMap<string, string>;
  readonly changed: ReadonlyMap<string, string>;
};

/**
 * @param root the project's folder
 * @throws UsageError when something of that name is there; Error when a file is not as it is known here
 */
export const planFunction = async (
  root: string,
  request: FunctionRequest,
): Promise<FunctionPlan> => {
  refuseTaken(root, request);
  const { name, trigger } = request;
  const made = [packageFile(request), ...sourcesOf(request), policyFile(request)];
  for (const [path] of made)
    if (existsSync(`${root}/${path}`)) throw new UsageError(`There is ${path} already.`);

  const change = (path: string, edit: (text: string) => string): MadeFile => [
    path,
    edit(readFileSync(`${root}/${path}`, 'utf8')),
  ];
  const changed = [
    change('functions/functions.json', (text) => withRow(text, request)),
    change('terraform/modules/region/policies.tf', (text) => withPolicy(text, name)),
    ...(trigger.type === 'http'
      ? [change('packages/api/src/routes.ts', (text) => withRoute(text, name))]
      : []),
  ];
  return { made: await formatted(root, made), changed: await formatted(root, changed) };
};

const sourcesOf = (request: FunctionRequest): MadeFile[] => {
  const { trigger } = request;
  if (trigger.type === 'http') return httpFiles(request);
  if (trigger.type === 'queue') return queueFiles(request, trigger.eventTypes);
  return scheduleFiles(request, trigger.rateMinutes);
};

/** Whether there is something in a folder: the links of a package that is gone, as another branch leaves them, are nothing. */
const isFilled = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((entry) => entry !== 'node_modules');

const refuseTaken = (root: string, { name, trigger }: FunctionRequest): void => {
  const file = readFunctionsFile();
  if (name in file.functions || isFilled(`${root}/functions/${name}`))
    throw new UsageError(`There is a function ${name} already.`);
  // Packages and functions share the scope @bbws.
  if (readdirSync(`${root}/packages`).includes(name))
    throw new UsageError(`There is a package ${name} already. Choose another name.`);
  const isQueueTaken = queueConsumers(file).some((one) => one.trigger.queue === queueName(name));
  if (trigger.type === 'queue' && isQueueTaken)
    throw new UsageError(`There is a queue ${queueName(name)} already. Choose another name.`);
  const isRouteTaken = routes.some(
    ({ path, operationId }) => path === routePath(name) || operationId === `get${pascalCase(name)}`,
  );
  if (trigger.type === 'http' && isRouteTaken)
    throw new UsageError(`There is a route GET ${routePath(name)} already. Choose another name.`);
};

/** As `pnpm check` wants them; Terraform's are written as they are. */
const formatted = async (
  root: string,
  files: readonly MadeFile[],
): Promise<ReadonlyMap<string, string>> => {
  const entries = files.map(async ([path, content]): Promise<MadeFile> => {
    if (path.endsWith('.tf')) return [path, content];
    const filepath = `${root}/${path}`;
    return [path, await format(content, { ...(await resolveConfig(filepath)), filepath })];
  });
  return new Map(await Promise.all(entries));
};
