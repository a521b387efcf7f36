import { createServer } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { s3TemplateStore } from './store.ts';

const version = (key: string, id: string, isLatest: boolean) =>
  `<Version><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>${String(isLatest)}</IsLatest><LastModified>2026-11-20T09:30:00.000Z</LastModified></Version>`;

/** S3 as it answers ListObjectVersions, and nothing else. `await using` stops it. */
const startS3 = async (...versions: string[]) => {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0"?><ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${versions.join('')}</ListVersionsResult>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const s3 = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'sample', secretAccessKey: 'sample' },
  });
  const stop = async () => {
    s3.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { store: s3TemplateStore(s3, 'templates'), paths, [Symbol.asyncDispose]: stop };
};

test('The versions of an object are its own, newest first', async () => {
  await using s3 = await startS3(
    version('a.html', 'two', true),
    version('a.html', 'one', false),
    version('a.html.bak', 'other', true),
  );

  const versions = await s3.store.versions('a.html');

  const at = new Date('2026-11-20T09:30:00Z');
  expect(versions).toEqual([
    { id: 'two', at },
    { id: 'one', at },
  ]);
  expect(s3.paths[0]).toMatch(/^\/templates\/?\?.*prefix=a\.html/);
});

test('A bucket without versioning has no versions to go back to', async () => {
  await using s3 = await startS3(version('a.html', 'null', true));

  expect(await s3.store.versions('a.html')).toEqual([]);
});
