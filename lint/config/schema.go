package config

import "go.yaml.in/yaml/v4"

// These structs describe the format of a configuration file, for the decoder and the JSON
// Schema. Editors show the doc tags.

// schema is a configuration file.
type schema struct {
	Profile    text         `yaml:"profile" doc:"the set of severities and numbers to start from"`
	Extends    text         `yaml:"extends" doc:"another name for profile"`
	Rules      *yaml.Node   `yaml:"rules" doc:"rules by name: a severity, or options with severity among them"`
	Overrides  []*yaml.Node `yaml:"overrides" doc:"settings for some files only; later entries win"`
	Fields     *yaml.Node   `yaml:"fields" doc:"names of metadata fields by what they are for, the preferred first"`
	Site       siteSchema   `yaml:"site" doc:"the site that the drafts are published on"`
	Ignore     []text       `yaml:"ignore" doc:"globs of files that are not checked, relative to the folder of this file"`
	Language   text         `yaml:"language" doc:"language of drafts that do not declare one, such as en or pt-BR"`
	Shortcodes *yaml.Node   `yaml:"shortcodes" doc:"template tags by name: what they are and which arguments matter"`
	Limits     limits       `yaml:"limits" doc:"what exceeds a limit is not checked, and the report says so"`

	Keyphrases    text       `yaml:"keyphrases" doc:"a .csv or .yml file with the keyphrases of each article"`
	Sources       []text     `yaml:"sources" doc:"folders and files with the texts that drafts quote from, relative to the folder of this file; nothing in them is a draft"`
	Tolerance     text       `yaml:"tolerance" doc:"what a quotation may leave out unmarked: nothing (strict), or fillers such as “um” (cleaned)"`
	Baseline      text       `yaml:"baseline" doc:"the file of known findings, which are set aside; copychief baseline writes it"`
	Recognise     *bool      `yaml:"recognise" doc:"fill in what this file leaves open by recognising the generator of the site; true unless set"`
	House         *yaml.Node `yaml:"house" doc:"rules of this house by name; see docs/house-rules.md"`
	Packs         []text     `yaml:"packs" doc:"files with rules of this house, as paths or globs in the repository, and packs of copychief by name; see docs/house-rules.md"`
	RequireReason bool       `yaml:"require-reason" doc:"a suppression in a draft must give a reason"`
}

// exception is an entry of overrides: settings for some files only.
type exception struct {
	Files    []text     `yaml:"files" doc:"globs of the files that this is for, relative to the folder of this file"`
	Ignore   bool       `yaml:"ignore" doc:"do not check these files"`
	Profile  text       `yaml:"profile" doc:"the profile of these files"`
	Rules    *yaml.Node `yaml:"rules" doc:"rules by name: a severity, or options with severity among them"`
	Fields   *yaml.Node `yaml:"fields" doc:"names of metadata fields by what they are for, the preferred first"`
	Language text       `yaml:"language" doc:"language of these files if they do not declare one"`
	Kind     text       `yaml:"kind" doc:"what these files are, such as article or sample, whatever their names and contents say"`
}

type siteSchema struct {
	Hosts  []text `yaml:"hosts" doc:"hosts of the site, such as example.org; links to these are internal, www is implied"`
	Root   text   `yaml:"root" doc:"folder where the site begins; the folder of this file unless set"`
	Static []text `yaml:"static" doc:"folders that are served from the root of the site"`
}

type limits struct {
	File        text `yaml:"file" doc:"bytes of a draft"`
	FrontMatter text `yaml:"front_matter" doc:"bytes of front matter"`
	Keys        text `yaml:"keys" doc:"front matter keys"`
	Nesting     text `yaml:"nesting" doc:"levels of quotations, lists and elements"`
	Parts       text `yaml:"parts" doc:"lines, tags and marks of a draft"`
	TableCells  text `yaml:"table_cells" doc:"empty cells that are added to the short rows of a table"`
}

type shortcode struct {
	Kind    text   `yaml:"kind" doc:"what the tag is"`
	Source  string `yaml:"source" doc:"argument with the address of an image or link, or the speaker of a quotation: src, 1 or src|1"`
	Alt     string `yaml:"alt" doc:"argument with the alt text of an image, or the text of a link"`
	Caption string `yaml:"caption" doc:"argument with the caption of an image"`
}
