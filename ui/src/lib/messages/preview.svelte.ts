// A template as one client would receive it, asked of the core at every change; the newest answer wins.
import { call, failure, type ApiFailure, type NewTemplate, type TemplatePreview } from '$lib/api'
import { latest } from '$lib/state/latest'
import { partsOf, type Part } from './merge'

export type Preview = ReturnType<typeof previewing>

interface Question {
  number: number
  template: NewTemplate
  indicator: number | null
  /** How the client is agreeing right now; empty where they are not. */
  mode: string
}

export function previewing() {
  let shown = $state.raw<{ answer: TemplatePreview; question: Question } | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  const previews = latest(
    ({ mode, ...question }: Question) =>
      call('preview_template', mode === '' ? question : { ...question, mode }),
    (answer, question) => {
      shown = { answer, question }
      refused = null
    },
    (thrown) => {
      shown = null
      refused = failure(thrown)
    },
  )

  return {
    get answer(): TemplatePreview | null {
      return shown?.answer ?? null
    },
    /** What was asked about when `answer` came. */
    get template(): NewTemplate | null {
      return shown?.question.template ?? null
    },
    /** Why it cannot be shown: a field that does not exist, a brace too many. */
    get refused(): ApiFailure | null {
      return refused
    },
    get subject(): Part[] {
      return shown ? partsOf(shown.question.template.subject, shown.answer.subject) : []
    },
    get body(): Part[] {
      return shown ? partsOf(shown.question.template.body, shown.answer.body) : []
    },
    ask(question: Question): void {
      previews.ask(question)
    },
    clear(): void {
      previews.drop()
      shown = null
      refused = null
    },
  }
}
