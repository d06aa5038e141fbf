/**
 * Sizes beyond which a request is refused. Those of the hosted Content Lake where it
 * has one, so that what works here works there.
 *
 * @see https://www.sanity.io/docs/content-lake/technical-limits
 */
export const LIMITS = {
  mutationBytes: 4 * 1024 * 1024,
  /** Of a document as JSON: with what tools add to it on the way, it fits into one request. */
  documentBytes: 3 * 1024 * 1024,
  queryBytes: 1024 * 1024,
  queryLength: 64 * 1024,
  /** Time that one query may take, waiting for its turn not counted. */
  queryMs: 5000,
  resultBytes: 16 * 1024 * 1024,
  mutationsPerTransaction: 10_000,
  documentsPerSelection: 10_000,
  imageBytes: 32 * 1024 * 1024,
  svgBytes: 1024 * 1024,
  fileBytes: 128 * 1024 * 1024,
  /** Pixels of a picture that is read: above the cameras of most telephones, below what would fill the memory. */
  imagePixels: 64 * 1024 * 1024,
  /** Longest side of a picture that is drawn, and its pixels at most. */
  renditionSide: 8192,
  renditionPixels: 32 * 1024 * 1024,
  drawingSeconds: 15,
  /** Larger ones take many seconds as AVIF, and cannot be stopped on the way. */
  avifPixels: 4 * 1024 * 1024,
  /** Requests that may wait until it is their turn to have a picture read or drawn. */
  waitingForPictures: 64,
  /** Drawn pictures kept on disk; the longest unused go first. */
  renditionBytes: 1024 * 1024 * 1024,
  /** A listener that has missed more starts anew. */
  replayedCommits: 1000,
  /** A commit that changes more than is told in tags tells to ask everything anew. */
  tagsPerEvent: 1000,
  /** Events a slow listener may lag behind before it is cut off; it resumes when it comes back. */
  waitingEvents: 1000,
  /** Documents whose history one request may ask for. */
  documentsPerHistory: 100,
  /** Transactions or events in one page of a history. */
  historyPage: 1000,
  /** People that one request may ask for; the Studio asks for 400 at the most. */
  usersPerRequest: 400,
  /** What the Studio may remember for one person. */
  keyValues: 1000,
  keyValueBytes: 64 * 1024,
  keyLength: 256,
  keysPerRequest: 100,
  /** Web sockets: in all, of those who have not said who they are, and of one person or program. */
  sockets: 2000,
  strangerSockets: 100,
  socketsPerIdentity: 64,
  /** How long a stranger may take to say who they are. */
  strangerSeconds: 10,
  /** Bytes of one message that is sent to us; a listener's query has to fit in. */
  socketMessageBytes: 128 * 1024,
  messagesPerSecond: 20,
  messageBurst: 200,
  /** What may wait for a slow reader of a socket. */
  socketBacklogBytes: 8 * 1024 * 1024,
  streamsPerSocket: 100,
  /** What one socket may be part of: a browser tab needs one of each. */
  presencePerSocket: 8,
  presenceLocations: 32,
  /** Documents in one page of an export that goes by cursor. */
  exportPage: 1000,
} as const
