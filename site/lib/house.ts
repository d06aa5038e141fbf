/** Id of the process itself: what it writes, such as the demo, has an author too. */
export const HOUSE_ID = 'waymark'
