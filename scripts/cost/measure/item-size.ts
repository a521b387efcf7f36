/**
 * How large an item is, as DynamoDB counts it for capacity and storage. The local one counts the table's items alone, and an
 * order is written to four indexes as well.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Item = Readonly<Record<string, AttributeValue>>;

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** A byte for two significant digits, one more, and one for a sign. */
const numberSize = (text: string): number => {
  const digits = text.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
};

/** Lists and maps take three bytes, and one for each member. */
const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemSize(value.M);
  if (value.L !== undefined) return 3 + sum(value.L.map((member) => 1 + valueSize(member)));
  throw new Error(`The size of ${Object.keys(value).join()} is not known: no item has had one.`);
};

/** In bytes: names in UTF-8 and values. */
export const itemSize = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)));
