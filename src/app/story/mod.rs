//! The timeline of a case: what happened, in words.
//!
//! A line is read after its author's name: "Ruth" + "ticked “Greet the customer”".

mod care;
mod change;
mod complaint;
mod event;
mod improvement;
mod item;
mod letter;
mod line;
mod people;
mod process;
mod promise;
mod shop;
mod survey;
mod value;
mod visit;

pub use improvement::{improvement_action, improvement_story, improvement_words};
pub use letter::{letter_field_name, letter_words};
pub use line::{Line, LineKind};
pub use people::{
    asset_field_name, asset_words, contact_words, customer_field_name, customer_words, person_words,
};
pub use process::{process_field_name, process_words};
pub use shop::{shop_field_name, shop_words, staff_field_name, staff_words};
pub use value::{case_field_name, field_words};
pub use visit::{visit_story, visit_words};

use crate::domain::calendar::Zone;
use crate::domain::case::{CaseEvent, CaseField, CaseKind};
use crate::domain::id::{AssetId, CaseId, CustomerId, StaffId};
use crate::domain::lang::Lang;
use crate::domain::process::{Process, ProcessRef};
use crate::i18n::{Texts, texts};
use crate::journal::{Change, Entry, Journal, Stamp, effective, is_doubtful};
use std::collections::HashSet;
use std::rc::Rc;

/// An entry of a case's journal.
pub type CaseEntry = Entry<CaseField, CaseEvent>;

/// What a story is told with: the language, the moment, and the names of what a case points to.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The language it is told in.
    pub lang: Lang,
    /// Now, in milliseconds since 1970: entries of a clock that runs far ahead are doubtful.
    pub now: u64,
    /// Where the shop's clock hangs.
    pub zone: Zone,
    /// The process that the case follows, in that language; without it, ids stand for names.
    pub process: Option<&'a Process>,
    /// A process that the case followed before, in that language, if known.
    pub process_at: &'a dyn Fn(&ProcessRef) -> Option<&'static Process>,
    /// The name of a member of staff, if known.
    pub staff: &'a dyn Fn(&StaffId) -> Option<String>,
    /// The name of a customer, if known.
    pub customer: &'a dyn Fn(&CustomerId) -> Option<String>,
    /// The name of a thing, if known.
    pub asset: &'a dyn Fn(&AssetId) -> Option<String>,
    /// The number of a case, if known.
    pub case: &'a dyn Fn(&CaseId) -> Option<String>,
}

impl Look<'_> {
    fn texts(&self) -> &'static Texts {
        texts(self.lang)
    }
}

/// The timeline, a line for each entry, the newest last.
#[must_use]
pub fn story(journal: &Journal<CaseKind>, look: &Look) -> Vec<Line> {
    let teller = Teller::new(journal, look);
    let targets: HashSet<&Stamp> = journal
        .iter()
        .flat_map(|entry| &entry.changes)
        .filter_map(|change| match change {
            Change::Undo(target) => Some(target),
            Change::Set { .. } | Change::Event(_) | Change::Erased | Change::Unknown(_) => None,
        })
        .collect();
    let undone = |stamp: &Stamp| targets.contains(stamp) && !effective::<CaseKind>(journal, stamp);
    journal
        .iter()
        .map(|entry| {
            let said = teller.of(entry).said(entry);
            line(look, entry, (said.kind, said.text, said.detail), undone(&entry.stamp))
        })
        .collect()
}

/// The line of an entry that says this.
fn line<F, E>(look: &Look, entry: &Entry<F, E>, said: (LineKind, String, Vec<String>), undone: bool) -> Line {
    let (kind, text, detail) = said;
    let name = entry.author.as_ref().and_then(|author| (look.staff)(author));
    Line {
        stamp: entry.stamp.clone(),
        author: name.unwrap_or_else(|| look.texts().story().somebody.to_owned()),
        text,
        detail,
        kind,
        undone,
        doubtful: is_doubtful(&entry.stamp, look.now),
    }
}

/// What an entry of this journal did, in words: what an undo of it would take back.
#[must_use]
pub fn action_words(journal: &Journal<CaseKind>, look: &Look, entry: &CaseEntry) -> String {
    Teller::new(journal, look).of(entry).said(entry).text
}

/// The process that the case follows from this entry on, if it says so.
fn process_set(entry: &CaseEntry) -> Option<&ProcessRef> {
    entry.changes.iter().find_map(|change| match change {
        Change::Set { field: CaseField::Process(at), .. } => Some(at),
        _ => None,
    })
}

/// Knows the entries that a change may point back to.
#[derive(Clone)]
struct Teller<'a> {
    look: Look<'a>,
    /// In stamp order, as a journal is.
    entries: Rc<[&'a CaseEntry]>,
}

impl<'a> Teller<'a> {
    fn new(journal: &'a Journal<CaseKind>, look: &Look<'a>) -> Self {
        Self { look: *look, entries: journal.iter().collect() }
    }

    /// The same in the words of the process that the case followed when this entry was made:
    /// stages and tasks are named within their process.
    fn of(&self, entry: &CaseEntry) -> Self {
        let until = self.entries.partition_point(|known| known.stamp <= entry.stamp);
        let at = self.entries[..until].iter().rev().find_map(|known| process_set(known));
        let then = at.filter(|at| self.look.process.is_none_or(|process| process.at != **at));
        let process = then.and_then(|at| (self.look.process_at)(at)).or(self.look.process);
        Self { look: Look { process, ..self.look }, entries: Rc::clone(&self.entries) }
    }

    /// The entries with this stamp: one, unless a stamp was used twice.
    fn at(&self, stamp: &Stamp) -> impl Iterator<Item = &'a CaseEntry> {
        let from = self.entries.partition_point(|entry| entry.stamp < *stamp);
        let found = self.entries[from..].iter().copied();
        found.take_while(|entry| entry.stamp == *stamp)
    }
}
