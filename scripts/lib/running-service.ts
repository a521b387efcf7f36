/** `out/local-aws.json`: where the service of `pnpm start` is found, while it runs. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { root } from './root.ts';

const file = `${root}/out/local-aws.json`;

const RunningService = v.object({
  /** The process that runs it. */
  pid: v.number(),
  apiUrl: v.string(),
  inboxUrl: v.string(),
  /** Suffix of every resource's name. */
  environment: v.string(),
  /** How much faster than real time the queues' clock runs. */
  timeScale: v.number(),
  endpoints: v.object({
    dynamodb: v.string(),
    sns: v.string(),
    sqs: v.string(),
    s3: v.string(),
    sesv2: v.string(),
  }),
  /** The variables by which any AWS tool finds it. */
  clientEnv: v.record(v.string(), v.string()),
});
const Content = v.pipe(v.string(), v.parseJson(), RunningService);
export type RunningService = v.InferOutput<typeof RunningService>;

/** Where a service of this process is found. */
export const whereRuns = ({ apiUrl, aws }: LocalService): RunningService => ({
  pid: process.pid,
  apiUrl,
  inboxUrl: aws.inboxUrl,
  environment: aws.resources.environment,
  timeScale: aws.timeScale,
  endpoints: aws.endpoints,
  clientEnv: aws.clientEnv,
});

/** Says where the service is found. Two at once: the later one counts. */
export const writeRunningService = (service: LocalService): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(whereRuns(service), undefined, 2)}\n`);
};

/**
 * The service that runs here; `undefined` when none does, also when one died and left its file behind.
 * @throws Error saying what to do when the file is not as `writeRunningService` writes it
 */
export const readRunningService = (path = file): RunningService | undefined => {
  if (!existsSync(path)) return undefined;
  const service = v.safeParse(Content, readFileSync(path, 'utf8'));
  if (!service.success)
    throw new Error(
      `${path} is not as this version of \`pnpm start\` writes it (${service.issues[0].message}). Start it again; when it does not run, delete the file.`,
    );
  return isAlive(service.output.pid) ? service.output : undefined;
};

/** Takes the file away, unless it is another service's by now. One that nobody can read is nobody's. */
export const forgetRunningService = (path = file): void => {
  if (!existsSync(path)) return;
  const service = v.safeParse(Content, readFileSync(path, 'utf8'));
  const isAnothers =
    service.success && service.output.pid !== process.pid && isAlive(service.output.pid);
  if (!isAnothers) rmSync(path, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
