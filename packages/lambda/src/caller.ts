/** Whoever calls, as the token says (R-API-16). */
import { DomainError } from '@bbws/domain/domain-error';
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import type { GatewayEvent } from './http-request.ts';

/** Members may read any tenant's orders. */
export const adminGroup = 'order-admin';

export type Caller = {
  readonly tenantId: TenantId;
  /** The token's `sub`. */
  readonly subject: string;
  /** Cognito groups. */
  readonly groups: readonly string[];
};

const Authorizer = v.object({
  claims: v.object({
    'custom:tenantId': TenantId,
    sub: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    // API Gateway hands a list over as "a,b".
    'cognito:groups': v.optional(v.string(), ''),
  }),
});

/** The caller from the token's claims (R-API-16). Throws `TENANT_MISSING` when they name no tenant. */
export const callerOf = ({ requestContext }: GatewayEvent): Caller => {
  const authorizer = v.safeParse(Authorizer, requestContext.authorizer);
  if (!authorizer.success)
    throw new DomainError('TENANT_MISSING', 'The token does not say which tenant you act for.');
  const { claims } = authorizer.output;
  return {
    tenantId: claims['custom:tenantId'],
    subject: claims.sub,
    groups: claims['cognito:groups'].split(',').filter((group) => group !== ''),
  };
};

/** The tenant in the token, for the log; `undefined` when there is none. */
export const tenantIn = ({ authorizer }: GatewayEvent['requestContext']): TenantId | undefined => {
  const parsed = v.safeParse(Authorizer, authorizer);
  return parsed.success ? parsed.output.claims['custom:tenantId'] : undefined;
};
