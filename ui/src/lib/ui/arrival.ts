// On arrival at a page its title is read out, and the keyboard starts from its top.

/** For the heading of a page: `{@attach readOnArrival}`. */
export function readOnArrival(heading: HTMLElement): void {
  heading.focus()
}
