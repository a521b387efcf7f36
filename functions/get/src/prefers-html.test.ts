import { describe, expect, test } from '@jest/globals';
import { prefersHtml } from './prefers-html.ts';

describe('HTML is preferred', () => {
  test.each([
    ['by Chrome', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'],
    ['by Firefox', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['alone', 'text/html'],
    ['in capitals', 'Text/HTML; charset=utf-8'],
    ['as any text', 'text/*, application/json;q=0.5'],
    ['by weight', 'application/json;q=0.8, text/html;q=0.9'],
  ])('%s', (_, accept) => {
    expect(prefersHtml(accept)).toBe(true);
  });
});

describe('HTML is not preferred', () => {
  test.each([
    ['by curl', '*/*'],
    ['without the header', undefined],
    ['by an empty header', ''],
    ['beside JSON', 'text/html, application/json'],
    ['beside problems', 'text/html, application/problem+json'],
    ['beside anything of an application', 'text/html, application/*'],
    ['when it is ruled out', 'text/html;q=0, */*'],
    ['by a weight that is none', 'text/html;q=much'],
    ['by nonsense', ';;,,=;q'],
  ])('%s', (_, accept) => {
    expect(prefersHtml(accept)).toBe(false);
  });
});
