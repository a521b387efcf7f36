/** Brings an earlier version of a template back: uploads it again, so that the bucket's history stays whole. */
import { bucketTemplateProblems, templateKey } from '@bbws/email/bucket-template';
import { templates } from '@bbws/email/generated/templates';
import type { TemplateName } from '@bbws/email/template';
import { hashOf, shortHash } from './hash-of.ts';
import type { TemplateStore, TemplateVersion } from './store.ts';

/** There is nothing to go back to, or it must not be sent. The message says what to do. */
class NoRollback extends Error {
  override readonly name = 'NoRollback';
}

export type RolledBack = {
  readonly from: string;
  readonly to: string;
  /** When the version that is back was first uploaded. */
  readonly at: Date | undefined;
};

type Candidate = TemplateVersion & { readonly hash: string };

/** The hash that its upload noted; the content's own where somebody uploaded it by hand. */
const hashOfVersion = async (store: TemplateStore, key: string, id: string): Promise<string> => {
  const { sha256 } = await store.metadata(key, id);
  return sha256 ?? hashOf((await store.get(key, id))?.html ?? '');
};

/** The newest version that differs from `current` and whose hash begins with `to`. */
const earlierVersion = async (
  store: TemplateStore,
  key: string,
  current: string,
  to: string,
): Promise<Candidate | undefined> => {
  for (const version of await store.versions(key)) {
    const hash = await hashOfVersion(store, key, version.id);
    if (hash !== current && hash.startsWith(to)) return { ...version, hash };
  }
  return undefined;
};

/**
 * Uploads the newest earlier version of the template again, or the one whose hash begins with `to`.
 * @throws NoRollback when there is none, or when it does not fit the code of this checkout
 */
export const rollBackTemplate = async (
  store: TemplateStore,
  { name, to = '' }: { readonly name: TemplateName; readonly to?: string | undefined },
): Promise<RolledBack> => {
  const key = templateKey(name);
  const current = await store.get(key);
  if (!current) throw new NoRollback(`There is no ${key} in the bucket.`);
  if ((await store.versions(key)).length === 0)
    throw new NoRollback(
      'The bucket keeps no versions (the local AWS never does): check out the code of the version you want and run `pnpm templates upload`.',
    );
  const from = hashOf(current.html);
  const found = await earlierVersion(store, key, from, to.toLowerCase());
  const earlier = found && (await store.get(key, found.id));
  if (!found || !earlier)
    throw new NoRollback(
      to === ''
        ? `${key} has no version that differs from the present one.`
        : `${key} has no earlier version whose hash begins with ${to}.`,
    );
  const problems = bucketTemplateProblems(templates[name], earlier.html);
  if (problems.length > 0)
    throw new NoRollback(
      `Version ${shortHash(found.hash)} does not fit this code, and would not be sent: ${problems.join('; ')}.`,
    );
  await store.put(key, {
    html: earlier.html,
    metadata: { ...earlier.metadata, sha256: hashOf(earlier.html), 'rolled-back-from': from },
  });
  return { from, to: hashOf(earlier.html), at: found.at };
};
