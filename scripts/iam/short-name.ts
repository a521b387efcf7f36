/** ARNs as people read them, the same in every environment: names of variables in place of their values. Pure. */
import { queueArn } from './derived-calls.ts';
import type { PlannedRole } from './planned-roles.ts';

const nameOf = (variable: string, value: string): string =>
  variable.endsWith('QUEUE_URL') ? (queueArn(value).split(':').at(-1) ?? value) : value;

/** Without what all ARNs begin with; `{DYNAMODB_TABLE_NAME}` for the table's name. */
export const shortName = (role: PlannedRole, arn: string): string => {
  const names = [
    ...Object.entries(role.variables).map(([variable, value]) => ({ variable, value })),
    { variable: 'function', value: role.functionName },
  ]
    .filter(({ value }) => value.length > 4)
    .map(({ variable, value }) => ({ variable, name: nameOf(variable, value) }))
    // The longest first: a name may begin as another one does.
    .toSorted((a, b) => b.name.length - a.name.length);
  const named = names.reduce((text, { variable, name }) => {
    const at = text.search(
      new RegExp(`(^|[:/])${name.replace(/[.*+?()[\]{}|^$\\]/g, '\\$&')}([:/]|$)`),
    );
    if (at < 0) return text;
    const start = text.startsWith(name, at) ? at : at + 1;
    return `${text.slice(0, start)}{${variable}}${text.slice(start + name.length)}`;
  }, arn);
  return named.replace(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d*:/, '');
};
