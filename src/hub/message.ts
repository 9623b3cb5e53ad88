/** What is sent to a callback. */
export interface Message {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What came back: an answer with its first bytes, or the reason why there is none. */
export type Reply =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly isWhole: boolean }
  | { readonly kind: 'unanswered'; readonly reason: string };
