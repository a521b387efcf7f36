/** The service on the embedded AWS, its built bundles measured: each behind a proxy of its own. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Endpoints } from '@bbws/local-aws/client-env';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { startLocalAws } from '@bbws/local-aws/local-aws';
import { startService } from '@bbws/local-aws/service';
import { closingOnFailure } from '@bbws/local-aws/started';
import { readTableFile } from '@bbws/local-aws/table-file';
import { reportPath, startFunctionProxy } from './function-proxy.ts';
import type { MeasuredSettings } from './measured-handler.ts';
import { makeMeterTable } from './meter-table.ts';
import { makeTape } from './tape.ts';

export type MeasuredService = Awaited<ReturnType<typeof startMeasured>>;

const variableOf: Readonly<Record<keyof Endpoints, string>> = {
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  sns: 'AWS_ENDPOINT_URL_SNS',
  sqs: 'AWS_ENDPOINT_URL_SQS',
  s3: 'AWS_ENDPOINT_URL_S3',
  sesv2: 'AWS_ENDPOINT_URL_SESV2',
};

/** A module that stands in for the bundle and measures it. */
const measuredModule = (settings: MeasuredSettings): string => {
  const wrapper = new URL('./measured-handler.ts', import.meta.url).href;
  return [
    `import { measuredHandler } from ${JSON.stringify(wrapper)};`,
    `export const handler = await measuredHandler(${JSON.stringify(settings)});`,
  ].join('\n');
};

/**
 * Starts it; closing ends all of it and empties `folder`.
 * @param dist where `pnpm build` put the bundles
 * @param folder an own one, for the modules around the bundles
 * @param timeScale of the queues: their windows must stay longer than what a function still does after it has published
 */
export const startMeasured = (dist: string, folder: string, timeScale: number) =>
  closingOnFailure(async (stack) => {
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const tape = makeTape();
    const errors: unknown[] = [];
    // The meter reads what the embedded DynamoDB says of its capacity.
    const aws = stack.adopt(await startLocalAws({ backend: 'embedded', timeScale }), (own) =>
      own.close(),
    );
    const meterTable = makeMeterTable(aws.clients.dynamodb, readTableFile());
    const deps = {
      endpoints: aws.endpoints,
      meterTable,
      tape,
      onError: (error: unknown) => void errors.push(error),
    };
    for (const name of Object.keys(readFunctionsFile().functions)) {
      const proxy = stack.adopt(await startFunctionProxy(deps, name), (own) => own.close());
      await mkdir(`${folder}/${name}`, { recursive: true });
      const settings: MeasuredSettings = {
        reportUrl: `${proxy.url}${reportPath}`,
        bundle: pathToFileURL(`${dist}/${name}/index.mjs`).href,
        environment: Object.fromEntries(Object.values(variableOf).map((key) => [key, proxy.url])),
      };
      await writeFile(`${folder}/${name}/index.mjs`, measuredModule(settings));
    }
    const service = await startService({ aws, distFolder: folder, schedules: false });
    stack.defer(() => service.close());
    return {
      service,
      /** As `tape.during`. @throws what a call met that could not be passed on or counted */
      during: async <T>(run: () => Promise<T>) => {
        const measured = await tape.during(run);
        if (errors.length > 0) throw errors[0];
        return measured;
      },
      close: () => stack.disposeAsync(),
    };
  });
