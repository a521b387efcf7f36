/** Answers the paths that help people and are no part of any AWS: tokens and docs. */
import { docsAnswer, type DocsDeps } from '../docs/docs-answer.ts';
import type { TokenIssuer } from '../token-issuer.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { tokenAnswer, tokenPath } from './token-answer.ts';

export type LocalDeps = DocsDeps & { readonly issue: TokenIssuer['issue'] };

/** `undefined` for a path of the API. */
export const localAnswer = async (
  deps: LocalDeps,
  request: GatewayRequest,
): Promise<GatewayAnswer | undefined> =>
  request.path === tokenPath ? tokenAnswer(deps.issue, request.query) : docsAnswer(deps, request);
