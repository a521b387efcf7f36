/**
 * The token in the link to an invoice (R-API-13): whose invoice, until when, and a signature under the order's own link
 * key. Nothing is stored per link, so any number of them hold at once; another key takes all of them back. Pure.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { LinkKey } from '@bbws/domain/link-key';
import * as v from 'valibot';

/** How long a link holds, in seconds: 7 full days. */
export const linkLifetime = 7 * 24 * 60 * 60;

const Claims = v.object({
  tenantId: TenantId,
  orderId: OrderId,
  /** Seconds since 1970 from which the link no longer holds. */
  expires: v.pipe(v.string(), v.regex(/^[1-9]\d{9}$/), v.transform(Number)),
});
type Claims = v.InferOutput<typeof Claims>;

/** What a token claims. Believe it only when `linkHolds`. */
export type InvoiceLink = Claims & { readonly signature: Buffer };

const signatureBytes = 32;

// No claim can hold a space: the text can be read in one way only.
const textOf = ({ tenantId, orderId, expires }: Claims) =>
  `${tenantId} ${orderId} ${String(expires)}`;

const sign = (claims: Claims, key: Buffer): Buffer =>
  createHmac('sha256', key).update(textOf(claims)).digest();

const encode = (claims: Claims, signature: Buffer): string =>
  Buffer.concat([signature, Buffer.from(textOf(claims))]).toString('base64url');

/** The token of a link to the invoice of that order, which holds for 7 full days from `now`. */
export const makeInvoiceLink = (
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: OrderId },
  linkKey: LinkKey,
  now: Date,
): string => {
  const expires = Math.ceil(now.getTime() / 1000) + linkLifetime;
  const claims = { tenantId, orderId: id, expires };
  return encode(claims, sign(claims, Buffer.from(linkKey, 'base64url')));
};

/** What a token claims, unverified; `undefined` when it is no token in the one form that `makeInvoiceLink` gives. */
export const readInvoiceLink = (token: string): InvoiceLink | undefined => {
  const bytes = Buffer.from(token, 'base64url');
  const signature = bytes.subarray(0, signatureBytes);
  const [tenantId, orderId, expires] = bytes.toString('latin1', signatureBytes).split(' ');
  const claims = v.safeParse(Claims, { tenantId, orderId, expires });
  // Decoding skips what is no base64url, so that many texts have the same bytes: only the canonical one counts.
  if (!claims.success || encode(claims.output, signature) !== token) return undefined;
  return { ...claims.output, signature };
};

/**
 * True when the link was made under that key and has not expired.
 * @param linkKey key of the order that the link names; `undefined` when there is none, and then no link holds
 */
export const linkHolds = (link: InvoiceLink, linkKey: LinkKey | undefined, now: Date): boolean => {
  // Signed and compared without a key as well: the time that it takes must not tell which orders exist.
  const key =
    linkKey === undefined ? Buffer.alloc(signatureBytes) : Buffer.from(linkKey, 'base64url');
  const isGenuine = timingSafeEqual(sign(link, key), link.signature);
  return isGenuine && linkKey !== undefined && now.getTime() < link.expires * 1000;
};
