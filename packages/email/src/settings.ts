/** What the mails need to know of the environment they are sent from. */

export type CustomerMailSettings = {
  /** Root of the customer portal, such as `https://portal.example.com`. */
  readonly portalUrl: string;
  /** Where customers write to with questions: one e-mail address. */
  readonly supportAddress: string;
  /** IANA name of the business time zone. */
  readonly timeZone: string;
};

export type InternalMailSettings = {
  /** Root of the admin portal. */
  readonly adminUrl: string;
  /** IANA name of the business time zone. */
  readonly timeZone: string;
};

/** The page of an order in the portal at `root`, whether or not that ends with a slash. */
export const orderPage = (root: string, orderId: string): string =>
  `${root.replace(/\/+$/, '')}/orders/${orderId}`;

/** How a mail addresses a customer whose name is not known: "Hello there,". */
export const nameOf = (order: { readonly customerName?: string | undefined }): string =>
  order.customerName ?? 'there';
