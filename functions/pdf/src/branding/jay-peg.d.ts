// jay-peg ships no types. This is what the examination of a logo takes of it.
declare module 'jay-peg' {
  const jpeg: { readonly decode: (data: Uint8Array) => unknown };
  export default jpeg;
}
