import { describe, expect, test } from '@jest/globals';
import { templatesSource } from './templates-source.ts';
import { copyTemplates } from './testing/templates-folder.ts';

describe('the source of the compiled templates', () => {
  test('is the same every time', async () => {
    await using templates = await copyTemplates();

    const one = await templatesSource(templates.folder);
    const other = await templatesSource(templates.folder);

    expect(one).toBe(other);
  });

  test('is refused with the name of the template and of an unknown variable', async () => {
    await using templates = await copyTemplates();
    await templates.replace(
      'customer/order_rejected.mjml',
      '{{ reason }}',
      '{{ reason }}{{ raeson }}',
    );

    const source = templatesSource(templates.folder);

    await expect(source).rejects.toThrow('customer/order_rejected.mjml: unknown variable raeson');
  });

  test('is refused with the name of the text part and of a missing variable', async () => {
    await using templates = await copyTemplates();
    await templates.replace('internal/order_notification.txt', '{{total}}', 'unknown');

    const source = templatesSource(templates.folder);

    await expect(source).rejects.toThrow('internal/order_notification.txt: missing variable total');
  });

  test('is refused when a value would not be escaped', async () => {
    await using templates = await copyTemplates();
    await templates.replace('customer/order_rejected.mjml', '{{ reason }}', '{{{ reason }}}');

    const source = templatesSource(templates.folder);

    await expect(source).rejects.toThrow('{{&reason}} is not allowed');
  });
});
