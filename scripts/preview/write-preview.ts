/** Makes the preview: every mail, every invoice, and the page that shows them. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { startProgress } from '../lib/progress.ts';
import { invoiceCount, previewInvoices } from './invoices.ts';
import { previewMails } from './mails.ts';
import { previewPage } from './page.ts';
import type { Write } from './preview.ts';

/** Writes the preview into `folder`, which is emptied first, and gives the path of its page. */
export const writePreview = async (folder: string, live: boolean): Promise<string> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const write: Write = async (name, content) => {
    await writeFile(`${folder}/${name}`, content);
    return name;
  };
  const mails = await previewMails(write);
  const progress = startProgress('Invoices', invoiceCount);
  let done = 0;
  // A bar that goes on would keep the process alive behind an error.
  const invoices = await previewInvoices(write, () => progress.update((done += 1))).finally(
    progress.stop,
  );
  return `${folder}/${await write('index.html', previewPage([...mails, invoices], live))}`;
};
