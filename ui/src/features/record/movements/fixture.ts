// For tests only: movements of one client, and a core that keeps them.
import type { Movement, MovementInput } from '$lib/api'
import type { Answers } from '$lib/api/testing'

const NOTHING: MovementInput = {
  kind: 'purchase',
  what: '',
  day: '2018-09-18',
  amount: null,
  estimate: null,
  note: '',
  in_workshop_on: null,
  ready_on: null,
  returned_on: null,
}

export const movement = (id: number, more: Partial<Movement>): Movement => ({
  id,
  client: 7,
  revision: 1,
  state: 'bought',
  ...NOTHING,
  reminded: null,
  ...more,
})

/** Answers with these movements, in the order given; a repair that is moved goes where it is sent. */
export function movingCore(movements: Movement[]): Answers {
  return {
    movements: ({ limit }) => ({
      movements: movements.slice(0, limit),
      next: movements.length > limit ? { id: 1, day: '2018-09-18', state: 'bought' } : null,
      counts: {
        purchases: movements.filter(({ kind }) => kind === 'purchase').length,
        repairs: movements.filter(({ kind }) => kind === 'repair').length,
        deposits: movements.filter(({ kind }) => kind === 'deposit').length,
        ready: movements.filter(({ state }) => state === 'ready').length,
      },
    }),
    create_movement: ({ movement: written }) => movement(99, written),
    save_movement: ({ id, movement: written }) => movement(id, written),
    move_repair: ({ id, revision, state }) => {
      const moved = movements.find((one) => one.id === id)
      return movement(id, { ...moved, state, revision: revision + 1 })
    },
    remove_movement: () => ({}),
  }
}
