import { describe, expect, test } from '@jest/globals';
import { templates } from './generated/templates.ts';
import { found, silent, status, templatesBucket } from './testing/templates-bucket.ts';

const name = 'customer/order_rejected';
const bundled = templates[name];
/** The bundled HTML with other words: what somebody would upload. */
const versionWith = (words: string) => bundled.html.replace('We could not place your order', words);

describe('The template of the bucket', () => {
  test('takes the place of the bundled HTML, not of its text', async () => {
    const { templateOf, answers, asked, counted } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));

    const template = await templateOf(name);

    expect(template).toEqual({ html: versionWith('Sorry'), text: bundled.text });
    expect(asked).toEqual([{ url: 'https://templates.example.com/customer/order_rejected.html' }]);
    expect(counted()).toBe(0);
  });

  test('is kept for five minutes', async () => {
    const { templateOf, answers, asked, wait } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));
    await templateOf(name);

    wait(4.9);
    const template = await templateOf(name);

    expect(template.html).toContain('Sorry');
    expect(asked).toHaveLength(1);
  });

  test('is asked for by its ETag then, and kept when it has not changed', async () => {
    const { templateOf, answers, asked, wait } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));
    await templateOf(name);

    wait(5);
    answers(status(304));
    const template = await templateOf(name);

    expect(asked[1]?.ifNoneMatch).toBe('"1"');
    expect(template.html).toContain('Sorry');
  });

  test('is replaced when it has changed', async () => {
    const { templateOf, answers, wait } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));
    await templateOf(name);

    wait(5);
    answers(found(versionWith('Oh no'), '"2"'));

    expect((await templateOf(name)).html).toContain('Oh no');
  });

  test('is asked for once by the mails of a batch', async () => {
    const { templateOf, answers, asked } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));

    const all = await Promise.all(Array.from({ length: 10 }, () => templateOf(name)));

    expect(new Set(all.map(({ html }) => html)).size).toBe(1);
    expect(asked).toHaveLength(1);
  });

  test('is each template’s own', async () => {
    const { templateOf, answers } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));

    const [rejected, confirmation] = await Promise.all([
      templateOf(name),
      templateOf('customer/order_confirmation'),
    ]);

    expect(rejected.html).toContain('Sorry');
    expect(confirmation).toEqual(templates['customer/order_confirmation']);
  });
});

describe('The bundled template is sent, and a fault counted and logged, when that of the bucket', () => {
  test.each([
    ['is missing', status(404), 'HTTP_404'],
    ['may not be read', status(403), 'HTTP_403'],
    ['leads elsewhere', status(302), 'HTTP_302'],
    ['cannot be had now', status(503), 'HTTP_503'],
    ['is empty', found('', '"1"'), 'not a whole HTML document'],
    ['is cut short', found(bundled.html.slice(0, -20), '"1"'), 'not a whole HTML document'],
    [
      'shows a variable that there is none of',
      found(versionWith('{{ customerAge }}'), '"1"'),
      'unknown variable customerAge',
    ],
    [
      'lacks a variable',
      found(bundled.html.replaceAll('{{ nextStep }}', ''), '"1"'),
      'missing variable nextStep',
    ],
    [
      'does not escape a value',
      found(versionWith('{{{reason}}}'), '"1"'),
      "{{&reason}} is not allowed: every value is escaped, partials are MJML's",
    ],
    ['has a section without an end', found(versionWith('{{#a}}'), '"1"'), 'Unclosed section "a"'],
    ['runs a script', found(versionWith('<script>1</script>'), '"1"'), 'a mail has no script'],
    ['is in another encoding', found(versionWith('Mo\uFFFDre'), '"1"'), 'not UTF-8'],
    ['is too large', found(versionWith('x'.repeat(64 * 1024)), '"1"'), 'larger than 64 KB'],
  ])('%s', async (_, answer, reason) => {
    const { templateOf, answers, faults, counted } = templatesBucket();
    answers(answer);

    expect(await templateOf(name)).toEqual(bundled);
    expect(faults).toEqual([expect.stringContaining(`${name}: ${reason}`)]);
    expect(counted()).toBe(1);
  });

  test('broke after it was good', async () => {
    const { templateOf, answers, wait } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));
    await templateOf(name);

    wait(5);
    answers(found(versionWith('{{ raeson }}'), '"2"'));

    expect(await templateOf(name)).toEqual(bundled);
  });
});

describe('A bucket that does not answer', () => {
  test('holds a mail up for less than a second, and the next one not at all', async () => {
    const { templateOf, answers, asked, faults } = templatesBucket();
    answers(silent);
    const started = performance.now();

    const first = await templateOf(name);
    const second = await templateOf(name);

    expect(performance.now() - started).toBeLessThan(1_000);
    expect([first, second]).toEqual([bundled, bundled]);
    expect(asked).toHaveLength(1);
    expect(faults).toEqual([`${name}: TimeoutError`]);
  });

  test('leaves the template as it was, and is asked again after a minute', async () => {
    const { templateOf, answers, asked, wait } = templatesBucket();
    answers(found(versionWith('Sorry'), '"1"'));
    await templateOf(name);
    wait(5);
    answers(() => Promise.reject(new TypeError('fetch failed')));

    const during = await templateOf(name);
    wait(1);
    answers(status(304));
    const after = await templateOf(name);

    expect([during.html, after.html]).toEqual([versionWith('Sorry'), versionWith('Sorry')]);
    expect(asked[2]?.ifNoneMatch).toBe('"1"');
  });

  test('does not matter when not even its address can be signed', async () => {
    const address = () => Promise.reject(new Error('no credentials'));
    const { templateOf, faults } = templatesBucket({ address });

    expect(await templateOf(name)).toEqual(bundled);
    expect(faults).toEqual([`${name}: Error`]);
  });
});
