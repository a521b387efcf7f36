/** Effects that must happen once, such as a mail: claimed with a lease before, marked done after (design section 2). */
import { mailKinds, type MailKind } from '@bbws/domain/due-mails';
import { Uuid, type OrderId, type TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { effectKey } from './keys.ts';

/** An effect has the name of the mail that it stands for. */
export const effectNames = mailKinds;
export type EffectName = MailKind;

export type Effect = {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly name: EffectName;
  /** Version of the order, for an effect that happens once per change. */
  readonly version?: number | undefined;
};

/** A claim on an effect: whoever holds the token may act until the lease ends. */
export type Lease = {
  readonly token: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** How long the holder may take, in milliseconds. */
  readonly duration: number;
};

export const StoredEffect = v.object({
  token: Uuid,
  /** End of the lease, in milliseconds since 1970. */
  leaseUntil: v.number(),
  /** UTC time; absent while the effect is not done. */
  doneAt: v.optional(v.string()),
});

/** Effects are kept for 90 days, longer than any message can live. Seconds since 1970, as TTL wants them. */
export const effectExpiry = (now: number): number => Math.floor(now / 1000) + 90 * 86_400;

export const keyOf = ({ tenantId, orderId, name, version }: Effect) =>
  effectKey(tenantId, orderId, name, version);
