import { describe, expect, test } from '@jest/globals';
import { gatewayRequest } from '../testing/gateway-request.ts';
import type { GatewayRequest } from '../gateway/gateway-request.ts';
import { docsAnswer } from './docs-answer.ts';

const document = { openapi: '3.0.3', paths: {} };

const answerTo = (changes: Partial<GatewayRequest>) =>
  docsAnswer({ document }, gatewayRequest(changes));

const bodyOf = async (path: string) => String((await answerTo({ path }))?.body);

describe('the docs', () => {
  test('are a page that may talk to this server only', async () => {
    const answer = await answerTo({ path: '/docs' });

    expect(answer?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
    });
  });

  test.each(['/docs', '/docs/start.js'])('name no other host in %s', async (path) => {
    expect(await bodyOf(path)).not.toMatch(/https?:/);
  });

  test('ask nobody for fonts, and tell nobody', async () => {
    const script = await bodyOf('/docs/start.js');

    expect(script).toContain('"withDefaultFonts":false');
    expect(script).toContain('"telemetry":false');
  });

  test('serve every script that the page asks for', async () => {
    const scripts = [...(await bodyOf('/docs')).matchAll(/src="([^"]+)"/g)];

    const answers = await Promise.all(scripts.map(([, path = '']) => answerTo({ path })));

    expect(answers.map((answer) => answer?.headers['content-type'])).toEqual([
      'text/javascript; charset=utf-8',
      'text/javascript; charset=utf-8',
    ]);
  });

  test('have the function in Scalar that the page calls', async () => {
    expect(await bodyOf('/docs/scalar.js')).toContain('createApiReference');
  });

  test('name the server as the caller does', async () => {
    const answer = await answerTo({ path: '/openapi.json', headers: [['Host', 'localhost:4010']] });

    expect(JSON.parse(String(answer?.body))).toMatchObject({
      servers: [{ url: 'http://localhost:4010' }],
    });
  });

  test.each([
    ['POST', '/docs'],
    ['GET', '/docs/'],
    ['GET', '/v1.0/orders'],
  ])('leave %s %s to the API', async (method, path) => {
    await expect(answerTo({ method, path })).resolves.toBeUndefined();
  });

  test('do not exist without a document', async () => {
    await expect(docsAnswer({}, gatewayRequest({ path: '/docs' }))).resolves.toBeUndefined();
  });
});
