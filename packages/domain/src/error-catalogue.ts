/**
 * Every error that the API can answer: its status, its title, and what the caller should do, which every answer says.
 * `localOnly`: of the local gateway; API Gateway answers the same without a body of ours.
 */

export const errorCatalogue = {
  INVALID_REQUEST: {
    status: 400,
    title: 'The request is not valid',
    action: 'Correct the request and send it again; errors[], when it is there, names the fields.',
  },
  INVALID_JSON: {
    status: 400,
    title: 'The body is not JSON',
    action: 'Send one JSON object, encoded in UTF-8, in which every name stands once.',
  },
  INVALID_PAGE_TOKEN: {
    status: 400,
    title: 'The page token is not valid',
    action: 'Start again without startAt; use a token only with the filters that it came from.',
  },
  TENANT_MISSING: {
    status: 403,
    title: 'The token names no tenant',
    action: 'Sign in with a user that belongs to an organisation.',
  },
  TENANT_MISMATCH: {
    status: 403,
    title: 'The orders of another tenant',
    action: 'Use the tenant of your own token in the path.',
  },
  STATUS_NOT_PERMITTED: {
    status: 403,
    title: 'Your groups may not make this change',
    action: 'Ask somebody whose group may; who may set what is configured per environment.',
  },
  ORDER_NOT_FOUND: {
    status: 404,
    title: 'There is no such order',
    action: 'Check the order id.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: 'There is no such route',
    action: 'Check method and path against the API’s document.',
  },
  INVOICE_LINK_INVALID: {
    status: 404,
    title: 'This link is not valid, or not any more',
    action: 'Open the invoice from its order in the portal, or ask support for a new link.',
  },
  STATUS_MOVE_FORBIDDEN: {
    status: 409,
    title: 'The order cannot go to this status',
    action: 'Read the order; only the moves documented for its status are possible.',
  },
  ORDER_CHANGED_TOO_OFTEN: {
    status: 409,
    title: 'The order was changed too often',
    action: 'An order takes 88 changes once it is recorded. Write to support.',
  },
  ORDER_CHANGED: {
    status: 409,
    title: 'The order was changed at the same time',
    action: 'Read the order again and repeat the change if it is still wanted.',
  },
  ORDER_NOT_RECORDED: {
    status: 409,
    title: 'The order is not recorded yet',
    action: 'Wait as long as Retry-After says and send the request again.',
  },
  INVOICE_NOT_READY: {
    status: 409,
    title: 'The invoice is not rendered yet',
    action: 'Wait as long as Retry-After says and send the request again.',
  },
  ORDER_REJECTED: {
    status: 409,
    title: 'The order was rejected',
    action:
      'Read the order: rejection says why. It has an invoice only if support has it recorded.',
  },
  VERSION_STALE: {
    status: 412,
    title: 'The order is not in the version you named',
    action: 'Read the order again and repeat the change with its new ETag.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    action: 'Send at most 8 KiB. The lines of an order come from its cart.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    action: 'Use a new Idempotency-Key for a new order.',
  },
  UNAUTHORIZED: {
    status: 401,
    title: 'You are not signed in',
    action:
      'Send a valid ID token: "Authorization: Bearer <token>". Sign in again when it has expired.',
  },
  REQUEST_BLOCKED: {
    status: 403,
    title: 'The firewall does not let this request through',
    action:
      'Check the request for what looks like an attack; if it is none, tell support the request id.',
  },
  REQUEST_HEAD_TOO_LARGE: {
    status: 431,
    title: 'The request line and headers are too large',
    action: 'Send at most 10,240 bytes of them: a shorter query, fewer or shorter headers.',
    localOnly: true,
  },
  MALFORMED_REQUEST: {
    status: 400,
    title: 'The request is not HTTP',
    action: 'Check how the request is written: the gateway could not read it.',
    localOnly: true,
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    action: 'Wait as long as Retry-After says, then send the request again, at a lower rate.',
  },
  BAD_GATEWAY: {
    status: 502,
    title: 'The service gave no usable answer',
    action: 'Try again; a create with the same Idempotency-Key places no second order.',
  },
  GATEWAY_TIMEOUT: {
    status: 504,
    title: 'The service took too long',
    action: 'Try again; a create with the same Idempotency-Key places no second order.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something went wrong on our side',
    action: 'Try again later; if it goes on, tell support the request id.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    title: 'The service cannot answer right now',
    action: 'Wait as long as Retry-After says and send the request again.',
  },
  NOT_THE_WRITER: {
    status: 503,
    title: 'Orders can only be read at the moment',
    action: 'Wait as long as Retry-After says and send the request again; reading goes on.',
  },
} as const satisfies Record<
  string,
  { status: number; title: string; action: string; localOnly?: true }
>;

export type ErrorCode = keyof typeof errorCatalogue;

const isErrorCode = (name: string): name is ErrorCode => name in errorCatalogue;

/** Every code. */
export const errorCodes: readonly ErrorCode[] = Object.keys(errorCatalogue).filter(isErrorCode);
