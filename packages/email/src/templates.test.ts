// What every mail owes its reader, whatever it says.
import { describe, expect, test } from '@jest/globals';
import { templates } from './generated/templates.ts';
import { templateNames } from './template.ts';

describe.each(templateNames)('The mail %s', (name) => {
  const { html, text } = templates[name];
  const body = html.slice(html.indexOf('<body'));

  test('states its language and its title', () => {
    expect(html).toContain('<html lang="en-ZA" dir="ltr"');
    expect(html).toMatch(/<title>[^<]*\{\{ orderNumber \}\}<\/title>/);
  });

  test('begins with the words that an inbox shows beside the subject, and no others', () => {
    expect(body).toMatch(
      /^<body[^>]*> ?<div style="display:none[^>]*>[^<]*\{\{ orderNumber \}\}[^<]*<\/div>/,
    );
    expect(body).toMatch(/aria-hidden="true"[^>]*>(?:\s*&#847;&zwnj;&nbsp;)+/);
  });

  test('has one button', () => {
    expect(body.match(/class="action"/g)).toHaveLength(1);
  });

  test('knows a dark scheme', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  test('needs no image; one that somebody adds has a text for those who do not see it', () => {
    const images = html.match(/<img\b[^>]*>/g) ?? [];

    expect(images.filter((image) => !/\balt="/.test(image))).toEqual([]);
    expect(html).not.toMatch(/background(?:-image)?:\s*url|<link|@import/);
  });

  test('tells tables of layout from tables of data', () => {
    const tables = html.match(/<table\b[^>]*>/g) ?? [];
    const layout = tables.filter((table) => table.includes('role="presentation"'));
    const data = body.match(/<th\b[^>]*scope="(?:row|col)"/g) ?? [];

    expect(layout.length).toBeLessThan(tables.length);
    expect(data.length).toBeGreaterThan(0);
  });

  test('has a text part without markup', () => {
    expect(text).toContain('{{orderNumber}}');
    expect(text).not.toMatch(/<\w|&\w+;/);
  });
});
