/**
 * Stands in for AWS while the registry's provider plans what is not there yet: says who asks, and that no function exists. Every
 * other request is refused and remembered; none leaves this machine.
 */
import { startHttpServer } from '@bbws/local-aws/http-server';

export type InventedAccount = {
  /** Has Terraform's provider ask here. */
  readonly env: Readonly<Record<string, string>>;
  /** Requests that were refused, such as `GET /2013-04-01/hostedzone`. */
  readonly refused: readonly string[];
  readonly close: () => Promise<void>;
};

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::123456789012:user/invented</Arn><UserId>AIDAINVENTED</UserId><Account>123456789012</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>invented</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

const answerTo = (method: string, path: string, body: string) => {
  if (method === 'POST' && body.includes('Action=GetCallerIdentity'))
    return { status: 200, type: 'text/xml', text: identity };
  if (method === 'GET' && /^\/2015-03-31\/functions\/?(\?|$)/.test(path))
    return { status: 200, type: 'application/json', text: '{"Functions":[]}' };
  return undefined;
};

// A status that the SDK does not try again.
const refusal = { status: 400, type: 'application/json', text: '{"__type":"InventedAccount"}' };

export const startInventedAccount = async (): Promise<InventedAccount> => {
  const refused: string[] = [];
  const server = await startHttpServer('invented account', 0, (request, response) => {
    const { method = '', url = '' } = request;
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const known = answerTo(method, url, body);
      if (!known) refused.push(`${method} ${url}${body === '' ? '' : ` ${body.slice(0, 80)}`}`);
      const { status, type, text } = known ?? refusal;
      response.writeHead(status, { 'content-type': type });
      response.end(text);
    });
  });
  return {
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAINVENTED',
      AWS_SECRET_ACCESS_KEY: 'invented',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: server.url,
      AWS_ENDPOINT_URL_STS: server.url,
    },
    refused,
    close: server.close,
  };
};
