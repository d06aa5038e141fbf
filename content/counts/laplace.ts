/**
 * A draw of Laplace noise with the scale 1 / `epsilon`. One scan changes one figure of one week by one, so the noise
 * of that figure spends `epsilon` of the week's budget, and totals made from noisy figures spend nothing more.
 * `random` gives numbers in [0, 1).
 *
 * Source: Dwork, McSherry, Nissim, Smith: Calibrating noise to sensitivity in private data analysis (2006), theorem 1.
 */
export function laplace(epsilon: number, random: () => number): number {
  // In (-0.5, 0.5]: the logarithm of nothing never comes up.
  const place = 0.5 - random()
  return -(Math.sign(place) / epsilon) * Math.log(1 - 2 * Math.abs(Math.min(place, 0.5 - 1e-16)))
}
