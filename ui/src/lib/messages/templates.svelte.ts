// « Formats prédéfinis », as the core has them: read on arrival, and again after each write.
import {
  call,
  failure,
  on,
  type ApiFailure,
  type MergeField,
  type NewTemplate,
  type Template,
} from '$lib/api'
import { ofShop } from '$lib/state/followed.svelte'
import { fieldsOf, plain } from './merge'

export type Templates = ReturnType<typeof templates>

export function templates() {
  let all = $state.raw<Template[] | null>(null)
  let fields = $state.raw<MergeField[]>([])
  let refused = $state.raw<ApiFailure | null>(null)

  async function read() {
    try {
      all = await call('templates')
      if (fields.length === 0) fields = await call('merge_fields')
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Runs one write and reads what it made; returns why it was refused, or null. */
  async function write(gesture: () => Promise<unknown>): Promise<ApiFailure | null> {
    try {
      await gesture()
    } catch (thrown) {
      return failure(thrown)
    }
    await read()
    return null
  }

  return {
    /** Null until the first answer. */
    get all(): Template[] | null {
      return all
    },
    /** What may stand between braces. */
    get fields(): MergeField[] {
      return fields
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** The one of this name on a channel: both together are its own. */
    named: (of: Pick<NewTemplate, 'channel' | 'name'>): Template | null =>
      all?.find(({ channel, name }) => channel === of.channel && name === of.name.trim()) ?? null,
    /** Whether a text says nothing unless one knows which agreement it is about. */
    isAboutAgreement({ asks, subject, body }: NewTemplate): boolean {
      const about = fields.filter((field) => field.about_agreement).map((field) => plain(field.name))
      return asks || fieldsOf(`${subject} ${body}`).some((name) => about.includes(name))
    },
    create: (template: NewTemplate) => write(() => call('create_template', template)),
    save: (id: number, template: NewTemplate) => write(() => call('save_template', { id, template })),
    remove: (id: number) => write(() => call('remove_template', { id })),
    order: (ids: number[]) => write(() => call('order_templates', { ids })),
    setDefault: (id: number) => write(() => call('set_rgpd_default', { id })),
    /** Reads the templates and follows them until the returned function is called. */
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (ofShop(changed)) void read()
      })
    },
  }
}

/** The template without its identity: what is typed when it is changed, and what is previewed. */
export function textOf({ channel, name, context, purpose, asks, subject, body }: Template): NewTemplate {
  return { channel, name, context, purpose, asks, subject, body }
}
