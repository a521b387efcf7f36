/** The history of an order (R-API-09, R-API-10). */
import type { Order } from '@bbws/domain/order';
import { isShown, stageOf, stepsOf } from '@bbws/domain/order-life';
import type { Invariant } from '../invariant.ts';

export const statusHistory: Invariant = {
  name: 'status-history',
  promise:
    'The history of an order is a path of the table of moves, its versions rise by one, and it ends with the order as it is.',
  check: ({ stored }) =>
    stored
      ? [
          ...beginning(stored.order),
          ...versions(stored.order),
          ...moves(stored.order),
          ...end(stored.order),
        ].map((message) => ({ message }))
      : [],
};

const beginning = ({ statusHistory: [first], dateCreated }: Order): string[] => [
  ...(first?.status === 'pending' && first.version === 1
    ? []
    : ['The history does not begin with pending as version 1.']),
  ...(first?.at === dateCreated ? [] : ['The history does not begin when the order was created.']),
];

const versions = ({ statusHistory }: Order): string[] => [
  ...stepsOf(statusHistory)
    .filter(({ from, to }) => to.version !== from.version + 1)
    .map(({ from, to }) => `Version ${to.version} follows version ${from.version}.`),
  ...(new Set(statusHistory.map(({ writeId }) => writeId)).size === statusHistory.length
    ? []
    : ['Two changes of the history come from one write.']),
];

const moves = ({ statusHistory, stage, active }: Order): string[] => [
  ...stepsOf(statusHistory)
    .filter(({ kind }) => kind === undefined)
    .map(({ from, to }) => `Version ${to.version} goes from ${from.status} to ${to.status}.`),
  ...(stageOf(statusHistory) === stage
    ? []
    : [`By its history the order is ${stageOf(statusHistory)}, by its record ${stage}.`]),
  ...(isShown(statusHistory) === active
    ? []
    : [`The order is ${active ? 'shown' : 'hidden'}, and its history does not say so.`]),
];

const end = (order: Order): string[] => {
  const last = order.statusHistory.at(-1);
  const differing = [
    last?.status === order.status ? [] : ['status'],
    last?.version === order.version ? [] : ['version'],
    last?.at === order.dateLastUpdated ? [] : ['dateLastUpdated'],
    last?.by === order.lastUpdatedBy ? [] : ['lastUpdatedBy'],
  ].flat();
  return differing.length === 0
    ? []
    : [`The history ends with another ${differing.join(', ')} than the order has.`];
};
