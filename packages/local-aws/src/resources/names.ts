/** Names of the service's resources in an environment, from functions.json and table.json: the one place that makes them. */
import type { QueueConsumer } from '../functions-file.ts';
import type { TableFile } from '../table-file.ts';

/** @param environment suffix of every name: `dev`, `sit`, `prod`, `local` */
export const resourceNames = (table: TableFile, environment: string) => ({
  table: `${table.name}-${environment}`,
  topic: `bbws-order-events-${environment}`,
  templatesBucket: `bbws-email-templates-${environment}`,
  ordersBucket: `bbws-orders-${environment}`,
});

/** The queue of a consumer, and where its dead letters go. */
export const queueNames = ({ trigger }: QueueConsumer, environment: string) => ({
  queue: `${trigger.queue}-${environment}`,
  deadLetterQueue: `${trigger.queue}-dlq-${environment}`,
});
