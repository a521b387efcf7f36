/** Issues ID tokens like those of a Cognito user pool, signed by a key made at start. */
import { randomUUID } from 'node:crypto';
import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export type TokenOptions = {
  /** `tenant-demo` when missing. */
  readonly tenantId?: string;
  readonly groups?: readonly string[];
  readonly subject?: string;
  readonly email?: string;
  /** 3,600 when missing; negative for a token that has expired. */
  readonly expiresInSeconds?: number;
  /** True for a token that names no tenant. */
  readonly omitTenant?: boolean;
};

/** What an authorizer needs to check a token. */
export type TrustedIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly publicKey: CryptoKey;
};

export type TokenIssuer = TrustedIssuer & {
  readonly issue: (options?: TokenOptions) => Promise<string>;
};

const issuer = 'https://cognito-idp.af-south-1.amazonaws.com/af-south-1_LOCAL';
const audience = 'local-app-client';

const claimsOf = ({ tenantId = 'tenant-demo', groups, email, omitTenant }: TokenOptions) => ({
  token_use: 'id',
  email: email ?? 'demo.user@example.com',
  ...(!omitTenant && { 'custom:tenantId': tenantId }),
  // Cognito leaves the claim out for a user without groups.
  ...(groups?.length && { 'cognito:groups': groups }),
});

/** Each issuer has a key of its own: it trusts no token of another one. `now` in ms since the epoch. */
export const makeTokenIssuer = async (now: () => number = Date.now): Promise<TokenIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const issue = (options: TokenOptions = {}) => {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT(claimsOf(options))
      .setProtectedHeader({ alg: 'RS256', kid: 'local' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(options.subject ?? randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (options.expiresInSeconds ?? 3600))
      .sign(privateKey);
  };
  return { issuer, audience, publicKey, issue };
};
