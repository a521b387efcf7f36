/** own-keys-only: no call names another tenant than the one whose order it is about. */
import type { Breach, History } from '../world/history.ts';

export const ownKeysOnly = {
  name: 'own-keys-only',
  promise: 'No call reads or writes under the key of another tenant.',
} as const;

/** @param tenantOf the tenant of every order and of every key that the portal used */
export const foreignCalls = ({ calls }: History, tenantOf: ReadonlyMap<string, string>): Breach[] =>
  calls.flatMap(({ functionName, operation, subject, tenantId }) => {
    const owner = tenantOf.get(subject);
    return owner === undefined || tenantId === undefined || owner === tenantId
      ? []
      : [
          {
            invariant: ownKeysOnly.name,
            orderId: subject,
            message: `${functionName} made a ${operation} of ${owner} under ${tenantId}`,
          },
        ];
  });
