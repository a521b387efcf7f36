import { templates } from '@bbws/email/generated/templates';
import { describe, expect, test } from '@jest/globals';
import { memoryTemplateStore, observedProgress } from '../testing/template-store.ts';
import { hashOf } from './hash-of.ts';
import { rollBackTemplate } from './rollback.ts';
import { uploadTemplates } from './upload.ts';

const name = 'customer/order_rejected';
const key = `${name}.html`;
const { html } = templates[name];
const versionWith = (words: string) => html.replace('We could not place your order', words);

/** A bucket into which these versions were uploaded, one after the other. */
const bucketWith = async (versions: readonly string[], options: { versioned?: boolean } = {}) => {
  const bucket = memoryTemplateStore(options);
  for (const [index, one] of versions.entries())
    await uploadTemplates(
      {
        store: bucket.store,
        say: () => undefined,
        startProgress: () => observedProgress().progress,
      },
      { templates: [{ name, html: one }], version: `0.${index + 1}.0`, dryRun: false },
    );
  return bucket;
};

describe('A rollback', () => {
  test('uploads the version before again, with its hash and version', async () => {
    const { store, versionsOf } = await bucketWith([versionWith('One'), versionWith('Two')]);

    const { from, to, at } = await rollBackTemplate(store, { name });

    expect([from, to]).toEqual([hashOf(versionWith('Two')), hashOf(versionWith('One'))]);
    expect(at).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(versionsOf(key)).toHaveLength(3);
    expect(await store.get(key)).toMatchObject({
      html: versionWith('One'),
      metadata: { sha256: to, version: '0.1.0', 'rolled-back-from': from },
    });
  });

  test('is undone by naming the hash that it came from', async () => {
    const { store } = await bucketWith(['One', 'Two', 'Three'].map(versionWith));
    const { from } = await rollBackTemplate(store, { name });

    await rollBackTemplate(store, { name, to: from.slice(0, 12).toUpperCase() });

    expect((await store.get(key))?.html).toBe(versionWith('Three'));
  });

  test('finds the hash of a version that was uploaded by hand', async () => {
    const { store } = await bucketWith([]);
    await store.put(key, { html: versionWith('By hand'), metadata: {} });
    await store.put(key, { html, metadata: {} });

    const { to } = await rollBackTemplate(store, { name });

    expect(to).toBe(hashOf(versionWith('By hand')));
  });

  test.each([
    ['there is no object', [], {}, {}, 'There is no customer/order_rejected.html'],
    ['there is one version', [html], {}, {}, 'no version that differs'],
    ['no hash begins so', [versionWith('One'), html], {}, { to: 'abcdef' }, 'begins with abcdef'],
    ['versions are not kept', [html], { versioned: false }, {}, 'The bucket keeps no versions'],
    ['it would not be sent', [versionWith('{{age}}'), html], {}, {}, 'unknown variable age'],
  ])('is refused when %s', async (_, versions, options, wanted, words) => {
    const { store, versionsOf } = await bucketWith(versions, options);

    const rolledBack = rollBackTemplate(store, { name, ...wanted });

    await expect(rolledBack).rejects.toThrow(words);
    expect(versionsOf(key)).toHaveLength(versions.length);
  });
});
