/** A templates bucket in memory that keeps versions, as S3 does and the local AWS does not. */
import type { Progress } from '../lib/progress.ts';
import type { StoredTemplate, TemplateStore } from '../templates/store.ts';

type Version = StoredTemplate & { readonly id: string; readonly at: Date };

/** Progress that notes what it was told. */
export const observedProgress = () => {
  const told: (number | 'stop')[] = [];
  const progress: Progress = {
    update: (done) => told.push(done),
    stop: () => told.push('stop'),
  };
  return { progress, told };
};

/** @param versioned false for a bucket without versioning */
export const memoryTemplateStore = ({ versioned = true } = {}) => {
  const objects = new Map<string, readonly Version[]>();
  const ofKey = (key: string) => objects.get(key) ?? [];
  const store: TemplateStore = {
    get: async (key, versionId) =>
      ofKey(key).find(({ id }) => versionId === undefined || id === versionId),
    put: async (key, template) => {
      const number = ofKey(key).length + 1;
      const at = new Date(Date.UTC(2026, 10, number));
      objects.set(key, [{ ...template, id: `v${number}`, at }, ...ofKey(key)]);
    },
    versions: async (key) => (versioned ? ofKey(key).map(({ id, at }) => ({ id, at })) : []),
    metadata: async (key, versionId) =>
      ofKey(key).find(({ id }) => id === versionId)?.metadata ?? {},
  };
  return { store, versionsOf: ofKey };
};
