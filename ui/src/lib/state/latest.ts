/**
 * Keeps one question in flight and lets the newest win: while an answer is awaited, only the last question asked is
 * remembered, and an answer that was overtaken is dropped. So typing is never queued behind itself.
 */
export function latest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  show: (answer: Answer, question: Question) => void,
  refuse: (thrown: unknown, question: Question) => void,
): { ask: (question: Question) => void; drop: () => void } {
  let running = false
  let waiting: { question: Question } | null = null
  /** Grows when everything asked so far is no longer wanted. */
  let epoch = 0

  async function run(question: Question) {
    running = true
    const asked = epoch
    const wanted = () => waiting === null && asked === epoch
    try {
      const answer = await ask(question)
      if (wanted()) show(answer, question)
    } catch (thrown) {
      if (wanted()) refuse(thrown, question)
    }
    running = false
    const next = waiting
    waiting = null
    if (next !== null) await run(next.question)
  }

  return {
    ask(question) {
      if (running) waiting = { question }
      else void run(question)
    },
    /** Forgets what was asked: no answer to it will be shown. */
    drop() {
      epoch += 1
      waiting = null
    },
  }
}
