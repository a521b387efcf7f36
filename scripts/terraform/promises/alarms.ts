/** Every alarm tells a topic of its region that somebody hears. */
import * as v from 'valibot';
import type { Plan } from '../plan-file.ts';
import { planned } from './planned.ts';

const Alarm = v.object({
  region: v.string(),
  alarm_actions: v.nullish(v.array(v.string()), []),
  ok_actions: v.nullish(v.array(v.string()), []),
});
const Topic = v.object({ name: v.string(), region: v.string() });

export const alarmFaults = (plan: Plan): string[] => {
  const topics = planned(plan, 'aws_sns_topic', Topic).map(({ values }) => values);
  const isHeard = (arn: string, region: string): boolean =>
    topics.some(
      (topic) =>
        topic.region === region && arn.includes(`:${region}:`) && arn.endsWith(`:${topic.name}`),
    );
  return planned(plan, 'aws_cloudwatch_metric_alarm', Alarm)
    .filter(({ values: { region, alarm_actions, ok_actions } }) =>
      [alarm_actions, ok_actions].some(
        (arns) => arns.length === 0 || !arns.every((arn) => isHeard(arn, region)),
      ),
    )
    .map(
      ({ address }) =>
        `${address} tells no topic of its region when it goes off, or when it is over.`,
    );
};
