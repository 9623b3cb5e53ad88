/** What was known of a folder when its files were read: as long as it is the same they need not be read again. */
export interface FolderWord {
  /** Of its files of habits; empty without any. */
  readonly declared: string;
  /** Of the pages that were looked at to learn its furniture; empty when it is too small to teach any. */
  readonly sample: string;
  /** The furniture, sorted. */
  readonly lines: readonly string[];
}
