/**
 * Signature Version 4 of a GET without a body, for an API that lets in callers by their role: API Gateway with IAM
 * authorisation, or a Lambda function's URL. Knows nothing of what is asked for.
 */
import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';

export type SignSettings = {
  /** What the signature is made for, as AWS names it: an API Gateway, or a Lambda function's URL. */
  readonly service: 'execute-api' | 'lambda';
  /** Region of the API that is called. */
  readonly region: string;
  /** Those of the function's role. */
  readonly credentials: ConstructorParameters<typeof SignatureV4>[0]['credentials'];
  readonly now: () => Date;
};

export type SignRequest = (
  url: URL,
  headers: Readonly<Record<string, string>>,
) => Promise<Readonly<Record<string, string>>>;

/**
 * A function that gives the headers to send with a GET of that address, whose query has each parameter once: the given
 * headers (names in lower case), the date, the session of temporary credentials and `authorization`. `host` is signed
 * with them and left out, since `fetch` writes it. AWS takes a signature for five minutes: sign each attempt afresh.
 * Throws when there are no credentials.
 */
export const signRequest = ({ service, region, credentials, now }: SignSettings): SignRequest => {
  const signer = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
    // The hash of an empty body says nothing: it is part of the signature as it is.
    applyChecksum: false,
  });
  return async (url, headers) => {
    const request = {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { ...headers, host: url.host },
    };
    const { headers: signed } = await signer.sign(request, { signingDate: now() });
    return Object.fromEntries(Object.entries(signed).filter(([name]) => name !== 'host'));
  };
};
