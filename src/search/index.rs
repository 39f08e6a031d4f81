//! All summaries in memory, kept together so that lists are a scan.

use super::rank::in_order;
use super::summary::{
    AssetSummary, CaseSummary, CustomerSummary, ImprovementSummary, LetterSummary, Mark, ProcessSummary,
    Summary, VisitSummary,
};
use super::watch::Watch;
use super::words::Words;
use crate::domain::date::Date;
use crate::domain::phone::digits;
use crate::domain::record::{RecordKey, RecordKind};
use std::collections::HashMap;

/// The summaries of everything that lists show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Index {
    /// The cases, by id.
    pub cases: HashMap<String, CaseSummary>,
    /// The customers, by id.
    pub customers: HashMap<String, CustomerSummary>,
    /// The assets, by id.
    pub assets: HashMap<String, AssetSummary>,
    /// The letters, by id.
    pub letters: HashMap<String, LetterSummary>,
    /// The visits, by id.
    pub visits: HashMap<String, VisitSummary>,
    /// The processes of the shop's own, by id.
    pub processes: HashMap<String, ProcessSummary>,
    /// The improvements, in no order: there are few.
    pub improvements: Vec<ImprovementSummary>,
    /// What promises fall due on the cases.
    pub watch: Watch,
}

impl Index {
    /// Takes a summary in, in the place of an earlier one.
    pub fn put(&mut self, summary: Summary) {
        match summary {
            Summary::Case(case) => {
                self.watch.put(&case);
                self.cases.insert(case.id.clone(), case);
            }
            Summary::Customer(customer) => {
                self.customers.insert(customer.id.clone(), customer);
            }
            Summary::Asset(asset) => {
                self.assets.insert(asset.id.clone(), asset);
            }
            Summary::Letter(letter) if letter.is_discarded() => drop(self.letters.remove(&letter.id)),
            Summary::Letter(letter) => {
                self.letters.insert(letter.id.clone(), letter);
            }
            Summary::Visit(visit) => {
                self.visits.insert(visit.id.clone(), visit);
            }
            Summary::Process(process) => {
                self.processes.insert(process.id.clone(), process);
            }
            Summary::Improvement(improvement) => {
                self.improvements.retain(|known| known.id != improvement.id);
                self.improvements.push(improvement);
            }
        }
    }

    /// Leaves a record out.
    pub fn remove(&mut self, key: &RecordKey) {
        match key.kind {
            RecordKind::Case => {
                self.watch.remove(&key.id);
                self.cases.remove(&key.id);
            }
            RecordKind::Customer => drop(self.customers.remove(&key.id)),
            RecordKind::Asset => drop(self.assets.remove(&key.id)),
            RecordKind::Letter => drop(self.letters.remove(&key.id)),
            RecordKind::Visit => drop(self.visits.remove(&key.id)),
            RecordKind::Process => drop(self.processes.remove(&key.id)),
            RecordKind::Improvement => self.improvements.retain(|known| known.id != key.id),
            RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => {}
        }
    }

    /// What a customer is called; empty when not known.
    #[must_use]
    pub fn customer_name(&self, id: &str) -> &str {
        let known = self.customers.get(id);
        known.map_or("", |known| self.of_person(&known.id, Mark::Name, |one| &one.name))
    }

    /// An asset in one line; empty when not known.
    #[must_use]
    pub fn asset_line(&self, id: &str) -> &str {
        self.assets.get(id).map_or("", |asset| &asset.line)
    }

    /// Whether a case, its customer or its asset holds all the words.
    #[must_use]
    pub fn case_matches(&self, case: &CaseSummary, words: &Words) -> bool {
        if words.is_empty() {
            return true;
        }
        let asset = self.assets.get(&case.asset).map_or("", |asset| &asset.text);
        let mut texts = vec![case.text.as_str(), asset];
        texts.extend(self.person(&case.customer).map(|customer| customer.text.as_str()));
        words.stand_in(&texts)
    }

