/** The little of saxen that we use; it comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      event: 'openTag',
      call: (name: string, attributes: () => Record<string, string> | false, decode: Decode) => void,
    ): this;
    on(event: 'closeTag', call: (name: string) => void): this;
    on(event: 'text' | 'comment' | 'attention', call: (text: string, decode: Decode) => void): this;
    on(event: 'cdata' | 'question', call: (text: string) => void): this;
    on(event: 'error' | 'warn', call: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | undefined;
  }
}
