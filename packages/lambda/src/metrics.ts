/** Metrics in CloudWatch's embedded format: written to the log, so they cost no call. */
import { Metrics as PowertoolsMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export type CounterName =
  | 'OrdersAccepted'
  | 'OrdersRecorded'
  | 'OrdersRejected'
  | 'OrdersReplayed'
  | 'OrdersUpdated'
  | 'InvoicesRendered'
  | 'GlyphsReplaced'
  | 'LogoFaults'
  | 'MailsSent'
  | 'MailsRefused'
  | 'MailsWithheld'
  | 'TemplateFaults'
  | 'CartsFound'
  | 'CartsUnknown'
  | 'CartFaults'
  | 'Duplicates'
  | 'PublishFailures'
  | 'OutboxPublished'
  | 'OutboxStuck'
  | 'SweepFailures'
  | 'BatchItemFailures'
  | 'DeadlineStops'
  | 'DeadLetters'
  | 'UnmarkedEffects';

export type DurationName = 'CartLatency' | 'WriteLatency' | 'RenderLatency';

export type Metrics = {
  readonly count: (name: CounterName, by?: number) => void;
  /** A duration in milliseconds. */
  readonly duration: (name: DurationName, milliseconds: number) => void;
  /** Writes what was counted; called once at the end of an invocation. */
  readonly flush: () => void;
};

export const makeMetrics = (settings: {
  readonly functionName: string;
  readonly environment: string;
}): Metrics => {
  const metrics = new PowertoolsMetrics({
    namespace: 'BBWS/Orders',
    serviceName: settings.functionName,
    defaultDimensions: { environment: settings.environment },
  });
  return {
    count: (name, by = 1) => {
      metrics.addMetric(name, MetricUnit.Count, by);
    },
    duration: (name, milliseconds) => {
      metrics.addMetric(name, MetricUnit.Milliseconds, milliseconds);
    },
    flush: () => {
      // An invocation that counted nothing writes nothing.
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
};
