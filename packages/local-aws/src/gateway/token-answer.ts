/** `GET /_local/token?tenantId=…&groups=a,b`: an ID token for people who try the API by hand. Not part of any AWS. */
import type { TokenIssuer } from '../token-issuer.ts';
import type { GatewayAnswer } from './gateway-answer.ts';

export const tokenPath = '/_local/token';

/** Answers the bare token, ready for `$(curl …)`. */
export const tokenAnswer = async (
  issue: TokenIssuer['issue'],
  query: URLSearchParams,
): Promise<GatewayAnswer> => {
  const tenantId = query.get('tenantId');
  const subject = query.get('subject');
  const email = query.get('email');
  const groups = query.get('groups')?.split(',').filter(Boolean);
  const token = await issue({
    ...(tenantId && { tenantId }),
    ...(subject && { subject }),
    ...(email && { email }),
    ...(groups && { groups }),
  });
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: token };
};
