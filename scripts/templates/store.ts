/** The templates bucket as the command sees it: objects by key, each with its earlier versions when the bucket keeps them. */
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

export type StoredTemplate = {
  readonly html: string;
  /** As it was uploaded: `sha256` and `version`, when this command did it. */
  readonly metadata: Readonly<Record<string, string>>;
};

export type TemplateVersion = {
  readonly id: string;
  /** When it was uploaded. */
  readonly at: Date | undefined;
};

export type TemplateStore = {
  /** The newest version, or the one named; `undefined` when there is none. */
  readonly get: (key: string, versionId?: string) => Promise<StoredTemplate | undefined>;
  readonly put: (key: string, template: StoredTemplate) => Promise<void>;
  /** Newest first, at most 1,000; empty when the bucket keeps no versions. */
  readonly versions: (key: string) => Promise<readonly TemplateVersion[]>;
  readonly metadata: (key: string, versionId: string) => Promise<Readonly<Record<string, string>>>;
};

/** The bucket in S3. */
export const s3TemplateStore = (s3: S3Client, Bucket: string): TemplateStore => ({
  get: async (Key, VersionId) => {
    try {
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      return { html: (await Body?.transformToString()) ?? '', metadata: Metadata ?? {} };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  put: async (Key, { html, metadata }) => {
    const ContentType = 'text/html; charset=utf-8';
    await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: html, ContentType, Metadata: { ...metadata } }),
    );
  },
  versions: async (key) => {
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: key }));
    return Versions.flatMap(({ Key, VersionId, LastModified }) =>
      // Without versioning S3 lists each object once, as version "null".
      Key === key && VersionId !== undefined && VersionId !== 'null'
        ? [{ id: VersionId, at: LastModified }]
        : [],
    );
  },
  metadata: async (Key, VersionId) => {
    const { Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket, Key, VersionId }));
    return Metadata;
  },
});
