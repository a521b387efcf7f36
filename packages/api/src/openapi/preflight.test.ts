import { describe, expect, test } from '@jest/globals';
import { Compile, parse } from 'velocityjs';
import { preflightOf } from './gateway.ts';

const { responses } = preflightOf(['GET', 'PUT'], '/v1.0/orders/{orderId}')[
  'x-amazon-apigateway-integration'
];
const template = responses.default.responseTemplates['application/json'];

/** Headers that the template sets for a request from `origin`, once Terraform has filled it in. */
const headersFor = (origin: string | undefined, allowedOrigins: string) => {
  const header: Record<string, string> = {};
  const sent = new Map([['Origin', origin]]);
  new Compile(parse(template.replace('${allowed_origins}', allowedOrigins))).render({
    input: { params: () => ({ header: { get: (name: string) => sent.get(name) ?? '' } }) },
    context: { responseOverride: { header } },
  });
  return header;
};

const two = "'https://portal.example.com','https://admin.example.com'";

describe('The template of a preflight', () => {
  test.each(['https://portal.example.com', 'https://admin.example.com'])('allows %s', (origin) => {
    expect(headersFor(origin, two)).toEqual({ 'Access-Control-Allow-Origin': origin });
  });

  test.each(['https://evil.example.com', 'null', undefined])('does not allow %s', (origin) => {
    expect(headersFor(origin, two)).toEqual({});
  });

  test('allows every origin when told so', () => {
    const origin = 'https://anywhere.example.com';

    expect(headersFor(origin, "'*'")).toEqual({ 'Access-Control-Allow-Origin': origin });
  });
});
