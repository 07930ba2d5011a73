package export

import (
	"encoding/json"
	"strings"
	"testing"
)

// postmeta writes fields of a post, a name and a value each.
func postmeta(pairs ...string) (all string) {
	for i := 0; i < len(pairs); i += 2 {
		all += "<wp:postmeta><wp:meta_key>" + pairs[i] + "</wp:meta_key><wp:meta_value><![CDATA[" + pairs[i+1] + "]]></wp:meta_value></wp:postmeta>"
	}
	return all
}

// TestFieldsOfPlugins has what plugins for search engines and languages keep beside a post.
func TestFieldsOfPlugins(t *testing.T) {
	const plain = "<title>Ferries</title><excerpt:encoded>When they leave</excerpt:encoded>"
	for _, test := range []struct{ name, in, want, not string }{
		{"Yoast, a template", postmeta("_yoast_wpseo_title", "%%title%% %%page%% %%sep%% %%sitename%%"), "<title>Ferries</title>", "%"},
		{"Yoast, words and variables", postmeta("_yoast_wpseo_title", "All boats %%sep%% %%sitename%%"), "<title>All boats</title>", "%"},
		{"a variable that only the site knows", postmeta("_yoast_wpseo_title", "%%ct_price%% boats"), "<title>Ferries</title>", "%"},
		{"Rank Math", postmeta("rank_math_title", "Boats: %title% %sep% %sitename%", "rank_math_description", "%excerpt%"), "<title>Boats: Ferries</title>", "%"},
		{"All in One SEO", postmeta("_aioseo_title", "#post_title #separator_sa #site_title", "_aioseo_description", "#post_excerpt"), `content="When they leave"`, "#"},
		{"a hash that is no variable", postmeta("_aioseo_title", "Boats #1 of #harbour"), "<title>Boats #1 of #harbour</title>", "Ferries<"},
		{"per cent", postmeta("_yoast_wpseo_title", "Boats 50 % cheaper, 100% by night"), "<title>Boats 50 % cheaper, 100% by night</title>", "Ferries<"},
		{"The SEO Framework", postmeta("_genesis_description", "All about boats"), `content="All about boats"`, "leave"},
		{"Slim SEO", postmeta("slim_seo", `a:2:{s:5:"title";s:9:"All boats";s:11:"description";s:5:"Boats";}`), "<title>All boats</title>", "leave"},
		{"not for search engines", postmeta("_yoast_wpseo_meta-robots-noindex", "1"), `<meta name="robots" content="noindex">`, "%"},
		{"not for search engines, in Rank Math", postmeta("rank_math_robots", `a:1:{i:0;s:7:"noindex";}`), `<meta name="robots" content="noindex">`, "%"},
		{"for them", postmeta("_yoast_wpseo_meta-robots-noindex", "2", "rank_math_robots", `a:1:{i:0;s:5:"index";}`), "<title>Ferries</title>", "robots"},
		{"Polylang", `<category domain="language" nicename="fr"><![CDATA[Français]]></category>`, `<html lang="fr">`, "article:tag"},
	} {
		_, got := pages(t, "a.xml", opening+wxr("post", "publish", "a", plain+test.in)+closing)
		if page := got["a"]; !strings.Contains(page, test.want) || strings.Contains(page, test.not) {
			t.Errorf("%s: want %s and not %s in\n%s", test.name, test.want, test.not, page)
		}
	}
	if _, got := pages(t, "a.xml", opening+wxr("post", "publish", "%e8%88%b9", plain)+closing); got["船"] == "" {
		t.Errorf("slugs are encoded: %v", got)
	}
}

