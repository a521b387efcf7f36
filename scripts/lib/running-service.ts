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
export type RunningService = v.InferOutput<typeof RunningService>;

/** Says where the service is found. Two at once: the later one counts. */
export const writeRunningService = ({ apiUrl, aws }: LocalService): void => {
  const content: RunningService = {
    pid: process.pid,
    apiUrl,
    inboxUrl: aws.inboxUrl,
    environment: aws.resources.environment,
    timeScale: aws.timeScale,
    endpoints: aws.endpoints,
    clientEnv: aws.clientEnv,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
};

/** The service that runs here; `undefined` when none does, also when one died and left its file behind. */
export const readRunningService = (): RunningService | undefined => {
  if (!existsSync(file)) return undefined;
  const service = v.parse(
    v.pipe(v.string(), v.parseJson(), RunningService),
    readFileSync(file, 'utf8'),
  );
  return isAlive(service.pid) ? service : undefined;
};

/** Takes the file away, unless it is another service's by now. */
export const forgetRunningService = (): void => {
  if (readRunningService()?.pid === process.pid) rmSync(file, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
