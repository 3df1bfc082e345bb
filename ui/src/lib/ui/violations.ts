// For tests only: what stands in the way of assistive technology, as far as it can be told without layout.
import axe from 'axe-core'

export async function violations(root: Element): Promise<[string, string[]][]> {
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } }
  const found = await axe.run(root as HTMLElement, options)
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
