/** What is known of the folder that a file lies in, for the readers that ask for it. */
export type FolderHabits = Readonly<Record<string, unknown>>;

/** A file as a reader gets it. */
export interface SourceFile {
  /** Inside the content folder, with `/`. */
  readonly path: string;
  /** Decoded; every line ends with `\n`. */
  readonly text: string;
  /** Undefined when nothing is known of its folder. */
  readonly habits?: FolderHabits;
}
