/** Why a change of the policy was not made; what each is about stands beside it in the answer. */
export const POLICY_REFUSALS = {
  ROLE_NOT_PERMITTED: {
    status: 403,
    message: 'Your role may not do this.',
    remedy: 'Ask somebody who holds one of the roles named.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: 'You used this idempotency key before, for something else.',
    remedy: 'Send a new key, or what you sent with this one.',
  },
  POLICY_DRAFT_UNKNOWN: {
    status: 404,
    message: 'There is no such draft.',
    remedy: 'List the drafts and choose one of them.',
  },
  POLICY_CONFLICT: {
    status: 409,
    message: 'Somebody changed this draft after you read it; your change was not made.',
    remedy: 'Read the draft again and send your change with the revision that now stands.',
  },
  POLICY_DRAFT_STATE: {
    status: 409,
    message: 'The draft is not in a state in which this can be done.',
    remedy: 'Read the draft again; what is decided stays as it is, so begin a new draft.',
  },
  POLICY_DRAFT_NOT_YOURS: {
    status: 403,
    message: 'You had no part in this draft.',
    remedy: 'Ask somebody who worked on it; whoever decides on it may refuse it.',
  },
  POLICY_DRAFT_EMPTY: {
    status: 409,
    message: 'The draft changes nothing.',
    remedy: 'Add, change or remove a rule first, or withdraw the draft.',
  },
  POLICY_RULE_UNKNOWN: {
    status: 404,
    message: 'The draft has no rule of this name to change.',
    remedy: 'List the rules in force and choose one of them, or add it as a new rule.',
  },
  POLICY_RULE_SAME: {
    status: 409,
    message: 'The rule says this already.',
    remedy: 'Send what the rule is to say instead, or undo the change that the draft makes to it.',
  },
  POLICY_RULE_EXISTS: {
    status: 409,
    message: 'There is a rule of this name already.',
    remedy: 'Choose another name, or change the rule that is there.',
  },
  POLICY_RULE_INVALID: {
    status: 400,
    message: 'A rule is not one that this service could decide by.',
    remedy: 'Correct what each finding names; it says what would be right.',
  },
  POLICY_RULE_ALTERED: {
    status: 409,
    message: 'The version that this builds on is not as it was approved.',
    remedy:
      'Change, add again or remove each rule named and submit that to a second person, or roll back to a version that is as it was approved.',
  },
  POLICY_UNPROVED: {
    status: 409,
    message: 'Under these rules somebody could read what nobody may without its safeguards.',
    remedy:
      'Read each story and change the rule that lets it happen; of rules that are in force already, in a draft of its own first.',
  },
  POLICY_CHANGES_COLLIDE: {
    status: 409,
    message: 'Some changes of the draft collide with rules that have changed since.',
    remedy: 'Change those rules again in the draft, or take the changes named out of it.',
  },
  POLICY_BASE_NOT_LIVE: {
    status: 409,
    message: 'The draft was begun on a version that is no longer in force.',
    remedy: 'Rebase the draft on the version in force, look at it again, and submit it again.',
  },
  POLICY_VERSION_SCHEDULED: {
    status: 409,
    message: 'A version is approved and waits for its date; another would put it aside unseen.',
    remedy: 'Wait for its date, or call it off by rolling back to the version in force.',
  },
  POLICY_VERSION_UNKNOWN: {
    status: 404,
    message: 'There is no such policy version to roll back to.',
    remedy: 'List the policy versions and choose one that has been in force.',
  },
  POLICY_VERSION_SAME: {
    status: 409,
    message: 'The latest version has the rules of that version already.',
    remedy: 'There is nothing to roll back; compare what the two versions changed.',
  },
  POLICY_NOT_NARROWER: {
    status: 409,
    message:
      'The draft does more than narrow what may be read, so it is not active before approval.',
    remedy: 'Submit it for approval by a second person.',
  },
  POLICY_ACTIVATION_INVALID: {
    status: 400,
    message: 'A version can be activated at once or at a moment within the next year.',
    remedy: 'Leave the moment out, or give a later one with its offset from UTC.',
  },
  POLICY_ROLE_HELD: {
    status: 403,
    message:
      'Somebody with a part in this draft holds a role that it changes, now or from a later date; nobody changes what their own role may do.',
    remedy: 'Leave those roles out, or begin a draft with people who do not hold them.',
  },
  POLICY_ROLE_NOT_YOURS: {
    status: 403,
    message: 'Changes to this role are not for your role to propose.',
    remedy:
      'Administrators propose for every role but their own, whose rules an early help manager proposes.',
  },
  POLICY_HOLD_NOT_OWN: {
    status: 403,
    message: 'The change gives somebody a hold over rules that you do not have yourself.',
    remedy: 'Ask somebody who has it, or leave that field out of the rule.',
  },
  POLICY_SECOND_PERSON: {
    status: 403,
    message: 'You worked on this draft, so you cannot be the second person who decides on it.',
    remedy: 'Ask somebody who had no part in the draft.',
  },
  POLICY_APPROVER_GAINS: {
    status: 403,
    message: 'You hold a role that the draft changes, or a grant in one, now or from a later date.',
    remedy: 'Ask somebody who neither holds nor gains from the roles named.',
  },
  POLICY_APPROVER_ROLE: {
    status: 403,
    message: 'This draft is for the data protection officer to decide.',
    remedy: 'Ask the data protection officer.',
  },
  POLICY_CYCLE_BROKEN: {
    status: 409,
    message: 'Afterwards nobody could act in one of the roles that change the policy.',
    remedy:
      'Leave the administrator, the early help manager and the data protection officer able to act.',
  },
} as const satisfies Record<string, { status: number; message: string; remedy: string }>;
