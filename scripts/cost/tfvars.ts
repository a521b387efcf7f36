/** What a file of Terraform's variables says of the values at its top level. Knows no more of the language than that. */
import * as v from 'valibot';

/** Text of the value by name: of one that goes on over several lines the first. */
const assignments = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^(\w+)[ \t]*=[ \t]*([^#\n]*[^#\s])/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

const Whole = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const Flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((word) => word === 'true'),
);

const Variables = v.object({
  log_retention_days: Whole,
  monthly_budget_usd: Whole,
  enable_xray: v.optional(Flag, 'false'),
  /** There is none where it is missing. */
  waf: v.optional(v.string()),
});

export type Variables = {
  readonly logRetentionDays: number;
  readonly monthlyBudgetUsd: number;
  readonly enableXray: boolean;
  readonly hasWaf: boolean;
};

/**
 * What a month's cost depends on.
 * @param text of a file such as terraform/prod.tfvars
 * @throws Error naming the file and the variable that is missing or not of its kind
 */
export const parseVariables = (file: string, text: string): Variables => {
  const result = v.safeParse(Variables, assignments(text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
  }
  const { log_retention_days, monthly_budget_usd, enable_xray, waf } = result.output;
  return {
    logRetentionDays: log_retention_days,
    monthlyBudgetUsd: monthly_budget_usd,
    enableXray: enable_xray,
    hasWaf: waf !== undefined && waf !== 'null',
  };
};
