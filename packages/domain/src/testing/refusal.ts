/** The error that a test expects. */
import { DomainError } from '../domain-error.ts';

/** What `act` is refused with; throws when it is not refused, or fails otherwise. */
export const refusalOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
};
