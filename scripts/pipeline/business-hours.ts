/** When production may be deployed: while the people who can undo it are at work. Pure. */
import Holidays from 'date-holidays';

const timeZone = 'Africa/Johannesburg';
const opensAt = 9;
const closesAt = 16;

/** In words, for help and errors. */
export const businessHours = `Monday to Friday, ${opensAt}:00 to ${closesAt}:00 in South Africa, except on public holidays`;

const holidays = new Holidays('ZA', { types: ['public'], timezone: timeZone });

const parts = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone, hourCycle: 'h23', weekday: 'long' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/**
 * Why nothing is deployed at that time; `undefined` when it may be.
 * Knows the holidays of the law, with the Monday after a Sunday; not a day that was proclaimed for once, such as that of an
 * election: whoever approves says no.
 */
export const closedBecause = (at: Date): string | undefined => {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday = '', year = '', month = '', day = '', hour = '', minute = '' } = part;
  const local = `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
  const closed = (why: string) =>
    `It is ${local} in South Africa: ${why}. Deployments: ${businessHours}.`;
  if (weekday === 'Saturday' || weekday === 'Sunday') return closed('the weekend');
  const holiday = holidays.isHoliday(at);
  if (holiday) return closed(holiday.map(({ name }) => name).join(', '));
  return Number(hour) >= opensAt && Number(hour) < closesAt ? undefined : closed('out of hours');
};
