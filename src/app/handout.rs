//! What is kept of one person, as a page that they can read: in a file that needs no other, and prints.
//!
//! It says what the person's own records say, and names nobody else: not another customer, and of the shop's people only
//! that it was the shop.

use super::story::{Line, Look, story, visit_story};
use crate::domain::asset::{Asset, AssetKind};
use crate::domain::calendar::Zone;
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::{Customer, CustomerKind, Detail};
use crate::domain::id::{AssetId, CaseId, CustomerId, VisitId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::phone::Phone;
use crate::domain::process::{Process, ProcessRef};
use crate::domain::record::{Record, RecordKind, Records};
use crate::domain::visit::{Visit, VisitKind};
use crate::i18n::when::{Zone as Clocks, exact};
use crate::i18n::{Named, Texts, texts};
use crate::journal::Journal;

/// What a page is made of.
pub struct Handout<'a> {
    /// The person's records, and nobody else's.
    pub theirs: &'a Records,
    /// The shop's name.
    pub shop: &'a str,
    /// The language it is written in.
    pub lang: Lang,
    /// Now, in milliseconds since 1970.
    pub now: u64,
    /// Where the shop's clock hangs.
    pub zone: Zone,
    /// What its clocks show, in minutes ahead of UTC.
    pub clocks: Clocks,
    /// A process, in that language, if known.
    pub process: &'a dyn Fn(&ProcessRef) -> Option<&'static Process>,
}

/// The style of the page: it brings its own, and prints on A4.
const STYLE: &str = "\
body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:44em;\
margin:2em auto;padding:0 1em;color:#211f1b;background:#fff}\
h1{font-size:1.6em;margin:0}h2{font-size:1.25em;margin:2em 0 .4em;border-bottom:1px solid #bbb;break-after:avoid}\
h3{font-size:1em;margin:1.4em 0 .3em;break-after:avoid}p{margin:.3em 0}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em;margin:.4em 0}dt{color:#5b564d}dd{margin:0;\
overflow-wrap:anywhere}ul{list-style:none;margin:0;padding:0}li{margin:.35em 0;overflow-wrap:anywhere;break-inside:avoid}\
time{color:#5b564d;font-variant-numeric:tabular-nums}blockquote{margin:.1em 0 .1em 1.2em;color:#5b564d;white-space:pre-wrap}\
.paper{border:1px solid #bbb;padding:.6em 1em;margin:.6em 0}.undone{text-decoration:line-through}\
@page{size:A4;margin:20mm}@media print{body{margin:0;max-width:none;font-size:11pt}}";

