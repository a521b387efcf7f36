/** What an upload would do to each template. */
import { templateKey } from '@bbws/email/bucket-template';
import type { TemplateName } from '@bbws/email/template';
import { hashOf, shortHash } from './hash-of.ts';
import { mailDifferences } from './mail-differences.ts';
import type { TemplateStore } from './store.ts';

export type Compared = {
  readonly name: TemplateName;
  readonly html: string;
  readonly sha256: string;
  readonly state: 'new' | 'changed' | 'same';
  /** For people; two spaces before each but the first. */
  readonly report: readonly string[];
};

/** Most changed lines to show of a template. */
const mostLines = 20;

const detailsOf = (before: string, after: string): readonly string[] => {
  const lines = mailDifferences(before, after);
  if (lines.length === 0) return ['  the words are the same; markup or style differs'];
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  return lines.length > mostLines
    ? [...shown, `  and ${lines.length - mostLines} lines more`]
    : shown;
};

/** Compares `html` with what lies in the bucket. */
export const compareTemplate = async (
  store: TemplateStore,
  { name, html }: { readonly name: TemplateName; readonly html: string },
): Promise<Compared> => {
  const key = templateKey(name);
  const stored = await store.get(key);
  const sha256 = hashOf(html);
  const base = { name, html, sha256 };
  const size = `${(Buffer.byteLength(html) / 1024).toFixed(1)} KB`;
  const label = `${key}  ${shortHash(sha256)}, ${size}`;
  if (!stored) return { ...base, state: 'new', report: [`new      ${label}`] };
  const before = hashOf(stored.html);
  if (before === sha256) return { ...base, state: 'same', report: [`same     ${label}`] };
  const was = `, was ${shortHash(before)} of version ${stored.metadata['version'] ?? 'unknown'}`;
  const report = [`changed  ${label}${was}`, ...detailsOf(stored.html, html)];
  return { ...base, state: 'changed', report };
};
