// Package services reports findings in the formats of programs that show them next to a change:
// SARIF, annotations and job summaries of GitHub, Code Quality of GitLab, JUnit, Checkstyle,
// reviewdog and Markdown.
//
// Each format has a file. It says what the program cannot show: limits on the number of
// findings, columns that it counts differently, lines that a format of drafts does not have.
// What the formats have in common is in consumer.go.
//
// The trade-off: findings beyond the limit of a service are left out, the mildest first, since
// services reject a report that is too large as a whole.
package services
