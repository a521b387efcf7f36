/** The Cognito authorizer: verifies an ID token and hands its claims over as API Gateway does. */
import { jwtVerify } from 'jose';
import type { TrustedIssuer } from '../token-issuer.ts';

/** Claims as a function finds them: strings all. */
export type Claims = Readonly<Record<string, string>>;

/** `Thu Nov 20 14:22:00 UTC 2026`: what a REST API makes of a token's `exp` and `iat`. */
const dateText = (seconds: number): string => {
  const [weekday, day, month, year, time] = new Date(seconds * 1000).toUTCString().split(/,? /);
  return [weekday, month, day, time, 'UTC', year].join(' ');
};

const claimText = (name: string, value: unknown): string => {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return dateText(value);
  return Array.isArray(value) ? value.join(',') : String(value);
};

/** The caller's claims, or `undefined` for a token that is missing, forged, foreign, expired or no ID token. */
export const authorize = async (
  { issuer, audience, publicKey }: TrustedIssuer,
  authorization: string | undefined,
): Promise<Claims | undefined> => {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['sub', 'exp'],
    });
    if (payload['token_use'] !== 'id') return undefined;
    return Object.fromEntries(
      Object.entries(payload).map(([name, value]) => [name, claimText(name, value)]),
    );
  } catch {
    return undefined;
  }
};
