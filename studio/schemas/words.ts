/** A name of the model as a person reads it: `whatHappens` is "What happens", `border-guard` "Border guard". */
export function words(name: string): string {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('-', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase()
}
