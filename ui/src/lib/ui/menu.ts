// What a menu is told to show.
import type { IconName } from './icons'

/** One line of a menu. A line with `children` opens a second menu. */
export interface MenuItem {
  label: string
  icon?: IconName
  keys?: string[]
  danger?: boolean
  disabled?: boolean
  /** Draws a rule above the line. */
  separated?: boolean
  /** Present on lines that are one of several choices; true on the current one. */
  checked?: boolean
  run?: () => void
  children?: MenuItem[]
}
