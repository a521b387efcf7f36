/** The orders whose outboxes are due, from every partition of the index. */
import { outboxPartitions } from '@bbws/dynamo/keys';
import type { DuePage, DueQuery } from '@bbws/dynamo/list-due-outboxes';

export type ListDueOutboxes = (query: DueQuery) => Promise<DuePage>;
export type DueOrder = DuePage['orders'][number];

/** Orders of one page: few enough that the last are read soon after they were listed. */
const pageSize = 25;

/**
 * The orders that are due at `dueBy`, page by page of all partitions at once, so that a full partition keeps none of
 * the others waiting. An order that is moved behind `dueBy` meanwhile does not come a second time.
 * @param onFailure told of a page that could not be listed; the rest of its partition is left out
 */
export async function* dueOrders(
  listDueOutboxes: ListDueOutboxes,
  dueBy: string,
  onFailure: (error: unknown) => void,
): AsyncGenerator<DueOrder, void, undefined> {
  const list = async (query: DueQuery): Promise<DuePage> => {
    try {
      return await listDueOutboxes(query);
    } catch (error) {
      onFailure(error);
      return { orders: [] };
    }
  };
  let queries: readonly DueQuery[] = outboxPartitions.map((partition) => ({
    partition,
    dueBy,
    limit: pageSize,
  }));
  while (queries.length > 0) {
    const pages = await Promise.all(queries.map(list));
    yield* pages.flatMap(({ orders }) => orders);
    queries = pages.flatMap(({ next }) => next ?? []);
  }
}
