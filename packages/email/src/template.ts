/** The mails' templates by name: the path of the MJML source, of its text part, and of the object in the templates bucket. */
export const templateNames = [
  'customer/order_confirmation',
  'customer/order_status_update',
  'customer/order_rejected',
  'internal/order_notification',
] as const;
export type TemplateName = (typeof templateNames)[number];

/** A mail with Mustache variables in it: compiled HTML, and the text part for readers without HTML. */
export type Template = { readonly html: string; readonly text: string };
