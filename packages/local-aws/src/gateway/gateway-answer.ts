/** What the gateway sends to a caller, independent of node:http. */

export type Headers = Readonly<Record<string, string | string[]>>;

export type GatewayAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Buffer;
};
