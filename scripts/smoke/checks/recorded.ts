/** An order that was accepted becomes a record with its amounts. */
import { OrderWaitError } from '@bbws/client';
import { Mismatch } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const recorded: Check = {
  name: 'recorded',
  expects: 'the order is recorded from its cart',
  run: async ({ user, notes, wait }) => {
    const { orderId } = noted(notes.placed, 'an order');
    const options = { timeoutMs: wait.limitMs, signal: wait.signal };
    try {
      const order = await user.client.waitUntilRecorded(orderId, options);
      notes.recorded = order;
      return `${order.items.length} lines, ${order.currency} ${order.total.toFixed(2)}`;
    } catch (error) {
      if (!(error instanceof OrderWaitError)) throw error;
      const { stage = 'unread', rejection } = error.order ?? {};
      const why = rejection === undefined ? '' : `: ${rejection.code} (is --cart right?)`;
      const expected = `stage recorded within ${wait.limitMs / 1000} s`;
      throw new Mismatch(expected, `stage ${stage}${why}`);
    }
  },
};
