/** What compile.ts uses of mjml, which ships no types. */
declare module 'mjml' {
  export type Options = {
    readonly filePath: string;
    readonly includePath: string;
    readonly ignoreIncludes: boolean;
    readonly validationLevel: 'strict';
    readonly fonts: Readonly<Record<string, string>>;
    readonly keepComments: boolean;
    readonly minify: boolean;
  };
  export default function mjml2html(source: string, options: Options): Promise<{ html: string }>;
}
