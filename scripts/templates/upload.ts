/** Brings the templates of this checkout into the bucket. */
import { templateKey } from '@bbws/email/bucket-template';
import type { TemplateName } from '@bbws/email/template';
import type { Progress } from '../lib/progress.ts';
import { compareTemplate } from './compare.ts';
import type { TemplateStore } from './store.ts';

export type UploadDeps = {
  readonly store: TemplateStore;
  readonly say: (line: string) => void;
  /** Shows how many of the templates that differ are uploaded. Stopped also when one is refused: a bar keeps the process alive. */
  readonly startProgress: (total: number) => Progress;
};

export type UploadOptions = {
  readonly templates: readonly { readonly name: TemplateName; readonly html: string }[];
  /** Of the code that they belong to. */
  readonly version: string;
  readonly dryRun: boolean;
};

/**
 * Shows what differs, and uploads that; nothing when `dryRun`. What is the same is left alone: each upload is a version.
 * @returns how many differ
 */
export const uploadTemplates = async (
  { store, say, startProgress }: UploadDeps,
  { templates, version, dryRun }: UploadOptions,
): Promise<number> => {
  const compared = await Promise.all(templates.map((one) => compareTemplate(store, one)));
  for (const line of compared.flatMap(({ report }) => report)) say(line);
  const due = compared.filter(({ state }) => state !== 'same');
  if (dryRun || due.length === 0) return due.length;
  const progress = startProgress(due.length);
  try {
    for (const [index, { name, html, sha256 }] of due.entries()) {
      await store.put(templateKey(name), { html, metadata: { sha256, version } });
      progress.update(index + 1);
    }
  } finally {
    progress.stop();
  }
  return due.length;
};
