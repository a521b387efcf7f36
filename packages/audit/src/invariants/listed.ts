/** Where lists have an order (R-DAT-08). */
import type { Listing } from '@bbws/dynamo/read-listed-order';
import type { Finding, Invariant } from '../invariant.ts';

export const listed: Invariant = {
  name: 'listed',
  promise:
    'An active order is listed once by date and once under its status, a hidden one in no list; both are found by id.',
  check: ({ stored, listing, orderId }) => {
    if (!stored || !listing) return [];
    const { active, status } = stored.order;
    const wrong = active ? notListed(listing, status) : stillListed(listing);
    // Hiding and showing write the keys, but only when they change something.
    const commands = active ? ['hide', 'show'] : ['show', 'hide'];
    const remedy = commands.map((name) => `pnpm order ${name} --order ${orderId}`).join(' && ');
    return [
      ...wrong.map((message): Finding => ({ message, remedy })),
      ...(listing.byId ? [] : [{ message: 'It cannot be found by its id.' }]),
    ];
  },
};

const notListed = ({ byDate, byStatus }: Listing, status: string): string[] => [
  ...(byDate ? [] : ['Active, but not in the list by date.']),
  ...(byStatus.length === 1 && byStatus[0] === status
    ? []
    : [
        `The order is ${status}, but listed under ${byStatus.length === 0 ? 'no status' : byStatus.join(', ')}.`,
      ]),
];

const stillListed = ({ hasListKeys }: Listing): string[] =>
  hasListKeys ? ['Hidden, but still in a list.'] : [];
