package services

// The part of SARIF 2.1.0 that reports use.

type logSARIF struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []runSARIF `json:"runs"`
}

type runSARIF struct {
	Tool        toolSARIF         `json:"tool"`
	Invocations []invocationSARIF `json:"invocations"`
	ColumnKind  string            `json:"columnKind"`
	Results     []resultSARIF     `json:"results"`
}

type toolSARIF struct {
	Driver driverSARIF `json:"driver"`
}

type driverSARIF struct {
	Name           string      `json:"name"`
	FullName       string      `json:"fullName"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Rules          []ruleSARIF `json:"rules"`
}

type ruleSARIF struct {
	ID                   string          `json:"id"`
	Name                 string          `json:"name,omitempty"`
	ShortDescription     textSARIF       `json:"shortDescription"`
	FullDescription      textSARIF       `json:"fullDescription"`
	Help                 helpSARIF       `json:"help"`
	HelpURI              string          `json:"helpUri,omitempty"`
	DefaultConfiguration levelSARIF      `json:"defaultConfiguration"`
	Properties           propertiesSARIF `json:"properties"`
}

type helpSARIF struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type levelSARIF struct {
	Level string `json:"level"`
}

type propertiesSARIF struct {
	Tags            []string `json:"tags"`
	ProblemSeverity string   `json:"problem.severity"` // by which GitHub sorts results that are not about security
}

type textSARIF struct {
	Text string `json:"text"`
}

type invocationSARIF struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []notificationSARIF `json:"toolExecutionNotifications,omitempty"`
}

type notificationSARIF struct {
	Level     string          `json:"level"`
	Message   textSARIF       `json:"message"`
	Locations []locationSARIF `json:"locations,omitempty"`
	Rule      *ruleIDSARIF    `json:"associatedRule,omitempty"`
}

type ruleIDSARIF struct {
	ID string `json:"id"`
}

type resultSARIF struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      textSARIF          `json:"message"`
	Locations    []locationSARIF    `json:"locations"`
	Related      []locationSARIF    `json:"relatedLocations,omitempty"`
	Fingerprints fingerprintSARIF   `json:"partialFingerprints"`
	Fixes        []fixSARIF         `json:"fixes,omitempty"`
	Suppressions []suppressionSARIF `json:"suppressions,omitempty"`
	Properties   *unlistedSARIF     `json:"properties,omitempty"`
}

// unlistedSARIF counts the related places that are not listed.
type unlistedSARIF struct {
	Related int `json:"relatedUnlisted"`
}

// fingerprintSARIF has the fingerprint under a name with a version, and under the name by
// which GitHub identifies alerts.
type fingerprintSARIF struct {
	Own    string `json:"copychief/v1"`
	GitHub string `json:"primaryLocationLineHash"`
}

type locationSARIF struct {
	ID       int           `json:"id,omitempty"`
	Physical physicalSARIF `json:"physicalLocation"`
	Message  *textSARIF    `json:"message,omitempty"`
}

type physicalSARIF struct {
	Artifact artifactSARIF `json:"artifactLocation"`
	Region   *regionSARIF  `json:"region,omitempty"`
}

type artifactSARIF struct {
	URI string `json:"uri"`
}

type regionSARIF struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn,omitempty"`
	EndLine     int        `json:"endLine,omitempty"`
	EndColumn   int        `json:"endColumn,omitempty"`
	Snippet     *textSARIF `json:"snippet,omitempty"`
}

type fixSARIF struct {
	Description textSARIF     `json:"description"`
	Changes     []changeSARIF `json:"artifactChanges"`
}

type changeSARIF struct {
	Artifact     artifactSARIF      `json:"artifactLocation"`
	Replacements []replacementSARIF `json:"replacements"`
}

type replacementSARIF struct {
	Deleted  regionSARIF `json:"deletedRegion"`
	Inserted textSARIF   `json:"insertedContent"`
}

type suppressionSARIF struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification,omitempty"`
}
