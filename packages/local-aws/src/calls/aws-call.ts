/** A call that reached the local AWS, as IAM would judge it: who, which action, on what, under which circumstances. */
import * as v from 'valibot';

/** What a resource is; its `name` is the one in the request, such as a bucket's or a queue's. */
const ResourceType = v.picklist([
  'table',
  'index',
  'topic',
  'queue',
  'bucket',
  'object',
  'identity',
  'configuration-set',
  /** What this recorder cannot read: `name` says what came. */
  'unknown',
]);

export const CallResource = v.object({
  type: ResourceType,
  name: v.string(),
  /** Name of the index, or pattern of the object's key. */
  part: v.optional(v.string()),
});
export type CallResource = v.InferOutput<typeof CallResource>;

/** Values by IAM's condition keys. Tenants and ids in them are stars: `TENANT#*`. */
export const CallContext = v.record(v.string(), v.array(v.string()));

export const AwsCall = v.object({
  /** Access key id that the request was signed with. */
  caller: v.string(),
  /** IAM's name of the action, such as `dynamodb:GetItem`. */
  action: v.string(),
  resource: CallResource,
  context: CallContext,
  /** For people: the sort key of the item, which IAM does not look at. */
  detail: v.optional(v.string()),
});
export type AwsCall = v.InferOutput<typeof AwsCall>;

/** A request on the wire, and how it was answered. */
export type WireRequest = {
  readonly method: string;
  /** Path and query, as the request line has them. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly status: number;
};

/** A call without its caller. */
export type Asked = Omit<AwsCall, 'caller'>;

/** A request that this recorder was not taught: `pnpm iam:check` fails on it. */
export const unknownCall = (service: string, what: string): Asked => ({
  action: `${service}:unknown`,
  resource: { type: 'unknown', name: what },
  context: {},
});
