/** The typed client that the operations call. */
import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/api.ts';

export type Api = Client<paths>;

/** The part of a request's options that holds `signal`, if there is one. */
export const ending = (signal: AbortSignal | undefined): { signal?: AbortSignal } =>
  signal ? { signal } : {};
