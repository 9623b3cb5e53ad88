/** Inside a child of the bench: sends a message to the bench, and resolves when it is on its way. */
export function tell(message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    if (process.send === undefined) throw new Error('this script is started by "npm run bench", not by hand');
    process.send(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
