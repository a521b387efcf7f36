/** What a signed request asks for, whichever service it is sent to. */
import { unknownCall, type Asked, type WireRequest } from './aws-call.ts';
import { dynamodbCalls } from './dynamodb-calls.ts';
import { snsCalls, sqsCalls } from './messaging-calls.ts';
import { s3Calls } from './s3-calls.ts';
import { sesCalls } from './ses-calls.ts';

const readers: Readonly<Record<string, (request: WireRequest) => Asked[]>> = {
  dynamodb: dynamodbCalls,
  s3: s3Calls,
  ses: sesCalls,
  sns: snsCalls,
  sqs: sqsCalls,
};

/** @param service as in the scope of the request's credential */
export const callsIn = (service: string, request: WireRequest): Asked[] =>
  readers[service]?.(request) ?? [unknownCall(service, `${request.method} ${request.url}`)];
