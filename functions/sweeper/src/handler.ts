/** Every minute: publishes again what is still in an outbox past its due time (R-REL-05). */
import { outboxPartitions } from '@bbws/dynamo/keys';
import type { InvocationContext } from '@bbws/lambda/deadline';
import type { Metrics } from '@bbws/lambda/metrics';
import { sweep, type SweepDeps } from './sweep.ts';

export type Deps = SweepDeps & { readonly metrics: Metrics };

/**
 * No order is begun in the last seconds, in milliseconds. A call to an AWS that hangs ends after three attempts of three
 * seconds: it must end before the time-out does, which would take the metrics with it.
 */
const margin = 12_000;

/** The handler of a function that is invoked by a schedule. Any number of them may run at once. */
export const makeHandler =
  (deps: Deps) =>
  async (_event: unknown, context: InvocationContext): Promise<void> => {
    const { log, metrics } = deps;
    if (!(await deps.isWriter())) {
      log.info('Another region writes; the sweeper rests');
      return;
    }
    const { unlisted, finished, ...counts } = await sweep(
      deps,
      () => context.getRemainingTimeInMillis() > margin,
    );
    const failures = counts.failed + unlisted;
    if (counts.published > 0) metrics.count('OutboxPublished', counts.published);
    if (counts.stuck > 0) metrics.count('OutboxStuck', counts.stuck);
    if (failures > 0) metrics.count('SweepFailures', failures);
    metrics.flush();
    log.info(finished ? 'Outboxes swept' : 'Outboxes swept until the time was up', counts);
    if (unlisted === outboxPartitions.length)
      throw new Error('No partition of the outbox index could be listed');
  };
