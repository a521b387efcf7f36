/** What a call to AWS is about, read from its input: whose, and which order. */
import * as v from 'valibot';

export type Subject = {
  /** Id of the order, or what else the call is about. */
  readonly subject: string;
  /** Whose it is, as the key, the bucket's prefix or the message says. */
  readonly tenantId?: string | undefined;
  /** True when the input does not name an order. */
  readonly isVague?: boolean;
};

const Text = v.object({ S: v.string() });
const Keys = v.object({ PK: Text, SK: Text });
const Event = v.object({ orderId: v.string(), tenantId: v.string() });
const Tag = v.object({ Name: v.string(), Value: v.string() });

const Input = v.object({
  Key: v.optional(v.union([Keys, v.string()])),
  Item: v.optional(Keys),
  Message: v.optional(v.string()),
  MessageBody: v.optional(v.string()),
  ReceiptHandle: v.optional(v.string()),
  EmailTags: v.optional(v.array(Tag)),
});

const Json = v.pipe(v.string(), v.parseJson(), Event);

/** The order that a message body is about; `undefined` when it is about none. */
export const orderIn = (body: string): v.InferOutput<typeof Event> | undefined => {
  const event = v.safeParse(Json, body);
  return event.success ? event.output : undefined;
};

const ofItem = ({ PK, SK }: v.InferOutput<typeof Keys>): Subject => {
  const [kind = '', orderId = ''] = SK.S.split('#');
  const tenantId = PK.S.startsWith('TENANT#') ? PK.S.slice('TENANT#'.length) : undefined;
  return kind === 'ORDER' || kind === 'EFFECT'
    ? { tenantId, subject: orderId }
    : { tenantId, subject: kind, isVague: true };
};

const ofBody = (body: string): Subject => {
  const event = orderIn(body);
  return event ? { tenantId: event.tenantId, subject: event.orderId } : { subject: 'no order' };
};

const ofObject = (key: string): Subject => {
  const [, tenantId, orderId] = /^([^/]+)\/orders\/order_([0-9a-f-]{36})/.exec(key) ?? [];
  return { tenantId, subject: orderId ?? key };
};

/**
 * @param input of a command, as the client sends it
 * @param receipts the order of every receipt handle that a function was given
 */
export const describeCall = (input: unknown, receipts: ReadonlyMap<string, string>): Subject => {
  const parsed = v.safeParse(Input, input);
  if (!parsed.success) return { subject: 'unknown', isVague: true };
  const { Key, Item, Message, MessageBody, ReceiptHandle, EmailTags } = parsed.output;
  if (typeof Key === 'string') return ofObject(Key);
  const item = Key ?? Item;
  if (item) return ofItem(item);
  const body = Message ?? MessageBody;
  if (body !== undefined) return ofBody(body);
  if (ReceiptHandle !== undefined) return { subject: receipts.get(ReceiptHandle) ?? 'unknown' };
  const tag = EmailTags?.find(({ Name }) => Name === 'orderId');
  return tag ? { subject: tag.Value } : { subject: 'many', isVague: true };
};