// TestBodiesOfWordPress has what editors and builders of pages write into posts.
func TestBodiesOfWordPress(t *testing.T) {
	attachment := `<item><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>/a.jpg</wp:attachment_url>` + postmeta("_wp_attachment_image_alt", "The pier") + `</item>`
	for _, test := range []struct{ name, in, want string }{
		{"a caption", `[caption id="x" width="6"]<a href="/a"><img src="a.jpg" alt="A"/></a> The <em>pier</em>[/caption]`, `<figure><a href="/a"><img src="a.jpg" alt="A"/></a><figcaption>The <em>pier</em></figcaption></figure>`},
		{"a gallery", `[gallery ids="7,8" columns="2"]`, `<p><img src="/a.jpg" alt="The pier"></p>`},
		{"Divi", `[et_pb_row][et_pb_image src="/b.jpg" alt="A &quot;boat&quot;"][/et_pb_image][et_pb_text]<p>x</p>[/et_pb_text][et_pb_button button_text="Buy" button_url="/buy"][/et_pb_row]`, `[et_pb_row]<img src="/b.jpg" alt="A &#34;boat&#34;">[/et_pb_image][et_pb_text]<p>x</p>[/et_pb_text]<p><a href="/buy">Buy</a></p>[/et_pb_row]`},
		{"WPBakery", `[vc_row][vc_custom_heading text="Boats" font_container="tag:h3|text_align:left"][vc_single_image image="7"][/vc_row]`, `[vc_row]<h3>Boats</h3><img src="/a.jpg" alt="The pier">[/vc_row]`},
		{"an unknown shortcode", `<p>a [contact-form-7 id="1" title="x"] b</p>`, `<p>a [contact-form-7 id="1" title="x"] b</p>`},
		{"a file", `<p><a id="f" href="/t.pdf">Timetable</a><a href="/t.pdf" class="wp-block-file__button" download>Download</a></p>`, `<p><a id="f" href="/t.pdf">Timetable</a></p>`},
		{"notes", "<p>So<sup><a href=\"#2f\">1</a></sup></p>\n<!-- wp:footnotes /-->\n<p>b</p>", "<p>So<sup><a href=\"#2f\">1</a></sup></p>\n<ol class=\"wp-block-footnotes\"><li id=\"2f\">In <b>euros</b></li></ol>\n<p>b</p>"},
	} {
		fields := ""
		if test.name == "notes" {
			fields = postmeta("footnotes", `[{"id":"2f","content":"In <b>euros</b>"}]`)
		}
		_, got := pages(t, "a.xml", opening+attachment+wxr("post", "publish", "a", "<content:encoded><![CDATA["+test.in+"]]></content:encoded>"+fields)+closing)
		if !strings.Contains(got["a"], "<body>\n"+test.want+"\n</body>") {
			t.Errorf("%s: want %s in\n%s", test.name, test.want, got["a"])
		}
	}
}

