const STEPS = [1, 0.92, 0.85, 0.78, 0.71, 0.64, 0.57, 0.5]

/** Sets a slide's type as large as its words leave room for: scripts and languages differ in length by half. */
export function fitSlide(slide: HTMLElement): void {
  for (const scale of STEPS) {
    slide.style.setProperty('--fit', String(scale))
    if (slide.scrollHeight <= slide.clientHeight && slide.scrollWidth <= slide.clientWidth) return
  }
}
