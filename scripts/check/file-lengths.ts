/** Fails when a hand-written source file is too long to be read at once: 200 lines, tests 300. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { root } from '../lib/root.ts';

const limitOf = (file: string): number => (/\.test\.tsx?$/.test(file) ? 300 : 200);

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.js', '*.mjml'],
  { cwd: root, encoding: 'utf8' },
)
  .trim()
  .split('\n')
  // A file that was just deleted is still in the index.
  .filter((file) => !file.includes('/generated/') && existsSync(`${root}/${file}`));

const tooLong = files
  .map((file) => ({ file, lines: readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1 }))
  .filter(({ file, lines }) => lines > limitOf(file));

for (const { file, lines } of tooLong)
  console.error(`${file} has ${lines} lines; at most ${limitOf(file)} are wanted. Split it.`);
process.exitCode = tooLong.length === 0 ? 0 : 1;
