import { ROLES } from '@postern/agreements';
import type { Admittance, SubgraphBlueprint } from '@postern/subgraph-kit';
import { subgraphSdl } from '@postern/subgraph-kit';
import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import { markdownTable } from './markdown-table.ts';

/** A field of Mutation with the union it answers with. */
interface Listed {
  readonly field: FieldDefinitionNode;
  readonly answer: string;
  /** Null of a step by whoever is signed in and not admitted yet. */
  readonly admits: Pick<Admittance<unknown>, 'purpose' | 'roles'> | null;
}

/** docs/commands.md: everything that can be changed through the API, and who may. */
export function commandsPage(blueprints: readonly SubgraphBlueprint[]): string {
  const listed = blueprints.flatMap(listedOf);
  const answers = [...new Set(listed.map(({ answer }) => answer))].sort();
  return `${[
    '# Commands',
    '',
    'Written from the schema and its commands by `npm run dictionary`; change these, not this page. Every field of Mutation',
    'answers with a union: what it changed, or a `CommandRefusal` with a code of [errors](errors.md), what to do next, and of',
    'wrong arguments each part with what would be right. What is refused changes nothing.',
    '',
    '- What begins something takes an `idempotencyKey` of your own: sent twice with the same arguments it is done once.',
    '- What changes something takes the `expectedRevision` that you read: of two people the later one is told so.',
    '- Every step is on the record with who took it, for which agency, on whose behalf, when and why (`accessEvents`).',
    '- Where roles are listed, one of them has to be held; what is asked beside, of the case or of the person, is told by the',
    '  refusal. “Whoever may” names no role: it depends on the episode, or on what is one’s own.',
    '',
    ...answers.flatMap((answer) => sectionOf(answer, listed)),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function sectionOf(answer: string, listed: readonly Listed[]): readonly string[] {
  return [
    `## ${answer.replace(/Result$/, '')}`,
    '',
    ...markdownTable(
      ['Command', 'What it does', 'Who', 'Purpose'],
      listed
        .filter((each) => each.answer === answer)
        .map(({ field, admits }) => [
          `\`${field.name.value}(${(field.arguments ?? []).map((each) => each.name.value).join(', ')})\``,
          (field.description?.value ?? '').replaceAll('\n', ' '),
          admits === null ? 'whoever is signed in' : whoOf(admits.roles),
          admits === null || admits.purpose === 'ANY' ? 'any' : `\`${admits.purpose}\``,
        ]),
    ),
    '',
  ];
}

function whoOf(roles: Admittance<unknown>['roles']): string {
  if (roles === 'ANY') return 'whoever may';
  const titles: Readonly<Record<string, { readonly title: string }>> = ROLES;
  return roles.map((role) => titles[role]?.title ?? role).join(', ');
}

function listedOf({
  schema,
  commands = {},
  enrolments = {},
}: SubgraphBlueprint): readonly Listed[] {
  return parse(subgraphSdl(schema))
    .definitions.filter(
      (node): node is ObjectTypeDefinitionNode =>
        (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
        node.name.value === 'Mutation',
    )
    .flatMap(({ fields = [] }) => fields)
    .flatMap((field): Listed[] => {
      const { value: name } = field.name;
      const admits = commands[name] ?? null;
      if (admits === null && enrolments[name] === undefined) return [];
      return [{ field, answer: print(field.type), admits }];
    });
}
