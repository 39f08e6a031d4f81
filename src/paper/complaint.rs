use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::{Document, Picture};
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;

/// What the reply to a complaint says. It has no place for what stays in the shop.
#[derive(Clone, Debug, Default)]
pub struct ReplyFacts {
    /// Who is answered.
    pub customer: String,
    /// The day on which they complained.
    pub received: String,
    /// What happened, in their words.
    pub heard: String,
    /// What was found.
    pub findings: String,
    /// Whose fault it was, as a sentence.
    pub finding: String,
    /// What shows it.
    pub pictures: Vec<Picture>,
    /// How it is put right.
    pub remedy: String,
    /// The day by which it is put right.
    pub by: String,
    /// What the shop changes.
    pub change: String,
    /// Who looks after the matter.
    pub contact: String,
    /// Where else the customer can turn; empty for the usual words.
    pub way_on: String,
    /// Who signs.
    pub signatory: String,
}

/// The reply to a complaint: an apology, what was found, what is done and by when, whom to
/// reach, and where else to turn.
#[must_use]
pub fn complaint_reply(facts: &ReplyFacts, head: &PaperHead) -> Document {
    let c = texts(head.lang).complaint();
    let mut w = Writer::new(head, c.reply_title);
    w.addressee(&facts.customer);
    w.text(&match facts.received.as_str() {
        "" => c.reply_thanks_undated.to_owned(),
        date => c.reply_thanks(&date),
    });
    w.section(c.reply_heard);
    w.text(&facts.heard);
    w.section(c.reply_found);
    w.text(&facts.findings);
    w.text(&facts.finding);
    w.pictures(&facts.pictures);
    w.section(c.reply_remedy);
    w.text(&facts.remedy);
    if !facts.by.is_empty() && !facts.remedy.is_empty() {
        w.text(&c.reply_by(&facts.by));
    }
    w.section(c.reply_change);
    w.text(&facts.change);
    w.section(c.reply_contact);
    w.text(&match (facts.contact.as_str(), head.shop.phone.as_str()) {
        ("", "") => c.reply_contact_none.to_owned(),
        ("", phone) => c.reply_contact_phone(&phone),
        (name, "") => c.reply_contact_name(&name),
        (name, phone) => c.reply_contact_both(&name, &phone),
    });
    w.section(c.reply_way_on);
    w.text(c.reply_again);
    if facts.way_on.trim().is_empty() {
        w.text(c.reply_rights);
    } else {
        w.text(c.reply_turn_to);
        w.text(&facts.way_on);
    }
    w.end_section();
    w.text(c.reply_closing);
    w.regards(&facts.signatory);
    w.finish(PaperKind::ComplaintReply)
}

/// What the shop's own record of a complaint says.
#[derive(Clone, Debug, Default)]
pub struct ComplaintRecordFacts {
    /// Whose matter it is.
    pub subject: Subject,
    /// The sections: each with its title and, by name, what is known.
    pub sections: Vec<(&'static str, Vec<(&'static str, String)>)>,
    /// Who handles it.
    pub handler: String,
}

/// The shop's own record of a complaint. It says on itself that it stays in the shop.
#[must_use]
pub fn complaint_record(facts: &ComplaintRecordFacts, head: &PaperHead) -> Document {
    let (t, c) = (head.texts(), texts(head.lang).complaint());
    let mut w = Writer::new(head, c.record_title);
    w.text(c.record_note);
    w.subject(&facts.subject, &[]);
    w.count_sections();
    for (title, known) in &facts.sections {
        w.section(title);
        let known: Vec<(&str, &str)> = known.iter().map(|(name, value)| (*name, value.as_str())).collect();
        w.facts(&known);
    }
    w.end_section();
    w.parties(&[(c.record_handler, &facts.handler, t.date), (c.record_owner, "", t.date)]);
    w.finish(PaperKind::ComplaintRecord)
}
