// biome-ignore lint/style/noNamespace: Astro knows its locals by this namespace only.
declare namespace App {
  interface Locals {
    visit: import('./lib/visit.ts').Visit
  }
}
