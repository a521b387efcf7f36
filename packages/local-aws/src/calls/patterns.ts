/** Keys without what differs from order to order: a hundred orders make one pattern. Pure. */

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** `TENANT#*` for `TENANT#tenant-1#STATUS#paid`: what stands before the first `#` is the kind of key. */
export const keyPattern = (key: string): string => key.replace(/#.*$/s, '#*');

/** The tenant's folder, the order's id and its version become stars; the keys of templates and logo stay as they are. */
export const objectPattern = (key: string): string =>
  key
    .replace(/^[^/]+(?=\/orders\/)/, '*')
    .replace(uuid, '*')
    .replace(/_v\d+(?=\.)/, '_v*');
