/** What replays depend on: a table on the local AWS, queues and bucket in memory. */
import { randomUUID } from 'node:crypto';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { Effect, EffectName } from '@bbws/dynamo/effect';
import { effectsOf } from '@bbws/dynamo/effects-of';
import type { Table } from '@bbws/dynamo/table';
import type { OrderReference, ReplayDeps } from '../replay/replay-deps.ts';
import { tableDeps } from '../replay/replay-deps.ts';

export const replayTime = new Date('2026-11-20T12:00:00.000Z');
export const mailTime = '2026-11-20T11:00:00.000Z';

/** Deps on that table, and what was sent to whom. */
export const replayDeps = (table: Table, changes: Partial<ReplayDeps> = {}) => {
  const sent: { readonly to: string; readonly event: OrderEvent }[] = [];
  const deps: ReplayDeps = {
    ...tableDeps(table),
    send: async (to, event) => void sent.push({ to, event }),
    invoiceHash: async () => undefined,
    newId: randomUUID,
    now: () => replayTime,
    ...changes,
  };
  return { deps, sent };
};

const lease = (now: number) => ({ token: randomUUID(), now, duration: 35_000 });
const effectOf = (
  { tenantId, id }: OrderReference,
  name: EffectName,
  version?: number,
): Effect => ({
  tenantId,
  orderId: id,
  name,
  version,
});

/** Has the mail claimed at that time, and not sent. */
export const claimMail = async (
  table: Table,
  order: OrderReference,
  name: EffectName,
  at: Date,
): Promise<void> => {
  await effectsOf(table).claimEffect(effectOf(order, name), lease(at.getTime()));
};

/** Has the mail sent at `mailTime`; without a message id it was left out. */
export const sendMail = async (
  table: Table,
  order: OrderReference,
  name: EffectName,
  { version, messageId }: { version?: number; messageId?: string } = { messageId: 'ses-1' },
): Promise<void> => {
  const { claimEffect, finishEffect } = effectsOf(table);
  const effect = effectOf(order, name, version);
  const claim = lease(Date.parse(mailTime));
  await claimEffect(effect, claim);
  await finishEffect(effect, { token: claim.token, now: claim.now, messageId });
};
