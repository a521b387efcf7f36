/** What requests, mails and invoices use, beside the functions that serve them. */
import { gigabyte, tracedShare } from '../assumptions.ts';
import type { Situation, Use } from '../situation.ts';
import type { Load } from './of-functions.ts';

export const usesOfCallers = (
  { hasWaf, enableXray, others }: Situation,
  { work, times, region }: Load,
): Use[] => {
  const answers = Object.values(work.requests);
  const requests = times * answers.reduce((all, request) => all + request.times, 0);
  const answerBytes = answers.reduce((all, request) => all + request.answerBytes, 0);
  const invoiceGigabytes = (times * work.storedFiles.bytes) / gigabyte;
  const sent = (times * (answerBytes + work.downloadedBytes)) / gigabyte;
  return [
    { price: 'apiRequest', region, amount: requests },
    { price: 'webAclRequest', region, amount: hasWaf ? requests : 0 },
    { price: 'trace', region, amount: enableXray ? requests * tracedShare : 0, assumed: true },
    { price: 'internetTransfer', region, amount: sent },
    { price: 'mail', region, amount: times * work.mails.count },
    {
      price: 'mailAttachment',
      region,
      amount: (times * work.mails.attachmentBytes) / gigabyte,
    },
    ...others.flatMap((other): Use[] => [
      { price: 'filePut', region: other, amount: times * work.storedFiles.count },
      { price: 'fileCopyInTime', region, amount: invoiceGigabytes },
      { price: 'regionTransfer', region, amount: invoiceGigabytes },
    ]),
  ];
};
