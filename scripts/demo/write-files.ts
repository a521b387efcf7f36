/** Writes what became of an order to a folder, for people to look at. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { publicOrder } from '@bbws/api/public-order';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import type { Examined } from './examine.ts';

/** Empties `folder` and writes order, invoice and mails into it; gives the names of the files. */
export const writeFiles = async (
  { clients, resources }: LocalAws,
  folder: string,
  { order, internalMails, customerMails }: Examined,
): Promise<string[]> => {
  const files = new Map<string, string | Uint8Array>();
  if (order) files.set('order.json', `${JSON.stringify(publicOrder(order), null, 2)}\n`);
  if (order?.pdf) {
    const { Body } = await clients.s3.send(
      new GetObjectCommand({ Bucket: resources.ordersBucket, Key: order.pdf.key }),
    );
    if (Body) files.set('invoice.pdf', await Body.transformToByteArray());
  }
  for (const [name, mail] of [
    ['customer-confirmation', customerMails[0]],
    ['internal-notification', internalMails[0]],
  ] as const) {
    if (!mail) continue;
    files.set(`${name}.html`, mail.html);
    files.set(`${name}.txt`, mail.text);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(`${folder}/${name}`, content);
  return [...files.keys()];
};
