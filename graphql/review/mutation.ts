import type { Action } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { mutationsOf } from "#graphql/kernel/change.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { stepInput } from "./input.ts";
import type { ReviewAction } from "./rules.ts";
import { type Reviewable, takeStep } from "./store.ts";

/** Makes the one mutation that takes a step in the review of one kind of thing: its table says what may be done, from where, and
 *  by whom; `permission` names the right that each action needs. */
export function reviewMutation<Row extends { id: string; state: State }, State extends string, A extends ReviewAction>(
  mutation: ReturnType<typeof mutationsOf<Row>>,
  { name, steps, description }: { name: string; steps: string; description: string },
  reviewed: Reviewable<Row, State, A>,
  permission: (action: A) => Action,
): void {
  const actions = [...new Set(reviewed.transitions.map(({ action }) => action))];
  const type = builder.enumType(steps, { values: actions, description: "A step of the review." });
  mutation(name, {
    description,
    action: ({ action }) => permission(action as A),
    args: builder.args((t) => ({
      action: t.field({ type, required: true }),
      comment: t.string({ description: "Needed by whatever undoes work, and by a refusal." }),
      rule: t.field({ type: enums.RefusalRule, description: "Which rule a refusal names." }),
      exception: t.string({ description: "Why to accept although something is lacking; everybody reads it." }),
    })),
    schema: stepInput,
    run: (tx, context, row, said, { action }) => takeStep(tx, context, reviewed, row, { ...said, action: action as A }),
  });
}
