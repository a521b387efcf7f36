/** Makes the secrets that sign links. The only chance in them; everything else about a link is invoice-link.ts. */
import { randomBytes } from 'node:crypto';
import { LinkKey } from '@bbws/domain/link-key';
import * as v from 'valibot';

/** A fresh link key, of 256 random bits. */
export const newLinkKey = (): LinkKey => v.parse(LinkKey, randomBytes(32).toString('base64url'));
