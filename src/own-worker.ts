/** So long, in milliseconds, a browser that is slow may take to read the blob that a worker starts from. */
const TO_START = 90_000

/** A worker from a blob inherits the content security policy of the page, one from an address does not: all that stands in the blob is the import of our own code, which may come in
 * pieces then.
 * @param file address of that code */
export function startWorker(file: string): Worker {
  const address = new URL(file, location.href).href
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' }))
  const worker = new Worker(blob, { type: 'module' })
  // read by then
  setTimeout(() => URL.revokeObjectURL(blob), TO_START)
  return worker
}
