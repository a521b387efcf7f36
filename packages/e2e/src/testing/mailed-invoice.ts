/** The link to the invoice in the mail to a customer, and what following it leads to. */
import type { LocalService } from '@bbws/local-aws/service';
import { eventually } from './eventually.ts';

const address = /https?:\/\/[^\s"]+\/v1\.0\/invoices\/[^\s"]+/g;

// What a mail program makes of the characters that the template escapes in an attribute.
const unescaped = (html: string): string =>
  html.replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

/** The links to the invoice in the confirmation of that order: those of the HTML part, then those of the text part. */
export const linksInMail = async (service: LocalService, orderId: string): Promise<string[]> => {
  const mail = await eventually(`the confirmation of ${orderId}`, async () => {
    const mails = await service.aws.mails();
    return mails.find(
      ({ headers, subject }) =>
        headers['X-BBWS-Order-Id'] === orderId && subject.startsWith('Order Confirmation'),
    );
  });
  return [unescaped(mail.html), mail.text].flatMap((part) => part.match(address) ?? []);
};

/** What a browser is answered that does not follow redirects, as far as it can differ from another request's answer. */
export const answerAt = async (url: string, accept = 'text/html,*/*;q=0.8') => {
  const response = await fetch(url, { redirect: 'manual', headers: { Accept: accept } });
  const ownHeaders = new Set(['date', 'x-request-id', 'x-amzn-requestid']);
  const body = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.has(name))),
    body: body.replace(/"requestId":"[^"]*"/, '"requestId":"…"'),
  };
};
