import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { responseOf } from '@bbws/lambda/http-response';
import { invalidLinkPage, waitingPage } from './pages.ts';

describe.each([
  ['that waits', responseOf(waitingPage)],
  ['that refuses', responseOf(invalidLinkPage)],
])('The page %s', (_, { headers, body }) => {
  test('is allowed its own style, and nothing else', () => {
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');

    expect(headers['Content-Security-Policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  test('needs nothing from anywhere', () => {
    expect(body).not.toMatch(/\b(?:src|href|style|on\w+)=|url\(|@import|<script/i);
  });

  test('fits a telephone and is in no search engine', () => {
    expect(body).toContain('content="width=device-width, initial-scale=1"');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(headers).toHaveProperty('X-Robots-Tag', 'noindex');
  });
});
