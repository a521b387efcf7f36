/** Files that every function has: its package, and its place in Terraform. */
import type { FunctionRequest } from '../function-request.ts';
import { snakeCase } from '../names.ts';

/** Path and content of a file that is made. */
export type MadeFile = readonly [path: string, content: string];

const dependencies = {
  http: ['@bbws/api', '@bbws/domain', '@bbws/dynamo', '@bbws/lambda'],
  queue: ['@aws-sdk/client-sqs', '@bbws/domain', '@bbws/dynamo', '@bbws/lambda'],
  schedule: ['@bbws/dynamo', '@bbws/lambda'],
} as const;

export const packageFile = ({ name, trigger }: FunctionRequest): MadeFile => [
  `functions/${name}/package.json`,
  JSON.stringify({
    name: `@bbws/${name}`,
    private: true,
    type: 'module',
    exports: { './*': './src/*.ts' },
    dependencies: Object.fromEntries(
      dependencies[trigger.type].map((dependency) => [
        dependency,
        dependency.startsWith('@bbws/') ? 'workspace:*' : 'catalog:',
      ]),
    ),
  }),
];

/** The function as Lambda starts it. @param clients lines that hand its clients over */
export const indexFile = (
  { name }: FunctionRequest,
  imports: readonly string[],
  clients: readonly string[],
): MadeFile => [
  `functions/${name}/src/index.ts`,
  `/** The Lambda: its configuration and its clients, made once at cold start. */
${imports.join('\n')}
import { makeTable } from '@bbws/dynamo/table';
import { clientSettings${clients.length > 0 ? ', queueClientSettings' : ''} } from '@bbws/lambda/client-settings';
import { startFunction } from '@bbws/lambda/start-function';
import { assemble, variables } from './assemble.ts';

const { env, runtime } = startFunction('${name}', process.env, variables);

export const handler = assemble({
  env,
  runtime,
  table: makeTable(env.DYNAMODB_TABLE_NAME, clientSettings),
  ${clients.join('\n  ')}
});
`,
];

/** What its code may call: what the code calls that is made here. */
export const policyFile = ({ name, trigger }: FunctionRequest): MadeFile => [
  `terraform/modules/region/policy-${name}.tf`,
  `# ${trigger.type === 'schedule' ? 'Asks which region writes.' : 'Reads an order by tenant.'}
data "aws_iam_policy_document" "${snakeCase(name)}" {
  statement {
    sid       = "Read"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]
  }
}
`,
];
