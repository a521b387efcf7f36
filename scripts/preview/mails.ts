/** Every mail of the service, with the templates as they are in src/templates now. */
import { rejectionFor } from '@bbws/domain/rejection';
import type { RejectionCode } from '@bbws/domain/rejection';
import { aRecordedOrder, aRejectedOrder, sampleTime } from '@bbws/domain/testing/builders';
import { customerConfirmation } from '@bbws/email/customer-confirmation';
import { customerRejected } from '@bbws/email/customer-rejected';
import { customerStatusUpdate } from '@bbws/email/customer-status-update';
import { ownTemplates } from '@bbws/email/generate';
import { internalNotification } from '@bbws/email/internal-notification';
import type { Mail } from '@bbws/email/render';
import { buildTemplate } from '@bbws/email/templates-source';
import { brokenTemplates } from './broken-templates.ts';
import type { Group, Shown, Write } from './preview.ts';
import { names, sampleOrders } from './sample-orders.ts';

const settings = {
  portalUrl: 'https://portal.example.com',
  adminUrl: 'https://admin.example.com',
  supportAddress: 'support@example.com',
  timeZone: 'Africa/Johannesburg',
};
const invoiceUrl = 'https://api.example.com/v1.0/invoices/0b6f3c1e?token=sample';

const statuses = ['paid', 'processing', 'completed', 'cancelled', 'refunded', 'failed'] as const;
const rejections: readonly RejectionCode[] = [
  'CART_NOT_FOUND',
  'CART_SUMS_WRONG',
  'CART_TOO_LARGE',
];

type Titled = { readonly title: string; readonly note?: string; readonly mail: Mail };

const written = async (write: Write, { title, note, mail }: Titled): Promise<Shown> => {
  const name = `mail-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const html = await write(`${name}.html`, mail.html);
  const text = await write(`${name}.txt`, mail.text);
  return { title, ...(note !== undefined && { note }), subject: mail.subject, html, text };
};

/** Writes every mail. @throws when a template does not compile; unknown and missing variables become the first group */
export const previewMails = async (write: Write): Promise<readonly Group[]> => {
  const built = await Promise.all([
    buildTemplate(ownTemplates.folder, 'customer/order_confirmation'),
    buildTemplate(ownTemplates.folder, 'customer/order_status_update'),
    buildTemplate(ownTemplates.folder, 'customer/order_rejected'),
    buildTemplate(ownTemplates.folder, 'internal/order_notification'),
  ]);
  const [confirmation, statusUpdate, rejected, notification] = built.map((one) => one.template);
  const problems = built.flatMap((one) => one.problems);
  const confirm = (order: typeof sampleOrders.short, links = {}) =>
    customerConfirmation(order, settings, links, confirmation);

  const groups: readonly { readonly title: string; readonly mails: readonly Titled[] }[] = [
    {
      title: 'Order confirmation',
      mails: [
        { title: 'Short order', mail: confirm(sampleOrders.short, { invoiceUrl }) },
        { title: 'Campaign', mail: confirm(sampleOrders.campaign, { invoiceUrl }) },
        { title: 'Sixty lines', mail: confirm(sampleOrders.long, { invoiceUrl }) },
        { title: 'Long product name', mail: confirm(sampleOrders.longName, { invoiceUrl }) },
        {
          title: 'No name and no invoice',
          mail: confirm(aRecordedOrder({ customerName: undefined })),
        },
        ...names.map(([language, customerName]) => ({
          title: `Name in ${language}`,
          mail: confirm(aRecordedOrder({ customerName }), { invoiceUrl }),
        })),
      ],
    },
    {
      title: 'Status update',
      mails: statuses.map((status) => ({
        title: `Status ${status}`,
        mail: customerStatusUpdate(
          sampleOrders.paid,
          { status, at: sampleTime },
          settings,
          statusUpdate,
        ),
      })),
    },
    {
      title: 'Order rejected',
      mails: rejections.map((code) => ({
        title: `Rejected ${code}`,
        mail: customerRejected(
          aRejectedOrder({ rejection: rejectionFor(code) }),
          settings,
          rejected,
        ),
      })),
    },
    {
      title: 'Internal notification',
      mails: [
        {
          title: 'Internal recorded',
          mail: internalNotification(sampleOrders.long, settings, notification),
        },
        {
          title: 'Internal rejected',
          mail: internalNotification(aRejectedOrder(), settings, notification),
        },
      ],
    },
    {
      title: 'A broken or missing template in the bucket: the bundled one is sent',
      mails: brokenTemplates().map(({ title, problems: found }) => ({
        title,
        note: `Counted as TemplateFaults; the log says: ${found.join('; ')}`,
        mail: customerConfirmation(sampleOrders.short, settings, { invoiceUrl }),
      })),
    },
  ];
  const shown = await Promise.all(
    groups.map(async ({ title, mails }) => ({
      title,
      shown: await Promise.all(mails.map((mail) => written(write, mail))),
    })),
  );
  const faults = problems.map((problem) => ({ title: problem }));
  return faults.length > 0 ? [{ title: 'Wrong templates', shown: faults }, ...shown] : shown;
};
