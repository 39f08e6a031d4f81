//! The letters of the sample shop: one to all, issued before most cases, and one to its key customer.

use super::desk::Plan;
use super::shop::Team;
use crate::app::command::{Pen, draft_letter_with, issue_letter, set};
use crate::app::lettering::{Setting, choices};
use crate::catalog::clause_library;
use crate::domain::customer::{Customer, CustomerField, CustomerKind};
use crate::domain::date::Date;
use crate::domain::document::Issued;
use crate::domain::id::{ClauseId, LetterId, ParameterId, StaffId};
use crate::domain::importance::Importance;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, LetterField, LetterKind, Purpose};
use crate::domain::process::Role;
use crate::domain::promise::Terms;
use crate::domain::record::{RecordKey, RecordKind, Records};
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::journal::{Clock, Field};
use crate::search::index::Index;
use crate::search::summary::Summary;

/// What the letter to all promises beside the usual.
const TO_ALL: [(&str, &str, &str); 2] =
    [("progress", "every_days", "5"), ("free_maintenance", "maintenance_months", "3")];
/// What the key customer is promised beside that.
const TO_ONE: [(&str, &str, &str); 4] = [
    ("first_response", "inside_hours", "1"),
    ("first_response", "outside_hours", "4"),
    ("written_plan", "plan_days", "1"),
    ("progress", "every_days", "3"),
];

/// The letters so far.
pub(super) struct Letters<'a> {
    lang: Lang,
    /// What the ids begin with.
    prefix: &'a str,
    /// The number of the first case of which a letter speaks.
    first: usize,
    to_all: Option<(Letter, Terms)>,
    to_one: Option<Terms>,
}

impl<'a> Letters<'a> {
    pub(super) fn of(lang: Lang, prefix: &'a str, cases: usize) -> Self {
        Self { lang, prefix, first: cases / 12 + 1, to_all: None, to_one: None }
    }

    /// What is promised to the customer of a case that comes now.
    pub(super) fn in_force(&self, key: bool) -> Option<Terms> {
        let own = self.to_one.as_ref().filter(|_| key);
        own.or(self.to_all.as_ref().map(|(_, terms)| terms)).cloned()
    }

    /// Writes the letter whose time has come before a case of this plan, if it has.
    pub(super) fn write(&mut self, plan: &Plan, mut hand: Hand) -> Option<Records> {
        match (&self.to_all, &self.to_one) {
            (None, _) if plan.n >= self.first => {
                let id = LetterId::parse(&format!("{}letter-1", self.prefix))?;
                let on = ["progress", "free_maintenance"].into_iter().filter_map(ClauseId::parse);
                let mut fields: Vec<_> = on.map(|clause| LetterField::Clause(clause, true)).collect();
                fields.extend(TO_ALL.iter().filter_map(parameter));
                fields.push(LetterField::Signatory(hand.signatory.to_owned()));
                self.to_all = Some(hand.issue(&id, "SAM-L0001", Purpose::Standing, self.lang, fields)?);
            }
            (Some((model, _)), None) if plan.key => {
                let customer = hand.known.journal::<CustomerKind>(plan.customer.as_str());
                if customer.is_empty() {
                    return None;
                }
                let important = vec![CustomerField::Importance(Some(Importance::Key))];
                let (id, customer) = (plan.customer.as_str(), Customer::of(&customer));
                hand.records = set::<CustomerKind>(&hand.pen(), id, &customer, important);
                let own: Vec<_> = TO_ONE.iter().filter_map(parameter).collect();
                let mut fields = choices(model, self.lang);
                fields.retain(|field| own.iter().all(|own| own.key() != field.key()));
                fields.extend(own);
                let id = LetterId::parse(&format!("{}letter-2", self.prefix))?;
                let purpose = Purpose::Customer(plan.customer.clone());
                let (_, terms) = hand.issue(&id, "SAM-L0002", purpose, self.lang, fields)?;
                self.to_one = Some(terms);
            }
            _ => return None,
        }
        Some(hand.records)
    }
}

fn parameter((clause, parameter, value): &(&str, &str, &str)) -> Option<LetterField> {
    let (clause, parameter) = (ClauseId::parse(clause)?, ParameterId::parse(parameter)?);
    Some(LetterField::Parameter(clause, parameter, (*value).to_owned()))
}

/// Who writes letters, and when.
pub(super) struct Hand<'a> {
    clock: Clock,
    at: u64,
    today: Date,
    author: Option<StaffId>,
    signatory: &'static str,
    known: &'a Records,
    records: Records,
}

impl<'a> Hand<'a> {
    pub(super) fn of(known: &'a Records, team: &Team, clock: Clock, at: u64, today: Date) -> Self {
        let author = team.with(Role::Supervisor, 0).cloned();
        let signatory = author.as_ref().map_or("", |author| team.name_of(author));
        Self { clock, at, today, author, signatory, known, records: Records::default() }
    }

    fn pen(&mut self) -> Pen {
        Pen { stamp: self.clock.tick(self.at), author: self.author.clone() }
    }

    /// Drafts a letter and issues it, as everywhere.
    fn issue(
        &mut self,
        id: &LetterId,
        number: &str,
        purpose: Purpose,
        lang: Lang,
        fields: Vec<LetterField>,
    ) -> Option<(Letter, Terms)> {
        let customer = match &purpose {
            Purpose::Customer(customer) => Some(RecordKey::new(RecordKind::Customer, customer.as_str())),
            Purpose::Standing | Purpose::Case(_) => None,
        };
        let drafted = draft_letter_with(&self.pen(), id, purpose, lang, fields);
        self.records.merge(drafted);
        let letter = Letter::of(&self.records.journal::<LetterKind>(id.as_str()));
        let mut index = Index::default();
        let customer = customer.and_then(|key| Summary::of(&key, self.known.0.get(&key)?));
        customer.into_iter().for_each(|summary| index.put(summary));
        let shop = Shop::of(&self.known.journal::<ShopKind>(SHOP_ID));
        let mut setting = Setting::of(&letter, &index, &shop, self.today);
        number.clone_into(&mut setting.numbering.number);
        let draft = setting.draft(&letter);
        debug_assert_eq!(draft.problems(), [], "a sample letter cannot be issued");
        let document = draft.compose();
        let issued = Issued {
            number: number.to_owned(),
            revision: setting.numbering.revision,
            date: self.today,
            replaces: None,
            visit: None,
            hash: document.hash(),
            document,
        };
        let library = clause_library(lang);
        let issued = issue_letter(&self.pen(), id, &letter, issued, library);
        self.records.merge(issued);
        let letter = Letter::of(&self.records.journal::<LetterKind>(id.as_str()));
        let terms = Terms::of(id, &letter, library)?;
        Some((letter, terms))
    }
}
