/** So many lines a page seldom has. */
const MOST = 1_000;

/**
 * The same function of a text, which keeps its last answers: lines of a page are asked about again and again, by whoever
 * looks at what stands near them. For functions that depend on nothing but the text.
 */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    if (known.size >= MOST) known.clear();
    const answer = ask(text);
    known.set(text, { answer });
    return answer;
  };
}
