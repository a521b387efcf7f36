/** bytes-follow-state: the same state of an order gives the same invoice, and what is stored is such an invoice. */
import type { OrderFacts } from '@bbws/audit/facts';
import type { Breach, History } from '../world/history.ts';

export const bytesFollowState = {
  name: 'bytes-follow-state',
  promise:
    'The bytes of an invoice follow from the state of its order: rendered again, they are the same.',
} as const;

export const inventedInvoices = (
  { renderings }: History,
  facts: readonly OrderFacts[],
): Breach[] => {
  const byOrder = Map.groupBy(renderings, ({ orderId }) => orderId);
  return facts.flatMap(({ orderId, invoices }) => {
    const own = byOrder.get(orderId) ?? [];
    const broken = [
      ...[...Map.groupBy(own, ({ version }) => version)]
        .filter(([, same]) => new Set(same.map(({ sha256 }) => sha256)).size > 1)
        .map(([version]) => `version ${version} was rendered in more than one way`),
      ...invoices
        .filter((invoice) => !own.some(({ sha256 }) => sha256 === invoice.sha256))
        .map(() => 'an invoice is stored that was never rendered'),
    ];
    return broken.map((message) => ({ invariant: bytesFollowState.name, orderId, message }));
  });
};
