/** The zone in which a business day begins and ends. */
import { TimeZone } from '@bbws/domain/time-zone';
import { parsed } from './parsed.ts';

/** BUSINESS_TIME_ZONE, or where the business is. @throws UsageError when it is no zone */
export const businessTimeZone = (): string =>
  parsed(
    TimeZone,
    'BUSINESS_TIME_ZONE',
    process.env['BUSINESS_TIME_ZONE'] ?? 'Africa/Johannesburg',
  );
