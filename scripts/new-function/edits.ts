/** Changes of files that list functions. Each takes a text and gives it with one entry more, or says that it does not know it. Pure. */
import type { FunctionRequest } from './function-request.ts';
import { pascalCase, snakeCase } from './names.ts';
import { httpDescription } from './files/http-files.ts';
import { queueDescription } from './files/queue-files.ts';
import { scheduleDescription } from './files/schedule-files.ts';

/** @throws Error naming the file when the place for the entry is not found exactly once */
const replaceOnce = (file: string, text: string, place: RegExp, by: string): string => {
  const found = text.match(new RegExp(place, `${place.flags}g`)) ?? [];
  if (found.length === 1) return text.replace(place, by.replaceAll('$', '$$$$'));
  throw new Error(`${file} is not as this command knows it: add the entry by hand.`);
};

const shared = ['DYNAMODB_TABLE_NAME', 'ENVIRONMENT', 'LOG_LEVEL'];

/** The row of functions.json. */
const rowOf = ({ name, trigger, memoryMb, timeoutSeconds }: FunctionRequest) => {
  const sizes = { memoryMb, timeoutSeconds };
  if (trigger.type === 'http')
    return {
      ...{ description: httpDescription(name), ...sizes, trigger },
      environment: ['ALLOWED_ORIGINS', ...shared],
    };
  if (trigger.type === 'schedule')
    return {
      ...{ description: scheduleDescription(trigger.rateMinutes), ...sizes, trigger },
      environment: shared,
    };
  return {
    ...{ description: queueDescription(trigger.eventTypes), ...sizes },
    trigger: {
      type: 'queue',
      queue: queueName(name),
      eventTypes: trigger.eventTypes,
      ...{ batchSize: 10, batchWindowSeconds: 5, maximumConcurrency: 5 },
    },
    environment: ['DEAD_LETTER_QUEUE_URL', ...shared, 'QUEUE_URL'],
  };
};

/** Without the environment, which ends it. Every queue is about orders: a name that says so does not say it twice. */
export const queueName = (name: string): string => `bbws-order-${name.replace(/^order-/, '')}`;

/** functions/functions.json with the row as its last. */
export const withRow = (text: string, request: FunctionRequest): string =>
  replaceOnce(
    'functions/functions.json',
    text,
    /\n {4}\}\n {2}\}\n\}\n$/,
    `\n    },\n    "${request.name}": ${JSON.stringify(rowOf(request))}\n  }\n}\n`,
  );

/** packages/api/src/routes.ts with the route as its last. */
export const withRoute = (text: string, name: string): string => {
  const route = `get${pascalCase(name)}Route`;
  const imports = text.match(/^import \{ \w+ \} from '\.\/routes\/.+$/gm) ?? [];
  const own = `import { ${route} } from './routes/get-${name}.ts';`;
  const fileOf = (line: string) => line.replace(/^.* from /, '');
  const sorted = [...imports, own].toSorted((one, other) => (fileOf(one) < fileOf(other) ? -1 : 1));
  const listed = replaceOnce(
    'packages/api/src/routes.ts',
    text,
    /,\n\];\n$/,
    `,\n  ${route},\n];\n`,
  );
  return listed.replace(imports.join('\n'), () => sorted.join('\n'));
};

/** terraform/modules/region/policies.tf with the policy as its last, aligned as terraform fmt does. */
export const withPolicy = (text: string, name: string): string => {
  const key = name.includes('-') ? `"${name}"` : name;
  const line = `    ${key} = data.aws_iam_policy_document.${snakeCase(name)}.json`;
  const file = 'terraform/modules/region/policies.tf';
  const added = replaceOnce(file, text, /\.json\n {2}\}\n/, `.json\n${line}\n  }\n`);
  const entry = /^ {4}(\S+) += (data\.aws_iam_policy_document\..+)$/gm;
  const width = Math.max(...[...added.matchAll(entry)].map(([, each = '']) => each.length));
  return added.replace(
    entry,
    (_, each: string, value: string) => `    ${each.padEnd(width)} = ${value}`,
  );
};
