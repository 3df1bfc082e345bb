// Light or dark: the user's choice, else the system's. The stylesheet knows one attribute only, on <html>.

/** A chosen theme; null follows the system. */
export type Theme = 'light' | 'dark' | null

const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = null

function paint() {
  document.documentElement.dataset['theme'] = chosen ?? (systemDark.matches ? 'dark' : 'light')
}

systemDark.addEventListener('change', paint)
paint()

export const theme = {
  use(next: Theme) {
    chosen = next
    paint()
  },
}
