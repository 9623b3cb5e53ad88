/** Says of a line whether it is one of these: each written as it is, or with `*` for any text. Capitals make no difference. */
export function droppedLines(globs: readonly string[]): (line: string) => boolean {
  const matchers = globs.map(matcherOf);
  return (line) => matchers.some((isAlike) => isAlike(line));
}

/** Linear: each part between two stars is looked for once. */
function matcherOf(glob: string): (line: string) => boolean {
  const parts = glob.toLowerCase().split('*');
  const [first = '', ...others] = parts;
  const last = others.pop();
  return (line) => {
    const text = line.toLowerCase();
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of others) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}
