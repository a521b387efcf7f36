/** What the Cart API does wrong. */

/** The Cart API did not answer as agreed; a later attempt may succeed. `code` is logged, the message is not. */
export class CartApiError extends Error {
  override readonly name = 'CartApiError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
