import { templates } from '@bbws/email/generated/templates';
import { templateNames } from '@bbws/email/template';
import { describe, expect, test } from '@jest/globals';
import { memoryTemplateStore, observedProgress } from '../testing/template-store.ts';
import type { TemplateStore } from './store.ts';
import { uploadTemplates } from './upload.ts';

/** Uploads every template to a bucket; what it takes and how far it says it is can be seen. */
const uploader = () => {
  const { store, versionsOf } = memoryTemplateStore();
  const { progress, told } = observedProgress();
  const upload = (dryRun: boolean, put = store.put) =>
    uploadTemplates(
      { store: { ...store, put }, say: () => undefined, startProgress: () => progress },
      {
        templates: templateNames.map((name) => ({ name, html: templates[name].html })),
        version: '0.1.0',
        dryRun,
      },
    );
  const uploaded = () => templateNames.filter((name) => versionsOf(`${name}.html`).length > 0);
  return { upload, uploaded, told, put: store.put };
};

describe('An upload', () => {
  test('that is dry uploads nothing, and shows no progress', async () => {
    const { upload, uploaded, told } = uploader();

    expect(await upload(true)).toBe(4);
    expect(uploaded()).toEqual([]);
    expect(told).toEqual([]);
  });

  test('that fails in the middle ends its progress, and goes on from there the next time', async () => {
    const { upload, uploaded, told, put } = uploader();
    const [first, second] = templateNames;
    const refusing: TemplateStore['put'] = async (key, template) => {
      if (key === `${second}.html`) throw new Error('AccessDenied');
      await put(key, template);
    };

    await expect(upload(false, refusing)).rejects.toThrow('AccessDenied');
    expect(uploaded()).toEqual([first]);
    expect(await upload(false)).toBe(3);

    expect(uploaded()).toEqual(templateNames);
    expect(told).toEqual([1, 'stop', 1, 2, 3, 'stop']);
  });

  test('of what is there already shows no progress', async () => {
    const { upload, told } = uploader();
    await upload(false);

    expect(await upload(false)).toBe(0);
    expect(told).toEqual([1, 2, 3, 4, 'stop']);
  });
});
