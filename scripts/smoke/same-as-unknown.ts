/** Whether an answer tells anything that the answer for an order that does not exist would not. */
import { inWords, requestOf, type Answer } from './answer.ts';
import { Mismatch } from './outcome.ts';

// What tells one request from the next, added by whoever it passes: nothing of it is about the order.
const ofTheRequest =
  /^(?:age|connection|content-length|date|keep-alive|via|x-amz.*|x-cache|x-request-id)$/;

const comparable = ({ status, headers, text }: Answer): string => {
  const kept = [...headers].filter(([name]) => !ofTheRequest.test(name));
  const body = text.replace(/"requestId":"[^"]*"/, '"requestId":"…"');
  return JSON.stringify([status, kept, body]);
};

/** @throws Mismatch when the two differ in anything but what tells one request from the next */
export const expectSame = (foreign: Answer, unknown: Answer): void => {
  if (comparable(foreign) === comparable(unknown)) return;
  const { method } = foreign;
  throw new Mismatch(
    `${method} of another tenant's order answers what ${method} of an unknown one does, ${inWords(unknown)}`,
    `${inWords(foreign)} for ${requestOf(foreign)}${foreign.status === unknown.status ? ' in other words' : ''}`,
  );
};
