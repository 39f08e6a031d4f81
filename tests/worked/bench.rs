//! A case on the bench, and the pens of those who work on it.

use casebook::app::command::Pen;
use casebook::app::story::{Line, Look, improvement_story, story, visit_story};
use casebook::domain::case::{Case, CaseKind};
use casebook::domain::id::{CaseId, StaffId};
use casebook::domain::improvement::ImprovementKind;
use casebook::domain::lang::Lang;
use casebook::domain::record::Records;
use casebook::domain::visit::VisitKind;
use casebook::journal::{DeviceId, SessionId, Stamp, Writer};

const NOW: u64 = 1_795_264_320_000;

/// Everything written so far, and the moment.
#[derive(Clone, Default)]
pub(crate) struct Bench {
    pub(crate) records: Records,
    minutes: u64,
}

impl Bench {
    /// The pen of somebody at a device, a minute later than the last.
    pub(crate) fn pen_at(&mut self, device: u128, author: &str) -> Pen {
        self.minutes += 1;
        let writer = Writer { device: DeviceId::from_random(device), session: SessionId::from_random(1) };
        Pen { stamp: Stamp::new(NOW + self.minutes * 60_000, 0, writer), author: StaffId::parse(author) }
    }

    /// The pen of somebody at the counter.
    pub(crate) fn pen(&mut self, author: &str) -> Pen {
        self.pen_at(1, author)
    }

    pub(crate) fn take(&mut self, records: Records) {
        self.records.merge(records);
    }

    /// The case as it is now.
    pub(crate) fn case(&self) -> Case {
        Case::of(&self.records.journal::<CaseKind>(case_id().as_str()))
    }

    /// The last line of the case's timeline in each language, with its details behind bars.
    pub(crate) fn told(&self) -> [String; 3] {
        let journal = self.records.journal::<CaseKind>(case_id().as_str());
        Lang::ALL.map(|lang| look(lang, |look| last(&story(&journal, look))))
    }

    /// The case's timeline in a language.
    pub(crate) fn all_told(&self, lang: Lang) -> Vec<String> {
        let journal = self.records.journal::<CaseKind>(case_id().as_str());
        look(lang, |look| story(&journal, look).into_iter().map(|line| line.text).collect())
    }

    /// The same of an improvement's timeline.
    pub(crate) fn told_of_improvement(&self, id: &str) -> [String; 3] {
        let journal = self.records.journal::<ImprovementKind>(id);
        Lang::ALL.map(|lang| look(lang, |look| last(&improvement_story(&journal, look))))
    }

    /// The same of a visit's timeline.
    pub(crate) fn told_of_visit(&self, id: &str) -> [String; 3] {
        let journal = self.records.journal::<VisitKind>(id);
        Lang::ALL.map(|lang| look(lang, |look| last(&visit_story(&journal, look))))
    }
}

pub(crate) fn case_id() -> CaseId {
    CaseId::parse("k1").expect("an id")
}

fn look<T>(lang: Lang, f: impl FnOnce(&Look) -> T) -> T {
    let name = |id: &str| [("may", "May"), ("ruth", "Ruth")].into_iter().find(|(known, _)| *known == id);
    f(&Look {
        lang,
        now: NOW,
        zone: casebook::domain::calendar::Zone::default(),
        process: None,
        process_at: &|at| casebook::catalog::process(lang, at),
        staff: &|id| name(id.as_str()).map(|(_, name)| name.to_owned()),
        customer: &|_| None,
        asset: &|_| None,
        case: &|_| None,
    })
}

fn last(lines: &[Line]) -> String {
    let line = lines.last().expect("a line");
    std::iter::once(&line.text).chain(&line.detail).cloned().collect::<Vec<_>>().join(" | ")
}
