/**
 * Presigned addresses of objects in S3, without an S3 client: that would add 160 KB to a bundle. Knows buckets and keys;
 * knows nothing of what lies in them.
 */
import { formatUrl } from '@aws-sdk/core/util';
import { S3RequestPresigner, type S3RequestPresignerOptions } from '@aws-sdk/s3-request-presigner';
import { Hash } from '@smithy/core/serde';

export type PresignSettings = {
  readonly region: string;
  /** Where S3 is when it is not AWS's own; it is then addressed by path, not by a host per bucket. */
  readonly endpoint: string | undefined;
  /** Those of the function's role. The address dies with them, whatever its expiry says. */
  readonly credentials: S3RequestPresignerOptions['credentials'];
  readonly now: () => Date;
};

export type Presigned = { readonly url: string; readonly expiresAt: Date };

/**
 * A function that gives an address at which anybody can GET that object of the bucket for `seconds`. Asks nobody, and so
 * does not know whether there is such an object.
 */
export const presign = (
  { region, endpoint, credentials, now }: PresignSettings,
  bucket: string,
  seconds: number,
) => {
  const presigner = new S3RequestPresigner({
    region,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
  });
  const { protocol, hostname, port, pathname } = new URL(
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint}/${bucket}`,
  );
  const folder = endpoint === undefined ? '' : pathname;

  return async (key: string): Promise<Presigned> => {
    // Signatures are dated to the second.
    const signed = Math.floor(now().getTime() / 1000) * 1000;
    const request = {
      method: 'GET',
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path: `${folder}/${key.split('/').map(escaped).join('/')}`,
      query: {},
      headers: {},
    };
    const presigned = await presigner.presign(request, {
      signingDate: new Date(signed),
      expiresIn: seconds,
    });
    return { url: formatUrl(presigned), expiresAt: new Date(signed + seconds * 1000) };
  };
};

/** S3 wants every character escaped but letters, digits, `-`, `.`, `_` and `~`. */
const escaped = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
