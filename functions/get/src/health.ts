/** GET /health (R-API-14). */
import { healthRoute } from '@bbws/api/routes/health';
import { DomainError } from '@bbws/domain/domain-error';
import { publicEndpoint, type Endpoint } from '@bbws/lambda/http';

export type HealthDeps = { readonly tableAnswers: () => Promise<void> };

export const health = (deps: HealthDeps): Endpoint =>
  publicEndpoint(healthRoute, async ({ log }) => {
    try {
      await deps.tableAnswers();
    } catch (error) {
      log.error('The table does not answer', error);
      throw new DomainError('SERVICE_UNAVAILABLE', 'The service cannot reach its data.', {
        retryAfterSeconds: 5,
      });
    }
    return { status: 200, data: { status: 'ok' } };
  });
