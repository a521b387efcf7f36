/** Every queue has a dead-letter queue, or is one; takes TLS alone; and is watched. */
import * as v from 'valibot';
import type { Plan } from '../plan-file.ts';
import { deniesWithoutTls, planned, Policy } from './planned.ts';

const Redrive = v.pipe(v.string(), v.parseJson(), v.object({ deadLetterTargetArn: v.string() }));
const Queue = v.object({
  name: v.string(),
  region: v.string(),
  redrive_policy: v.nullish(Redrive),
});
const QueuePolicy = v.object({ policy: v.string(), region: v.string() });
const Subscription = v.object({ protocol: v.string(), redrive_policy: v.nullish(Redrive) });
const Alarm = v.object({
  region: v.string(),
  dimensions: v.nullish(v.record(v.string(), v.string()), {}),
});

export const queueFaults = (plan: Plan): string[] => {
  const queues = planned(plan, 'aws_sqs_queue', Queue);
  const policies = planned(plan, 'aws_sqs_queue_policy', QueuePolicy).map(({ values }) => values);
  const alarms = planned(plan, 'aws_cloudwatch_metric_alarm', Alarm).map(({ values }) => values);
  const targets = new Set(
    queues.flatMap(({ values }) => values.redrive_policy?.deadLetterTargetArn ?? []),
  );
  const isTarget = (region: string, name: string) =>
    [...targets].some((arn) => arn.endsWith(`:${name}`) && arn.includes(`:${region}:`));

  const unredriven = planned(plan, 'aws_sns_topic_subscription', Subscription)
    .filter(({ values }) => values.protocol === 'sqs' && !values.redrive_policy)
    .map(({ address }) => `${address} has no redrive policy: what SNS gives up on is gone.`);
  const unkept = queues.flatMap(({ address, values: { name, region, redrive_policy } }) => {
    const own = policies.find(
      ({ policy, ...each }) =>
        each.region === region && new RegExp(`:${region}:\\d+:${name}"`).test(policy),
    );
    const isWatched = alarms.some(
      ({ dimensions, ...each }) => each.region === region && dimensions['QueueName'] === name,
    );
    const target = redrive_policy?.deadLetterTargetArn.split(':').at(-1);
    const isKept =
      target === undefined
        ? isTarget(region, name)
        : queues.some((each) => each.values.name === target && each.values.region === region);
    return [
      ...(isKept ? [] : [`${address} neither has a dead-letter queue nor is one.`]),
      ...(own && deniesWithoutTls(v.parse(Policy, own.policy))
        ? []
        : [`${address} has no policy that asks for TLS.`]),
      ...(isWatched ? [] : [`${address} has no alarm.`]),
    ];
  });
  return [...unredriven, ...unkept];
};
