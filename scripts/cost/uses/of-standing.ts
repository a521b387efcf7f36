/** What costs without any order: pollers, alarms, dashboards, keys, rules, health checks. */
import { queueConsumers } from '@bbws/local-aws/functions-file';
import { alarmMetrics, alarmMetricsOfPair } from '../alarms.ts';
import {
  dataKeySeconds,
  hoursAMonth,
  longPollSeconds,
  metricsOfCopying,
  metricsOfMail,
  metricsOfRoute,
  pollers,
  secondsAMonth,
  webAclRules,
} from '../assumptions.ts';
import type { Situation, Use } from '../situation.ts';

const inRegion = ({ functionsFile, hasWaf, others }: Situation, region: string): Use[] => {
  const queues = queueConsumers(functionsFile).length;
  return [
    {
      price: 'queueRequest',
      region,
      amount: (queues * pollers * secondsAMonth) / longPollSeconds,
      assumed: true,
    },
    {
      price: 'alarmMetric',
      region,
      amount: alarmMetrics(functionsFile) + others.length * alarmMetricsOfPair,
    },
    { price: 'dashboard', region, amount: 1 },
    { price: 'webAcl', region, amount: hasWaf ? 1 : 0 },
    { price: 'webAclRule', region, amount: hasWaf ? webAclRules : 0 },
    // Of the alerts topic.
    { price: 'key', region, amount: 1 },
  ];
};

/** What the second region brings: health checks, with alarms, topic and key in the one region that knows of them, and copying. */
const ofPair = ({ primary, others }: Situation): Use[] => {
  if (others.length === 0) return [];
  const regions = [primary, ...others];
  return [
    { price: 'healthCheck', region: 'us-east-1', amount: regions.length },
    { price: 'alarmMetric', region: 'us-east-1', amount: regions.length },
    { price: 'key', region: 'us-east-1', amount: 1 },
    {
      price: 'customMetric',
      region: primary,
      amount: regions.length * others.length * metricsOfCopying,
      assumed: true,
    },
  ];
};

/** A metric costs in the hours in which something reports it: few orders leave hours out. */
const usesOfMetrics = ({ primary, others, measured, orders }: Situation): Use[] => {
  const active = Math.min(1, orders / hoursAMonth);
  const { functions, requests } = measured.order;
  const own = Object.values(functions).reduce((all, { metrics }) => all + metrics.length, 0);
  const given = metricsOfRoute * Object.keys(requests).length + metricsOfMail;
  return [
    { price: 'customMetric', region: primary, amount: active * own },
    { price: 'customMetric', region: primary, amount: active * given, assumed: true },
    ...[primary, ...others].map((region): Use => ({
      price: 'customMetric',
      region,
      // Of /health, which is asked all the time where there are two regions.
      amount: others.length > 0 ? metricsOfRoute : 0,
      assumed: true,
    })),
  ];
};

/** SNS asks for a data key when it has none of the last minutes. */
const usesOfKeys = ({ primary, measured, orders }: Situation): Use => {
  const calls = Object.values(measured.order.functions).map(
    (work) => work.calls['sns Publish'] ?? 0,
  );
  const publishes = orders * calls.reduce((all, count) => all + count, 0);
  return {
    price: 'keyRequest',
    region: primary,
    amount: Math.min(publishes, secondsAMonth / dataKeySeconds),
    assumed: true,
  };
};

export const standingUses = (situation: Situation): Use[] => [
  ...[situation.primary, ...situation.others].flatMap((region) => inRegion(situation, region)),
  ...ofPair(situation),
  ...usesOfMetrics(situation),
  usesOfKeys(situation),
];
