/**
 * Which paragraphs of the monitoring runbook the alarms link to, read from the text of the Terraform files: every anchor, and
 * a word for what could not be understood. Pure.
 */

export type TerraformFile = { readonly path: string; readonly text: string };

const anchor = /^[a-z][a-z-]*$/;
const words = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);

/**
 * `anchor = "x"`, `anchor = c ? "x" : "y"`, `anchor = anchor` in a loop over a map of `x = { … }`, and `${var.runbook_url}#x`.
 * @throws Error naming what it does not understand, so that no alarm is left out
 */
export const alarmAnchors = (files: readonly TerraformFile[]): ReadonlySet<string> => {
  const anchors = new Set(files.flatMap(anchorsIn));
  for (const { path, text } of files)
    if (text.includes('resource "aws_cloudwatch_metric_alarm"') && !text.includes('.runbook_url}#'))
      throw new Error(`${path} has an alarm whose description links to no runbook.`);
  return anchors;
};

const anchorsIn = (file: TerraformFile): string[] => {
  const { path, text } = file;
  const direct = [...text.matchAll(/runbook_url\}#([a-z-]+)/g)].map(([, name = '']) => name);
  const named = [...text.matchAll(/^\s*anchor\s*=\s*(.+)$/gm)].flatMap(([, value = '']) => {
    if (value === 'anchor') return keysLoopedOver(file);
    // A condition compares with words of its own; those that may be anchors are behind the question mark.
    const found = words(value.slice(value.indexOf('?') + 1)).filter((word) => anchor.test(word));
    if (found.length === 0) throw new Error(`${path}: "anchor = ${value}" is not understood.`);
    return found;
  });
  return [...direct, ...named];
};

/** The keys of the map in `for anchor, … in local.NAME`. */
const keysLoopedOver = ({ path, text }: TerraformFile): string[] =>
  [...text.matchAll(/for anchor, \w+ in local\.(\w+)/g)].flatMap(([, name = '']) => {
    const block = new RegExp(`^  ${name}\\s*= \\{\\n([\\s\\S]*?)^  \\}`, 'm').exec(text)?.[1] ?? '';
    const keys = [...block.matchAll(/^ {4}([a-z][a-z-]*)\s*= \{/gm)].map(([, key = '']) => key);
    if (keys.length === 0) throw new Error(`${path}: local.${name} is not understood.`);
    return keys;
  });
