/** An environment in which a function can start, and do nothing. */
import { functionVariables, sharedVariables } from '@bbws/local-aws/function-environment';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';

const queue = {
  url: 'https://sqs.example.com/queue',
  arn: 'arn:aws:sqs:af-south-1:000000000000:queue',
  deadLetterUrl: 'https://sqs.example.com/dead-letters',
  deadLetterArn: 'arn:aws:sqs:af-south-1:000000000000:dead-letters',
};

/** The variables that functions.json lists for the function, and what Lambda itself sets; every value is invented. */
export const fakeEnvironment = (functionName: string): Record<string, string> => {
  const resources = {
    environment: 'invented',
    tableName: 'orders',
    topicArn: 'arn:aws:sns:af-south-1:000000000000:events',
    templatesBucket: 'templates',
    ordersBucket: 'orders',
    queues: { [functionName]: queue },
  };
  const shared = sharedVariables(resources, 'https://cart.example.com', {
    API_BASE_URL: 'https://api.example.com',
  });
  return {
    AWS_REGION: 'af-south-1',
    AWS_ACCESS_KEY_ID: 'invented',
    AWS_SECRET_ACCESS_KEY: 'invented',
    ...functionVariables(readFunctionsFile(), functionName, resources, shared),
  };
};
