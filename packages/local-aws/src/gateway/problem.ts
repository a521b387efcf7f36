/** The gateway's own answers: made of the same data that API Gateway is deployed with (R-API-15). */
import { gatewayResponses } from '@bbws/api/openapi/gateway';
import type { GatewayAnswer, Headers } from './gateway-answer.ts';

/** API Gateway's names for what goes wrong. */
export type GatewayResponseType = keyof typeof gatewayResponses;

const headerPrefix = 'gatewayresponse.header.';
/** A placeholder that Terraform fills in: the local gateway knows better. */
const allowedOrigin = `${headerPrefix}Access-Control-Allow-Origin`;

/** A quoted literal, or a variable of the request. */
const valueOf = (expression: string, requestId: string): string => {
  const [, literal] = /^'(.*)'$/.exec(expression) ?? [];
  if (literal !== undefined) return literal;
  if (expression === 'context.requestId') return requestId;
  throw new Error(`The local gateway knows no ${expression}.`);
};

const headersOf = (parameters: Readonly<Record<string, string>>, requestId: string): Headers =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name !== allowedOrigin)
      .map(([name, expression]) => [
        name.replace(headerPrefix, '').toLowerCase(),
        valueOf(expression, requestId),
      ]),
  );

/** The answer of that type, with `cors` beside its own headers. */
export const problemAnswer = (
  type: GatewayResponseType,
  requestId: string,
  cors: Headers,
): GatewayAnswer => {
  const { statusCode, responseParameters, responseTemplates } = gatewayResponses[type];
  return {
    status: Number(statusCode),
    headers: { ...headersOf(responseParameters, requestId), ...cors },
    body: responseTemplates['application/json'].replaceAll('$context.requestId', requestId),
  };
};
