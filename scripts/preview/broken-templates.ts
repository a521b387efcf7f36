/** Templates that somebody might put into the bucket by hand, and what is wrong with them. */
import { bucketTemplateProblems } from '@bbws/email/bucket-template';
import { orderConfirmation } from '@bbws/email/generated/templates';

const { html } = orderConfirmation;

/** Each with what the function finds wrong with it, and the fallback where the bucket has none. */
export const brokenTemplates = () => [
  { title: 'Fallback nothing in the bucket', problems: ['HTTP_404'] },
  ...[
    { title: 'Broken unknown variable', html: html.replace('{{ customerName }}', '{{ name }}') },
    { title: 'Broken cut short', html: html.slice(0, html.length / 2) },
    { title: 'Broken empty', html: '' },
  ].map(({ title, html: broken }) => ({
    title,
    problems: bucketTemplateProblems(orderConfirmation, broken),
  })),
];
