import type { InProcessSubgraph } from '@postern/subgraph-kit';
import { ReleaseManifest } from '@postern/subgraph-kit';
import type { Grain } from '../../src/calendar/grain.ts';
import { GRAINS } from '../../src/calendar/grain.ts';

/** A cell as it was answered. */
export interface AnsweredCell {
  readonly cellKey: string;
  readonly measure: string;
  readonly kind: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly members: readonly { readonly dimension: string; readonly code: string }[];
  readonly value: number | null;
  readonly symbol: 'c' | 'z' | 'x' | 'low' | null;
}

/** One question and its answer, in the order that it came in. */
export interface Answer {
  readonly indicator: string;
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly cells: readonly AnsweredCell[];
}

interface Asked {
  readonly indicators: readonly {
    readonly id: string;
    readonly cuts: readonly (readonly string[])[];
  }[];
}

const QUESTION = `query ($id: IndicatorId!, $grain: Grain!, $from: Month, $to: Month, $by: [Dimension!]!) {
  indicator(id: $id, grain: $grain, from: $from, to: $to, by: $by) {
    cells { cellKey measure kind periodStart periodEnd members { dimension code } value symbol }
  }
}`;

/** Asks what an analyst can ask, as one of them. */
export class Analyst {
  readonly #subgraph: InProcessSubgraph;
  readonly #subject: string;
  readonly #now: Date;

  constructor(subgraph: InProcessSubgraph, subject: string, now: Date) {
    this.#subgraph = subgraph;
    this.#subject = subject;
    this.#now = now;
  }

  /** Every cut, in both orders of its dimensions, by every grain, all months together and each alone. */
  async askAll(months: readonly string[]): Promise<readonly Answer[]> {
    const { indicators } = await this.#ask<Asked>('{ indicators { id cuts } }', {});
    const answers: Answer[] = [];
    const ranges = [
      { from: months[0], to: months.at(-1) },
      ...months.map((at) => ({ from: at, to: at })),
    ];
    for (const { id, cuts } of indicators)
      for (const cut of cuts)
        for (const by of cut.length < 2 ? [cut] : [cut, cut.toReversed()])
          for (const grain of GRAINS)
            for (const range of ranges)
              answers.push(await this.#table({ id, grain, by, ...range }));
    return answers;
  }

  async membersOf(dimension: string): Promise<readonly { code: string; within: string | null }[]> {
    const document = 'query ($id: Dimension!) { dimension(id: $id) { code within } }';
    const { dimension: members } = await this.#ask<{
      dimension: readonly { code: string; within: string | null }[];
    }>(document, { id: dimension });
    return members;
  }

  async #table(variables: {
    readonly id: string;
    readonly grain: Grain;
    readonly by: readonly string[];
  }): Promise<Answer> {
    const { indicator } = await this.#ask<{ indicator: { cells: readonly AnsweredCell[] } }>(
      QUESTION,
      variables,
    );
    return {
      indicator: variables.id,
      grain: variables.grain,
      by: variables.by,
      cells: indicator.cells,
    };
  }

  async #ask<Data>(document: string, variables: Record<string, unknown>): Promise<Data> {
    const context = {
      caller: {
        issuerId: 'development',
        subject: this.#subject,
        multiFactor: true,
        expiresAt: this.#now,
        clientId: null,
      },
      purpose: 'PLANNING_AND_REPORTING',
      manifest: new ReleaseManifest(),
    } as const;
    const { data } = await this.#subgraph.execute({ document, variables, context });
    return data as Data;
  }
}
