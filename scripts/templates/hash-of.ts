/** What tells one version of a template from another. */
import { createHash } from 'node:crypto';

/** SHA-256 of the HTML in hexadecimal digits. */
export const hashOf = (html: string): string => createHash('sha256').update(html).digest('hex');

/** As much of a hash as people compare. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
