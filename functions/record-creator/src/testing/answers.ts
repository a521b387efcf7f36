/** Answers of a Cart API. */
import type { ServerResponse } from 'node:http';

export type Answer = (response: ServerResponse) => void;

export const json =
  (body: unknown): Answer =>
  (response) =>
    void response.end(JSON.stringify(body));

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(code === 204 ? '' : '{}');

export const hangUp: Answer = (response) => void response.destroy();
