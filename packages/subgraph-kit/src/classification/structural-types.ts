import type { FieldDefinitionNode } from 'graphql';
import { Kind } from 'graphql';

/** Operation roots, and what commands answer with: a `…Changed` that is not listed below leads to records and holds nothing. */
const LEADING_ON = /^(Query|Mutation|.*Changed)$/;

/**
 * Types whose fields hold no record, each with all that it may hold; whatever else it held would have no class. They are of
 * paging, the notice of withholding itself, refusals, and answers about rules, offices, accounts and one's own requests.
 */
const HOLDS: readonly (readonly [type: RegExp, fields: readonly string[]])[] = [
  [/^PageInfo$/, ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']],
  [/^Withheld$/, ['coordinate', 'code', 'clause', 'remedy']],
  [/^CommandRefusal$/, ['code', 'message', 'remedy', 'about', 'revision', 'findings', 'stories']],
  [/^EnrolmentChanged$/, ['state', 'missing']],
  [/^AccountChanged$/, ['account', 'state', 'revision']],
  [/^RoleHoldingChanged$/, ['holding', 'role', 'state', 'confirmedUntil', 'revision']],
  [/^AgencyProviderChanged$/, ['link', 'provider', 'agency', 'state', 'revision']],
  [/^SignInProvider$/, ['provider', 'address', 'agencies']],
  [/^AgencyProvider$/, ['link', 'agency', 'state', 'revision', 'proposedBy']],
  [/^ConflictChanged$/, ['conflict', 'state']],
  [/^MyAccount$/, ['state', 'missing', 'modules', 'versions', 'next']],
  [/^AccountStanding$/, ['account', 'state', 'revision', 'missing', 'holdings']],
  [/^AccountHolding$/, ['holding', 'role', 'state', 'confirmedUntil', 'revision']],
  [/^ParentalResponsibilityChanged$/, ['from', 'until']],
  [/^AdoptionChanged$/, ['sealed']],
  [/^OpenedAdoptionChanged$/, ['other']],
  [/^PersonMergeChanged$/, ['merge', 'state', 'revision', 'kept', 'merged']],
  [
    /^PersonMerge$/,
    ['merge', 'state', 'revision', 'kept', 'merged', 'evidence', 'proposedBy', 'decidedBy'],
  ],
  [/^FamilyRemovalChanged$/, ['removal', 'state', 'revision', 'dueAt']],
  [/^AccessRequestChanged$/, ['request', 'reference', 'state', 'revision', 'urgent']],
  [
    /^OwnAccessRequest$/,
    [
      ...['request', 'reference', 'state', 'askedAt', 'outcomeAt', 'role', 'revision'],
      ...['query', 'reply', 'code', 'reasons', 'urgent'],
    ],
  ],
  [
    /^WaitingAccessRequest$/,
    [
      ...[
        'request',
        'reference',
        'state',
        'revision',
        'askedAt',
        'outcomeAt',
        'practitioner',
        'role',
      ],
      ...['workingRelationship', 'purpose', 'givenName', 'familyName', 'dateOfBirth', 'postcode'],
      ...['query', 'reply'],
    ],
  ],
  [
    /^AccessRefusal$/,
    ['request', 'reference', 'code', 'reasons', 'told', 'decidedAt', 'practitioner', 'decidedBy'],
  ],
  [/^FamilyAgreementChanged$/, ['agreement', 'revision', 'toDecide', 'routes']],
  [/^DisclosureLimitChanged$/, ['person', 'level', 'holdsNow']],
  [/^SafetyRestrictionChanged$/, ['restriction', 'state', 'startsAt']],
  [/^ItemsImported$/, ['added', 'amended', 'unchanged', 'refused']],
  [/^RefusedItem$/, ['line', 'code', 'part', 'expected']],
  [/^ItemWithdrawn$/, ['withdrawn']],
  [/^ImportedItemChanged$/, ['item', 'state', 'revision']],
  [/^ImportLinkChanged$/, ['link', 'stands']],
  [/^MatchCandidatesMade$/, ['made', 'criteria']],
  [/^ImportedItems$/, ['items', 'cursor']],
  [
    /^ImportedItem$/,
    [
      ...['item', 'source', 'agency', 'kind', 'criterion', 'state', 'revision', 'receivedOn'],
      ...['givenName', 'familyName', 'dateOfBirth', 'addressLine', 'postcode', 'uprn', 'keptUntil'],
    ],
  ],
  [/^ImportProposal$/, ['person', 'agrees', 'support']],
  [/^ImportedSupport$/, ['criterion', 'supported', 'unsupported']],
  [/^ImportedGroup$/, ['members', 'criteria', 'threshold']],
  [/^ImportedGroupMember$/, ['item', 'basis', 'link', 'author', 'reason']],
  [/^PrivacyNotice$/, ['version', 'facts', 'warnings', 'promises']],
  [/^ToldFact$/, ['name', 'says', 'clauses']],
  [/^MatchingEpisode$/, ['episode', 'reference', 'agrees']],
  [
    /^OverrideChanged$/,
    [
      ...['override', 'state', 'explanation', 'revision', 'until', 'grant', 'locked'],
      ...['explainBy', 'ifNothingOpened', 'urgent'],
    ],
  ],
  [
    /^RecordedOverride$/,
    [
      ...['override', 'state', 'explanation', 'revision', 'practitioner', 'agency', 'at', 'until'],
      ...['people', 'classes', 'reason', 'noOtherWay', 'explainBy', 'explained', 'grant', 'times'],
      ...['explainedByOfficer', 'again'],
    ],
  ],
  [/^CoverChanged$/, ['cover', 'state', 'revision', 'grants', 'notPossible']],
  [
    /^WaitingCover$/,
    ['cover', 'state', 'revision', 'practitioner', 'colleague', 'until', 'reason'],
  ],
  [
    /^OwnCover$/,
    ['cover', 'state', 'colleague', 'until', 'askedAt', 'reason', 'decidedAt', 'reasons'],
  ],
  [/^ForeseeableLapse$/, ['kind', 'at', 'practitioner', 'agency', 'stranded', 'episodes']],
  [/^ContactWaiting$/, ['episode', 'reference', 'since']],
  [/^RemovalDuty$/, ['removal', 'state', 'revision', 'dueAt', 'agency', 'practitioner']],
  [
    /^ReviewAccess$/,
    [
      ...['id', 'kind', 'state', 'stage', 'revision', 'practitioner', 'about', 'endsAt'],
      ...['episodes', 'learning'],
    ],
  ],
  [/^ManifestChanged$/, ['transfer', 'revision', 'items']],
  [/^TransferChanged$/, ['transfer', 'state', 'revision', 'grant']],
  [
    /^Transfer$/,
    [
      ...['transfer', 'kind', 'state', 'revision', 'episode', 'destination', 'nation', 'authority'],
      ...['need', 'proposedBy', 'proposedAt', 'approvedBy', 'receiver', 'sentAt', 'channel'],
      ...['closedThereOn', 'wishOn', 'items'],
    ],
  ],
  [/^TransferLine$/, ['item', 'type', 'basis', 'pickedBy']],
  [/^MyReportingCredentials$/, ['credentials']],
  [
    /^ReportingCredential$/,
    [
      ...['credential', 'kind', 'title', 'purpose', 'prefix', 'provider', 'clientId', 'state'],
      ...['revision', 'endsAt'],
    ],
  ],
  [
    /^ReportingCredentialHeld$/,
    [
      ...['practitioner', 'credential', 'kind', 'title', 'purpose', 'prefix', 'provider'],
      ...['clientId', 'state', 'revision', 'endsAt'],
    ],
  ],
  [
    /^ReportingCredentialChanged$/,
    [
      ...['credential', 'kind', 'title', 'purpose', 'prefix', 'provider', 'clientId', 'state'],
      ...['revision', 'endsAt', 'key'],
    ],
  ],
  [/^ExtractChanged$/, ['agreement', 'theme', 'extract', 'state', 'revision']],
  [
    /^ExtractAgreement$/,
    [
      ...['agreement', 'revision', 'flow', 'body', 'actingFor', 'purpose', 'title', 'signedOn'],
      ...['startsOn', 'endsOn', 'fields', 'comparisonGroup', 'smallestClass', 'analysts', 'method'],
      ...['destroyBy', 'extracts'],
    ],
  ],
  [
    /^RegisteredExtract$/,
    [
      ...['extract', 'state', 'revision', 'unit', 'form', 'fields', 'from', 'to', 'lines'],
      ...['leftOut', 'headings', 'coarsened', 'destroyBy', 'analyst', 'extractedAt', 'sentAt'],
      ...['destroyedOn', 'certificate'],
    ],
  ],
  [/^CoarsenedHeading$/, ['heading', 'times']],
  [/^ExtractPart$/, ['extract', 'part', 'parts', 'csv']],
  [/^PersonInExtract$/, ['extract', 'standing', 'code', 'tell']],
  [/^ResearchThemeChanged$/, ['theme', 'state', 'revision']],
  [
    /^ResearchTheme$/,
    [
      ...['theme', 'state', 'revision', 'subgroup', 'title', 'question', 'fields'],
      ...[
        'comparisonGroup',
        'smallestClass',
        'matchingAgency',
        'analysts',
        'method',
        'startsOn',
        'endsOn',
      ],
      ...['destroyBy', 'proposedBy', 'proposedAt', 'approvals', 'extracts'],
    ],
  ],
  [/^ThemeField$/, ['field', 'because']],
  [/^ThemeApproval$/, ['agency', 'approvedBy', 'approvedAt']],
  [
    /^AgencyMeeting$/,
    [
      ...[
        'id',
        'kind',
        'state',
        'revision',
        'heldAt',
        'chair',
        'coordinatedBy',
        'invited',
        'topics',
      ],
      ...['agendaSentAt', 'agenda', 'statementVersion', 'statementReadAt', 'attendance', 'note'],
    ],
  ],
  // Nothing by which anybody could be known (SHR-3.7.6b).
  [/^AgendaItem$/, ['panelCase', 'reference', 'at', 'referringAgency']],
  [
    /^Attendance$/,
    ['practitioner', 'agency', 'visitor', 'organisation', 'statementVersion', 'toldAt'],
  ],
  [/^ConfidentialityStatement$/, ['version', 'text']],
  [/^AgencyMeetingChanged$/, ['meeting', 'state', 'revision']],
  [
    /^PanelCase$/,
    [
      ...['id', 'reference', 'state', 'revision', 'referredBy', 'referringAgency', 'meeting', 'at'],
      ...['discussedOn', 'agreedOn', 'basis', 'because', 'explainedOn', 'notExplainedBecause'],
      ...['feedbackDueAt', 'feedbackOn', 'feedbackWay'],
    ],
  ],
  [/^PanelCaseChanged$/, ['panelCase', 'state', 'revision']],
  [/^CommandFinding$/, ['rule', 'code', 'part', 'found', 'expected']],
  [
    /^AccessExplanation$/,
    [
      ...['outcome', 'message', 'code', 'clause', 'remedy', 'policyVersion'],
      ...['decidedBy', 'rules', 'required', 'roles', 'purposes'],
    ],
  ],
  [/^ExplainedRule$/, ['name', 'clause', 'role', 'effect', 'words', 'verdict', 'conditions']],
  [/^ExplainedCondition$/, ['words', 'clause', 'verdict']],
  [/^ExplainedRequirement$/, ['words', 'clause', 'remedy', 'whoCan']],
  [
    /^PolicyPreview$/,
    [
      ...['draft', 'revision', 'liveVersion', 'asOf', 'finished', 'progress', 'gaining', 'losing'],
      ...['coordinates', 'lines', 'people', 'recording', 'brokenScenarios'],
      'newlyReachable',
    ],
  ],
  [/^ImpactProgress$/, ['done', 'total']],
  [/^ImpactSide$/, ['people', 'records']],
  [/^ImpactLine$/, ['coordinates', 'class', 'roles', 'purposes', 'gaining', 'losing']],
  [/^RecordingLine$/, ['coordinates', 'class', 'roles', 'purposes', 'gaining', 'losing']],
  [/^ImpactPerson$/, ['practitioner', 'gaining', 'losing']],
  [/^ImpactOpening$/, ['coordinate', 'class', 'roles', 'condition', 'people']],
  [
    /^BrokenScenario$/,
    ['clause', 'rule', 'role', 'outcome', 'coordinates', 'purposes', 'already', 'story'],
  ],
  [/^PolicyReach$/, ['coordinate', 'class', 'liveVersion', 'readers', 'never']],
  [/^PolicyReader$/, ['role', 'purposes', 'when', 'rules', 'unless', 'seesRecord']],
  [/^AccessReport$/, ['from', 'until', 'drawnAt', 'findings']],
  [
    /^AccessReportFinding$/,
    ['kind', 'clause', 'practitioner', 'other', 'count', 'first', 'last', 'lookAt'],
  ],
  [/^JustificationProposal$/, ['legal', 'toWrite', 'approvalReasons', 'longestUntil', 'missing']],
  [/^ProposedField$/, ['field', 'proposed', 'choices', 'clauses']],
  [/^PolicyReaderRule$/, ['name', 'clause']],
  [/^PolicyReaderDenial$/, ['name', 'clause', 'when']],
  [/^RecordChanges$/, ['changes', 'cursor', 'more']],
  [/^RecordChange$/, ['type', 'id', 'episode', 'revision', 'at']],
  [/Connection$/, ['edges', 'pageInfo', 'totalCount']],
  [/Edge$/, ['cursor', 'node']],
];

/** Fields that lead on to a record, and so to fields with a class. */
const LEADS_ON = new Set(['edges', 'node', 'pageInfo']);

/** Tells a type whose fields need no class. */
export function isStructural(type: string): boolean {
  return LEADING_ON.test(type) || heldBy(type) !== undefined;
}

/** Tells whether a field of a structural type holds nothing itself: it is one of paging, or leads to an object type or an answer. */
export function holdsNothing(
  type: string,
  field: FieldDefinitionNode,
  objectTypes: ReadonlySet<string>,
): boolean {
  const held = heldBy(type);
  if (held !== undefined && !held.includes(field.name.value)) return false;
  const leadsOn = held === undefined || LEADS_ON.has(field.name.value);
  return !leadsOn || objectTypes.has(namedType(field.type));
}

function heldBy(type: string): readonly string[] | undefined {
  return HOLDS.find(([name]) => name.test(type))?.[1];
}

function namedType(type: FieldDefinitionNode['type']): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
