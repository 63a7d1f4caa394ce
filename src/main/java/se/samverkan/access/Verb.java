package se.samverkan.access;

/**
 * What a door may ask whether a person may do. Each has a line in the table of rights for every role; a test holds the
 * two together.
 */
public enum Verb {
    /** People and their assignments. */
    MANAGE_PEOPLE,
    /** Tokens for the API. */
    MANAGE_TOKENS,
    /** The audit log as a whole; a record's own part of it goes with seeing the record. */
    READ_AUDIT,
    /** Erase for good what the audit log knows of a record, as the law or the retention rules say. */
    DISPOSE_RECORDS,
    /** Bring figures in, from files or from Skolverket. */
    IMPORT_FIGURES,
    /** The receipts of all imports. */
    READ_IMPORTS,
    /** Units: what came after what. */
    EDIT_UNITS,
    /** The areas of an organiser. */
    EDIT_AREAS,
    /** The terms and holidays of an organiser. */
    EDIT_CALENDAR,
    /** A selection round: open it, its people, criteria, material, exclusions; freeze it and allot the places. */
    PREPARE_SELECTION,
    /** Assess units in a round that one has been asked into. */
    ASSESS_SELECTION,
    /** Decide a round that one has been asked into. */
    DECIDE_SELECTION,
    /** Tell the organisers concerned what was decided in a round that one has been asked into. */
    REVEAL_SELECTION,
    /** Read decisions that have been shared with one's own organisation. */
    READ_DECISION,
    /** Read what one's own organisation has registered: its decisions, not what they were made of. */
    READ_REGISTER,
    /** An allotted round with its data, code book and seed, for research. */
    EXPORT_RESEARCH,
    /** An invitation of one's own organiser to a selection round: read it, propose exclusions. */
    ANSWER_INVITATION,
    /** The cases that one has a part in: where they are, who is who, what is due. */
    READ_PARTNERSHIP,
    /** The cases of one's own agency or office: offer, start, pause and end them, staff them with its own people. */
    RUN_PARTNERSHIP,
    /** An organiser's case: its dates, its working groups, its own people. */
    COORDINATE_PARTNERSHIP,
    /** The steps of a case that one has a part in: mark them done. */
    DO_STEPS,
    /** The working group of one's own unit: who is in it, and for how long. */
    STAFF_UNIT,
    /** An offer to one's own organisation or unit: answer it, withdraw from it. */
    ANSWER_OFFER,
    /** The agreement of a partnership, for one's own party: write in its text, hand it over, accept the other's. */
    DRAW_UP_AGREEMENT,
    /** The money of a partnership, for one's own party: what is decided and paid, asked for and accounted for. */
    HANDLE_FUNDING,
    /** The analysis of one's own unit or organiser, or one that has been opened: read it. */
    READ_ANALYSIS,
    /** The analysis of one's own unit or organiser: write in it. */
    WRITE_ANALYSIS,
    /** The analysis of one's own unit or organiser: decide what comes first, open it for comment, adopt it. */
    ADOPT_ANALYSIS,
    /** The action plan of one's own unit or organiser, or one that has been opened: read it. */
    READ_ACTION_PLAN,
    /** The action plan of one's own unit or organiser: write in it. */
    WRITE_ACTION_PLAN,
    /** The action plan of one's own unit or organiser: decide on it for the unit, open it for comment. */
    ADOPT_ACTION_PLAN,
    /** The action plans of one's own organiser: decide that they hold, or send them back. */
    APPROVE_ACTION_PLAN,
    /** The data pack of a unit in one's own partnership: write beside its figures. */
    MAKE_DATA_PACK,
    /** The meetings of a case that one has a part in: when they are, who is invited, who came; close them. */
    PLAN_MEETINGS,
    /** The meetings of a case that one facilitates: notes that are one's own until they are shared. */
    LEAD_MEETINGS,
    /** Every meeting of a case that one has a part in, and what was shared of it. */
    READ_MEETINGS,
    /** The meetings that one is invited to: write in them, report what one has taken on. */
    TAKE_PART_IN_MEETINGS,
    /** Surveys of one's own unit or organisation: what they are, and what they came to once they were closed. */
    READ_SURVEYS,
    /** Surveys of one's own unit or organisation: draw up, open and close them, read what was written in own words. */
    RUN_SURVEYS,
    /** Idea rounds: open them, group what came and let people vote; in a case that one leads meetings in, or at one's own. */
    LEAD_IDEA_ROUNDS,
    /** The staff list of one's own unit, and which of its people were invited to what; how large a share took part. */
    KEEP_STAFF_LIST,
    /** How large a share of the staff has taken part in each step, by work team; never who did not. */
    READ_ENGAGEMENT,
    /** What providers offer: read it, search in it, see what could meet a cause. */
    READ_CATALOGUE,
    /** The catalogue of one's own organisation: write in it, take in a file. */
    EDIT_CATALOGUE,
    /** What others have learned and let one read. */
    READ_LESSONS,
    /** What one's own unit or organisation has learned: write it, choose who reads it. */
    WRITE_LESSONS,
    /** The commissions that one's own organisation is given: read them, accept, decline, counter, step back. */
    ANSWER_COMMISSIONS,
    /** The portfolio: all the partnerships that one knows of in one list, with saved views and early warnings. */
    READ_PORTFOLIO,
    /** A concern about a case that one works in: raise it, see it, follow what is done. */
    RAISE_CONCERN,
    /** What the public is told of one's own organiser, unit or office: write it and hand it over for review. */
    WRITE_PUBLICATIONS,
    /** What is to be told to the public by one's own organiser or office: review, release, send back, withdraw. */
    RELEASE_PUBLICATIONS,
    /** The follow-up of one's own unit or organiser: read its checkpoints and reports. */
    READ_FOLLOW_UP,
    /** The follow-up of one's own unit or organiser: write in it. */
    WRITE_FOLLOW_UP,
    /** The follow-up of one's own unit: close its checkpoints, adopt its reports. */
    CLOSE_FOLLOW_UP,
    /** The reports of one's own organiser's units: adopt them for the organiser, or send them back. */
    APPROVE_REPORTS,
    /** The visible signs of one's own unit: note that one was seen. */
    NOTE_SIGNS,
    /** Rounds whose places are allotted: evaluate them, by their plan or beside it, and take the data out. */
    EVALUATE,
    /** What rounds have been evaluated by and what came of it; it names no unit. */
    READ_EVALUATIONS,
    /** Sums over all partnerships of a programme, with what is of few masked; no case, no unit. */
    READ_AGGREGATES,
    /** Open data: release a table that has passed the disclosure audit, take one back. */
    RELEASE_OPEN_DATA,
    /** The programme's yearly report, and a municipality's to its board: write it. */
    WRITE_EDITION,
    /** The same report: hand it in, after which it stands. */
    HAND_IN_EDITION,
    /** Who of one's own unit's staff takes part in a commission and came to its occasions: read and write the names. */
    NOTE_ATTENDANCE,
    /** Documents of one's own organisation or unit: draw them up, open them for comment, mark and narrow them. */
    WRITE_DOCUMENTS,
    /** Adopt a document of one's own organisation or unit. */
    ADOPT_DOCUMENTS,
    /** Share an adopted document with other organisations; it can never be unshared. */
    SHARE_DOCUMENTS,
    /** Read what has been shared with one's own organisation. */
    READ_SHARED,
    /** Receipt what has been shared with one's own organisation, or ask for what is missing. */
    RECEIPT_DOCUMENTS,
    /** The register of one's own organisation: its series of case numbers, and numbers from its own registry. */
    KEEP_REGISTER,
    /** Say of two organisations whether a share between them makes a public document. */
    RULE_PUBLICITY,
    /** Providers, agencies and offices: which there are, and what they are called. */
    EDIT_ORGANISATIONS,
    /** Programme variants: draw up, take in, publish. */
    MANAGE_VARIANTS,
    /** The archive package of a matter of one's own organisation. */
    MAKE_ARCHIVE_PACKAGE,
    /** Ask signatories to sign a document of one's own organisation, and follow it. */
    ASK_FOR_SIGNATURES,
    /** Be named as one who signs for one's own organisation. */
    SIGN_DOCUMENTS,
    /** An extract of everything that is held about one person. */
    EXTRACT_PERSON,
    /** The mail of the whole installation: what waits to be sent, why, and to try again. */
    MANAGE_MAIL,
    /** Webhooks: which of an organisation's own systems are told what. */
    MANAGE_WEBHOOKS
}
