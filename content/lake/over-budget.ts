/** Thrown by a query's tick once it has taken its time on the process that everybody waits for. */
export class OverBudget extends Error {
  constructor() {
    super('The query goes on elsewhere')
    this.name = 'OverBudget'
  }
}
