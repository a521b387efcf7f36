/** The version of this checkout, to find the source of something that was made from it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };
import { root } from '../lib/root.ts';

/** `0.1.0+96c13fb`, with `.changed` when files differ from that commit; `0.1.0` where there is no git. */
export const codeVersion = async (): Promise<string> => {
  try {
    const git = ['describe', '--always', '--exclude=*', '--dirty=.changed'];
    const { stdout } = await promisify(execFile)('git', git, { cwd: root });
    return `${packageFile.version}+${stdout.trim()}`;
  } catch {
    return packageFile.version;
  }
};
