/** Reads what a function answered to a proxy event. Anything that API Gateway would not understand is no answer. */
import * as v from 'valibot';
import type { GatewayAnswer } from './gateway-answer.ts';

const HeaderValue = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

const lowerCaseNames = <T>(headers: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const ProxyAnswer = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.nullish(v.record(v.string(), HeaderValue), {}),
  multiValueHeaders: v.nullish(v.record(v.string(), v.array(HeaderValue)), {}),
  body: v.nullish(v.string(), ''),
  isBase64Encoded: v.nullish(v.boolean(), false),
});

/** `undefined` when the answer is malformed. A name in both maps takes its values from `multiValueHeaders`. */
export const readProxyAnswer = (payload: unknown): GatewayAnswer | undefined => {
  const result = v.safeParse(ProxyAnswer, payload);
  if (!result.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = result.output;
  return {
    status: statusCode,
    headers: { ...lowerCaseNames(headers), ...lowerCaseNames(multiValueHeaders) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
};
