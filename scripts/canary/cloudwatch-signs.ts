/** How a region is doing, by CloudWatch's API: alarms that are on, and the invocations of one version. */
import {
  GetMetricDataCommand,
  paginateDescribeAlarms,
  type CloudWatchClient,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import type { LiveAlias } from './live-alias.ts';

export type Calls = { readonly invocations: number; readonly errors: number };

export type Signs = {
  /** Names of the alarms of functions, queues, API, topic and mail that are on, but for those that a release itself sets off. */
  readonly alarmsOn: () => Promise<string[]>;
  /** Invocations of each one's next version since then, in their order; those of the last minute may not be counted yet. */
  readonly callsOf: (aliases: readonly LiveAlias[], since: Date, until: Date) => Promise<Calls[]>;
};

const prefix = 'bbws-order-';
/**
 * Templates in the bucket fit one version of the code. With other variables they miss one of the two while both run; the mails
 * have the looks that the functions bring, and the upload after the shift ends it.
 */
const ofReleases = '-template-faults';
const metrics = ['Invocations', 'Errors'] as const;

export const cloudwatchSigns = (client: CloudWatchClient, environment: string): Signs => ({
  alarmsOn: async () => {
    const names: string[] = [];
    const wanted = { AlarmNamePrefix: prefix, StateValue: 'ALARM' } as const;
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, wanted))
      names.push(...MetricAlarms.flatMap(({ AlarmName }) => AlarmName ?? []));
    return names
      .filter((name) => name.includes(`-${environment}-`) && !name.endsWith(ofReleases))
      .toSorted();
  },
  callsOf: async (aliases, since, until) => {
    if (aliases.length === 0) return [];
    const { MetricDataResults = [] } = await client.send(
      new GetMetricDataCommand({
        StartTime: since,
        EndTime: until,
        MetricDataQueries: aliases.flatMap((alias, index) =>
          metrics.map((metric) => queryOf(alias, index, metric, environment)),
        ),
      }),
    );
    const sum = (id: string) =>
      (MetricDataResults.find(({ Id }) => Id === id)?.Values ?? []).reduce((a, b) => a + b, 0);
    return aliases.map((_, index) => ({
      invocations: sum(idOf(index, 'Invocations')),
      errors: sum(idOf(index, 'Errors')),
    }));
  },
});

const idOf = (index: number, metric: (typeof metrics)[number]): string =>
  `${metric.toLowerCase()}${index}`;

/** Lambda counts what an alias with two versions does for each of them. */
const queryOf = (
  { name, next }: LiveAlias,
  index: number,
  metric: (typeof metrics)[number],
  environment: string,
): MetricDataQuery => {
  const functionName = `bbws-order-lambda-${name}-${environment}`;
  const dimensions = {
    FunctionName: functionName,
    Resource: `${functionName}:live`,
    ExecutedVersion: String(next?.version),
  };
  return {
    Id: idOf(index, metric),
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Lambda',
        MetricName: metric,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: 60,
      Stat: 'Sum',
    },
  };
};
