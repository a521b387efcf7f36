/** What an ID token says of its user. Nothing is verified: that is what the API is for. */
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

const Claims = v.object({
  'custom:tenantId': TenantId,
  'cognito:groups': v.optional(v.array(v.string()), []),
  /** In seconds since 1970. */
  exp: v.number(),
});
const Payload = v.pipe(v.string(), v.parseJson(), Claims);

export type Claims = { readonly tenantId: TenantId; readonly groups: readonly string[] };

/**
 * @param name of the option that the token came in
 * @throws UsageError when it is no ID token of a tenant, or has expired; the token is never quoted
 */
export const claimsOf = (name: string, token: string, now: Date): Claims => {
  const [, payload = ''] = token.split('.');
  const claims = v.safeParse(Payload, Buffer.from(payload, 'base64url').toString('utf8'));
  if (!claims.success)
    throw new UsageError(
      `${name} is no ID token of a tenant: a JWT of the user pool with the claim custom:tenantId (not the access token).`,
    );
  const { 'custom:tenantId': tenantId, 'cognito:groups': groups, exp } = claims.output;
  if (exp * 1000 <= now.getTime())
    throw new UsageError(
      `${name} expired at ${new Date(exp * 1000).toISOString()}. Get a new one.`,
    );
  return { tenantId, groups };
};
