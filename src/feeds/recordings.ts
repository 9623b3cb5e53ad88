/** Says whether a file is heard or watched. */
export const isRecording = ({ mimeType }: { readonly mimeType: string }): boolean =>
  /^(?:audio|video)\//.test(mimeType);

/** Says whether a file is a picture. */
export const isPicture = ({ mimeType }: { readonly mimeType: string }): boolean => mimeType.startsWith('image/');
