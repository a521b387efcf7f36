/** A function's name as different languages write it. Pure. */

/** `order-archive` -> `OrderArchive` */
export const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `order-archive` -> `order_archive`, for Terraform */
export const snakeCase = (name: string): string => name.replaceAll('-', '_');

/** Path of the route of an API function. */
export const routePath = (name: string): string => `/v1.0/orders/{orderId}/${name}`;
