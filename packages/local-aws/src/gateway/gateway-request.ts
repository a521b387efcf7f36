/** What the gateway knows of a call, independent of node:http. */

export type GatewayRequest = {
  readonly requestId: string;
  readonly method: string;
  /** As it was sent, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in the caller's own spelling, a name once per value. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
};

/** The last value of a header, whatever the spelling of its name. */
export const headerOf = ({ headers }: GatewayRequest, name: string): string | undefined =>
  headers.findLast(([each]) => each.toLowerCase() === name)?.[1];
