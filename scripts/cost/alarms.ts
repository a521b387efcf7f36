/**
 * How many metrics the alarms of terraform/ watch: an alarm over an expression pays for each of its metrics. Follows
 * terraform/modules/monitoring, as a test makes sure.
 */
import type { FunctionSettings, FunctionsFile } from '@bbws/local-aws/functions-file';

/** By what a function is: errors (an expression over two metrics), duration, throttles. */
const ofFunction = 4;
const ofSchedule = 1;
/** Dead letters and age. */
const ofQueue = 2;
/** API: errors, latency. Topic: undelivered, lost. Mail: bounces, complaints. */
const ofServices = 6;
/** One expression over the operations that the service uses. */
const ofTable = 6;

type Sees = (settings: FunctionSettings) => boolean;
const has =
  (variable: string): Sees =>
  ({ environment }) =>
    environment.includes(variable);
const isConsumer: Sees = ({ trigger }) => trigger.type === 'queue';
const isScheduled: Sees = ({ trigger }) => trigger.type === 'schedule';
const publishes = has('ORDER_EVENTS_TOPIC_ARN');

/** The service's own metrics: which functions have such an alarm. */
export const ownAlarms: Readonly<Record<string, Sees>> = {
  'failed-items': isConsumer,
  'deadline-stops': isConsumer,
  'publish-failures': (settings) => publishes(settings) && !isScheduled(settings),
  'outbox-stuck': (settings) => publishes(settings) && isScheduled(settings),
  'sweep-failures': (settings) => publishes(settings) && isScheduled(settings),
  'unmarked-effects': has('SES_FROM_ADDRESS'),
  'template-faults': has('SES_FROM_ADDRESS'),
  'logo-faults': has('INVOICE_SUPPLIER'),
  'cart-faults': has('CART_LAMBDA_API_URL'),
};

const alarmsOfFunction = (settings: FunctionSettings): number =>
  ofFunction +
  (isScheduled(settings) ? ofSchedule : 0) +
  (isConsumer(settings) ? ofQueue : 0) +
  Object.values(ownAlarms).filter((sees) => sees(settings)).length;

/** In one region. */
export const alarmMetrics = ({ functions }: FunctionsFile): number =>
  Object.values(functions).reduce(
    (metrics, settings) => metrics + alarmsOfFunction(settings),
    ofServices + ofTable,
  );

/** More of them in each region when there are two: replication lag, and copies that fail or come late. */
export const alarmMetricsOfPair = 3;
