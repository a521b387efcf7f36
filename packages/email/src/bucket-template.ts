/** Checks the HTML of a template that somebody put into the templates bucket. */
import type { Template, TemplateName } from './template.ts';
import { differences, variablesOf } from './template-variables.ts';
import { contextProblems } from './value-contexts.ts';

/** Largest template in bytes: Gmail cuts a mail at 102 KB, and its values come on top. */
export const largestTemplate = 64 * 1024;

/** The key of the template's HTML in the templates bucket. */
export const templateKey = (name: TemplateName): string => `${name}.html`;

/**
 * What is wrong with `html` in the place of the HTML of `bundled`, one sentence each; empty when it can be sent: it shows exactly the
 * variables of the bundled version, each where its value is safe. An older or newer version fits only while those are the same.
 */
export const bucketTemplateProblems = (bundled: Template, html: string): readonly string[] => {
  if (Buffer.byteLength(html) > largestTemplate)
    return [`larger than ${String(largestTemplate / 1024)} KB`];
  try {
    const variables = differences(variablesOf(html), variablesOf(bundled.html));
    return [
      ...(/<html\b/i.test(html) && /<\/html>\s*$/i.test(html) ? [] : ['not a whole HTML document']),
      ...(html.includes('\uFFFD') ? ['not UTF-8'] : []),
      ...variables,
      ...contextProblems(html),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : 'not a Mustache template'];
  }
};
