/** MJML to HTML. Build time only: nothing that runs in a function may import this file, since mjml weighs megabytes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mjml2html from 'mjml';
import type { TemplateName } from './template.ts';

/**
 * The HTML of a template, its Mustache variables untouched; the same source always gives the same text.
 * @param folder the templates' root; includes must lie inside it
 * @throws an error naming the template on any MJML error, unknown attribute or include that cannot be read
 */
export const compileTemplate = async (folder: string, name: TemplateName): Promise<string> => {
  const filePath = join(folder, `${name}.mjml`);
  const source = await readFile(filePath, 'utf8');
  const options = {
    filePath,
    includePath: folder,
    ignoreIncludes: false,
    validationLevel: 'strict',
    fonts: {},
  } as const;
  try {
    // Even under strict validation an include that cannot be read only leaves a comment.
    const draft = await mjml2html(source, { ...options, keepComments: true, minify: false });
    const [failedInclude] = /mj-include (?:fails|denied)[^>]*/.exec(draft.html) ?? [];
    if (failedInclude !== undefined) throw new Error(failedInclude);
    const { html } = await mjml2html(source, { ...options, keepComments: false, minify: true });
    return html;
  } catch (error) {
    throw new Error(`Template ${name} does not compile: ${String(error)}`, { cause: error });
  }
};