impl Handout<'_> {
    /// The page, as HTML. No address is followed from it and no script can run in it.
    #[must_use]
    pub fn to_html(&self) -> String {
        let t = texts(self.lang);
        let mut page = Page::default();
        let title = t.protect().handout_title.to_owned();
        page.element("h1", &title);
        page.element("p", &t.protect().handout_about(&self.shop, &exact(self.lang, self.now, self.clocks)));
        for (key, record) in &self.theirs.0 {
            if let Record::Customer(journal) = record {
                self.customer(&mut page, t, &Customer::of(journal));
            }
            debug_assert!(key.kind != RecordKind::Shop);
        }
        self.assets(&mut page, t);
        for (key, record) in &self.theirs.0 {
            match record {
                Record::Case(journal) => self.case(&mut page, t, &key.id, journal),
                Record::Letter(journal) => self.letter(&mut page, &Letter::of(journal)),
                _ => {}
            }
        }
        let lang = self.lang.tag();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\n\
            <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
            <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style></head>\n\
            <body>\n{}</body></html>\n",
            escaped(&title),
            page.html
        )
    }

    fn customer(&self, page: &mut Page, t: &'static Texts, customer: &Customer) {
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let number = |phone: Option<&Phone>| phone.map(|phone| phone.as_str().to_owned()).unwrap_or_default();
        page.element("h2", &text(customer.name()));
        let channel = customer.preferred().copied().flatten();
        let tags: Vec<&str> = customer.tags().map(String::as_str).collect();
        let mut facts = vec![
            (Detail::Phone.name(t).to_owned(), number(customer.phone().and_then(Option::as_ref))),
            (Detail::Email.name(t).to_owned(), text(customer.email())),
            (Detail::Address.name(t).to_owned(), text(customer.address())),
            (
                Detail::Preferred.name(t).to_owned(),
                channel.map(|way| way.name(t)).unwrap_or_default().to_owned(),
            ),
            (Detail::Note.name(t).to_owned(), text(customer.note())),
            (t.people().tags.to_owned(), tags.join(t.story().between)),
        ];
        for (_, contact) in customer.contacts() {
            let name = [contact.way.name(t), contact.label.as_str()].map(str::trim).join(" ");
            facts.push((name.trim().to_owned(), contact.value.clone()));
        }
        for (_, person) in customer.people() {
            let said = [person.name.clone(), number(person.phone.as_ref())].join(" ");
            facts.push((
                if person.role.is_empty() { t.people().people.to_owned() } else { person.role.clone() },
                said,
            ));
        }
        page.facts(&facts);
    }

    fn assets(&self, page: &mut Page, t: &'static Texts) {
        let lines = self.theirs.0.values().filter_map(|record| match record {
            Record::Asset(journal) => Some(Asset::of(journal).line()),
            _ => None,
        });
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            page.element("h2", t.customers().assets);
            page.open("ul");
            lines.iter().for_each(|line| page.element("li", line));
            page.close("ul");
        }
    }

    fn case(&self, page: &mut Page, t: &'static Texts, id: &str, journal: &Journal<CaseKind>) {
        let case = Case::of(journal);
        let process = case.process().and_then(|at| (self.process)(at));
        let name = process.map(|process| process.name.as_str()).unwrap_or_default();
        let number = case.number().cloned().unwrap_or_default();
        page.element("h2", [name, &number].join(" ").trim());
        let mut lines = self.look(process, |look| {
            let mut lines = story(journal, look);
            lines.extend(self.visits_of(id).flat_map(|(_, visit)| visit_story(visit, look)));
            lines
        });
        lines.sort_by(|one, other| one.stamp.cmp(&other.stamp));
        page.open("ul");
        lines.iter().for_each(|line| self.line(page, line));
        page.close("ul");
        for held in case.papers() {
            page.element("h3", [held.value.document.title(), &held.value.number].join(" ").trim());
            page.paper(&held.value.document.plain_text());
        }
        let photos = case.photos().len();
        if photos > 0 {
            page.element("p", &t.protect().handout_photos(&photos));
        }
    }

    fn letter(&self, page: &mut Page, letter: &Letter) {
        if let Some(held) = letter.issued() {
            page.element("h2", [held.value.document.title(), &held.value.number].join(" ").trim());
            page.paper(&held.value.document.plain_text());
        }
    }

    fn line(&self, page: &mut Page, line: &Line) {
        page.open(if line.undone { "li class=\"undone\"" } else { "li" });
        page.element("time", &exact(self.lang, line.stamp.millis, self.clocks));
        page.text(&[" ", &line.author, " ", &line.text].concat());
        line.detail.iter().for_each(|detail| page.element("blockquote", detail));
        page.close("li");
    }

    fn visits_of(&self, case: &str) -> impl Iterator<Item = (Option<VisitId>, &Journal<VisitKind>)> {
        self.theirs.0.iter().filter_map(move |(key, record)| match record {
            Record::Visit(journal) if Visit::of(journal).case().is_some_and(|of| of.as_str() == case) => {
                Some((VisitId::parse(&key.id), journal))
            }
            _ => None,
        })
    }

    /// What a timeline is told with: the names of what is theirs, and of nobody else.
    fn look<T>(&self, process: Option<&Process>, tell: impl FnOnce(&Look) -> T) -> T {
        let (customers, assets) = (
            |id: &CustomerId| {
                let journal = self.theirs.journal::<CustomerKind>(id.as_str());
                Customer::of(&journal).name().cloned()
            },
            |id: &AssetId| {
                Some(Asset::of(&self.theirs.journal::<AssetKind>(id.as_str())).line())
                    .filter(|line| !line.is_empty())
            },
        );
        tell(&Look {
            lang: self.lang,
            now: self.now,
            zone: self.zone,
            process,
            process_at: self.process,
            staff: &|_| Some(self.shop.to_owned()).filter(|name| !name.is_empty()),
            customer: &customers,
            asset: &assets,
            case: &|id: &CaseId| Case::of(&self.theirs.journal::<CaseKind>(id.as_str())).number().cloned(),
        })
    }
}

/// HTML in the making: every text goes through [`escaped`].
#[derive(Default)]
struct Page {
    html: String,
}

impl Page {
    fn open(&mut self, tag: &str) {
        self.html.push_str(&format!("<{tag}>"));
    }

    fn close(&mut self, tag: &str) {
        self.html.push_str(&format!("</{tag}>\n"));
    }

    fn text(&mut self, text: &str) {
        self.html.push_str(&escaped(text));
    }

    /// Nothing where there is no text.
    fn element(&mut self, tag: &str, text: &str) {
        if !text.is_empty() {
            self.html.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        self.open("dl");
        for (name, value) in facts.iter().filter(|(_, value)| !value.trim().is_empty()) {
            self.element("dt", name);
            self.element("dd", value);
        }
        self.close("dl");
    }

    fn paper(&mut self, text: &str) {
        self.open("div class=\"paper\"");
        text.lines().for_each(|line| self.element("p", line));
        self.close("div");
    }
}

/// A text that HTML shows as it is. What would turn the direction of what follows shows as a sign of its own.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => html.push('\u{fffd}'),
            '\n' | '\t' => html.push(c),
            c if c.is_control() => html.push('\u{fffd}'),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_html_is_text() {
        assert_eq!(
            escaped("<script>alert('1')</script> & \"x\""),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;"
        );
        assert_eq!(escaped("a\u{202e}b\u{0}c\nd"), "a\u{fffd}b\u{fffd}c\nd");
    }
}
