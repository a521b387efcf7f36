/** Every environment variable that a function may read: its meaning and its form (functions.json says who reads which). */
import { EmailAddress } from '@bbws/domain/email-address';
import { NumberRegion } from '@bbws/domain/order-number';
import { Supplier } from '@bbws/domain/supplier';
import { TimeZone } from '@bbws/domain/time-zone';
import { UpdatePermissions } from '@bbws/domain/update-permission';
import * as v from 'valibot';

const Name = v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(256));
const Url = v.pipe(
  v.string(),
  v.url('must be an http or https address'),
  v.regex(/^https?:\/\//, 'must be an http or https address'),
  v.transform((url) => url.replace(/\/+$/, '')),
);
/** Values separated by commas; an empty variable is an empty list. */
const List = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);

/** The service that a signature names: an API Gateway with IAM authorisation, or a Lambda function's URL. */
const signedServices = {
  none: undefined,
  'sigv4:execute-api': 'execute-api',
  'sigv4:lambda': 'lambda',
} as const;

export const variables = {
  /** Address of the admin portal, for links in mails to the team. */
  ADMIN_PORTAL_URL: Url,
  /** Where the API answers, for links in mails; without a path. */
  API_BASE_URL: Url,
  /** Origins that browsers may call the API from. */
  ALLOWED_ORIGINS: List,
  /** Where S3 is when it is not AWS's own; the SDK's variable, set on a developer's machine only. */
  AWS_ENDPOINT_URL_S3: v.optional(Url),
  /** Region that the function runs in; set by Lambda itself. */
  AWS_REGION: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region')),
  /** Zone in which a day begins and ends for order numbers, invoices and mails. */
  BUSINESS_TIME_ZONE: TimeZone,
  /** Whom a request to the Cart API is signed for; `none` = not signed, which is read as `undefined`. */
  CART_AUTHENTICATION: v.pipe(
    v.picklist(
      ['none', 'sigv4:execute-api', 'sigv4:lambda'],
      'must be one of none, sigv4:execute-api, sigv4:lambda',
    ),
    v.transform((authentication) => signedServices[authentication]),
  ),
  /** Address of the Cart API, without `/carts`. */
  CART_LAMBDA_API_URL: Url,
  /** Address of the customer portal, for links in mails to customers. */
  CUSTOMER_PORTAL_URL: Url,
  /** Where this function puts messages that can never succeed. */
  DEAD_LETTER_QUEUE_URL: Url,
  DYNAMODB_TABLE_NAME: Name,
  ENVIRONMENT: v.picklist(['local', 'dev', 'sit', 'prod'], 'must be one of local, dev, sit, prod'),
  /** Who hears of every order. */
  INTERNAL_NOTIFICATION_EMAIL: EmailAddress,
  /** Who issues invoices: a JSON object, as `Supplier` of the domain describes it. */
  INVOICE_SUPPLIER: v.pipe(v.string(), v.parseJson({}, 'must be JSON'), Supplier),
  LOG_LEVEL: v.optional(
    v.picklist(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'must be one of DEBUG, INFO, WARN, ERROR'),
    'INFO',
  ),
  /** Topic that the facts about orders go to. */
  ORDER_EVENTS_TOPIC_ARN: v.pipe(v.string(), v.startsWith('arn:', 'must be an ARN')),
  /** Letter in the order numbers of this region; empty in the first one. */
  ORDER_NUMBER_REGION: NumberRegion,
  /** Who may set which status: `group` or `group:status|status`, separated by commas; empty = every user of the tenant. */
  ORDER_UPDATE_GROUPS: UpdatePermissions,
  /** The queue that this function reads. */
  QUEUE_URL: Url,
  /** Where mail templates lie, and the logo. */
  S3_EMAIL_TEMPLATES_BUCKET: Name,
  S3_ORDERS_BUCKET: Name,
  /** Name of the SES configuration set that mails are sent under. */
  SES_CONFIGURATION_SET: Name,
  /** Sender of every mail. */
  SES_FROM_ADDRESS: EmailAddress,
  /** Where customers write to: Reply-To of every mail. */
  SUPPORT_EMAIL: EmailAddress,
} as const;

export type VariableName = keyof typeof variables;
