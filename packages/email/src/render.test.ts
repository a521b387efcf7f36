import { describe, expect, test } from '@jest/globals';
import { renderMail } from './render.ts';
import { sampleViews } from './sample-views.ts';

const name = 'customer/order_rejected';
const view = sampleViews[name];
const template = { html: '<p title="{{reason}}">{{reason}}</p>', text: 'Reason: {{reason}}' };
const render = (reason: string) =>
  renderMail<typeof name>('Subject', { ...view, reason }, template);

describe('rendering a mail', () => {
  test('escapes every character with a meaning in HTML', () => {
    const mail = render(`<b class="x">Tom & 'Jerry'</b>`);

    const escaped = '&lt;b class=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/b&gt;';
    expect(mail.html).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  test('leaves the same characters alone in the text part', () => {
    const mail = render(`<b>Tom & 'Jerry'</b>`);

    expect(mail.text).toBe(`Reason: <b>Tom & 'Jerry'</b>`);
  });

  test.each(['{{supportAddress}}', '{{{supportAddress}}}', '{{#lines}}', '<% x %>'])(
    'does not evaluate %s inside a value',
    (expression) => {
      const mail = render(expression);

      expect(mail.text).toBe(`Reason: ${expression}`);
    },
  );

  test.each(['\n', '\r\n', '\u2028', '\u2029', '\u0000', '\u0085'])(
    'puts a space in the place of %j in a value',
    (character) => {
      const mail = render(`one${character}two`);

      expect([mail.text, mail.html]).toEqual(['Reason: one two', '<p title="one two">one two</p>']);
    },
  );

  test('keeps the subject to one line', () => {
    const mail = renderMail('Order\r\nBcc: other@example.com', view, template);

    expect(mail.subject).toBe('Order Bcc: other@example.com');
  });
});
