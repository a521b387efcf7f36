/** Who signed a request: the access key id, and the service that the signature is made for. */
import type { WireRequest } from './aws-call.ts';

export type Signer = {
  readonly caller: string;
  /** As in the credential's scope: `dynamodb`, `sns`, `sqs`, `s3`, `ses`. */
  readonly service: string;
};

const credential = /^([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/;

const scopeOf = ({ url, headers }: Pick<WireRequest, 'url' | 'headers'>): string | undefined => {
  const [, inHeader] = /\bCredential=([^,\s]+)/.exec(String(headers['authorization'])) ?? [];
  // A presigned address has the same in its query.
  return (
    inHeader ?? new URL(url, 'http://localhost').searchParams.get('X-Amz-Credential') ?? undefined
  );
};

/** `undefined` for a request that nobody signed. */
export const signerOf = (request: Pick<WireRequest, 'url' | 'headers'>): Signer | undefined => {
  const [, caller, service] = credential.exec(scopeOf(request) ?? '') ?? [];
  return caller === undefined || service === undefined ? undefined : { caller, service };
};

/** The access key id of a function: it names the function and the very bundle that runs. */
export const functionKey = (functionName: string, bundleHash: string): string =>
  `local-${functionName}-${bundleHash}`;

/** Whether a function signed with it, rather than a test or an operator. */
export const isFunctionKey = (accessKeyId: string): boolean =>
  /^local-.+-[0-9a-f]{16}$/.test(accessKeyId);
