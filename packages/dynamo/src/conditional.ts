/** Conditional writes: a failed condition is an outcome, not an error. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Makes the write; `undefined` when its condition did not hold. Other errors are thrown. */
export const ifConditionHolds = async <T>(write: Promise<T>): Promise<T | undefined> => {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};
