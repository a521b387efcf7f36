/** A local HTTP server in the place of SES, for tests: answers as it is told and keeps the requests. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSesClient } from '../ses-client.ts';

type Answer = (response: ServerResponse, mail: unknown) => unknown;

/** SES's answer to an accepted mail. */
export const accepted: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ MessageId: 'ses-message-1' }));
};

/** SES's answer to a mail it does not take: the exception's `name` and `message` under an HTTP `status`. */
export const refused =
  (status: number, name: string, message = 'Refused.'): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name });
    response.end(JSON.stringify({ message }));
  };

/** Refuses mails to that address for good, and accepts all others. */
export const refusing =
  (address: string): Answer =>
  (response, mail) =>
    JSON.stringify(mail).includes(`"ToAddresses":["${address}"]`)
      ? refused(400, 'BadRequestException', 'Domain contains illegal character')(response, mail)
      : accepted(response, mail);

/** Starts a server that gives `answer` to every request, and a client of it. `await using` stops both. */
export const startSes = async (answer: Answer) => {
  const requests: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const mail: unknown = JSON.parse(body);
      requests.push(mail);
      answer(response, mail);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String(portOf(server.address()))}`;
  const ses = makeSesClient({
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'sample', secretAccessKey: 'sample' },
  });
  const stop = () => {
    ses.destroy();
    server.closeAllConnections();
    return new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  };
  return { ses, url, requests, [Symbol.asyncDispose]: stop };
};

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
