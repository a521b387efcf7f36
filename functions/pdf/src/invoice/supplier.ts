/** Who issues the invoice. */

/** The supplier as the invoice shows it. */
export type Supplier = {
  readonly name: string;
  /** What stands below the name, such as the address and the VAT registration number. */
  readonly lines: readonly string[];
};

/** BBWS, as far as the order service knows it. */
export const bbws: Supplier = { name: 'BBWS', lines: ['bbws.io', 'support@kimmyai.io'] };