// TestCardsOfGhost has a card of each kind, without the HTML that Ghost makes of it.
func TestCardsOfGhost(t *testing.T) {
	for kind, test := range map[string]struct{ fields, want string }{
		"callout":         {`"calloutText":"<p>Dogs</p>"`, "<div><p>Dogs</p></div>\n"},
		"bookmark":        {`"url":"/plan","metadata":{"title":"The plan","icon":null},"caption":"Old"`, `<figure><a href="/plan">The plan</a><figcaption>Old</figcaption></figure>` + "\n"},
		"toggle":          {`"heading":"When?","content":"<p>At night</p>"`, "<div>When?</div>\n<div><p>At night</p></div>\n"},
		"button":          {`"buttonText":"Buy","buttonUrl":"/buy"`, `<p><a href="/buy">Buy</a></p>` + "\n"},
		"gallery":         {`"images":[{"src":"/a.jpg","alt":"A"},{"src":"/b.jpg"}],"caption":"Two"`, `<figure><img src="/a.jpg" alt="A"><img src="/b.jpg" alt=""><figcaption>Two</figcaption></figure>` + "\n"},
		"product":         {`"productTitle":"Pass","productDescription":"<p>Ten</p>","productButton":"Buy","productUrl":"/p"`, `<div>Pass</div>` + "\n<div><p>Ten</p></div>\n" + `<p><a href="/p">Buy</a></p>` + "\n"},
		"file":            {`"src":"/t.pdf","fileTitle":"Times","fileCaption":"a < b"`, `<p><a href="/t.pdf">Times</a></p><div>a &lt; b</div>` + "\n"},
		"audio":           {`"title":"The horn","duration":2`, "<div>The horn</div>\n"},
		"header":          {`"heading":"Sail","subheading":"Daily"`, "<h2>Sail</h2>\n<div>Daily</div>\n\n"},
		"signup":          {`"heading":"Sign up"`, "<div>Sign up</div>\n"},
		"paywall":         {``, ""},
		"email":           {`"html":"<p>Hey</p>"`, ""},
		"embed":           {`"html":"<iframe src=\"/v\"></iframe>","caption":"A film"`, `<figure><iframe src="/v"></iframe><figcaption>A film</figcaption></figure>` + "\n"},
		"video":           {`"caption":"Waves"`, "<figure><figcaption>Waves</figcaption></figure>\n"},
		"call-to-action":  {`"textValue":"<p>Go</p>","buttonText":"Here","buttonUrl":"/h"`, "<div><p>Go</p></div>\n" + `<p><a href="/h">Here</a></p>` + "\n"},
		"at-link":         {`"url":"/x","children":[{"type":"text","text":"x"}]`, `<a href="/x">x</a>`},
		"extended-text":   {`"text":"old","format":4`, "<s>old</s>"},
		"something-later": {`"value":{"a":1}`, ""},
	} {
		node := `{"root":{"type":"root","children":[{"type":"` + kind + `","version":1` + strings.TrimSuffix(","+test.fields, ",") + `}]}}`
		if got, err := lexical(node); err != nil || got != test.want {
			t.Errorf("%s: got %q, %v; want %q", kind, got, err, test.want)
		}
	}
	if _, err := lexical(`{"root":{"children":[{"type":"markdown","markdown":"# a"}]}}`); err == nil || !strings.Contains(err.Error(), "Markdown") {
		t.Error(err)
	}
}

// TestRepeatedCards leaves out of Ghost's HTML what it writes into each post.
func TestRepeatedCards(t *testing.T) {
	for in, want := range map[string]string{
		`<h4 class="kg-toggle-heading-text"><span>When?</span></h4>`:                               `<p class="kg-toggle-heading-text"><span>When?</span></p>`,
		`<h2 id="sail" class="kg-header-card-heading">Sail</h2>`:                                   `<h2 id="sail" class="kg-header-card-heading">Sail</h2>`,
		`<img src="p.jpg" class="kg-product-card-image" loading="lazy">`:                           `<img src="p.jpg" class="kg-product-card-image" loading="lazy" alt="">`,
		`<div class="kg-audio-time">/<span class="kg-audio-duration">3:45</span></div>`:            `<div class="kg-audio-time"></div>`,
		`<div class="kg-signup-card-success">Email sent!</div>`:                                    ``,
		`<figure class="kg-card kg-image-card"><img src="a.jpg" class="kg-image" alt=""></figure>`: `<figure class="kg-card kg-image-card"><img src="a.jpg" class="kg-image" alt=""></figure>`,
	} {
		if got := plainCards(in); got != want {
			t.Errorf("%s: got %s", in, got)
		}
	}
}

// TestCardsThatMultiply has a document that names a large card many times.
func TestCardsThatMultiply(t *testing.T) {
	large, _ := json.Marshal(strings.Repeat("x", 1<<20))
	doc := `{"cards":[["html",{"html":` + string(large) + `}]],"sections":[` + strings.TrimSuffix(strings.Repeat("[10,0],", 100), ",") + `]}`
	if _, err := fromMobiledoc(doc); err == nil || !strings.Contains(err.Error(), "more than 16 MB") {
		t.Error(err)
	}
	for _, damaged := range []string{"", "[]", `{"sections":[[1],[3],[10,9],[10,-1],[1,"p",[[0,[9],5,"a"]]],["x"],7]}`, `{"sections":[[1,"script",[[0,[0],0,"a"]]]],"markups":[["script",["href","x"]]]}`} {
		if got, _ := fromMobiledoc(damaged); strings.Contains(got, "<script") {
			t.Errorf("%s: %s", damaged, got)
		}
	}
}
