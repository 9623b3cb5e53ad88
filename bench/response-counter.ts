const END_OF_HEAD = '\r\n\r\n';
const MAX_HEAD_BYTES = 16_384;

/**
 * Counts the answers in the bytes of one connection: hand it each chunk as it comes, it answers how many came to their
 * end with it. Reads no more than that takes: the status, Content-Length and the end of the head.
 *
 * Throws for an answer that is neither 2xx nor 3xx, and for one whose end it cannot tell (chunked, or no length).
 */
export function responseCounter(): (chunk: Buffer) => number {
  let head: Buffer | undefined;
  let missing = 0;
  return (chunk) => {
    let ended = 0;
    let rest = chunk;
    while (rest.length > 0) {
      if (missing > 0) {
        const taken = Math.min(missing, rest.length);
        missing -= taken;
        rest = rest.subarray(taken);
        if (missing === 0) ended += 1;
        continue;
      }
      const known = head === undefined ? rest : Buffer.concat([head, rest]);
      const end = known.indexOf(END_OF_HEAD, 0, 'latin1');
      if (end === -1) {
        if (known.length > MAX_HEAD_BYTES) throw new Error('the head of an answer does not end');
        head = known;
        return ended;
      }
      head = undefined;
      missing = bodyBytesAfter(known.toString('latin1', 0, end));
      if (missing === 0) ended += 1;
      rest = known.subarray(end + END_OF_HEAD.length);
    }
    return ended;
  };
}

function bodyBytesAfter(head: string): number {
  const status = head.slice(9, 12);
  if (!/^[23]\d\d$/.test(status)) throw new Error(`an answer was ${head.slice(0, head.indexOf('\r\n'))}`);
  if (status === '304' || status === '204') return 0;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer has no Content-Length:\n${head}`);
  return Number(length);
}
