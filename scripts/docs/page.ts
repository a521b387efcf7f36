/** A Markdown page by those of its parts that can be checked. Knows nothing of files. */
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

type Heading = {
  /** 1 for the title. */
  readonly depth: number;
  readonly text: string;
  /** What GitHub makes of it, without `#`. */
  readonly anchor: string;
  readonly line: number;
};

type Link = {
  /** As it is written: an address, a path, an anchor. */
  readonly to: string;
  readonly line: number;
};

export type Code = {
  readonly text: string;
  /** Of its first line. */
  readonly line: number;
  /** Absent for code within a sentence. */
  readonly block?: {
    /** What stands behind the fence, such as `sh`; empty for none. */
    readonly language: string;
  };
};

export type Page = {
  /** From the repository's root. */
  readonly path: string;
  readonly headings: readonly Heading[];
  /** Of pictures too. */
  readonly links: readonly Link[];
  readonly code: readonly Code[];
};

const lineOf = ({ position }: Nodes): number => position?.start.line ?? 0;

export const readPage = (path: string, text: string): Page => {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const links: Link[] = [];
  const code: Code[] = [];
  visit(fromMarkdown(text), (node) => {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const words = toString(node);
      headings.push({ depth: node.depth, text: words, anchor: slugger.slug(words), line });
    }
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      links.push({ to: node.url, line });
    if (node.type === 'inlineCode') code.push({ text: node.value, line });
    // The fence has a line of its own.
    if (node.type === 'code')
      code.push({ text: node.value, line: line + 1, block: { language: node.lang ?? '' } });
  });
  return { path, headings, links, code };
};
