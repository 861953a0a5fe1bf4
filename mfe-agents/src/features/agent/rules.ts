import type { AgentChange, AgentView } from '@piloto/api-client';
import { z } from 'zod';

export const LIMITS = { name: 80, persona: 4_000, instructions: 20_000 } as const;
export const AGENT_FIELDS = ['name', 'persona', 'instructions'] as const;

/** Messages are keys of the remote's texts. */
export const agentSchema = z.object({
  name: z.string().trim().min(1, 'agent.errors.nameMissing').max(LIMITS.name, 'agent.errors.nameLong'),
  persona: z.string().max(LIMITS.persona, 'agent.errors.tooLong'),
  instructions: z.string().max(LIMITS.instructions, 'agent.errors.tooLong'),
});
export type AgentFields = z.infer<typeof agentSchema>;

export const fieldsOf = ({ name, persona, instructions }: AgentView): AgentFields => ({ name, persona, instructions });

/** Only what differs: a field that nobody touched must not overwrite what somebody else wrote in it. */
export function changeOf(before: AgentFields, after: AgentFields): AgentChange {
  return Object.fromEntries(
    AGENT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
  );
}

/** How a conflict is settled, field by field. */
export type Choice = Partial<Record<keyof AgentFields, 'mine' | 'theirs'>>;

export function settle(mine: AgentFields, theirs: AgentFields, choice: Choice): AgentFields {
  const pick = (field: keyof AgentFields): string => (choice[field] === 'theirs' ? theirs[field] : mine[field]);
  return { name: pick('name'), persona: pick('persona'), instructions: pick('instructions') };
}

/** Fields that both sides changed to different texts. What only one side changed is kept from that side by itself. */
export function clashes(base: AgentFields, mine: AgentFields, theirs: AgentFields): (keyof AgentFields)[] {
  return AGENT_FIELDS.filter(
    (field) => mine[field] !== theirs[field] && mine[field] !== base[field] && theirs[field] !== base[field],
  );
}

/** The starting point of a conflict view: untouched fields follow the other side. */
export function merge(base: AgentFields, mine: AgentFields, theirs: AgentFields): AgentFields {
  const pick = (field: keyof AgentFields): string => (mine[field] === base[field] ? theirs[field] : mine[field]);
  return { name: pick('name'), persona: pick('persona'), instructions: pick('instructions') };
}
