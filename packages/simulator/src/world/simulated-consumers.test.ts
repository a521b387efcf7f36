import { readFunctionsFile, type FunctionsFile } from '@bbws/local-aws/functions-file';
import { describe, expect, test } from '@jest/globals';
import { simulatedConsumers } from './simulated-consumers.ts';

const names = (file: FunctionsFile) =>
  simulatedConsumers(file).map(({ functionName }) => functionName);

describe('What is simulated', () => {
  test('is every consumer that an order needs', () => {
    expect(names(readFunctionsFile())).toEqual([
      'record-creator',
      'pdf',
      'internal-notify',
      'customer-confirm',
    ]);
  });

  test('is no consumer that is new', () => {
    const file = readFunctionsFile();
    const { pdf } = file.functions;
    if (!pdf) throw new Error('There is no pdf.');

    const more = { ...file, functions: { ...file.functions, archive: pdf } };

    expect(names(more)).toEqual(names(file));
  });
});
