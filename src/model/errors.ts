/**
 * Three classes of error, one for each audience. Everything else that is thrown is a bug:
 * it reaches the top, is logged with its stack, and a request gets a 500.
 */

/** For the operator: a setting or a command line that cannot be used. Ends the program with exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** For the author: a file that cannot become an article. It is reported and skipped; the others go on. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  /** 1-based line of the file, where one line is to blame. */
  readonly line: number | undefined;

  constructor(message: string, line?: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

/** For the subscriber: a request that cannot be answered. Becomes problem details (RFC 9457) with this status. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: 400 | 404 | 405 | 410 | 414 | 503;

  constructor(status: RequestError['status'], message: string) {
    super(message);
    this.status = status;
  }
}
