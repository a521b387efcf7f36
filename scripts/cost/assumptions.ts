/** What is neither measured nor written down anywhere: each is said in docs/deployment.md, or too small to be. */

/** What an order is here: measure/order-life.ts lets one live. */
export const lifeInWords =
  'placed, read twice, listed once, paid, and its invoice opened: two invoices, one mail to the team, two to the customer';

/** A month, as AWS counts hours. */
export const hoursAMonth = 730;
export const secondsAMonth = hoursAMonth * 3600;

export const gigabyte = 2 ** 30;

/** Storage is that of such a month: orders and invoices of all months before it lie there too. */
export const monthOfStorage = 12;

/** Lambda gives a whole processor at so many MB of memory, and shares of it below. */
export const memoryOfOneProcessor = 1769;

/** How long a function waits for an answer, in milliseconds, by what it asks. Local answers say nothing of it. */
export const waits: Readonly<Record<string, number>> = {
  dynamodb: 6,
  sns: 15,
  sqs: 10,
  s3: 40,
  sesv2: 80,
};
export const cartWait = 150;

/** Lambda reads a queue with so many pollers at first, also when it is empty, each for 20 s at a time. */
export const pollers = 5;
export const longPollSeconds = 20;

/** Route 53 asks from more than a dozen places, each every 30 s: an endpoint is asked every 2 s. */
export const healthCheckSeconds = 2;

/** What Lambda itself logs of an invocation (start, report, end), and API Gateway of a request, in bytes. */
export const platformLogBytes = 800;
export const accessLogBytes = 480;

/** CloudWatch stores logs compressed, in this share of their size. */
export const logCompression = 0.15;

/** Count, 4XXError, 5XXError, Latency and IntegrationLatency, of each method: detailed metrics are on. */
export const metricsOfRoute = 5;
/** Send and Delivery of the configuration set; the others are of mails that fail. */
export const metricsOfMail = 2;
/** Bytes, operations, latency and failures of a rule that copies with time control. */
export const metricsOfCopying = 4;

/** The rate rule and three groups of managed rules (terraform/modules/waf). */
export const webAclRules = 4;

/** X-Ray takes one request a second, and this share of the others. */
export const tracedShare = 0.05;

/** SNS keeps a data key for five minutes. */
export const dataKeySeconds = 300;
