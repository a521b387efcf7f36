/** Opens the envelope of an answer. */
import { toOrderApiError } from './problem.ts';

type Answered<Data> = {
  readonly data?: { readonly data: Data };
  readonly error?: unknown;
  readonly response: Response;
};

/** What stands under `data` in the answer. @throws OrderApiError when it is no success */
export const dataOf = <Data>({ data, error, response }: Answered<Data>): Data => {
  if (data === undefined) throw toOrderApiError(response, error);
  return data.data;
};
