import { settingsOf } from '@bbws/local-aws/functions-file';
import { describe, expect, test } from '@jest/globals';
import { accessLogBytes, gigabyte, logCompression, platformLogBytes } from '../assumptions.ts';
import { aFunctionWork, amountsOf, aPair, aSituation, aWork } from '../testing/situations.ts';
import { billedMilliseconds, invocations, usesOfFunctions } from './of-functions.ts';

const { functionsFile } = aSituation();
const [api, shopper] = ['api', 'shopper'].map((name) => settingsOf(functionsFile, name));
const region = 'eu-west-1';

describe('the time that is billed', () => {
  test('is the processor’s at the function’s share of it, and the wait for each answer', () => {
    const work = aFunctionWork({
      cpuMilliseconds: 10,
      calls: { 'dynamodb GetItem': 2, 'sns Publish': 1 },
    });

    // 1,024 MB have 1,024 / 1,769 of a processor.
    expect(api && billedMilliseconds(work, api)).toBeCloseTo((10 * 1769) / 1024 + 2 * 6 + 15);
  });

  test('has the wait for the Cart API where it is asked, once for each message', () => {
    const work = aFunctionWork({ messages: 2 });

    expect(shopper && billedMilliseconds(work, shopper)).toBe(300);
    expect(api && billedMilliseconds(work, api)).toBe(0);
  });
});

describe('invocations', () => {
  test('are those that were counted', () => {
    expect(api && invocations(aFunctionWork({ invocations: 3 }), api, 100)).toBe(300);
  });

  test('are batches where a queue is read', () => {
    // Two messages for each order, one order a second: 0.4 a second to each of five pollers, for 5 s.
    const second = 730 * 3600;

    expect(shopper && invocations(aFunctionWork({ messages: 2 }), shopper, second)).toBeCloseTo(
      (2 * second) / 3,
    );
  });
});

describe('the work of functions', () => {
  test('uses requests, time, units and what is asked of other services', () => {
    const work = aWork({
      functions: {
        api: aFunctionWork({
          invocations: 2,
          cpuMilliseconds: (1000 * 1024) / 1769,
          readUnits: 1.5,
          writeUnits: 7,
          calls: { 's3 GetObject': 3, 's3 PutObject': 4, 'sns Publish': 5, 'sqs SendMessage': 6 },
        }),
      },
    });

    const amounts = amountsOf(usesOfFunctions(aSituation(), { work, times: 10, region }));

    expect(amounts).toMatchObject({
      'lambdaRequest eu-west-1': 20,
      // A second, and the answers: 7 of S3, 5 of SNS, 6 of SQS.
      'lambdaTime eu-west-1': 10 * (1 + 7 * 0.04 + 5 * 0.015 + 6 * 0.01),
      'tableRead eu-west-1': 15,
      'tableWrite eu-west-1': 70,
      'fileGet eu-west-1': 30,
      'filePut eu-west-1': 40,
      'topicRequest eu-west-1': 50,
      'queueRequest eu-west-1': 60,
    });
  });

  test('takes and keeps its lines of log, those of Lambda and those of the API', () => {
    const work = aWork({
      requests: { getOrder: { times: 2, answerBytes: 0 } },
      functions: { api: aFunctionWork({ invocations: 2, logBytes: 1000 }) },
    });

    const { 'logLine eu-west-1': taken, 'logStorage eu-west-1': kept = 0 } = amountsOf(
      usesOfFunctions(aSituation({}, { logRetentionDays: 73 }), { work, times: gigabyte, region }),
    );

    expect(taken).toBe(1000 + 2 * platformLogBytes + 2 * accessLogBytes);
    // 73 days are 2.4 months of 730 hours.
    expect(kept / (taken ?? 0)).toBeCloseTo(logCompression * 2.4);
  });

  test('sends what it writes nowhere when there is one region', () => {
    const load = { work: aWork({ writtenBytes: gigabyte }), times: 2, region };

    expect(amountsOf(usesOfFunctions(aSituation(), load))).toEqual({});
  });

  test('writes in both regions, and sends what it writes', () => {
    const work = aWork({
      functions: { api: aFunctionWork({ writeUnits: 3 }) },
      writtenBytes: gigabyte,
    });

    const amounts = amountsOf(
      usesOfFunctions(aSituation({}, aPair), { work, times: 2, region: 'af-south-1' }),
    );

    expect(amounts).toMatchObject({
      'tableWrite af-south-1': 6,
      'tableWrite eu-west-1': 6,
      'regionTransfer af-south-1': 2,
    });
  });
});
