/** Page tokens: a position in a list, bound to whoever asked and what for. Opaque to callers, and not secret. */
import { createHash } from 'node:crypto';
import { DomainError } from '@bbws/domain/domain-error';
import { OrderId } from '@bbws/domain/identifiers';
import { UtcTimestamp } from '@bbws/domain/timestamp';
import type { Position } from '@bbws/dynamo/keys';
import * as v from 'valibot';

/** Whatever must be the same on the next page. */
export type ListIdentity = readonly (string | undefined)[];

const Parts = v.tuple([UtcTimestamp, OrderId, v.string()]);

/** 96 bits of a hash over the position and the list: both a checksum and the binding. */
const seal = (list: ListIdentity, { dateCreated, id }: Position): string =>
  createHash('sha256')
    .update(JSON.stringify([list, dateCreated, id]))
    .digest('hex')
    .slice(0, 24);

/** The token of the page after `position`. */
export const pageToken = (list: ListIdentity, position: Position): string =>
  Buffer.from(`${position.dateCreated} ${position.id} ${seal(list, position)}`).toString(
    'base64url',
  );

/** Times between which a list lies; open where one is missing. */
export type Range = { readonly from?: string | undefined; readonly before?: string | undefined };

// A seal keeps tokens from being mixed up, not from being forged: a forger can only move within their own list, and the
// table takes no position outside of it.
const [firstYear, lastYear] = ['1900', '3000'];

const liesIn = ({ from = firstYear, before = lastYear }: Range, { dateCreated }: Position) =>
  from <= dateCreated && dateCreated < before;

/** The position in a token. Throws `INVALID_PAGE_TOKEN` when it was not made for this list, lies outside, or was changed. */
export const positionIn = (list: ListIdentity, token: string, range: Range): Position => {
  const text = Buffer.from(token, 'base64url').toString();
  const parts = v.safeParse(Parts, text.split(' '));
  if (parts.success) {
    const [dateCreated, id, given] = parts.output;
    const position = { dateCreated, id };
    // base64url has several spellings of the same bytes: only the one that we make is accepted.
    const genuine = given === seal(list, position) && token === pageToken(list, position);
    if (genuine && liesIn(range, position)) return position;
  }
  throw new DomainError('INVALID_PAGE_TOKEN', 'startAt is not a token of this list.');
};
