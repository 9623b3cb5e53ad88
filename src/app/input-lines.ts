/** Where a line ends; a return at the end of a chunk may be half of a line end. */
const LINE_END = /\r\n|[\n\u2028\u2029]|\r(?!$)/;

/**
 * The lines of a stream of UTF-8, as many at a time as came in one chunk: waiting for each line by itself costs more than
 * reading its stamp. A last line without an end is a line, and what was typed at a terminal comes at once.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<readonly string[]> {
  input.setEncoding('utf8');
  let rest = '';
  let isHalf = false;
  for await (const chunk of input) {
    const text = chunk.toString();
    // A line without an end may be gigabytes long: what is there of it is not looked through again with each chunk.
    if (isHalf || LINE_END.test(text)) {
      const lines = (rest + text).split(LINE_END);
      rest = lines.pop() ?? '';
      yield lines;
    } else rest += text;
    if (text !== '') isHalf = text.endsWith('\r');
  }
  if (rest !== '') yield [isHalf ? rest.slice(0, -1) : rest];
}
