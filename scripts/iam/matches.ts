/** Whether IAM lets a call pass a statement. Calls have stars too, where tenants and ids stand: only a star covers a star. Pure. */
import type { Statement } from './policy.ts';

/** A call of a function in one region of an environment, as IAM sees it. */
export type ConcreteCall = {
  readonly action: string;
  /** The ARN; several when any of them will do. */
  readonly resources: readonly string[];
  readonly context: Readonly<Record<string, readonly string[]>>;
};

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether `pattern` (`*` for anything, `?` for one character) covers `text`, which may have stars itself. */
export const covers = (pattern: string, text: string): boolean => {
  const expression = pattern
    .split('*')
    .map((piece) => piece.split('?').map(literal).join('[^*]'))
    .join('.*');
  return new RegExp(`^${expression}$`, 's').test(text);
};

const isSame = (pattern: string, text: string): boolean => pattern === text;

/** The operators that are understood, without `ForAllValues:`. */
const operators: Readonly<Record<string, (pattern: string, text: string) => boolean>> = {
  ArnEquals: covers,
  ArnLike: covers,
  Bool: isSame,
  StringEquals: isSame,
  StringLike: covers,
};

/** Whether the values meet one line of a condition. A key without a value meets `ForAllValues`, and nothing else. */
const meets = (
  operator: string,
  patterns: readonly string[],
  values: readonly string[],
): boolean => {
  const forAll = operator.startsWith('ForAllValues:');
  const compare = operators[operator.replace('ForAllValues:', '')];
  if (!compare)
    throw new Error(
      `pnpm iam:check does not know the operator ${operator}: teach scripts/iam/matches.ts.`,
    );
  if (values.length === 0) return forAll;
  if (!forAll && values.length > 1) return false;
  return values.every((value) => patterns.some((pattern) => compare(pattern, value)));
};

/** The keys of the statement's condition that this call does not meet. */
export const unmetConditions = (statement: Statement, call: ConcreteCall): string[] =>
  Object.entries(statement.Condition).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([key, patterns]) => !meets(operator, patterns, call.context[key] ?? []))
      .map(([key]) => key),
  );

/** Whether the statement speaks of that action on that resource, whatever its condition says. */
export const speaksOf = (statement: Statement, call: ConcreteCall): boolean =>
  statement.Action.some((action) => covers(action.toLowerCase(), call.action.toLowerCase())) &&
  statement.Resource.some((resource) => call.resources.some((arn) => covers(resource, arn)));

const applies = (statement: Statement, call: ConcreteCall): boolean =>
  speaksOf(statement, call) && unmetConditions(statement, call).length === 0;

/** Whether statements let the call pass: one allows it, none denies it. */
export const allows = (statements: readonly Statement[], call: ConcreteCall): boolean =>
  statements.some((each) => each.Effect === 'Allow' && applies(each, call)) &&
  !statements.some((each) => each.Effect === 'Deny' && applies(each, call));
