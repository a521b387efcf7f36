/** What a request to AWS asks of which service, as its signature, headers, path and body say. */
import type { Endpoints } from '@bbws/local-aws/client-env';
import * as v from 'valibot';

export type AwsRequest = {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

export type Service = keyof Endpoints;

/** Names of services in signatures. */
const services: Readonly<Record<string, Service>> = {
  dynamodb: 'dynamodb',
  sns: 'sns',
  sqs: 'sqs',
  s3: 's3',
  ses: 'sesv2',
};

/** The service that a request is signed for, in its header or, when it is presigned, in its address. */
export const serviceOf = ({ path, headers }: AwsRequest): Service => {
  const signed = `${headers['authorization'] ?? ''} ${decodeURIComponent(path)}`;
  const [, name = ''] = /Credential=[^/]+\/\d+\/[^/]+\/([a-z0-9-]+)\//.exec(signed) ?? [];
  const service = services[name];
  if (!service) throw new Error(`A request is signed for no known service: "${name}".`);
  return service;
};

const ofS3: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
};

/** Such as `PutItem`, `Publish`, `SendEmail`. */
export const operationOf = (service: Service, { method, path, headers, body }: AwsRequest) => {
  const target = headers['x-amz-target'];
  if (target !== undefined) return target.replace(/^.*\./, '');
  if (service === 's3') return ofS3[method] ?? method;
  if (service === 'sesv2' && path.endsWith('/outbound-emails')) return 'SendEmail';
  return new URLSearchParams(body.toString()).get('Action') ?? `${method} ${path}`;
};

const Attachments = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Content: v.object({
      Simple: v.optional(
        v.object({ Attachments: v.optional(v.array(v.object({ RawContent: v.string() })), []) }),
      ),
    }),
  }),
);

/** Bytes of the files that a mail carries, which SES charges apart; a mail of another form cannot be told. */
export const attachmentBytes = (sendEmail: Buffer): number => {
  const { Simple } = v.parse(Attachments, sendEmail.toString()).Content;
  if (!Simple) throw new Error('A mail was sent raw: what it carries is not known.');
  return Simple.Attachments.reduce(
    (bytes, { RawContent }) => bytes + Buffer.from(RawContent, 'base64').length,
    0,
  );
};
