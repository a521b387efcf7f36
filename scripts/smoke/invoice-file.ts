/** The invoice of an order, as a customer gets it. */
import { OrderApiError } from '@bbws/client';
import { Mismatch } from './outcome.ts';
import type { Smoke } from './smoke.ts';

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

/**
 * Path and size of the invoice, once there is one under another path than `former`.
 * @throws Mismatch when there is none in time, or what lies there is no PDF
 */
export const invoiceFile = async (
  { api, user, wait }: Pick<Smoke, 'api' | 'user' | 'wait'>,
  orderId: string,
  former?: string,
): Promise<{ readonly path: string; readonly bytes: number }> => {
  let seen = 'none';
  const expected = former === undefined ? 'an invoice' : 'a second invoice beside the first';
  const url = await wait.until(
    expected,
    () => seen,
    async () => {
      const invoice = await user.client.getInvoice(orderId).catch((error: unknown) => {
        if (error instanceof OrderApiError && error.code === 'INVOICE_NOT_READY') return undefined;
        throw error;
      });
      seen = invoice ? 'the first one only' : '409 INVOICE_NOT_READY';
      return invoice && new URL(invoice.url).pathname !== former ? invoice.url : undefined;
    },
  );
  const { status, bytes } = await api.download(url);
  if (status !== 200 || !isPdf(bytes))
    throw new Mismatch('a PDF at the address of the invoice', `${status}, ${bytes.length} bytes`);
  return { path: new URL(url).pathname, bytes: bytes.length };
};
