/** Signature Version 4, written by hand from its documentation: what AWS makes of a request that it receives. */
import { createHash, createHmac } from 'node:crypto';

export type SignedFor = {
  /** As AWS names it, such as `execute-api`. */
  readonly service: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The `authorization` of a GET without a body, whose query is in order and encoded.
 * @param headers every signed header but `host`; `authorization` itself is passed over
 */
export const authorizationOf = (
  address: string,
  headers: Readonly<Record<string, string>>,
  { service, region, credentials }: SignedFor,
): string => {
  const { host, pathname, search } = new URL(address);
  const all = { ...headers, host };
  const signed = Object.entries(all)
    .filter(([name]) => name !== 'authorization')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const request = [
    'GET',
    // What is escaped already is escaped once more for the signature.
    pathname.replaceAll('%', '%25'),
    search.slice(1),
    ...signed.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(''),
  ];
  const date = headers['x-amz-date'] ?? '';
  const scope = [date.slice(0, 8), region, service, 'aws4_request'];
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(request.join('\n'))];
  const signingKey = scope.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  const signature = hmac(signingKey, toSign.join('\n')).toString('hex');
  const credential = [credentials.accessKeyId, ...scope].join('/');
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
};
