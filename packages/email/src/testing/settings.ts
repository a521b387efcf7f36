/** Settings for tests. */
import type { CustomerMailSettings, InternalMailSettings } from '../settings.ts';

export const sampleSettings: CustomerMailSettings & InternalMailSettings = {
  portalUrl: 'https://portal.example.com',
  adminUrl: 'https://admin.example.com',
  supportAddress: 'support@example.com',
  timeZone: 'Africa/Johannesburg',
};

/** Path of the page of the sample orders in either portal. */
export const samplePage = 'orders/0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';

/** Text with ordinary spaces where a formatter put no-break ones. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00A0', ' ');