    /// The customers whose name, number or address holds all the words, by name.
    #[must_use]
    pub fn find_customers(&self, typed: &str) -> Vec<&CustomerSummary> {
        let words = Words::of(typed);
        let found = self.customers.values().filter(|customer| self.stands_for(customer, &words));
        let ranks = found.map(|customer| (0, customer.name.as_str(), 0, customer.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.customers.get(id)).collect()
    }

    /// The customers whose number holds the typed digits (three or more), the closest first:
    /// those that begin with them, then by name.
    #[must_use]
    pub fn customers_by_phone(&self, typed: &str, most: usize) -> Vec<&CustomerSummary> {
        let typed = digits(typed);
        if typed.len() < 3 {
            return Vec::new();
        }
        let found = self.customers.values().filter_map(|customer| {
            let at = digits(&customer.phone).find(&typed)?;
            let lead = self.lead(&customer.id);
            Some((u64::from(at > 0), self.customers.get(lead)?.name.as_str(), 0, lead))
        });
        let mut ids = in_order(found.collect());
        ids.dedup();
        ids.into_iter().take(most).filter_map(|id| self.customers.get(id)).collect()
    }

    /// The cases of a customer, the latest first.
    #[must_use]
    pub fn cases_of(&self, customer: &str) -> Vec<&CaseSummary> {
        let person = self.same_person(customer);
        let cases = self.cases.values().filter(|case| person.contains(&case.customer.as_str()));
        let ranks = cases.map(|case| (!case.opened, "", 0, case.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.cases.get(id)).collect()
    }

    /// The customers whose name, number or address holds all the words, with their number of
    /// cases; who came last comes first.
    #[must_use]
    pub fn customers_by_visit(&self, typed: &str) -> Vec<(String, usize)> {
        let words = Words::of(typed);
        let mut visits: HashMap<&str, (u64, usize)> = HashMap::with_capacity(self.customers.len());
        for case in self.cases.values() {
            let (last, count) = visits.entry(self.lead(&case.customer)).or_default();
            *last = case.opened.max(*last);
            *count += 1;
        }
        let visit = |id: &str| visits.get(id).copied().unwrap_or_default();
        let found = self.customers.values().filter(|customer| self.stands_for(customer, &words));
        let rank = |customer: &'_ CustomerSummary| !visit(&customer.id).0.max(customer.since);
        let ranks = found.map(|customer| (rank(customer), "", 0, customer.id.as_str())).collect();
        in_order(ranks).into_iter().map(|id| (id.to_owned(), visit(id).1)).collect()
    }

    /// The assets of a customer, by name.
    #[must_use]
    pub fn assets_of(&self, customer: &str) -> Vec<&AssetSummary> {
        let person = self.same_person(customer);
        let assets = self.assets.values().filter(|asset| person.contains(&asset.owner.as_str()));
        let ranks = assets.map(|asset| (0, asset.line.as_str(), 0, asset.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.assets.get(id)).collect()
    }

    /// The things that hold all the words, which must say something, by name.
    #[must_use]
    pub fn find_assets(&self, typed: &str, most: usize) -> Vec<&AssetSummary> {
        let words = Words::of(typed);
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.assets.values().filter(|asset| words.stand_in(&[&asset.text]));
        let ranks = found.map(|asset| (0, asset.line.as_str(), 0, asset.id.as_str())).collect();
        in_order(ranks).into_iter().take(most).filter_map(|id| self.assets.get(id)).collect()
    }

    /// The cases of a thing, the latest first.
    #[must_use]
    pub fn cases_with(&self, asset: &str) -> Vec<&CaseSummary> {
        let cases = self.cases.values().filter(|case| case.asset == asset);
        let ranks = cases.map(|case| (!case.opened, "", 0, case.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.cases.get(id)).collect()
    }

    /// The letters of a case (`""`: the standing ones), the latest first, drafts before issued.
    #[must_use]
    pub fn letters_of(&self, case: &str) -> Vec<&LetterSummary> {
        let letters = self.letters.values().filter(|letter| letter.case == case);
        let ranks = letters.map(|letter| (!letter.begun, "", 0, letter.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.letters.get(id)).collect()
    }

    /// The processes of the shop's own, by name.
    #[must_use]
    pub fn own_processes(&self) -> Vec<&ProcessSummary> {
        let all = self.processes.values().map(|process| (0, process.name.as_str(), 0, process.id.as_str()));
        in_order(all.collect()).into_iter().filter_map(|id| self.processes.get(id)).collect()
    }

    /// The visits that take place between two days, both included, in the order they start.
    #[must_use]
    pub fn visits_between(&self, first: Date, last: Date) -> Vec<&VisitSummary> {
        let (last, first) = (last.to_string(), format!("{first}T00:00"));
        // As text, times sort as they follow each other.
        let visits = self.visits.values().filter(|visit| {
            let day_of_start = visit.start.get(..last.len()).unwrap_or_default();
            visit.end > first && !day_of_start.is_empty() && day_of_start <= last.as_str()
        });
        self.visits_in_order(visits)
    }

    /// The visits of a day, in the order they start.
    #[must_use]
    pub fn visits_on(&self, day: Date) -> Vec<&VisitSummary> {
        self.visits_between(day, day)
    }

    /// The visits of a case, in the order they start.
    #[must_use]
    pub fn visits_of(&self, case: &str) -> Vec<&VisitSummary> {
        self.visits_in_order(self.visits.values().filter(|visit| visit.case == case))
    }

    fn visits_in_order<'a>(&self, visits: impl Iterator<Item = &'a VisitSummary>) -> Vec<&VisitSummary> {
        let ranks = visits.map(|visit| (0, visit.start.as_str(), 0, visit.id.as_str())).collect();
        in_order(ranks).into_iter().filter_map(|id| self.visits.get(id)).collect()
    }
}
