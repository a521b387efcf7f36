/** The orders whose outboxes are due, from every partition of the index. */
import { outboxPartitions } from '@bbws/dynamo/keys';
import type { DueOrder, DuePage, DueQuery } from '@bbws/dynamo/list-due-outboxes';

export type ListDueOutboxes = (query: DueQuery) => Promise<DuePage>;

/** Told of what is left out. */
export type OnFailure = {
  /** A page could not be listed, and so neither the rest of its partition. */
  readonly unlisted: (error: unknown) => void;
  /** An entry of the index is no order's. */
  readonly unreadable: (error: unknown) => void;
};

/** Orders of one page: few enough that the last are read soon after they were listed. */
const pageSize = 25;

/**
 * The orders that are due at `dueBy`, page by page of all partitions at once, so that a full partition keeps none of
 * the others waiting. An order that is moved behind `dueBy` meanwhile does not come a second time.
 */
export async function* dueOrders(
  listDueOutboxes: ListDueOutboxes,
  dueBy: string,
  onFailure: OnFailure,
): AsyncGenerator<DueOrder, void, undefined> {
  const list = async (query: DueQuery): Promise<DuePage> => {
    try {
      return await listDueOutboxes(query);
    } catch (error) {
      onFailure.unlisted(error);
      return { orders: [], unreadable: [] };
    }
  };
  let queries: readonly DueQuery[] = outboxPartitions.map((partition) => ({
    partition,
    dueBy,
    limit: pageSize,
  }));
  while (queries.length > 0) {
    const pages = await Promise.all(queries.map(list));
    for (const error of pages.flatMap(({ unreadable }) => unreadable)) onFailure.unreadable(error);
    yield* pages.flatMap(({ orders }) => orders);
    queries = pages.flatMap(({ next }) => next ?? []);
  }
}
