import { describe, expect, test } from '@jest/globals';
import { compileTemplate } from './compile.ts';
import { copyTemplates } from './testing/templates-folder.ts';

const name = 'customer/order_rejected';
const button = '<mj-button href="{{portalUrl}}">';

describe('compiling a template', () => {
  test('leaves the variables as they are', async () => {
    await using templates = await copyTemplates();

    const html = await compileTemplate(templates.folder, name);

    expect(html).toContain('href="{{portalUrl}}"');
  });

  test('gives the same HTML for the same source', async () => {
    await using templates = await copyTemplates();

    const [one, other] = await Promise.all([
      compileTemplate(templates.folder, name),
      compileTemplate(templates.folder, name),
    ]);

    expect(one).toBe(other);
  });

  test('fetches nothing from elsewhere: no web font, no image', async () => {
    await using templates = await copyTemplates();

    const html = await compileTemplate(templates.folder, name);

    expect(html).not.toMatch(/<link|<img|@import|url\(/);
  });

  test('states the language of the mail', async () => {
    await using templates = await copyTemplates();

    const html = await compileTemplate(templates.folder, name);

    expect(html).toContain('<html lang="en-ZA"');
  });

  test.each([
    ['an element that MJML does not know', '<mj-buton href="{{portalUrl}}">'],
    ['an attribute that MJML does not know', '<mj-button hreff="{{portalUrl}}">'],
    ['an include that does not exist', `<mj-include path="../shared/missing.mjml" />${button}`],
    ['an include outside the folder', `<mj-include path="../../outside.mjml" />${button}`],
  ])('refuses %s, naming the template', async (_, replacement) => {
    await using templates = await copyTemplates();
    await templates.replace(`${name}.mjml`, button, replacement);

    const compiled = compileTemplate(templates.folder, name);

    await expect(compiled).rejects.toThrow('Template customer/order_rejected does not compile');
  });
});
