/** Tells whether two requests say the same, whatever the order of their fields. */
import { createHash } from 'node:crypto';

/** SHA-256 of the request with its fields sorted, as hex. */
export const requestHash = (request: object): string =>
  createHash('sha256').update(JSON.stringify(request, sortFields)).digest('hex');

const sortFields = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
